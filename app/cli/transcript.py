"""Scenes, log book and bill as plain text, for terminals and for the record."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from app.engine.scenario import PanelKind
from app.engine.settlement import Settlement, Step
from app.play import wording
from app.play.catalog import Catalog, marked
from app.play.citations import cited
from app.play.view import ChoiceView, HeadView, LogView, PanelView, SceneView

WIDTH = 80

_KINDS = {
    PanelKind.TERMINAL: marked("terminal"),
    PanelKind.TICKET: marked("ticket"),
    PanelKind.MAIL: marked("mail"),
    PanelKind.PHONE: marked("phone"),
    PanelKind.LETTER: marked("letter"),
    PanelKind.PHOTO: marked("photo"),
}


def scene_text(view: SceneView, catalog: Catalog) -> str:
    """A scene with its choices, numbered from 1; at an ending, without any."""
    blocks = [
        _heading(view, catalog),
        *(wrapped(paragraph, "* ", "  ") for paragraph in view.consequence),
        *(wrapped(paragraph) for paragraph in view.paragraphs),
        *(_panel(panel, catalog) for panel in view.panels),
        "\n".join(f"{line.label}: {line.value}" for line in view.known),
        "\n".join(
            _choice(number, choice, catalog) for number, choice in enumerate(view.choices, 1)
        ),
    ]
    return "\n\n".join(block for block in blocks if block)


def log_text(log: Sequence[LogView], catalog: Catalog) -> str:
    """The log book, one line for each entry."""
    if not log:
        return catalog.message("The log book is empty.")
    return "\n".join(
        wrapped(f"{wording.clock(line.when, catalog)}  {line.text}", "", "    ") for line in log
    )


def heads_text(heads: Iterable[HeadView], catalog: Catalog) -> str:
    """The heads of loss that are not zero, with their amounts."""
    rows = [
        (head.text, wording.money(head.amount, catalog.language)) for head in heads if head.amount
    ]
    return "\n".join(_row(*row) for row in rows)


def bill_text(bill: Settlement, catalog: Catalog) -> str:
    """The waterfall: from the claim to what is justified, insured, and your own."""
    language = catalog.language
    parts = [
        (catalog.message("From the claim to what is justified"), bill.liability_steps),
        (catalog.message("What the insurer pays"), bill.coverage_steps),
        (catalog.message("What you pay"), bill.own_steps),
    ]
    blocks = [
        "\n".join([title, "-" * len(title), *_steps(steps, catalog)])
        for title, steps in parts
        if steps
    ]
    totals = [
        (marked("The client's loss"), bill.client_loss),
        (marked("The client's claim"), bill.claim),
        (marked("Justified"), bill.justified_claim),
        (marked("The insurer pays"), bill.insurer_pays),
        (marked("You pay"), bill.you_pay),
    ]
    sums = [_row(catalog.message(name), wording.money(cents, language)) for name, cents in totals]
    note = catalog.message("This models German law for training. It is no legal advice.")
    return "\n\n".join([*blocks, "\n".join(sums), wrapped(note)])


def _heading(view: SceneView, catalog: Catalog) -> str:
    language = catalog.language
    running = catalog.message(
        "client's loss {loss}, your own {own}",
        {
            "loss": wording.money(view.client_loss, language),
            "own": wording.money(view.own_costs, language),
        },
    )
    title = f"{wording.clock(view.now, catalog)} · {view.title}"
    return f"{'=' * WIDTH}\n{wrapped(title)}\n{wrapped(running)}"


def _panel(panel: PanelView, catalog: Catalog) -> str:
    lines = panel.body.rstrip().splitlines()
    kind = catalog.message(_KINDS[panel.kind])
    return "\n".join([f"[{kind}] {panel.title}", *(f"  | {line}" for line in lines)])


def _choice(number: int, choice: ChoiceView, catalog: Catalog) -> str:
    lines = [wrapped(f"{choice.text} ({choice.id})", f"{number:>3}  ", "     ")]
    if choice.detail:
        lines.append(wrapped(choice.detail, "     "))
    price = _price(choice, catalog)
    if price:
        lines.append(f"     [{price}]")
    return "\n".join(lines)


def _price(choice: ChoiceView, catalog: Catalog) -> str:
    if choice.minutes is None:
        return catalog.message("price not known")
    parts = [wording.duration(choice.minutes, catalog)] if choice.minutes else []
    for cents, template in (
        (choice.client_cost, marked("client {amount}")),
        (choice.own_cost, marked("you {amount}")),
    ):
        if cents:
            amount = wording.money(cents, catalog.language)
            parts.append(catalog.message(template, {"amount": amount}))
    return ", ".join(parts)


def _steps(steps: Iterable[Step], catalog: Catalog) -> Iterator[str]:
    for step in steps:
        yield _row(
            wording.sentence(step.title, step.details, catalog),
            wording.money(step.change, catalog.language),
            wording.money(step.balance, catalog.language),
        )
        yield wrapped(wording.sentence(step.reason, step.details, catalog), "    ")
        yield wrapped(f"({cited(step.source, catalog)})", "    ")


def _row(name: str, *amounts: str) -> str:
    room = WIDTH - 18 * len(amounts)
    return f"{name:<{room}}" + "".join(f"{amount:>18}" for amount in amounts)


def wrapped(text: str, first: str = "", later: str | None = None) -> str:
    """A paragraph in lines of at most :data:`WIDTH`; ``first`` and ``later`` begin them."""
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=first if later is None else later,
        break_on_hyphens=False,
    )
