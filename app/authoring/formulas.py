"""Compiles what authors write as expressions, money and hours, and reports what does not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction

from app.authoring.finding import Report, shorten, suggestion
from app.authoring.reading import Scalar, Table, Value
from app.engine.errors import ExpressionError, UnknownNameError
from app.engine.expression import (
    BOOLEAN,
    Domain,
    Expression,
    Symbol,
    Values,
    compile_expression,
    constant,
)
from app.engine.scenario import MAX_CENTS, MAX_MINUTES
from app.phrase import Phrase

MAX_EXPRESSIONS = 2_000
NUMBER = Domain.integer(-MAX_CENTS, MAX_CENTS)

_AMOUNT = re.compile(r"(-?\d{1,10})(?:\.(\d\d))? EUR")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_NAME = re.compile(r"\b[a-zA-Z_]\w*\b")


def fixed(value: int, domain: Domain) -> Expression:
    """An expression that is always the stored ``value`` of ``domain``."""

    def evaluate(_values: Values) -> int:
        return value

    return Expression(str(domain.decode(value)), frozenset(), domain, evaluate)


def names_in(text: str) -> set[str]:
    """The names that an expression mentions outside of quotes, keywords included."""
    return set(_NAME.findall(_QUOTED.sub("", text)))


def clock_minutes(text: str) -> int:
    """Minutes of the day of ``HH:MM``, whose form the shape has checked."""
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


def moment(text: str) -> datetime:
    """The moment ``YYYY-MM-DD HH:MM``. Raises ValueError for days that do not exist."""
    return datetime.fromisoformat(text)


class Formulas:
    """The expressions of one scenario: compiled against its names, faults reported."""

    def __init__(self, symbols: Mapping[str, Symbol], report: Report) -> None:
        self.symbols = symbols
        self.public = {name: symbol for name, symbol in symbols.items() if not symbol.hidden}
        self.hidden = symbols.keys() - self.public.keys()
        self.report = report
        self.compiled: dict[tuple[str, Domain], Expression] = {}
        self.attempts = 0

    def condition(self, value: Value) -> Expression:
        """A condition on public values."""
        return self._compile(_scalar(value), _scalar(value).text, BOOLEAN)

    def value(self, value: Value, domain: Domain) -> Expression:
        """A value of ``domain``: a word or number as it stands, or an expression that fits."""
        item = _scalar(value)
        if item.text in domain.words:
            return fixed(domain.words.index(item.text), domain)
        if isinstance(item.data, str):
            return self._within(item, self._compile(item, item.text, domain), domain)
        try:
            return fixed(domain.encode(item.data), domain)
        except ExpressionError as error:
            self.report.add(
                item.mark, "E401", error.phrase, Phrase("write {domain}", domain=describe(domain))
            )
            return fixed(max(domain.low, 0), domain)

    def money(self, value: Value, domain: Domain = NUMBER) -> Expression:
        """An amount in cents from ``1200.00 EUR``, whole EUR, or an expression in whole EUR."""
        item = _scalar(value)
        amount = _AMOUNT.fullmatch(item.text)
        if amount is not None:
            cents = int(amount[1]) * 100
            small = int(amount[2] or 0)
            result = constant(cents - small if amount[1].startswith("-") else cents + small)
        elif isinstance(item.data, int) and not isinstance(item.data, bool):
            result = constant(item.data * 100)
        elif isinstance(item.data, str) and "EUR" not in item.text:
            result = self._compile(item, item.text, NUMBER)
            if result.names or result.domain.high:
                result = self._compile(item, f"({item.text}) * 100", NUMBER)
        else:
            self.report.add(
                item.mark,
                "E403",
                Phrase("{text} is not an amount", text=shorten(item.text)),
                Phrase("write 1200.00 EUR, a whole number of EUR, or an expression in whole EUR"),
            )
            return constant(0)
        return self._within(item, result, domain)

    def cents(self, value: Value) -> int:
        """A constant amount in cents, not negative."""
        result = self.money(value, Domain.integer(0, MAX_CENTS))
        if result.names:
            self.report.add(
                _scalar(value).mark,
                "E403",
                Phrase("{text} changes during play", text=shorten(result.text)),
                Phrase("write a fixed amount like 80.00 EUR"),
            )
            return 0
        return int(result.evaluate(()))

    def minutes(self, value: Value | None) -> str:
        """The text of an expression for the minutes that so many hours are."""
        if value is None:
            return "0"
        item = _scalar(value)
        if isinstance(item.data, int | Fraction) and not isinstance(item.data, bool):
            minutes = item.data * 60
            if minutes == int(minutes) and 0 <= minutes <= MAX_MINUTES:
                return str(int(minutes))
        elif isinstance(item.data, str):
            return self._factor(item, MAX_MINUTES // 60, 60)
        self.report.add(
            item.mark,
            "E404",
            Phrase("{text} hours are no whole minutes from 0 to a year", text=shorten(item.text)),
            Phrase("write decimals of an hour (0.25 is a quarter) or an expression in whole hours"),
        )
        return "0"

    def duration(self, effect: Table) -> tuple[Expression, Expression]:
        """Minutes that an effect takes, and how many of them are own work."""
        work = self.minutes(effect.get("hours"))
        total = f"{work} + {self.minutes(effect.get('wait'))}"
        until, days = effect.get("until"), effect.get("days")
        if until is not None:
            target = clock_minutes(_scalar(until).text)
            total = f"{total} + ({target} - minute_of_day - ({total})) % 1440"
        if days is not None:
            total = f"{total} + {self._factor(_scalar(days), MAX_MINUTES // 1440, 1440)}"
        return self._bounded(effect, total), self._bounded(effect, work)

    def _factor(self, item: Scalar, most: int, times: int) -> str:
        """The text of ``times`` an expression of 0 to ``most``; "0" after a fault."""
        domain = Domain.integer(0, most)
        result = self._attempt(item, item.text, domain)
        if result is None:
            return "0"
        self._within(item, result, domain)
        return f"({item.text}) * {times}"

    def _bounded(self, effect: Table, text: str) -> Expression:
        numbers = text.split(" + ")
        if all(number.isdecimal() for number in numbers):
            return constant(sum(map(int, numbers)))
        domain = Domain.integer(0, MAX_MINUTES)
        place = Scalar(text, text, effect.mark)
        return self._within(place, self._compile(place, text, domain), domain)

    def _compile(self, item: Scalar, text: str, domain: Domain) -> Expression:
        found = self._attempt(item, text, domain)
        return fixed(min(max(0, domain.low), domain.high), domain) if found is None else found

    def _attempt(self, item: Scalar, text: str, domain: Domain) -> Expression | None:
        """The compiled text, None after a fault, which is reported."""
        key = (text, domain)
        if key not in self.compiled:
            self._spend(item)
            try:
                self.compiled[key] = compile_expression(text, self.public, domain)
            except ExpressionError as error:
                self._explain(item, text, error, domain)
                return None
        return self.compiled[key]

    def _spend(self, item: Scalar) -> None:
        """Keep a huge file from being compiled for ever."""
        self.attempts += 1
        if self.attempts > MAX_EXPRESSIONS:
            message = Phrase(
                "more than {max_expressions} different expressions", max_expressions=MAX_EXPRESSIONS
            )
            self.report.add(item.mark, "E406", message, Phrase("split the story"))
            self.report.stop()

    def _explain(self, item: Scalar, text: str, error: ExpressionError, domain: Domain) -> None:
        read = sorted(names_in(text) & self.hidden)
        if read:
            self.report.add(
                item.mark,
                "E402",
                Phrase(
                    "{text} reads the hidden fact {read}: it would tell the player what is "
                    "really broken",
                    text=shorten(item.text),
                    read=repr(read[0]),
                ),
                Phrase(
                    "let an outcome set a variable when the fact is revealed, and read that; "
                    "only 'p' may read facts"
                ),
            )
            return
        unknown = sorted(names_in(text) - self.public.keys() - _KEYWORDS)
        remedy = Phrase("see 'Conditions and expressions' in docs/scenario-format.md")
        if isinstance(error, UnknownNameError) and unknown:
            remedy = suggestion(unknown[0], [*domain.words, *self.public, "True", "False"])
        self.report.add(item.mark, "E401", without_list(error), remedy)

    def _within(self, item: Scalar, result: Expression, domain: Domain) -> Expression:
        low, high = result.domain.low, result.domain.high
        if domain.words or (domain.low <= low and high <= domain.high):
            return result
        self.report.add(
            item.mark,
            "E405",
            Phrase(
                "{text} can be from {low} to {high}, allowed is {low2} to {high2}",
                text=shorten(item.text),
                low=low,
                high=high,
                low2=domain.low,
                high2=domain.high,
            ),
            Phrase("bound it with min(...) and max(...), or widen the range"),
        )
        return result


_KEYWORDS = {"and", "or", "not", "in", "if", "else", "min", "max", "abs", "True", "False"}


def without_list(error: ExpressionError) -> Phrase:
    """What is wrong with an expression, without a list of the names that it could have used."""
    if isinstance(error, UnknownNameError):
        return Phrase("{name} is not a name here", name=repr(error.name))
    return error.phrase


def describe(domain: Domain) -> Phrase:
    """What a value of the domain looks like, for a remedy."""
    if domain.is_bool:
        return Phrase("true or false")
    if domain.words:
        return Phrase("one of {words}", words=", ".join(domain.words))
    return Phrase("a whole number from {low} to {high}", low=domain.low, high=domain.high)


def _scalar(value: Value) -> Scalar:
    assert isinstance(value, Scalar)
    return value
