"""What stands on the one-page review and on the certificate: ready-worded texts, no layout."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime

from app.engine.review import Label, Review
from app.engine.scenario import Ending
from app.play.catalog import Catalog
from app.play.playthrough import Playthrough
from app.play.retrospect import path
from app.play.wording import calendar_date, clock, duration, money
from app.reports.lessons import Lesson, lessons, verdict
from app.reports.rating import rating

PRODUCT = "Point of No Restore"
_LABELS = {
    Label.BEST: "best",
    Label.SOUND: "sound",
    Label.RISKY: "risky",
    Label.GRAVE: "grave",
}


@dataclass(frozen=True, slots=True)
class Amount:
    """A captioned amount: its cents for a bar, its text to read."""

    caption: str
    cents: int
    text: str


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision: what was chosen, when, its label, and what it cost on average."""

    number: int
    choice: str
    when: str
    label: Label
    word: str
    regret: int
    cost: str


@dataclass(frozen=True, slots=True)
class ReviewPaper:
    """The one-page review. ``left_out`` has a ``{n}`` for the number of decisions not shown.

    ``sum``: best play on average, your decisions, luck, your result; the first three add up
    to the last. ``bill``: from the client's loss to what you pay. ``facts``: short remarks for
    the head of the page.
    """

    language: str
    document_title: str
    kicker: str
    title: str
    case: str
    facts: tuple[str, ...]
    verdict: str
    sum_title: str
    sum: tuple[Amount, Amount, Amount, Amount]
    sum_note: str
    decisions_title: str
    decisions: tuple[DecisionLine, ...]
    left_out: str
    bill_title: str
    bill: tuple[Amount, ...]
    rating_title: str
    rating: str
    rating_note: str
    lessons_title: str
    lessons: tuple[Lesson, ...]
    notice: str


@dataclass(frozen=True, slots=True)
class CertificatePaper:
    """The certificate. ``name`` may be empty: the line is then filled in by hand.

    ``rows``: caption and text; ``logo``: the path of the provider's picture, or empty.
    """

    language: str
    document_title: str
    kicker: str
    title: str
    name_caption: str
    name: str
    statement: str
    case: str
    topics_title: str
    topics: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    provider_caption: str
    provider: str
    signature_caption: str
    notice: str
    logo: str = ""


def review_paper(play: Playthrough, review: Review) -> ReviewPaper:
    """The review of a finished play as one page of texts."""
    catalog = play.catalog
    say, language = catalog.message, catalog.language
    case, node = catalog.text(play.scenario.title), play.state.node
    return ReviewPaper(
        language=language,
        document_title=say("{case}: review", {"case": case}),
        kicker=say("The review"),
        title=catalog.text(node.title) if isinstance(node, Ending) else "",
        case=case,
        facts=_facts(play),
        verdict=verdict(review, catalog),
        sum_title=say("Skill and luck"),
        sum=_sum(review, catalog),
        sum_note=say("Costs here are the client's loss and your own together."),
        decisions_title=say("Your decisions"),
        decisions=_decisions(play, review),
        left_out=say("Further decisions without fault: {n}"),
        bill_title=say("Who pays"),
        bill=_bill(play),
        rating_title=say("Rating"),
        rating=str(_rating(play, review)),
        rating_note=_rating_note(play),
        lessons_title=say("What to take along"),
        lessons=lessons(review, play.state, catalog),
        notice=say("A teaching model; no legal advice."),
    )


def certificate_paper(
    play: Playthrough, review: Review, name: str, finished: str = ""
) -> CertificatePaper:
    """The certificate of a finished play; ``finished``: when it ended, UTC, ISO 8601, if known."""
    catalog = play.catalog
    say = catalog.message
    case = catalog.text(play.scenario.title)
    started, ended = _moment(play.header.started), _moment(finished)
    date = ended or started
    rows = []
    if date is not None:
        rows.append((say("Date"), calendar_date(date, catalog)))
    if started is not None and ended is not None and ended > started:
        minutes = max(1, round((ended - started).total_seconds() / 60))
        rows.append((say("From the first scene to the end"), duration(minutes, catalog)))
    if play.exam:
        rows.append((say("Mode"), say("Examination: without undo, without hints")))
    rows.append((say("Time in the story"), duration(play.state.minutes, catalog)))
    rows.append((say("Result"), _result(play, review)))
    return CertificatePaper(
        language=catalog.language,
        document_title=say("{case}: certificate", {"case": case}),
        kicker=PRODUCT,
        title=say("Certificate of participation"),
        name_caption=say("Name"),
        name=name.strip(),
        statement=say("has worked through this training case to its end:"),
        case=case,
        topics_title=say("Content"),
        topics=tuple(catalog.text(duty.text) for duty in play.scenario.duties if not duty.by_lab),
        rows=tuple(rows),
        provider_caption=say("Provider"),
        provider=say("{product}, training simulation", {"product": PRODUCT}),
        signature_caption=say("Place, date, signature"),
        notice=say("A teaching model; no legal advice. Issued by the game on this computer."),
    )


