"""Defects to plant in a sound case, each with the code that has to be told at its line.

A planted line that has to be told ends in ``#!``; blocks go in at several places of a case.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.authoring.loading import Loaded, parse_scenario
from app.engine.scenario import DecisionNode

MARK = "#!"

END = "  zz_end: {ending: mixed, title: End, scene: office, text: It is over.}\n"
GO = "zz_go: {text: Go there, then: zz_here}"


def scene(*choices: str, text: str = "A room.", extra: str = "") -> str:
    listed = "".join(f"      {choice}\n" for choice in choices)
    return (
        f"  zz_here:\n    title: Here\n    scene: office\n    text: {text}\n{extra}"
        f"    choices:\n{listed}{END}"
    )


def reveal(*outcomes: str, mark: str = "") -> str:
    listed = "".join(f"      {outcome}\n" for outcome in outcomes)
    return f"  zz_here:{mark}\n    outcomes:\n{listed}{END}"


OUT = "zz_out: {text: Out, then: zz_end}"


@dataclass(frozen=True)
class Defect:
    """``choice``: goes among the choices of a decision; ``node``: among the nodes; ``top``: a key
    at the top and an entry that goes first below it. FACT and WORD stand for a fact of the case.
    """

    code: str
    choice: str = ""
    node: str = ""
    top: tuple[str, str] | None = None


def broken(code: str, choice: str) -> Defect:
    """A faulty choice that leads to a sound ending."""
    return Defect(code, choice, END)


LONG = "word " * 300
DEFECTS: dict[str, Defect] = {
    "a node nothing leads to": Defect(
        "S101", node="  zz_lost: {ending: lost, title: x, scene: night, text: x} #!\n"
    ),
    "a pit": Defect(
        "S102", GO, "  zz_here: #!\n    title: x\n    scene: office\n    text: x\n"
        "    choices:\n      stay: {text: Stay, then: zz_here}\n",
    ),
    "a soft-lock": Defect(
        "S201", GO, scene("out: {text: x, when: not insured, then: zz_end}").replace(":", ": #!", 1)
    ),
    "a loop that one world never leaves": Defect(
        "S202", GO,
        reveal('out: {p: "1 if FACT == \'WORD\' else 0", then: zz_end}',
               "on: {p: rest, then: zz_here}").replace("zz_here:", "zz_here: #!", 1),
    ),
    "a node behind a condition that never holds": Defect(
        "S203", "zz_go: {text: x, when: insured and not insured, then: zz_end}",
        END.replace("\n", " #!\n"),
    ),
    "a choice that is never on offer": Defect(
        "S204", GO, scene(OUT, "zz_no: {text: x, when: insured and not insured, then: zz_end} #!")
    ),
    "an outcome that cannot happen": Defect(
        "S205", GO, reveal("a: {p: 1, then: zz_end}", "b: {p: rest, then: zz_end} #!")
    ),
    "a condition that is always true": Defect(
        "S206", GO, scene("zz_out: {text: x, when: insured or not insured, then: zz_end} #!")
    ),
    "a text that is always shown": Defect(
        "S206", GO, scene(OUT, text="\n      - {when: insured or not insured, text: x} #!")
    ),
    "a text that is never shown": Defect(
        "S207", GO,
        scene(OUT, text="\n      - x\n      - {when: insured and not insured, text: x} #!"),
    ),
    "a panel that is never shown": Defect(
        "S207", GO, scene(OUT, extra="    panels:\n      - {kind: mail, title: x, text: x, "
                          "when: insured and not insured} #!\n"),
    ),
    "a photo without words": Defect(
        "S501", GO,
        scene(OUT, extra="    panels:\n      - {kind: photo, title: Rack, text: Rack} #!\n"),
    ),
    "a title that is too long": Defect(
        "S502", GO, scene(OUT).replace("title: Here", f"title: {LONG[:100]} #!")
    ),
    "a paragraph that is too long": Defect("S502", GO, scene(OUT, text=f"{LONG} #!")),
    "a label of a choice that is too long": Defect(
        "S502", GO, scene(f"zz_out: {{text: {LONG}, then: zz_end}} #!")
    ),
    "a variable nobody reads": Defect("S401", top=("variables", "  zz_spare: false #!\n")),
    "a fact nobody reveals": Defect("S402", top=("facts", "  zz_moon: {full: 0.5, new: 0.5} #!\n")),
    "probabilities below 1": Defect(
        "E501", GO, reveal("a: {p: 0.5, then: zz_end}", "b: {p: 0.4, then: zz_end}", mark=" #!")
    ),
    "probabilities above 1 in one world": Defect(
        "E501", GO,
        reveal('a: {p: "1 if FACT == \'WORD\' else 0.5", then: zz_end}',
               "b: {p: 0.5, then: zz_end}", mark=" #!"),
    ),
    "a fact that does not add up": Defect(
        "E501", top=("facts", "  zz_moon: {full: 0.5, new: 0.4} #!\n")
    ),
    "two rests": Defect(
        "E503", GO, reveal("a: {p: rest, then: zz_end}", "b: {p: rest, then: zz_end}", mark=" #!")
    ),
    "a probability that is a word": Defect("E503", GO, reveal("a: {p: often, then: zz_end} #!")),
    "a way to nowhere": broken("E301", "zz: {text: x, then: zz_nowhere} #!"),
    "a head of loss that is not there": broken(
        "E302", "zz: {text: x, loss: {zz_none: 5.00 EUR}, then: zz_end} #!"
    ),
    "a duty that is not there": broken("E302", "zz: {text: x, breaches: zz_no, then: zz_end} #!"),
    "a built-in name": Defect("E303", top=("variables", "  minutes: false #!\n")),
    "a name for two things": Defect("E304", top=("variables", "  FACT: false #!\n")),
    "a choice that reads a hidden fact": broken(
        "E402", "zz: {text: x, when: FACT == 'WORD', then: zz_end} #!"
    ),
    "a misspelt name": broken("E401", "zz: {text: x, when: insurde, then: zz_end} #!"),
    "code in a condition": broken("E401", "zz: {text: x, when: open('x'), then: zz_end} #!"),
    "hours that are none": broken("E404", "zz: {text: x, hours: 0.0001, then: zz_end} #!"),
    "an unknown key": broken("E201", "zz: {text: x, txet: y, then: zz_end} #!"),
    "a missing key": broken("E202", "zz: {then: zz_end} #!"),
    "a list for a text": broken("E203", "zz: {text: [x], then: zz_end} #!"),
    "an id that is none": broken("E204", "Zz-9: {text: x, then: zz_end} #!"),
    "an unknown kind of panel": Defect(
        "E205", GO, scene(OUT, extra="    panels:\n      - {kind: fax, title: x, text: x} #!\n")
    ),
    "an unknown placeholder": broken("E601", "zz: {text: 'It is {tiem}', then: zz_end} #!"),
    "a key twice": broken("E112", "zz: {text: x, text: y, then: zz_end} #!"),
    "an anchor": broken("E108", "zz: {text: &a x, then: zz_end} #!"),
    "a tag": broken("E109", "zz: {text: !!python/name:os.system x, then: zz_end} #!"),
}  # fmt: skip
ADVICE: dict[str, Defect] = {
    "a choice that only costs": Defect(
        "A101", GO, scene(OUT, "zz_slow: {text: x, hours: 9, loss: {HEAD: 900.00 EUR}, "
                          "then: zz_end} #!"),
    ),
    "a false dilemma": Defect(
        "A102", GO, scene(f"{OUT} #!", "zz_slow: {text: x, hours: 9, loss: {HEAD: 900.00 EUR}, "
                          "then: zz_end}"),
    ),
    "a decision without a lesson": Defect(
        "A201", GO, scene(OUT, "zz_b: {text: x, then: zz_end}").replace(":", ": #!", 1)
    ),
    "a fact without words": Defect(
        "A202", top=("facts", "  zz_moon: {full: 0.5, new: 0.5} #!\n")
    ),
}  # fmt: skip


def places(loaded: Loaded) -> int:
    """At how many places of a case a defect can be planted."""
    return len(_decisions(loaded))


def planted(text: str, loaded: Loaded, defect: Defect, place: int) -> tuple[str, int]:
    """The case with a defect at one of its places, and the line that has to be told."""
    scenario = loaded.scenario
    decisions = _decisions(loaded)
    decision = decisions[place % len(decisions)]
    blocks: list[tuple[int, str]] = []
    if defect.choice:
        mark = loaded.mark("nodes", decision.id, "choices", decision.choices[0].id)
        blocks.append((mark.line, f"{' ' * (mark.column - 1)}{defect.choice}\n"))
    if defect.node:
        ids = list(scenario.nodes)
        line = loaded.mark("nodes", ids[place * 3 % len(ids)]).line
        blocks.append((line, defect.node))
    if defect.top:
        blocks.append((loaded.mark(defect.top[0]).line + 1, defect.top[1]))
    lines = text.splitlines(keepends=True)
    fact = scenario.facts[0]
    for line, block in sorted(blocks, reverse=True):
        filled = block.replace("FACT", fact.id).replace("WORD", fact.domain.words[0])
        lines.insert(line - 1, filled.replace("HEAD", scenario.heads[0].id))
    whole = "".join(lines)
    assert whole.count(MARK) == 1
    return whole, whole[: whole.index(MARK)].count("\n") + 1


def sound(text: str) -> Loaded:
    """The case before anything is planted in it."""
    assert MARK not in text
    return parse_scenario(text)


def _decisions(loaded: Loaded) -> list[DecisionNode]:
    """Decisions at which a play can surely arrive, for each is led to from the start."""
    nodes = loaded.scenario.nodes.values()
    return [node for node in nodes if isinstance(node, DecisionNode)]
