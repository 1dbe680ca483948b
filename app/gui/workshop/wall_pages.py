"""What the wall shows of the story: the lobby, a scene, the votes, what came of them.

Each page takes a ``ProjectorView`` and nothing else; its words are in the room's language.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.gui.theme import theme_of
from app.gui.widgets.bars import Bar, BarChart, Look
from app.gui.widgets.layouts import clear, needed_height, show_all
from app.gui.widgets.scene import SceneWidget
from app.gui.widgets.text import Prose, label
from app.gui.workshop.qr import QrCode
from app.play.catalog import Catalog
from app.play.view import ChoiceView, SceneView
from app.play.wording import money
from app.workshop.host import Address
from app.workshop.views import ProjectorView, Tally, price

_LOGO_HEIGHT, _LOGO_SHARPNESS = 48, 3


class WallPage(QWidget):
    """A page of the wall. ``least``: its narrowest canvas, see ``fitted``."""

    least = 880

    def __init__(self, words: Catalog) -> None:
        super().__init__()
        self.words = words
        self.title = label("", "title", wrap=True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)

    def show_view(self, view: ProjectorView) -> None:
        """Show the room as everybody may see it."""
        raise NotImplementedError

    def needed(self, width: int) -> int:
        """Pixels of height at a width."""
        return needed_height(self.column, width)

    def sharpen(self, magnification: float) -> None:
        """Paint pictures for the size at which they are shown."""
        for picture in self.findChildren(SceneWidget):
            picture.magnification = magnification


class Picture(SceneWidget):
    """The scene's picture, in the room that the text leaves."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(90)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Low: the text comes first."""
        return QSize(400, 130)


class LobbyPage(WallPage):
    """How to come in, and how many are."""

    least = 960

    def __init__(self, words: Catalog, address: Address | None) -> None:
        super().__init__(words)
        say = words.message
        self.code = QrCode(300)
        self.code.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.title = label("", "display", wrap=True)
        self.address = label("", "title")
        self.letters = label("", "display", "accent")
        self.people = label("", "title", "muted", wrap=True)
        self.provider = label("", "body", "muted", wrap=True)
        self.logo = QLabel()
        sign = QHBoxLayout()
        sign.addWidget(self.logo)
        sign.addWidget(self.provider, 1)
        told = QVBoxLayout()
        told.setSpacing(6)
        told.addLayout(sign)
        told.addStretch(1)
        told.addWidget(self.title)
        told.addSpacing(18)
        told.addWidget(label(say("1. Connect your phone to the same Wi-Fi."), "heading", wrap=True))
        told.addWidget(label(say("2. Scan the code, or type this address:"), "heading", wrap=True))
        told.addWidget(self.address)
        told.addWidget(label(say("3. Code:"), "heading"))
        told.addWidget(self.letters)
        told.addSpacing(18)
        told.addWidget(self.people)
        told.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(40)
        row.addWidget(self.code, 42)
        row.addLayout(told, 58)
        self.column.addLayout(row, 1)
        self.set_address(address)

    def set_provider(self, name: str, logo: str) -> None:
        """Who holds the workshop, and the file of their logo; either may be empty."""
        self.provider.setText(name)
        picture = QPixmap(logo) if logo else QPixmap()
        if not picture.isNull():
            # Larger than it is set: the wall is magnified.
            sharp = picture.scaledToHeight(
                _LOGO_HEIGHT * _LOGO_SHARPNESS, Qt.TransformationMode.SmoothTransformation
            )
            sharp.setDevicePixelRatio(_LOGO_SHARPNESS)
            self.logo.setPixmap(sharp)
            self.logo.setAccessibleName(name)
        self.logo.setVisible(not picture.isNull())

    def set_address(self, address: Address | None) -> None:
        """Where phones go; None while nothing listens."""
        self.code.set_text(address.url if address else "")
        self.address.setText(address.short if address else "")
        self.letters.setText("\N{THIN SPACE}".join(address.code) if address else "")
        self.letters.setAccessibleName(" ".join(address.code) if address else "")

    def show_view(self, view: ProjectorView) -> None:
        """The title, and who is there."""
        self.title.setText(view.title)
        told = self.words.message("People in the room: {n}", {"n": str(view.people)})
        self.people.setText(told)


