"""The review's bars: the sum from perfect play to the result, options, heads of loss."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.gui.widgets.bars import Bar, BarChart, Look
from app.play.wording import money


def signed(cents: int, language: str) -> str:
    """An amount with its sign: ``+1.00 EUR``, ``−1.00 EUR``."""
    sign = "\N{MINUS SIGN}" if cents < 0 else "+"
    return f"{sign}{money(abs(cents), language)}"


class SumBar(BarChart):
    """Start value + decisions + luck = result: where the final cost comes from."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("SumBar", "Where your result comes from"))

    def set_sum(self, start: int, decisions: int, luck: int, language: str = "en") -> None:
        """Cents: perfect play's expectation, what your decisions cost, what luck added."""
        translate = QCoreApplication.translate
        after = start + decisions
        total = after + luck
        self.set_bars(
            (
                Bar(
                    translate("SumBar", "Best play, on average"),
                    0,
                    start,
                    money(start, language),
                    Look.PLAIN,
                ),
                Bar(
                    translate("SumBar", "Your decisions"),
                    start,
                    after,
                    signed(decisions, language),
                    Look.LOSS_PART if decisions else Look.PLAIN,
                    joined=True,
                ),
                Bar(
                    _luck_word(luck),
                    after,
                    total,
                    signed(luck, language),
                    Look.LOSS_PART if luck > 0 else Look.MONEY_PART if luck else Look.PLAIN,
                    joined=True,
                ),
                Bar(
                    translate("SumBar", "Your result"),
                    0,
                    total,
                    money(total, language),
                    Look.LOSS,
                    total=True,
                ),
            )
        )


def _luck_word(luck: int) -> str:
    translate = QCoreApplication.translate
    if not luck:
        return translate("SumBar", "Luck")
    return translate("SumBar", "Bad luck") if luck > 0 else translate("SumBar", "Good luck")


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a decision: its text and expected final cost in cents.

    ``also``: what a screen reader speaks after that.
    """

    text: str
    expected_cost: int
    chosen: bool = False
    best: bool = False
    also: str = ""


class OptionBars(BarChart):
    """What each option of a decision would have cost on average, best play following."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("OptionBars", "What each option was worth"))

    def set_options(self, options: Sequence[Option], language: str = "en") -> None:
        """Show the options, your choice selected."""
        chosen = next((i for i, option in enumerate(options) if option.chosen), -1)
        self.set_bars([self._bar(option, language) for option in options], chosen)

    def _bar(self, option: Option, language: str) -> Bar:
        translate = QCoreApplication.translate
        marks = []
        if option.chosen:
            marks.append(translate("OptionBars", "your choice"))
        if option.best:
            marks.append(translate("OptionBars", "best"))
        look = Look.GAIN if option.best else Look.LOSS_PART if option.chosen else Look.PLAIN
        amount = money(option.expected_cost, language)
        mark = ", ".join(marks)
        says = translate("OptionBars", "{option}: {amount} on average").format(
            option=f"{option.text} ({mark})" if mark else option.text, amount=amount
        )
        says = f"{says}. {option.also}" if option.also else says
        return Bar(option.text, 0, option.expected_cost, amount, look, says, mark=mark)


class HeadBars(BarChart):
    """Heads of loss: yours in red, the real case's below it in grey."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("HeadBars", "What the loss is made of"))

    def set_heads(self, heads: Sequence[tuple[str, int, int | None]], language: str = "en") -> None:
        """Each head as text, your cents, and the real case's cents if there is one."""
        self.set_bars([self._bar(*head, language) for head in heads])

    def _bar(self, text: str, yours: int, real: int | None, language: str) -> Bar:
        translate = QCoreApplication.translate
        amount = money(yours, language)
        if real is None:
            return Bar(text, 0, yours, amount, Look.LOSS)
        other = money(real, language)
        says = translate("HeadBars", "{head}: {yours}; in the real case {real}").format(
            head=text, yours=amount, real=other
        )
        return Bar(text, 0, yours, amount, Look.LOSS, says, below=real, below_amount=other)
