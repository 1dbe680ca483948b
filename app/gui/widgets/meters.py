"""The running loss: a figure that counts up when something was lost, and the clock."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QEvent, QVariantAnimation
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.gui.language import current
from app.gui.theme import theme_of
from app.gui.widgets.text import label, set_tone
from app.play.wording import number, whole_euros

COUNT_MILLISECONDS = 600


def euros(cents: int) -> str:
    """Whole euros for a meter: ``12,345 EUR``."""
    return whole_euros(cents, current())


class Meter(QWidget):
    """An amount of cents with its caption and what the last step added to it.

    The figure counts to a new amount; ``settle`` ends that at once. No timer runs while idle.
    """

    spoken_as = "Indicator"

    def __init__(self, caption: str, tone: str) -> None:
        super().__init__()
        self._tone = tone
        self._caption = caption
        self._amount = 0
        self._figure = label(euros(0), "number")
        self._added = label("", "small")
        top = label(caption, "caption", "muted")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._figure)
        row.addWidget(self._added)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addLayout(row)
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(COUNT_MILLISECONDS)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._show)
        self.show_amount(0)

    @property
    def amount(self) -> int:
        """The cents that the meter stands for, whatever it shows while counting."""
        return self._amount

    @property
    def counting(self) -> bool:
        """Whether the figure is still on its way."""
        return self._animation.state() == QVariantAnimation.State.Running

    def text(self) -> str:
        """The figure as it reads now."""
        return self._figure.text()

    def show_amount(self, cents: int, *, animate: bool = False) -> None:
        """Go to ``cents``; with ``animate`` by counting, unless motion is reduced."""
        added = cents - self._amount
        self._animation.stop()
        before, self._amount = self._amount, cents
        self._added.setText(
            f"+{number(round(added / 100), current())}" if animate and added > 0 else ""
        )
        self._reserve()
        set_tone(self._added, self._tone)
        set_tone(self._figure, self._tone if cents else "")
        self.setAccessibleName(f"{self._caption}: {euros(cents)}")
        if animate and added > 0 and not theme_of().reduced_motion and self.isVisible():
            # Floats: amounts of cents outgrow the 32 bits of Qt's int interpolation.
            self._animation.setStartValue(float(before))
            self._animation.setEndValue(float(cents))
            self._animation.start()
        else:
            self._figure.setText(euros(cents))

    def settle(self) -> None:
        """Show the end of the counting now."""
        self._animation.stop()
        self._figure.setText(euros(self._amount))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._reserve()

    def _reserve(self) -> None:
        """Take the room of the final figure at once: nothing beside it moves while it counts."""
        metrics = QFontMetrics(theme_of().font("number"))
        self._figure.setMinimumWidth(metrics.horizontalAdvance(euros(self._amount)) + 2)

    def _show(self, value: float) -> None:
        self._figure.setText(euros(round(value)))
