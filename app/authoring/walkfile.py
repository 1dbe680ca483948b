"""Reads ``tests.yaml``: an author's tests of a scenario, by ids that must all exist."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.authoring import expecting
from app.authoring.expecting import Expectation
from app.authoring.finding import Mark, Report, shorten, suggestion
from app.authoring.parts import entries, word
from app.authoring.pruning import prune
from app.authoring.reading import Listing, Scalar, Table, Value, read_bytes, read_file
from app.authoring.shape import FILE_ID, ID, ById, Either, Lines, Record, Whole, Word
from app.authoring.walking import Deal, Walked
from app.engine.coverage import insurance_terms
from app.engine.graph import moves
from app.engine.review import Label
from app.engine.scenario import ChanceNode, DecisionNode, Ending, Scenario
from app.phrase import Phrase

TESTS_FILE = "tests.yaml"
FORMAT = 1
OPTIMAL = "optimal"
"""The plan that every scenario has: perfect play."""
SEED = 1
"""Of a test that names none."""

_REFERENCE = Word(Phrase("an id"))
_IDS = Either(Phrase("an id or a list of ids"), scalar=_REFERENCE, listing=Lines(_REFERENCE))
_MONEY = Word(
    Phrase("an amount like 500.00 EUR, at most 500.00 EUR or 400.00 to 500.00 EUR"), expecting.MONEY
)
_PLACE = ID + r"(/[1-9][0-9]?)?"
_LABEL = Word(Phrase("a label of the review"), options=tuple(Label))
_BILL = ("client_loss", "claim", "justified_claim", "insurer_pays", "you_pay")
_SCENE = Record(
    Phrase("a scene"),
    {},
    {"known": ById(Word(Phrase("a value"))), "offered": _IDS, "not_offered": _IDS},
)
_EXPECT = Record(
    Phrase("what is expected"),
    {},
    {
        "ending": _REFERENCE,
        "ledger": ById(_MONEY),
        **dict.fromkeys(_BILL, _MONEY),
        "regret": _MONEY,
        "decisions": ById(
            Either(Phrase("a label or a list"), scalar=_LABEL, listing=Lines(_LABEL)),
            pattern=_PLACE,
        ),
        "at": ById(_SCENE, pattern=_PLACE),
    },
)
_TEST = Record(
    Phrase("a test"),
    {"expect": _EXPECT},
    {
        "about": Word(),
        "plan": _REFERENCE,
        "choices": Lines(_REFERENCE),
        "facts": ById(_REFERENCE),
        "outcomes": ById(_REFERENCE),
        "seed": Whole(0, 2**63 - 1),
        "terms": _REFERENCE,
    },
)
TESTS = Record(
    Phrase("a file of tests"),
    {"format": Whole(FORMAT, FORMAT), "tests": ById(_TEST, least=1, pattern=FILE_ID)},
    {"terms": _REFERENCE},
)


@dataclass(frozen=True)
class WalkTest:
    """One test. ``plan`` or else ``choices`` say the way; both carry the places they stand at."""

    id: str
    mark: Mark
    deal: Deal
    plan: str
    choices: tuple[tuple[str, Mark], ...]
    expectations: tuple[Expectation, ...]


def read_tests(path: Path, scenario: Scenario) -> tuple[WalkTest, ...]:
    """The tests of a file. Raises ScenarioFileError with all that is wrong with it."""
    report = Report(str(path))
    return _tests(read_file(path, report), scenario, report)


def parse_tests(
    text: str | bytes, scenario: Scenario, file: str = TESTS_FILE
) -> tuple[WalkTest, ...]:
    """As :func:`read_tests`, from the text of a file. Raises ScenarioFileError."""
    report = Report(file)
    data = text.encode() if isinstance(text, str) else text
    return _tests(read_bytes(data, report), scenario, report)


def _tests(tree: Table, scenario: Scenario, report: Report) -> tuple[WalkTest, ...]:
    pruned = prune(TESTS, tree, report)
    report.stop()
    assert isinstance(pruned, Table)
    builder = _Builder(scenario, report, pruned.get("terms"))
    tests = pruned.entries["tests"]
    assert isinstance(tests, Table)
    found = tuple(
        builder.test(id_, tests.keys[id_], table)
        for id_, table in tests.entries.items()
        if isinstance(table, Table)
    )
    report.stop()
    return found


class _Builder:
    """Builds tests and tells of ids that do not exist."""

    def __init__(self, scenario: Scenario, report: Report, terms: Value | None) -> None:
        self.scenario = scenario
        self.report = report
        self.facts = {fact.id: fact.domain.words for fact in scenario.facts}
        self.moves = {
            id_: tuple(move.id for move in moves(node)) for id_, node in scenario.nodes.items()
        }
        self.terms = self._terms(terms, scenario.default_terms)

    def test(self, id_: str, mark: Mark, table: Table) -> WalkTest:
        plan, listed = table.get("plan"), table.get("choices")
        if (plan is None) == (listed is None):
            message = (
                Phrase("the test {id} has neither: plan, choices", id=repr(id_))
                if plan is None
                else Phrase("the test {id} has both: plan, choices", id=repr(id_))
            )
            self.report.add(mark, "E207", message, Phrase("give it exactly one of the two"))
        facts = self._picks(table.get("facts"), self.facts, (Phrase("fact"), Phrase("value")))
        fixed = self._picks(
            table.get("outcomes"),
            self._kind(ChanceNode),
            (Phrase("chance node"), Phrase("outcome")),
        )
        if plan is not None:
            self._known(plan, [*self.scenario.plans, OPTIMAL], Phrase("plan"))
            told = self.scenario.plans.get(word(plan))
            if told is not None:
                facts, fixed = {**told.facts, **facts}, {**told.outcomes, **fixed}
        seed = table.get("seed")
        number = seed.data if isinstance(seed, Scalar) else SEED
        assert isinstance(number, int)
        deal = Deal(self._terms(table.get("terms"), self.terms), number, facts, fixed)
        expect = table.entries["expect"]
        assert isinstance(expect, Table)
        if not expect.entries:
            self.report.add(
                expect.mark, "E206", Phrase("nothing is expected"), Phrase("add 'ending: ...'")
            )
        outcomes = table.get("outcomes")
        wanted = [
            expecting.outcome(value.mark, node, word(value))
            for node, value in entries(outcomes).items()
        ]
        expectations = (*wanted, *self._end(expect), *self._way(expect))
        return WalkTest(id_, mark, deal, word(plan), self._choices(listed), expectations)

    def _end(self, expect: Table) -> Iterable[Expectation]:
        ending = expect.get("ending")
        if ending is not None:
            self._known(ending, self._kind(Ending), Phrase("ending"))
            yield expecting.ending(ending.mark, word(ending))
        yield from self._ledger(expect.get("ledger"))
        for key in _BILL:
            value = expect.get(key)
            if value is not None:
                yield expecting.amount(value.mark, key, word(value), _billed(key))
        regret = expect.get("regret")
        if regret is not None:
            yield expecting.amount(
                regret.mark, "regret", word(regret), lambda walked: walked.review.regret
            )
        decisions = expect.get("decisions")
        for key, value in entries(decisions).items():
            assert isinstance(decisions, Table)
            place = self._place(key, decisions.keys[key], self._kind(DecisionNode))
            yield expecting.label(value.mark, place, tuple(word(item) for item in _items(value)))

    def _ledger(self, ledger: Value | None) -> Iterable[Expectation]:
        heads = [head.id for head in self.scenario.heads]
        for key, value in entries(ledger).items():
            assert isinstance(ledger, Table)
            if key not in heads:
                self._unknown(ledger.keys[key], Phrase("head of loss"), key, heads)
                continue
            yield expecting.amount(value.mark, f"ledger {key}", word(value), _lost(key))

    def _way(self, expect: Table) -> Iterable[Expectation]:
        scenes = expect.get("at")
        public = [name for name, symbol in self.scenario.symbols.items() if not symbol.hidden]
        for key, scene in entries(scenes).items():
            assert isinstance(scenes, Table)
            assert isinstance(scene, Table)
            place = self._place(key, scenes.keys[key], self.moves)
            known = scene.get("known")
            for name, value in entries(known).items():
                assert isinstance(known, Table)
                if name not in public:
                    self._unknown(known.keys[name], Phrase("variable"), name, public)
                    continue
                yield expecting.known(value.mark, place, name, word(value))
            for part, wanted in (("offered", True), ("not_offered", False)):
                for item in _items(scene.get(part)):
                    if place[0] in self.moves:
                        self._known(item, self.moves[place[0]], Phrase("choice"))
                    yield expecting.offered(item.mark, place, word(item), wanted)

    def _choices(self, value: Value | None) -> tuple[tuple[str, Mark], ...]:
        known = [id_ for choices in self._kind(DecisionNode).values() for id_ in choices]
        items = value.items if isinstance(value, Listing) else ()
        for item in items:
            self._known(item, known, Phrase("choice"))
        return tuple((word(item), item.mark) for item in items)

    def _kind(self, wanted: type) -> dict[str, tuple[str, ...]]:
        nodes = self.scenario.nodes
        return {id_: ids for id_, ids in self.moves.items() if isinstance(nodes[id_], wanted)}

    def _terms(self, value: Value | None, otherwise: str) -> str:
        known = insurance_terms(self.scenario)
        if value is None or not self._known(value, known, Phrase("insurance terms")):
            return otherwise
        return word(value)

    def _picks(
        self, value: Value | None, known: Mapping[str, tuple[str, ...]], what: tuple[Phrase, Phrase]
    ) -> dict[str, str]:
        found = {}
        for key, item in entries(value).items():
            assert isinstance(value, Table)
            if key not in known:
                self._unknown(value.keys[key], what[0], key, known)
            elif self._known(item, known[key], Phrase("{what} of {key}", what=what[1], key=key)):
                found[key] = word(item)
        return found

    def _place(self, key: str, mark: Mark, known: Iterable[str]) -> tuple[str, int]:
        node, _, visit = key.partition("/")
        if node not in known:
            self._unknown(mark, Phrase("node for this"), node, known)
        return node, int(visit or 1)

    def _known(self, value: Value, known: Iterable[str], what: Phrase) -> bool:
        if word(value) in known:
            return True
        self._unknown(value.mark, what, word(value), known)
        return False

    def _unknown(self, mark: Mark, what: Phrase, name: str, known: Iterable[str]) -> None:
        message = Phrase("there is no {what} {name}", what=what, name=shorten(name))
        self.report.add(mark, "E702", message, suggestion(name, known))


def _items(value: Value | None) -> tuple[Value, ...]:
    if isinstance(value, Listing):
        return value.items
    return () if value is None else (value,)


def _billed(key: str) -> Callable[[Walked], int]:
    def read(walked: Walked) -> int:
        cents: int = getattr(walked.bill, key)
        return cents

    return read


def _lost(head: str) -> Callable[[Walked], int]:
    return lambda walked: walked.state.losses()[head]
