"""The living picture above the story: a place, the hour, and what the lights tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEasingCurve, QEvent, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.gui.theme import RADIUS, Theme, theme_of
from app.gui.widgets.scenes import (
    car,
    lab,
    meeting,
    night,
    office,
    phone,
    server_room,
    words,
    workbench,
)
from app.gui.widgets.scenes.canvas import Canvas
from app.gui.widgets.scenes.palette import Signals, palette_for
from app.gui.widgets.scenes.situation import Situation
from app.play.view import SceneView

PAINTERS: Mapping[str, Callable[[Canvas, Situation], None]] = {
    "office": office.paint,
    "car": car.paint,
    "server_room": server_room.paint,
    "workbench": workbench.paint,
    "lab": lab.paint,
    "meeting": meeting.paint,
    "phone": phone.paint,
    "night": night.paint,
}
FADE_MS = 300
RING_MS = 600


class SceneWidget(QWidget):
    """Shows the picture of a scene. Painted once for each change and size, still when idle.

    A change fades in over ``FADE_MS``, and a phone rings, unless the theme asks
    for reduced motion; ``settle`` ends that at once.
    """

    spoken_as = "Graphic"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.magnification = 1.0
        """Pixels that are painted for each of the widget's own: more where it is shown larger."""
        self._situation = Situation()
        self._picture: QPixmap | None = None
        self._before: QPixmap | None = None
        self._painted_with: Theme | None = None
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.setEasingCurve(QEasingCurve.Type.InOutQuad)
        self._fade.valueChanged.connect(lambda _: self.update())
        self._fade.finished.connect(self._forget_before)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)
        self.setMinimumSize(160, 120)
        self._describe()

    @property
    def situation(self) -> Situation:
        """What is shown now."""
        return self._situation

    def is_moving(self) -> bool:
        """Whether a transition is under way."""
        return self._fade.state() == QVariantAnimation.State.Running

    def shows_situation(self) -> bool:
        """Whether the picture of the situation has been painted, be it faintly."""
        return self._picture is not None

    def settle(self) -> None:
        """Show the end of a transition now."""
        if self.is_moving():
            self._fade.stop()
            self._forget_before()

    def set_scene(self, view: SceneView) -> None:
        """Show the scene of a view."""
        self.set_situation(Situation.of(view))

    def set_situation(self, situation: Situation) -> None:
        """Show a situation; nothing happens when it is shown already."""
        if situation == self._situation:
            return
        before = self._picture if self._picture is not None else self._before
        self._situation = situation
        self._picture = None
        self._fade.stop()
        self._before = None
        if before is not None and self.isVisible() and not theme_of().reduced_motion:
            self._before = before
            self._fade.setDuration(RING_MS if situation.scene == "phone" else FADE_MS)
            self._fade.start()
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """A wide strip."""
        return QSize(760, 240)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture, fading from the one before while a transition runs."""
        painter = QPainter(self)
        shown = 1.0
        if self._before is not None and self.is_moving():
            painter.drawPixmap(self.rect(), self._before)
            shown = float(self._fade.currentValue())
            # A phone still rings when its picture has come.
            painter.setOpacity(min(1.0, shown * self._fade.duration() / FADE_MS))
        # A transition's first frame shows the old picture alone: the new one is drawn after
        # the story stands, so that a click is answered sooner.
        if 0 < shown < 1 and self._situation.scene == "phone":
            self._picture = self._draw(shown)
            painter.drawPixmap(0, 0, self._picture)
        elif shown > 0:
            painter.drawPixmap(0, 0, self._current())
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Say the picture anew in a new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
        super().changeEvent(event)

    def _current(self) -> QPixmap:
        theme = theme_of()
        picture = self._picture
        size = self.size() * (self.devicePixelRatioF() * self.magnification)
        if picture is None or picture.size() != size or self._painted_with != theme:
            self._picture, self._painted_with = self._draw(), theme
            return self._picture
        return picture

    def _draw(self, ringing: float = 1.0) -> QPixmap:
        ratio = self.devicePixelRatioF() * self.magnification
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QPainterPath()
        frame.addRoundedRect(self.rect().toRectF(), RADIUS, RADIUS)
        painter.setClipPath(frame)
        width, height = self.width(), self.height()
        draw_situation(painter, self._situation, width, height, theme_of(), ringing)
        painter.end()
        return picture

    def _describe(self) -> None:
        self.setAccessibleName(words.name(self._situation))
        self.setAccessibleDescription(words.description(self._situation))

    def _forget_before(self) -> None:
        self._before = None
        if self._situation.scene == "phone":
            self._painted_with = None  # it still rang
        self.update()


def draw_situation(
    painter: QPainter,
    situation: Situation,
    width: float,
    height: float,
    theme: Theme,
    ringing: float = 1.0,
) -> None:
    """Paint a situation into ``width`` x ``height`` pixels from the painter's origin.

    ``ringing``: how far a ringing phone has come, 0 to 1 (still).
    """
    signals = Signals(
        accent=theme.color("accent"),
        ok=theme.color("gain"),
        warn=theme.color("warning"),
        bad=theme.color("loss"),
        page=theme.color("ground"),
        text=theme.color("ink"),
        dark=theme.is_dark,
        contrast=theme.palette.line_strong == theme.palette.ink,
    )
    colours = palette_for(situation, signals, indoors_dark=situation.scene == "night")
    canvas = Canvas(painter, width, height, colours)
    if situation.scene == "phone":
        phone.paint(canvas, situation, ringing)
    else:
        PAINTERS[situation.scene](canvas, situation)
