"""What stands in the report of a workshop: ready-worded texts and bare figures, no layout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import fmean

from app.engine.review import BEST_BELOW, Label
from app.play.catalog import Catalog, marked
from app.play.wording import calendar_date, clock, duration, money
from app.reports.session import (
    CONFIDENCES,
    Mode,
    Session,
    SessionDecision,
    SessionPlay,
)
from app.reports.workshop_parts import (
    DecisionPart,
    OptionLine,
    PlayLine,
    ResultRow,
    SureLine,
    WorkshopPaper,
)

MOST_PLAYS = 12
"""With more plays than these each gets one line, and the table of results their mean."""
_HEAD = (
    marked("The client lost"),
    marked("The client claims"),
    marked("Justified in law"),
    marked("The insurer pays"),
    marked("You pay"),
    marked("Rating"),
)
_MODES = {
    Mode.ROOM: marked("One room, one server"),
    Mode.TEAMS: marked("Teams"),
    Mode.SOLO: marked("Each for oneself"),
}
WORDS = {
    Label.BEST: marked("best"),
    Label.SOUND: marked("sound"),
    Label.RISKY: marked("risky"),
    Label.GRAVE: marked("grave"),
}


def workshop_paper(session: Session, catalog: Catalog) -> WorkshopPaper:
    """The report; ``catalog`` speaks the session's language."""
    say = catalog.message
    return WorkshopPaper(
        language=session.language,
        document_title=say("{case}: workshop", {"case": session.scenario_title}),
        kicker=say("Workshop report"),
        provider=session.provider,
        logo=session.logo,
        title=session.title or session.scenario_title,
        case=session.scenario_title,
        facts=_facts(session, catalog),
        summary=_summary(session, catalog),
        result_title=say("Results"),
        result_head=("", *(say(caption) for caption in _HEAD)),
        results=_results(session, catalog),
        result_note=_note(session, catalog),
        plays_title=say("Decisions and luck"),
        plays_note=say(
            "What was to be expected of perfect play, what the decisions added, and what luck "
            "added or took away. The first two tell how well it was played; luck does not."
        ),
        plays_legend=(
            say("Best play, on average"), say("Your decisions"), say("Luck"), say("Your result"),
        ),
        label_legend=tuple((label, say(word)) for label, word in WORDS.items()),
        plays=_plays(session, catalog),
        sure_title=say("How sure, and how right"),
        sure=_sure(session, catalog),
        decisions_title=say("Decision by decision"),
        decisions_note=say(
            "Votes beside what each option costs on average, given what could be known then. "
            "The red part is what it costs more than the best one."
        ),
        votes_caption=say("Votes"),
        cost_caption=say("Cost on average"),
        decisions=_decisions(session, catalog),
        commitments_title=say("What we will do from now on"),
        commitments=tuple(one.text for one in session.commitments),
        topics_title=say("What it was about"),
        topics=session.topics,
        sources_title=say("Sources"),
        sources=session.sources,
        notice=say("A teaching model; no legal advice."),
    )  # fmt: skip


def _facts(session: Session, catalog: Catalog) -> tuple[tuple[str, str], ...]:
    say = catalog.message
    took = duration(session.minutes, catalog)
    planned = duration(session.planned_minutes, catalog)
    facts = [
        (say("Date"), calendar_date(session.started, catalog)),
        (say("Duration"), say("{took}, planned {planned}", {"took": took, "planned": planned})),
        (say("People"), str(session.people)),
        (say("Played as"), say(_MODES[session.mode])),
        (say("Server"), say("Server no. {seed}", {"seed": str(session.seed)})),
        (say("Insurance"), session.terms_title),
    ]
    return tuple(fact for fact in facts if fact[1])


def _summary(session: Session, catalog: Catalog) -> str:
    say, language, plays = catalog.message, catalog.language, session.plays
    if not plays:
        return say("No play was brought to its end.")
    regrets = sorted(play.regret for play in plays)
    told = []
    if len(plays) == 1:
        play = plays[0]
        told.append(
            say(
                "The decisions cost {regret} more than perfect play on average, and luck {luck}.",
                {
                    "regret": money(play.regret, language),
                    "luck": _luck(play.luck, catalog),
                },
            )
        )
    else:
        told.append(
            say(
                "{n} plays of the same server. Their decisions cost between {least} and {most} "
                "more than perfect play on average.",
                {
                    "n": str(len(plays)),
                    "least": money(regrets[0], language),
                    "most": money(regrets[-1], language),
                },
            )
        )
    dearest = max(
        (decision for play in plays for decision in play.decisions),
        key=lambda decision: decision.regret,
        default=None,
    )
    if dearest is not None and dearest.regret >= BEST_BELOW:
        told.append(
            say(
                "The dearest single decision: “{title}” ({regret}).",
                {"title": dearest.title, "regret": money(dearest.regret, language)},
            )
        )
    return " ".join(told)


def _luck(luck: int, catalog: Catalog) -> str:
    amount = {"amount": money(abs(luck), catalog.language)}
    if luck > 0:
        return catalog.message("added {amount}", amount)
    return catalog.message("took {amount} off", amount)


