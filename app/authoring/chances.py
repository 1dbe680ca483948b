"""The probabilities of a chance node: compiled to whole weights and proved to add up to 1."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import product

from app.authoring.finding import Mark, Report, suggestion
from app.authoring.formulas import names_in, without_list
from app.authoring.parts import Names, decimal, word
from app.authoring.reading import Table, Value
from app.engine.clock import DAY, Calendar
from app.engine.errors import ExpressionError, UnknownNameError
from app.engine.expression import (
    Expression,
    Symbol,
    compile_expression,
    compile_weights,
    constant,
)
from app.engine.scenario import CLOCK_SLOT, MAX_MINUTES
from app.phrase import Phrase

MAX_SITUATIONS = 20_000
"""For one node."""
MAX_CHECKS = 300_000
"""Probabilities computed for all nodes together."""
MAX_OUTCOMES = 2_000
"""Of all nodes together."""

_FAULTY = ""
"""Stands for a probability whose fault has been told."""
_CONSTANT = re.compile(r"(?<![\w.])\d{1,15}(?![\w.])")


class Chances:
    """Reads the ``p`` of all outcomes of one scenario."""

    def __init__(self, names: Names, calendar: Calendar, report: Report) -> None:
        self.names = names
        self.calendar = calendar
        self.report = report
        self.checks = 0
        self.outcomes = 0

    def weights(
        self, mark: Mark, chances: Mapping[str, Value]
    ) -> tuple[int, tuple[Expression, ...]]:
        """Denominator and weights of the outcomes, whose ``p`` come by outcome id."""
        self.outcomes += len(chances)
        if self.outcomes > MAX_OUTCOMES:
            self.report.add(
                mark,
                "E406",
                Phrase("more than {max_outcomes} outcomes", max_outcomes=MAX_OUTCOMES),
                Phrase("split the story"),
            )
            self.report.stop()
        texts = [self._text(value) for value in chances.values()]
        fallback = (1, tuple(constant(0) for _ in texts))
        if texts.count(None) > 1:
            self.report.add(
                mark,
                "E503",
                Phrase("two outcomes have p: rest"),
                Phrase("give one of them a number"),
            )
        elif _FAULTY in texts:
            return fallback
        try:
            denominator, weights = compile_weights(texts, self.names.symbols)
        except ExpressionError as error:
            told = [self._explain(*pair) for pair in zip(chances.values(), texts, strict=True)]
            if not any(told) and texts.count(None) < 2:
                self.report.add(mark, "E503", error.phrase, Phrase("use simpler decimals"))
            return fallback
        self._prove(mark, list(chances), denominator, weights, None in texts)
        return denominator, tuple(weights)

    def _text(self, value: Value) -> str | None:
        if isinstance(value, Table):
            return self._by_fact(value)
        return None if word(value) == "rest" else word(value)

    def _by_fact(self, table: Table) -> str:
        """A mapping of one fact's words as a chain of conditions."""
        keys = set(table.entries)
        facts = [fact for fact in self.names.facts if keys == set(fact.domain.words)]
        if len(facts) != 1:
            self._explain_mapping(table, keys, len(facts))
            return _FAULTY
        chain = ""
        for key, value in table.entries.items():
            chain += f"({word(value)}) if {facts[0].id} == '{key}' else "
        return chain + "0"

    def _explain_mapping(self, table: Table, keys: set[str], fitting: int) -> None:
        if fitting:
            message = Phrase(
                "the words {keys} belong to {fitting} facts",
                keys=", ".join(sorted(keys)),
                fitting=fitting,
            )
            remedy = Phrase("write an expression: 0.6 if FACT == 'word' else 0.3")
        else:
            nearest = max(
                self.names.facts, key=lambda fact: len(keys & set(fact.domain.words)), default=None
            )
            words = nearest.domain.words if nearest is not None else ()
            message = Phrase(
                "the words {keys} are not all the words of one fact", keys=", ".join(sorted(keys))
            )
            remedy = Phrase(
                "write one p for each of {words}",
                words=", ".join(words) or Phrase("the words of a fact"),
            )
        self.report.add(table.mark, "E503", message, remedy)

    def _explain(self, value: Value, text: str | None) -> bool:
        """Tell the faults of one probability at its place; whether it has any."""
        if text is None:
            return False
        try:
            compile_weights([text], self.names.symbols)
        except ExpressionError as error:
            remedy = Phrase(
                "write a decimal, a fraction, rest, or such numbers chosen by conditions"
            )
            unknown = sorted(names_in(text) - self.names.symbols.keys() - {"if", "else"})
            if isinstance(error, UnknownNameError) and unknown:
                remedy = suggestion(unknown[0], self.names.symbols)
            self.report.add(value.mark, "E503", without_list(error), remedy)
            return True
        return False

    def _prove(
        self,
        mark: Mark,
        ids: list[str],
        denominator: int,
        weights: list[Expression],
        has_rest: bool,
    ) -> None:
        read = sorted(frozenset().union(*(weight.names for weight in weights)))
        text = " ".join(weight.text for weight in weights)
        slots = situations([self.names.symbols[name] for name in read], text, self.calendar)
        number = 1
        for values in slots.values():
            number *= len(values)
        self.checks += min(number, MAX_SITUATIONS) * len(weights)
        if number > MAX_SITUATIONS or self.checks > MAX_CHECKS:
            message = Phrase(
                "the probabilities depend on too much: {number} situations to check", number=number
            )
            self.report.add(
                mark, "E502", message, Phrase("let them, or those above, read fewer names")
            )
            return
        state = [0] * (1 + max((symbol.slot for symbol in self.names.symbols.values()), default=0))
        for combination in product(*slots.values()):
            for slot, stored in zip(slots, combination, strict=True):
                state[slot] = stored
            results = [weight.evaluate(state) for weight in weights]
            if sum(results) != denominator or min(results) < 0:
                self._fault(mark, ids, results, denominator, has_rest, self._told(read, state))
                return

    def _fault(
        self,
        mark: Mark,
        ids: list[str],
        results: list[int],
        denominator: int,
        has_rest: bool,
        told: str,
    ) -> None:
        shares = ", ".join(
            f"{id_} {_share(result, denominator)}" for id_, result in zip(ids, results, strict=True)
        )
        if has_rest:
            message = Phrase(
                "more than 1 is given away, the rest is negative{told}: {shares}",
                told=told,
                shares=shares,
            )
            remedy = Phrase("lower the other probabilities there")
        else:
            total = _share(sum(results), denominator)
            message = Phrase(
                "the probabilities add up to {total}{told}: {shares}",
                total=total,
                told=told,
                shares=shares,
            )
            remedy = Phrase("make them add up to exactly 1, or give one outcome p: rest")
        self.report.add(mark, "E501", message, remedy)

    def _told(self, read: list[str], state: list[int]) -> str:
        facts = []
        for name in read:
            symbol = self.names.symbols[name]
            value = symbol.domain.decode(compile_expression(name, {name: symbol}).evaluate(state))
            facts.append(f"{name} = {str(value).lower() if symbol.domain.is_bool else value}")
        return Phrase(" when {facts}", facts=", ".join(facts)) if facts else ""


