"""Builds the nodes of a story: decisions, reveals and endings, with their effects."""

from __future__ import annotations

from collections.abc import Mapping

from app.authoring.chances import Chances
from app.authoring.finding import Mark, Report, shorten, suggestion
from app.authoring.formulas import Formulas
from app.authoring.parts import Names, entries, word
from app.authoring.prose import Prose
from app.authoring.reading import Listing, Scalar, Table, Value
from app.engine.expression import Expression
from app.engine.scenario import (
    ChanceNode,
    Choice,
    DecisionNode,
    Effect,
    Ending,
    Guide,
    Lesson,
    Node,
    Outcome,
    Tone,
)
from app.phrase import Phrase


class Nodes:
    """Reads the nodes of one scenario. ``ids``: of all nodes, faulty ones included."""

    def __init__(
        self,
        names: Names,
        ids: frozenset[str],
        formulas: Formulas,
        prose: Prose,
        chances: Chances,
        report: Report,
    ) -> None:
        self.names = names
        self.ids = ids
        self.formulas = formulas
        self.prose = prose
        self.chances = chances
        self.report = report

    def build(self, nodes: Table) -> dict[str, Node]:
        """All nodes by id, in the order of the file."""
        return {
            id_: self._node(id_, table, nodes.keys[id_])
            for id_, table in nodes.entries.items()
            if isinstance(table, Table)
        }

    def target(self, value: Value) -> str:
        """The id of a node that exists."""
        if word(value) not in self.ids:
            message = Phrase("there is no node {value}", value=shorten(word(value)))
            self.report.add(value.mark, "E301", message, suggestion(word(value), self.ids))
        return word(value)

    def duties(self, value: Value | None) -> tuple[str, ...]:
        """Ids of duties that exist, from one id or a list."""
        return known_ids(value, self.names.duties, Phrase("duty"), self.report)

    def _node(self, id_: str, table: Table, mark: Mark) -> Node:
        key = f"nodes.{id_}"
        if "outcomes" in table.entries:
            return self._chance(id_, table, mark)
        title = self.prose.required(table, "title", f"{key}.title")
        scene = word(table.entries["scene"])
        passages = self.prose.passages(table.entries["text"], f"{key}.text")
        panels = self.prose.panels(table.get("panels"), f"{key}.panels")
        if "ending" in table.entries:
            tone = Tone(word(table.entries["ending"]))
            return Ending(id_, title, scene, passages, panels, tone)
        choices = tuple(
            self._choice(f"{key}.choices.{choice_id}", choice_id, choice)
            for choice_id, choice in entries(table.entries["choices"]).items()
        )
        lesson = self._lesson(table.get("lesson"), f"{key}.lesson")
        guide = self._guide(table.get("facilitator"), f"{key}.facilitator")
        return DecisionNode(id_, title, scene, passages, panels, choices, lesson, guide)

    def _lesson(self, table: Value | None, key: str) -> Lesson | None:
        if not isinstance(table, Table):
            return None
        return Lesson(self.prose.required(table, "text", key), word(table.entries["source"]))

    def _guide(self, table: Value | None, key: str) -> Guide | None:
        if not isinstance(table, Table):
            return None
        questions = table.get("questions")
        asked = [
            self.prose.text(item, f"{key}.questions.{number}")
            for number, item in enumerate(questions.items if isinstance(questions, Listing) else ())
        ]
        return Guide(
            self.prose.text(table.get("notes"), f"{key}.notes"),
            tuple(question for question in asked if question is not None),
            self.prose.text(table.get("expected_answer"), f"{key}.expected_answer"),
        )

    def _choice(self, key: str, id_: str, table: Value) -> Choice:
        assert isinstance(table, Table)
        when, priced, test = (table.get(name) for name in ("when", "priced", "test"))
        return Choice(
            id=id_,
            text=self.prose.required(table, "text", f"{key}.text"),
            effect=self._effect(table),
            then=self.target(table.entries["then"]),
            detail=self.prose.text(table.get("detail"), f"{key}.detail"),
            when=None if when is None else self.formulas.condition(when),
            log=self.prose.text(table.get("log"), f"{key}.log"),
            priced=not (isinstance(priced, Scalar) and priced.data is False),
            keeps=self.duties(table.get("keeps")),
            test=isinstance(test, Scalar) and test.data is True,
        )

    def _chance(self, id_: str, table: Table, mark: Mark) -> ChanceNode:
        key = f"nodes.{id_}"
        outcomes = {
            outcome_id: outcome
            for outcome_id, outcome in entries(table.entries["outcomes"]).items()
            if isinstance(outcome, Table)
        }
        denominator, weights = self.chances.weights(
            mark, {outcome_id: outcome.entries["p"] for outcome_id, outcome in outcomes.items()}
        )
        built = tuple(
            self._outcome(f"{key}.outcomes.{outcome_id}", outcome_id, outcome, weight)
            for (outcome_id, outcome), weight in zip(outcomes.items(), weights, strict=True)
        )
        title = self.prose.text(table.get("title"), f"{key}.title")
        return ChanceNode(id_, denominator, built, title)

    def _outcome(self, key: str, id_: str, table: Table, weight: Expression) -> Outcome:
        return Outcome(
            id=id_,
            weight=weight,
            effect=self._effect(table),
            then=self.target(table.entries["then"]),
            passages=self.prose.passages(table.get("text"), f"{key}.text"),
            log=self.prose.text(table.get("log"), f"{key}.log"),
        )

    def _effect(self, table: Table) -> Effect:
        minutes, work = self.formulas.duration(table)
        return Effect(
            minutes,
            work,
            losses=self._losses(table.get("loss")),
            assign=self._assignments(table.get("set")),
            breaches=tuple(
                self.names.symbols[f"breach_{duty}"].slot
                for duty in self.duties(table.get("breaches"))
            ),
        )

    def _losses(self, value: Value | None) -> tuple[tuple[int, Expression], ...]:
        found = []
        for head, amount in entries(value).items():
            cents = self.formulas.money(amount)
            if head in self.names.heads:
                found.append((self.names.symbols[f"loss_{head}"].slot, cents))
            else:
                self._unknown(value, head, Phrase("head of loss"), self.names.heads)
        return tuple(found)

    def _assignments(self, value: Value | None) -> tuple[tuple[int, Expression], ...]:
        variables = {variable.id: variable for variable in self.names.variables}
        found = []
        for name, item in entries(value).items():
            if name in variables:
                slot = self.names.symbols[name].slot
                found.append((slot, self.formulas.value(item, variables[name].domain)))
            else:
                self._unknown(value, name, Phrase("variable"), variables)
        return tuple(found)

    def _unknown(
        self,
        table: Value | None,
        name: str,
        what: Phrase,
        known: Mapping[str, object] | tuple[str, ...],
    ) -> None:
        assert isinstance(table, Table)
        message = Phrase("there is no {what} {name}", what=what, name=shorten(name))
        self.report.add(table.keys[name], "E302", message, suggestion(name, known))


def known_ids(
    value: Value | None, known: tuple[str, ...], what: Phrase, report: Report
) -> tuple[str, ...]:
    """Those ids, one or a list, that are known; the others are reported."""
    if value is None:
        return ()
    found = []
    for item in value.items if isinstance(value, Listing) else (value,):
        if word(item) in known:
            found.append(word(item))
        else:
            message = Phrase("there is no {what} {item}", what=what, item=shorten(word(item)))
            report.add(item.mark, "E302", message, suggestion(word(item), known))
    return tuple(found)