def _results(session: Session, catalog: Catalog) -> tuple[ResultRow, ...]:
    say, language = catalog.message, catalog.language

    def cells(name: str, amounts: Sequence[int | None], rating: str) -> tuple[str, ...]:
        told = ("–" if cents is None else money(cents, language) for cents in amounts)
        return (name, *told, rating)

    rows = []
    if len(session.plays) <= MOST_PLAYS:
        rows = [
            ResultRow(cells(_name(play, session, catalog), _amounts(play), str(play.rating)), True)
            for play in session.plays
        ]
    elif session.plays:
        columns = zip(*(_amounts(play) for play in session.plays), strict=True)
        means = [round(fmean(column)) for column in columns]
        rating = str(round(fmean(play.rating for play in session.plays)))
        name = say("Mean of {n} plays", {"n": str(len(session.plays))})
        rows.append(ResultRow(cells(name, means, rating), True))
    if session.best is not None:
        client, own = session.best
        best = (client, None, None, None, own)
        rows.append(ResultRow(cells(say("Perfect play"), best, "100"), False))
    if session.real_case is not None:
        bill = session.real_case
        real = (
            bill.client_loss, bill.claim, bill.justified_claim, bill.insurer_pays, bill.you_pay
        )  # fmt: skip
        rows.append(ResultRow(cells(say("The real case"), real, "–"), False))
    return tuple(rows)


def _note(session: Session, catalog: Catalog) -> str:
    notes = [catalog.message("Perfect play is a mean over all servers; the others are one server.")]
    if not all(play.ended for play in session.plays):
        notes.append(
            catalog.message("* did not come to an end: perfect play has gone on from there.")
        )
    return " ".join(notes)


def _amounts(play: SessionPlay) -> tuple[int, int, int, int, int]:
    bill = play.bill
    return bill.client_loss, bill.claim, bill.justified_claim, bill.insurer_pays, bill.you_pay


def _name(play: SessionPlay, session: Session, catalog: Catalog) -> str:
    room = catalog.message("This room") if session.mode is Mode.ROOM else "–"
    return (play.label or room) + ("" if play.ended else " *")


def _plays(session: Session, catalog: Catalog) -> tuple[PlayLine, ...]:
    return tuple(
        PlayLine(
            label=_name(play, session, catalog),
            labels=tuple(decision.label for decision in play.decisions),
            start=play.start_value,
            regret=play.regret,
            luck=play.luck,
            final=play.final_cost,
            result=money(play.final_cost, catalog.language),
            rating=catalog.message("{points} of 100", {"points": str(play.rating)}),
        )
        for play in session.plays
    )


def _sure(session: Session, catalog: Catalog) -> tuple[SureLine, ...]:
    said, right = Counter[int](), Counter[int]()
    for play in session.plays:
        for decision in play.decisions:
            for option in decision.options:
                for level, count in enumerate(option.confidence):
                    said[level] += count
                    right[level] += count if option.regret < BEST_BELOW else 0
    return tuple(
        SureLine(
            caption=catalog.message(word),
            said=said[level],
            right=right[level],
            text=catalog.message(
                "{right} of {said} for a best option",
                {"right": str(right[level]), "said": str(said[level])},
            ),
        )
        for level, word in enumerate(CONFIDENCES)
        if said[level]
    )


def _decisions(session: Session, catalog: Catalog) -> tuple[DecisionPart, ...]:
    """Each decision once, in the order in which the plays came to it."""
    groups: dict[tuple[str, int], list[SessionDecision]] = {}
    for play in session.plays:
        times = Counter[str]()
        for decision in play.decisions:
            times[decision.node] += 1
            groups.setdefault((decision.node, times[decision.node]), []).append(decision)
    ordered = sorted(groups.values(), key=lambda same: fmean(one.number for one in same))
    return tuple(_part(number, same, catalog) for number, same in enumerate(ordered, 1))


def _part(number: int, same: Sequence[SessionDecision], catalog: Catalog) -> DecisionPart:
    say, language, first = catalog.message, catalog.language, same[0]
    alone = len(same) == 1
    label = first.label if alone else None
    regret = round(fmean(one.regret for one in same))
    notes = []
    if not alone:
        notes.append(say("{n} plays came here", {"n": str(len(same))}))
    if regret >= BEST_BELOW:
        notes.append(say("{regret} too dear on average", {"regret": money(regret, language)}))
    seconds = [one.seconds for one in same if one.seconds is not None]
    if seconds:
        notes.append(say("open for {time}", {"time": _time(round(fmean(seconds)), catalog)}))
    if any(one.revoted for one in same):
        notes.append(say("thin bar: votes before the discussion"))
    return DecisionPart(
        number=number,
        title=first.title,
        when=clock(first.when, catalog) if alone else "",
        label=label,
        word=say(WORDS[label]) if label is not None else "",
        note=" · ".join(notes),
        options=_options(same, language),
    )


def _options(same: Sequence[SessionDecision], language: str) -> tuple[OptionLine, ...]:
    revoted = any(one.revoted for one in same)
    taken = Counter(one.taken for one in same)
    offered = {option.choice: option.text for one in same for option in one.options}
    lines = []
    for choice, text in offered.items():
        found = [option for one in same for option in one.options if option.choice == choice]
        cost = round(fmean(option.expected_cost for option in found))
        lines.append(
            OptionLine(
                text=text,
                taken=taken[choice],
                votes=sum(option.votes for option in found),
                first=sum(option.first_votes for option in found) if revoted else None,
                cost=cost,
                regret=round(fmean(option.regret for option in found)),
                cost_text=money(cost, language),
            )
        )
    return tuple(lines)


def _time(seconds: int, catalog: Catalog) -> str:
    if seconds < 60:
        return catalog.message("{n} s", {"n": str(seconds)})
    return duration(round(seconds / 60), catalog)