class ScenePage(WallPage):
    """A scene: the picture and the story on the left, what can be done on the right."""

    def __init__(self, words: Catalog) -> None:
        super().__init__(words)
        self._shown: SceneView | None = None
        self.picture = Picture()
        self.prose = Prose("story_large", leading=112)
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.picture, 1)
        column.addWidget(self.title)
        column.addWidget(self.prose)
        self._choices = QVBoxLayout(right)
        self._choices.setContentsMargins(0, 0, 0, 0)
        self._choices.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(28)
        row.addWidget(left, 54)
        row.addWidget(right, 46)
        self.column.addLayout(row, 1)

    def show_view(self, view: ProjectorView) -> None:
        """Show the scene with its choices."""
        scene = view.scene
        if scene is None or scene is self._shown:
            return
        self._shown = scene
        self.picture.set_scene(scene)
        self.title.setText(scene.title)
        self.prose.set_paragraphs(scene.paragraphs)
        clear(self._choices)
        self._choices.addWidget(label(self.words.message("What do you do?"), "heading"))
        for number, choice in enumerate(scene.choices, 1):
            self._choices.addWidget(_choice(number, choice, self.words))
        self._choices.addStretch(1)
        show_all(self._choices)


def _choice(number: int, choice: ChoiceView, words: Catalog) -> QWidget:
    box = QFrame()
    box.setProperty("surface", "raised")
    grid = QGridLayout(box)
    grid.setContentsMargins(12, 8, 12, 8)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(1)
    grid.setColumnStretch(1, 1)
    grid.addWidget(label(str(number), "number", "accent"), 0, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(label(choice.text, "heading", wrap=True), 0, 1)
    tag = price(choice, words)
    if tag:
        grid.addWidget(label(tag, "body", "muted", wrap=True), 1, 1)
    return box


class VotesPage(WallPage):
    """How the votes fell; after a revote with the first votes below each bar."""

    least = 720

    def __init__(self, words: Catalog) -> None:
        super().__init__(words)
        self.title.setText(words.message("How the votes fell"))
        self.note = label("", "small", "muted", wrap=True)
        self.bars = BarChart(words.message("How the votes fell"))
        self.column.addWidget(self.title)
        self.column.addWidget(self.note)
        self.column.addWidget(self.bars)
        self.column.addStretch(1)

    def show_view(self, view: ProjectorView) -> None:
        """Show the distribution, of the room or of each team."""
        scene = view.scene
        if scene is None:
            return
        texts = {choice.id: choice.text for choice in scene.choices}
        earlier = dict(view.earlier or ())
        bars = vote_bars(view.tally, texts, earlier) if view.tally is not None else []
        for board in view.boards:
            # What nobody took makes no line; the team stands above the first that is left.
            taken = tuple((choice, votes) for choice, votes in board.tally or () if votes)
            bars += vote_bars(taken, texts, {}, board.label)
        say = self.words.message
        self.note.setText(say("Grey: the votes before the discussion.") if earlier else "")
        self.note.setVisible(bool(earlier))
        self.bars.set_bars(bars)


def vote_bars(
    tally: Tally, texts: dict[str, str], earlier: dict[str, int], heading: str = ""
) -> list[Bar]:
    """A distribution as bars: the choice with the most votes stands out."""
    total = sum(votes for _, votes in tally)
    most = max((votes for _, votes in tally), default=0)
    bars = []
    for index, (choice, votes) in enumerate(tally):
        share = f"{votes} · {round(100 * votes / total)} %" if total else str(votes)
        bars.append(
            Bar(
                label=texts.get(choice, choice),
                start=0,
                end=votes,
                amount=share,
                look=Look.MONEY if votes == most and votes else Look.MONEY_PART,
                heading=heading if not index else "",
                below=earlier.get(choice) if earlier else None,
                below_amount=str(earlier.get(choice, 0)) if earlier else "",
            )
        )
    return bars


class ConsequencePage(WallPage):
    """What the room decided and what came of it; at an ending, the ending."""

    least = 800

    def __init__(self, words: Catalog) -> None:
        super().__init__(words)
        self._shown: SceneView | None = None
        self.picture = Picture()
        self.taken = label("", "heading", "accent", wrap=True)
        self.prose = Prose("story_large", leading=112)
        self.loss = label("", "heading", "loss")
        self.column.addWidget(self.picture, 1)
        self.column.addWidget(self.taken)
        self.column.addWidget(self.title)
        self.column.addWidget(self.prose)
        self.column.addWidget(self.loss)

    def show_view(self, view: ProjectorView) -> None:
        """Show the way from the choice to where it led."""
        scene = view.scene
        if scene is None or scene is self._shown:
            return
        self._shown = scene
        self.picture.set_scene(scene)
        say = self.words.message
        chosen = {"choice": view.taken_text}
        decided = say("You decided: {choice}", chosen) if view.taken_text else ""
        self.taken.setText(decided or say("What comes of it"))
        ending = scene.is_ending
        self.title.setText(scene.title if ending or not scene.consequence else "")
        self.title.setVisible(bool(self.title.text()))
        self.prose.set_paragraphs((*scene.consequence, *(scene.paragraphs if ending else ())))
        lost = money(scene.client_loss, self.words.language)
        self.loss.setText(say("The client has lost {amount} so far.", {"amount": lost}))
        self.loss.setVisible(bool(scene.client_loss))


class BoardsPage(WallPage):
    """Teams while they stand at different points: how far each is, and never what it found."""

    least = 800

    def __init__(self, words: Catalog) -> None:
        super().__init__(words)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self.column.addWidget(self.title)
        self.column.addLayout(self._grid)
        self.column.addStretch(1)

    def show_view(self, view: ProjectorView) -> None:
        """One box for each team."""
        say = self.words.message
        self.title.setText(say("Each team sees its own scene on its phones"))
        clear(self._grid)
        for index, board in enumerate(view.boards):
            box = QFrame()
            box.setProperty("surface", "raised")
            column = QVBoxLayout(box)
            column.setSpacing(theme_of().space(1))
            column.addWidget(label(board.label, "heading"))
            counts = {"n": str(board.voted), "all": str(board.members)}
            told = (
                say("at the end")
                if board.ended
                else say("Votes in: {n} of {all}", counts)
                if view.asked
                else say("People: {n}", {"n": str(board.members)})
            )
            column.addWidget(label(told, "body", "muted", wrap=True))
            taken = say("Decisions taken: {n}", {"n": str(board.decisions)})
            column.addWidget(label(taken, "body", "muted", wrap=True))
            self._grid.addWidget(box, index // 3, index % 3)
        show_all(self._grid)


class NoticePage(WallPage):
    """One sentence in large letters: a race under way, the end."""

    least = 720

    def __init__(self, words: Catalog) -> None:
        super().__init__(words)
        self.title = label("", "display", wrap=True)
        self.text = label("", "title", "muted", wrap=True)
        for part in (self.title, self.text):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.column.addStretch(1)
        self.column.addWidget(self.title)
        self.column.addWidget(self.text)
        self.column.addStretch(1)

    def say(self, title: str, text: str = "") -> None:
        """Show a sentence, and a smaller one below."""
        self.title.setText(title)
        self.text.setText(text)

    def show_view(self, view: ProjectorView) -> None:
        """Nothing of the room is in it but counts."""
