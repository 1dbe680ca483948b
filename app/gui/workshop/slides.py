"""The debrief as slides for the wall: frozen data, made for each part when it comes.

Luck and hidden facts are on the slides of the parts from ``Part.LUCK`` on, and on none before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.gui.widgets.bars import Bar, Look
from app.gui.widgets.plots import Mark
from app.play.catalog import Catalog
from app.play.wording import clock, whole_euros
from app.reports.session import SessionDecision, SessionPlay
from app.workshop.agenda import Part
from app.workshop.debrief import Balance, Debrief, OtherWay, PlayStory
from app.workshop.naming import part_name, prompts

MOST_MARKS = 12
_MOST_ON_FRONTIER = 30
_LINES = 7
"""Decisions on one slide."""
_MOST_STORIES, _MOST_KNOWN, _MOST_DECISIONS = 3, 4, 6
"""Slides: a part of the debrief has few minutes."""
_MOST_BILLS = 6


@dataclass(frozen=True, slots=True)
class Field:
    """The frontier as (client's loss, own loss) in cents, and the plays on it."""

    line: tuple[tuple[float, float], ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: a title, a sentence, points, and at most one picture.

    ``table``: rows of cells, the first one the head.
    """

    title: str
    lead: str = ""
    points: tuple[str, ...] = ()
    bars: tuple[Bar, ...] = ()
    field: Field | None = None
    table: tuple[tuple[str, ...], ...] = ()


def slides(
    part: Part, told: Debrief | None, words: Catalog, commitments: Sequence[str] = ()
) -> tuple[Slide, ...]:
    """The slides of a part, at least one. Without a debrief, only what needs none."""
    makers: dict[Part, Callable[[Debrief, Catalog], list[Slide]]] = {
        Part.HAPPENED: _happened,
        Part.KNOWN: _known,
        Part.DECISIONS: _decisions,
        Part.COMPARISON: _comparison,
        Part.LUCK: _luck,
        Part.WHAT_IF: _other_ways,
    }
    title = part_name(part, words)
    if part is Part.COMMITMENT:
        return (_commitments(title, commitments, words),)
    made = makers[part](told, words) if told is not None and part in makers else []
    return tuple(made) or (Slide(title, points=prompts(part, words)),)


# --- what happened, what was known ---------------------------------------------------------


def _happened(told: Debrief, words: Catalog) -> list[Slide]:
    """Every play told; of many, the one in the middle as an example."""
    stories, lead = told.stories, ""
    if len(stories) > _MOST_STORIES:
        ranked = sorted(range(len(stories)), key=lambda one: told.balances[one].rating)
        stories = (stories[ranked[len(ranked) // 2]],)
        plays = {"n": str(len(told.balances))}
        lead = words.message("One of {n} plays, as an example", plays)
    made = []
    for story in stories:
        title = _titled(part_name(Part.HAPPENED, words), story.label)
        lines = [(clock(line.when, words), line.scene, line.choice) for line in story.happened]
        made += [
            Slide(title, lead, table=(("", "", ""), *lines[start : start + _LINES]))
            for start in range(0, len(lines), _LINES)
        ]
    return made


def _known(told: Debrief, words: Catalog) -> list[Slide]:
    """What could be known at the decisions that cost most, in the order of the story."""
    stories = {story.label: story for story in told.stories}
    made = []
    for play, decision in _weightiest(told.session.plays, _MOST_KNOWN):
        if play.label in stories:
            made += _known_at(stories[play.label], decision, words)
    return made


def _known_at(story: PlayStory, decision: SessionDecision, words: Catalog) -> list[Slide]:
    line = next((one for one in story.known if one.number == decision.number), None)
    if line is None or not (line.beliefs or line.test_worth):
        return []
    lead = words.message("Known before “{scene}”:", {"scene": line.scene})
    worth = (line.test_worth,) if line.test_worth else ()
    title = _titled(part_name(Part.KNOWN, words), story.label)
    return [Slide(title, lead, (*line.beliefs, *worth))]


def _weightiest(
    plays: Sequence[SessionPlay], count: int
) -> list[tuple[SessionPlay, SessionDecision]]:
    """The decisions that cost most, each scene once, in the order of the story."""
    every = [(play, one) for play in plays for one in play.decisions if len(one.options) > 1]
    scenes: dict[str, tuple[SessionPlay, SessionDecision]] = {}
    for play, one in sorted(every, key=lambda pair: -pair[1].regret):
        scenes.setdefault(one.node, (play, one))
    return sorted([*scenes.values()][:count], key=lambda pair: (pair[1].minutes, pair[1].number))


# --- decision by decision --------------------------------------------------------------------


def _decisions(told: Debrief, words: Catalog) -> list[Slide]:
    """All of them at a glance, then those that cost most with the votes on each option."""
    plays = told.session.plays[:MOST_MARKS]
    made = [slide for play in plays for slide in _overview(play, words)] if len(plays) < 3 else []
    return made + [_decision(play, one, words) for play, one in _weightiest(plays, _MOST_DECISIONS)]


def _overview(play: SessionPlay, words: Catalog) -> list[Slide]:
    say = words.message
    bars = [
        Bar(
            f"{one.number}. {one.title}: {one.chosen.text}",
            0,
            one.regret,
            _more(one.regret, words) if one.regret else say("best"),
            Look.LOSS_PART if one.regret else Look.GAIN,
        )
        for one in play.decisions
    ]
    title = _titled(part_name(Part.DECISIONS, words), play.label)
    lead = say("What each decision cost on average, more than the best option.")
    return [
        Slide(title, lead, bars=tuple(bars[start : start + _LINES]))
        for start in range(0, len(bars), _LINES)
    ]


def _decision(play: SessionPlay, decision: SessionDecision, words: Catalog) -> Slide:
    say = words.message
    dearest = max(option.expected_cost for option in decision.options)
    all_votes = sum(option.votes for option in decision.options)
    bars = []
    for option in decision.options:
        taken, best = option.choice == decision.taken, option is decision.best
        marks = [say("taken")] * taken + [say("best")] * best
        look = Look.GAIN if best else Look.LOSS_PART if taken else Look.PLAIN
        amount = _euros(option.expected_cost, words)
        votes = {"option": option.text, "amount": amount, "n": str(option.votes)}
        bars.append(
            Bar(
                option.text,
                0,
                option.expected_cost,
                amount,
                look,
                says=say("{option}: {amount} on average, votes: {n}", votes),
                # The longest grey bar would be all votes.
                below=dearest * option.votes // all_votes if all_votes else None,
                below_amount=say("votes: {n}", votes) if all_votes else "",
                mark=", ".join(marks),
            )
        )
    if decision.regret:
        lead = say(
            "What each option costs on average (grey: the votes); the one taken {amount} more than "
            "the best.",
            {"amount": _euros(decision.regret, words)},
        )
    else:
        lead = say(
            "What each option costs on average (grey: the votes); the one taken is the best."
        )
    title = f"{decision.number}. {decision.title}"
    return Slide(_titled(title, play.label), lead, bars=tuple(bars))


# --- compared --------------------------------------------------------------------------------


def _comparison(told: Debrief, words: Catalog) -> list[Slide]:
    say = words.message
    made = []
    few = told.balances[:MOST_MARKS]
    if told.habits:
        head = ("", *(one.label or say("this room") for one in few))
        rows = [
            (habit.text, *(f"{n} / {of}" if of else "–" for n, of in habit.counts[: len(few)]))
            for habit in told.habits
        ]
        title = say("How it was decided")
        made.append(Slide(title, say("So often, of so many occasions"), table=(head, *rows)))
    for parting in told.partings[:3]:
        points = tuple(
            say("{who}: {choice} ({amount} on average)", {
                "who": ", ".join(way.labels[:8]) + (" …" if len(way.labels) > 8 else ""),
                "choice": way.choice,
                "amount": _more(way.regret, words),
            })
            for way in parting.ways
        )  # fmt: skip
        title = say("Here they parted: {scene}", {"scene": parting.scene})
        made.append(Slide(title, points=points))
    return made


def _frontier(told: Debrief, words: Catalog) -> Slide:
    say = words.message
    shown = _named(told.balances, words, _MOST_ON_FRONTIER)
    tones = ("loss", "ink", "warning", "gain", "line_strong")
    marks = [
        Mark(name, *one.expected, tones[index % len(tones)])
        for index, (name, one) in enumerate(shown)
    ]
    marks.append(Mark(say("Best play"), *told.best, "accent"))
    return Slide(
        say("The client's loss and yours"),
        say("The line is the best that can be had; what lies above it could be had cheaper."),
        field=Field(tuple((float(a), float(b)) for a, b in told.frontier), tuple(marks)),
    )


def _named(
    balances: Sequence[Balance], words: Catalog, most: int = MOST_MARKS
) -> list[tuple[str, Balance]]:
    """All plays by name; of very many the first, the middle and the last."""
    say = words.message
    if len(balances) <= most:
        return [(one.label or say("This room"), one) for one in balances]
    ranked = sorted(balances, key=lambda one: -one.rating)
    places = (
        (say("Highest rating"), 0),
        (say("Middle"), len(ranked) // 2),
        (say("Lowest rating"), -1),
    )
    return [(name, ranked[place]) for name, place in places]


# --- luck, another way, from now on ----------------------------------------------------------


def _luck(told: Debrief, words: Catalog) -> list[Slide]:
    say = words.message
    made = [_frontier(told, words)]
    if told.facts:
        points = tuple(f"{label}: {was}" for label, was in told.facts)
        made.append(Slide(say("What it was in truth"), points=points))
    bars: list[Bar] = []
    for name, one in _named(told.balances, words):
        after = one.start_value + one.regret
        bars += [
            Bar(say("Best play, on average"), 0, one.start_value,
                _euros(one.start_value, words), Look.PLAIN, heading=name),
            Bar(say("Decisions"), one.start_value, after, _more(one.regret, words),
                Look.LOSS_PART if one.regret else Look.PLAIN, joined=True),
            Bar(say("Luck"), after, after + one.luck, _more(one.luck, words),
                Look.LOSS_PART if one.luck > 0 else Look.MONEY_PART, joined=True),
            Bar(say("Result"), 0, one.final_cost, _euros(one.final_cost, words), Look.LOSS,
                total=True),
        ]  # fmt: skip
    # A slide holds three plays at a size that can be read.
    for start in range(0, len(bars), 12):
        title = part_name(Part.LUCK, words)
        made.append(Slide(title, bars=tuple(bars[start : start + 12])))
    return made + [_bill(play, words) for play in told.session.plays[:_MOST_BILLS]]


def _bill(play: SessionPlay, words: Catalog) -> Slide:
    """From the client's loss to who pays, under the terms that were played."""
    say, bill = words.message, play.bill
    rows = (
        (say("The client lost"), bill.client_loss, Look.LOSS),
        (say("The client claims"), bill.claim, Look.LOSS_PART),
        (say("Justified in law"), bill.justified_claim, Look.LOSS_PART),
        (say("The insurer pays"), bill.insurer_pays, Look.MONEY),
        (say("You pay"), bill.you_pay, Look.LOSS),
    )
    bars = tuple(Bar(name, 0, cents, _euros(cents, words), look) for name, cents, look in rows)
    return Slide(_titled(say("Who pays what"), play.label), bars=bars)


def _other_ways(told: Debrief, words: Catalog) -> list[Slide]:
    say = words.message
    made = [_other_way(way, words) for way in told.other_ways[:4]]
    for fork in told.forks:
        bill = {
            "client": _euros(fork.client_loss, words),
            "you": _euros(fork.you_pay, words),
        }
        ended = say("{ending}: the client loses {client}, you pay {you}.", {
            "ending": fork.ending, **bill,
        })  # fmt: skip
        points = (*fork.choices, ended if fork.ending else say("Not played to an ending."))
        title = _titled(say("What if, from “{scene}” on", {"scene": fork.scene}), fork.label)
        made.insert(0, Slide(title, points=points))
    return made


def _other_way(way: OtherWay, words: Catalog) -> Slide:
    say = words.message
    title = _titled(f"{way.number}. {way.scene}", way.label)
    lead = say("Instead of “{taken}”: {instead}", {"taken": way.taken, "instead": way.instead})
    points = (
        say("On the same server, played best from there: {ending}", {"ending": way.ending}),
        say("The client loses {amount}", {"amount": _euros(way.client_loss, words)}),
        say("You pay {amount}", {"amount": _euros(way.you_pay, words)}),
    )
    return Slide(title, lead, points)


def _commitments(title: str, commitments: Sequence[str], words: Catalog) -> Slide:
    lead = words.message("Write it on your phone; it is shown without your name.")
    told = tuple(f"– {text}" for text in commitments)
    return Slide(title, lead, told)


def _euros(cents: int, words: Catalog) -> str:
    """Whole euros: nobody reads cents from a wall."""
    return whole_euros(cents, words.language)


def _more(cents: int, words: Catalog) -> str:
    """A difference with its sign."""
    sign = "\N{MINUS SIGN}" if cents < 0 else "+"
    return sign + _euros(abs(cents), words)


def _titled(title: str, label: str) -> str:
    return f"{label}: {title}" if label else title
