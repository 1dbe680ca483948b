"""What a facilitator does in each part of a workshop: a title, an aim, and what to ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.play.catalog import Catalog, marked
from app.workshop.agenda import Part


@dataclass(frozen=True, slots=True)
class PartGuide:
    """A part of the workshop in the reader's language."""

    part: Part
    title: str
    aim: str
    questions: tuple[str, ...]


def part_guide(part: Part, catalog: Catalog) -> PartGuide:
    """The guide to a part."""
    title, aim, questions = _GUIDES[part]
    say = catalog.message
    return PartGuide(part, say(title), say(aim), tuple(say(question) for question in questions))


_GUIDES: Mapping[Part, tuple[str, str, tuple[str, ...]]] = {
    Part.WELCOME: (
        marked("Welcome"),
        marked("Everybody is in, knows that votes are secret, and that speed never counts."),
        (marked("Who has had a client without data before?"),),
    ),
    Part.STORY: (
        marked("The story"),
        marked(
            "Read the scene aloud, let them talk, vote, reveal, and ask one voter of each side. "
            "If the votes are spread wide, let them discuss and vote again."
        ),
        (
            marked("What made you sure?"),
            marked("What would have to be true for the other choice to be better?"),
        ),
    ),
    Part.REACTIONS: (
        marked("Reactions"),
        marked("How it felt, without judging. Nobody explains yet, you least of all."),
        (
            marked("Which moment was the worst?"),
            marked("When did you feel safe, and were you?"),
        ),
    ),
    Part.HAPPENED: (
        marked("What happened"),
        marked("The course of events in everybody's head is the same before it is judged."),
        (marked("What did we do first, and what did that make impossible?"),),
    ),
    Part.KNOWN: (
        marked("What was known then"),
        marked(
            "Only what could be known at each decision. How it ended is not shown yet, so that "
            "nobody judges by it."
        ),
        (
            marked("What did we hope, and what did we know?"),
            marked("Which question could we have asked?"),
        ),
    ),
    Part.DECISIONS: (
        marked("Decision by decision"),
        marked(
            "The room's votes beside what each choice costs on average. Take the two or three "
            "dearest; let those speak who voted otherwise."
        ),
        (
            marked("What speaks for the dear choice, from inside the moment?"),
            marked("Which rule would have led us to the better one?"),
        ),
    ),
    Part.COMPARISON: (
        marked("Side by side"),
        marked("Where the plays parted and which habits they show, before any ranking."),
        (marked("Which habit of another team would you like to take home?"),),
    ),
    Part.LUCK: (
        marked("Luck and decisions"),
        marked(
            "Now show what was hidden. A good decision with a bad outcome stays a good one, and "
            "the other way round."
        ),
        (marked("Would you decide the same again on another server?"),),
    ),
    Part.WHAT_IF: (
        marked("What if"),
        marked("The same server, one other choice: what it would have been worth."),
        (marked("Which single change would have saved the most?"),),
    ),
    Part.COMMITMENT: (
        marked("One thing each"),
        marked(
            "Each writes down one thing that they will do, with a day. Two or three who like "
            "to read theirs out do so."
        ),
        (
            marked("What will you do, by when, and who will notice?"),
            marked("When did you last restore a backup for practice?"),
        ),
    ),
}