def situations(
    symbols: Iterable[Symbol], text: str, calendar: Calendar
) -> dict[int, tuple[int, ...]]:
    """By slot, the stored values worth trying: all words, and for whole numbers the ends of
    the range and the values around each number that the text compares with.
    """
    numbers = {int(match) for match in _CONSTANT.findall(text)}
    found: dict[int, set[int]] = {}
    for symbol in symbols:
        values = found.setdefault(symbol.slot, set())
        domain = symbol.domain
        if symbol.slot == CLOCK_SLOT:
            values |= _moments(symbol.name, numbers, calendar)
        elif domain.words or domain.is_bool:
            values |= set(range(domain.low, domain.high + 1))
        else:
            around = {number + step for number in numbers for step in (-1, 0, 1)}
            around |= {-number for number in around} | {domain.low, domain.high}
            values |= {value for value in around if domain.low <= value <= domain.high}
    return {slot: tuple(sorted(values)) for slot, values in found.items()}


def _moments(name: str, numbers: set[int], calendar: Calendar) -> set[int]:
    offset = calendar.start_minute % DAY
    moments = {0, MAX_MINUTES}
    for number in numbers:
        first = {
            "minutes": number,
            "hours": number * 60,
            "day": (number - 1) * DAY - offset,
            "minute_of_day": (number - offset) % DAY,
        }[name]
        length = {"hours": 60, "day": DAY}.get(name, 1)
        for start in (first, first + length):
            moments |= {start - 1, start, start + 1}
    return {moment for moment in moments if 0 <= moment <= MAX_MINUTES}


def _share(weight: int, denominator: int) -> str:
    return decimal(Fraction(weight, denominator))
