"""Every code that a check of files can tell, how bad it is, and what to do about it.

The codes are stable: editors and build servers filter by them. ``docs/linter.md`` shows this
table to authors, SARIF carries it to code hosts.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How bad a finding is. Errors and warnings fail a check, advice does not."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Rule(NamedTuple):
    """What a code means, and the usual remedy, each as a sentence without its full stop."""

    severity: Severity
    meaning: str
    remedy: str


_E, _W, _A = Severity.ERROR, Severity.WARNING, Severity.ADVICE

RULES: Mapping[str, Rule] = {
    # the file
    "E101": Rule(_E, "The file cannot be read", "Check path and permissions"),
    "E102": Rule(_E, "The file is too large", "Split the story"),
    "E103": Rule(_E, "The file is not UTF-8", "Save it in UTF-8"),
    "E104": Rule(_E, "The file is not YAML", "Check indentation, colons and quotes just above"),
    "E105": Rule(_E, "The file holds no mapping", "Start it with format: 1"),
    "E106": Rule(_E, "A second document starts in the file", "Remove the ---"),
    "E107": Rule(_E, "The file holds too many values", "Split the story"),
    "E108": Rule(_E, "An anchor or alias stands in the file", "Write the value out"),
    "E109": Rule(_E, "A YAML tag stands in the file", "Write the value plainly"),
    "E110": Rule(_E, "Values are nested too deep", "Make the file flatter"),
    "E111": Rule(_E, "A list or mapping stands as a key", "Use a word as key"),
    "E112": Rule(_E, "A key or word stands twice", "Keep one of the two"),
    # its shape
    "E201": Rule(_E, "A key is unknown here", "Mend its spelling, or remove it"),
    "E202": Rule(_E, "A key is missing", "Add it"),
    "E203": Rule(_E, "A value is of the wrong kind", "Write what is expected"),
    "E204": Rule(_E, "A word cannot be an id or a value", "Choose another word"),
    "E205": Rule(_E, "A value is not among the allowed ones", "Use one of those"),
    "E206": Rule(_E, "There are too few entries", "Add to them"),
    "E207": Rule(_E, "Two keys contradict each other, or none of them is there", "Keep just one"),
    "E208": Rule(_E, "The version of the format is unknown", "Update the program or the number"),
    "W101": Rule(_W, "The file is in an older version of the format", "Write the newer one"),
    # its names
    "E301": Rule(_E, "A node that is led to does not exist", "Mend the id, or write the node"),
    "E302": Rule(_E, "A name is not known here", "Mend its spelling, or define it"),
    "E303": Rule(_E, "A name is one that the format has built in", "Choose another name"),
    "E304": Rule(_E, "A name stands for two things", "Choose another name for one"),
    # its expressions and figures
    "E401": Rule(_E, "An expression cannot be read", "Write names, numbers, comparisons"),
    "E402": Rule(_E, "A rule that the player feels reads a hidden fact", "Read what is revealed"),
    "E403": Rule(_E, "An amount of money is none, or not fixed", "Write 1200.00 EUR"),
    "E404": Rule(_E, "A time or date is none", "Write hours as decimals, dates as 2026-03-03"),
    "E405": Rule(_E, "A figure can leave its range", "Bound it with min and max"),
    "E406": Rule(_E, "There are too many expressions or outcomes", "Split the story"),
    # its probabilities
    "E501": Rule(_E, "Probabilities do not add up to 1", "Mend them, or give one p: rest"),
    "E502": Rule(_E, "Probabilities depend on too much to be proved", "Read fewer names"),
    "E503": Rule(_E, "A probability is none", "Write a decimal, a fraction, or rest"),
    "E504": Rule(_E, "A table of probabilities does not fit its facts", "Give each word a row"),
    # its texts, plans and tests
    "E601": Rule(_E, "A placeholder is unknown", "Use a known one, or no braces"),
    "E701": Rule(_E, "A plan names what does not exist", "Mend the id"),
    "E702": Rule(_E, "A test names what does not exist", "Mend the id"),
    # the graph
    "S101": Rule(_E, "No choice or outcome leads to a node", "Let one lead to it, or remove it"),
    "S102": Rule(_E, "No way leads from a node to an ending", "Add a way out"),
    # what a play can come to
    "S200": Rule(_W, "The story is too large to walk through whole", "Read fewer values"),
    "S201": Rule(_E, "A soft-lock: a scene without a choice", "Add a choice without a condition"),
    "S202": Rule(_E, "A loop that some play never leaves", "Give it an exit that stays open"),
    "S203": Rule(_E, "Conditions never let a play come to a node", "Mend them, or remove it"),
    "S204": Rule(_E, "A choice is never on offer", "Mend its condition, or remove it"),
    "S205": Rule(_E, "An outcome can never happen", "Mend its p, or remove it"),
    "S206": Rule(_W, "A condition is always true where it is asked", "Remove or mend it"),
    "S207": Rule(_W, "A text is never shown: its condition is never true", "Mend or remove it"),
    # plans
    "S301": Rule(_E, "A plan has no choice for a scene it comes to", "Add the choice"),
    "S302": Rule(_E, "A plan wants a choice that is not on offer", "Take another choice"),
    "S303": Rule(_E, "A plan wants an outcome that cannot happen", "Take another outcome"),
    "S304": Rule(_E, "A plan never ends", "Choose a way out of the loop"),
    # what nobody needs
    "S401": Rule(_W, "Nothing ever reads a variable", "Read it, show it, or remove it"),
    "S402": Rule(_W, "Nothing ever reveals a fact", "Let the p of an outcome read it"),
    # what a reader meets
    "S501": Rule(_W, "A photo has no description in words", "Say in its text what it shows"),
    "S502": Rule(_W, "A text is longer than its place on the screen", "Cut it, or part it"),
    # translations
    "T101": Rule(_E, "A translation cannot be read", "Save it in UTF-8, or make it with po"),
    "T102": Rule(_E, "A line of a translation is none of the PO format", "Mend its quotes"),
    "T103": Rule(_E, "A key stands twice in a translation", "Keep one of the two"),
    "T201": Rule(_W, "A text has no entry in a translation", "Run po"),
    "T202": Rule(_W, "A text is not translated", "Write its msgstr"),
    "T203": Rule(_W, "A translation is unconfirmed", "Mend it, then remove the flag fuzzy"),
    "T204": Rule(_W, "A translation is stale: its source has changed", "Run po, then mend it"),
    "T205": Rule(_W, "A translation has a text that the scenario has not", "Run po"),
    "T301": Rule(_E, "A translation has other placeholders than its source", "Keep the braces"),
    "T302": Rule(_E, "A translation has other lines than its source", "Translate line by line"),
    # advice
    "A101": Rule(_A, "A choice is never best, whatever is known and wanted", "Make it pay once"),
    "A102": Rule(_A, "A choice is always best: a false dilemma", "Give another choice its day"),
    "A103": Rule(_A, "The story is too large to be judged by perfect play", "Part fewer states"),
    "A201": Rule(_A, "A decision has no lesson for the review", "Add lesson and its source"),
    "A202": Rule(_A, "A hidden fact has no words for the review", "Add it to fact_texts"),
}
"""By code. E keeps a file from loading, S and W are faults of the story, T is one of a
translation, A is advice."""