def signed(cents: int, language: str) -> str:
    """An amount with its sign: ``+1.00 EUR``, ``−1.00 EUR``."""
    sign = "\N{MINUS SIGN}" if cents < 0 else "+"
    return f"{sign}{money(abs(cents), language)}"


def _facts(play: Playthrough) -> tuple[str, ...]:
    catalog = play.catalog
    started = _moment(play.header.started)
    facts = [calendar_date(started, catalog)] if started is not None else []
    facts.append(catalog.message("Server no. {seed}", {"seed": str(play.seed)}))
    if play.exam:
        facts.append(catalog.message("Examination"))
    if written := sum(1 for note in play.notes if not note.taken_back):
        facts.append(catalog.message("Own log entries: {n}", {"n": str(written)}))
    return tuple(facts)


def _sum(review: Review, catalog: Catalog) -> tuple[Amount, Amount, Amount, Amount]:
    say, language = catalog.message, catalog.language
    luck = say("Bad luck") if review.luck > 0 else say("Good luck")
    return (
        Amount(
            say("Best play, on average"), review.start_value, money(review.start_value, language)
        ),
        Amount(say("Your decisions"), review.regret, signed(review.regret, language)),
        Amount(luck, review.luck, signed(review.luck, language)),
        Amount(say("Your result"), review.final_cost, money(review.final_cost, language)),
    )


def _decisions(play: Playthrough, review: Review) -> tuple[DecisionLine, ...]:
    catalog = play.catalog
    rated = {decision.step: decision for decision in review.decisions}
    lines = []
    for number, line in enumerate(path(play), 1):
        decision = rated[line.step]
        lines.append(
            DecisionLine(
                number=number,
                choice=line.choice_text,
                when=clock(line.when, catalog),
                label=decision.label,
                word=catalog.message(_LABELS[decision.label]),
                regret=decision.regret,
                cost=signed(decision.regret, catalog.language) if decision.regret else "",
            )
        )
    return tuple(lines)


def _bill(play: Playthrough) -> tuple[Amount, ...]:
    say, language = play.catalog.message, play.catalog.language
    bill = play.settlement()
    rows = [
        (say("The client lost"), bill.client_loss),
        (say("The client claims"), bill.claim),
        (say("Justified in law"), bill.justified_claim),
        (say("The recovery firm pays back"), bill.recourse),
        (say("The insurer pays"), bill.insurer_pays),
        (say("You pay"), bill.you_pay),
    ]
    # Every bill has the ends; of the rest what is nothing needs no line but the claim's.
    return tuple(
        Amount(caption, cents, money(cents, language))
        for index, (caption, cents) in enumerate(rows)
        if cents or index != 3
    )


def _rating(play: Playthrough, review: Review) -> int:
    return rating(review.start_value, review.regret, len(play.hints))


def _rating_note(play: Playthrough) -> str:
    say = play.catalog.message
    notes = [say("of 100; perfect play has 100. Luck does not count.")]
    if play.hints:
        notes.append(say("Hints used: {n}", {"n": str(len(play.hints))}))
    if play.undone:
        notes.append(say("Taken back: {n}", {"n": str(len(play.undone))}))
    return "\n".join(notes)


def _result(play: Playthrough, review: Review) -> str:
    """Label counts, and what the decisions cost against perfect play, in words."""
    catalog = play.catalog
    count = Counter(decision.label for decision in review.decisions)
    labels = ", ".join(
        f"{count[label]} {catalog.message(_LABELS[label])}" for label in Label if count[label]
    )
    regret = catalog.message(
        "{n} decisions: {labels}. They cost {regret} more than perfect play, which costs {start} "
        "on average. Rating {rating} of 100.",
        {
            "n": str(len(review.decisions)),
            "labels": labels,
            "regret": money(review.regret, catalog.language),
            "start": money(review.start_value, catalog.language),
            "rating": str(_rating(play, review)),
        },
    )
    hints = catalog.message("Hints used: {n}", {"n": str(len(play.hints))}) if play.hints else ""
    return f"{regret} {hints}".strip()


def _moment(text: str) -> datetime | None:
    """A moment of the journal; None when it is missing or damaged."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
