"""Settings: looks, language, what is offered during play, and one's own data. At once in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.language import OWN_NAMES, SYSTEM
from app.gui.settings import Settings
from app.gui.theme import TEXT_SCALES, Mode
from app.gui.widgets.cards import OptionCard
from app.gui.widgets.flow import Flow
from app.gui.widgets.framed import FramedPage
from app.gui.widgets.text import Button, label

_PROJECTOR = "projector"


class SettingsScreen(FramedPage):
    """``changed`` carries the new ``Settings``, ``forget_wanted`` asks to delete one's data."""

    changed = Signal(object)
    forget_wanted = Signal()

    def __init__(self, settings: Settings, folder: Path | None = None) -> None:
        super().__init__(QCoreApplication.translate("SettingsScreen", "Settings"))
        self._settings = settings
        self.modes = self._group(self.tr("Colours"), self._modes(), 220)
        self.sizes = self._group(self.tr("Text size"), self._sizes(), 120)
        self.typefaces = self._group(self.tr("Typeface"), self._typefaces(), 320)
        self.motion = self._group(self.tr("Motion"), self._motions(), 290)
        languages = (
            OptionCard("system", self.tr("As the system"), ""),
            *(OptionCard(code, name, "") for code, name in OWN_NAMES.items()),
        )
        self.languages = self._group(self.tr("Language"), languages, 220)
        self.hints = self._switch(
            self.tr("Hints during play (never in an examination)"),
            self.tr("You decide on what you know."),
            self.tr("H tells the best choice and what a test is worth; it lowers the rating."),
        )
        self.confidence = self._switch(
            self.tr("How sure are you?"),
            self.tr("Decisions are taken without it."),
            self.tr("Beside the choices, if you like: C. Progress compares it with the review."),
        )
        self.author_tools = self._switch(
            self.tr("Author tools"),
            self.tr("Nothing but the game."),
            self.tr("The title leads to the author view; it shows hidden facts."),
        )
        if folder is not None:
            self._add_data(folder)
        self.column.addStretch(1)
        self.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        """Check the cards of these settings."""
        self._settings = settings
        _check(self.modes, settings.mode.value)
        _check(self.sizes, _PROJECTOR if settings.projector else str(settings.text_percent))
        _check(self.typefaces, "easy" if settings.easy_reading else "plex")
        still = "reduced" if settings.reduced_motion else "full"
        follows = settings.follow_motion and not settings.reduced_motion
        _check(self.motion, "system" if follows else still)
        _check(self.languages, settings.language or "system")
        _check(self.hints, "on" if settings.hints else "off")
        _check(self.confidence, "on" if settings.confidence else "off")
        _check(self.author_tools, "on" if settings.author_tools else "off")

    # --- what there is to choose ---------------------------------------------------------

    def _modes(self) -> tuple[OptionCard, ...]:
        return (
            OptionCard(Mode.SYSTEM.value, self.tr("As the system"), ""),
            OptionCard(Mode.LIGHT.value, self.tr("Light"), ""),
            OptionCard(Mode.DARK.value, self.tr("Dark"), ""),
            OptionCard(Mode.CONTRAST.value, self.tr("High contrast"), ""),
        )

    def _sizes(self) -> tuple[OptionCard, ...]:
        fixed = (OptionCard(str(percent), f"{percent} %", "") for percent in TEXT_SCALES)
        return (*fixed, OptionCard(_PROJECTOR, self.tr("Projector"), ""))

    def _typefaces(self) -> tuple[OptionCard, ...]:
        return (
            OptionCard("plex", "IBM Plex", self.tr("The usual one.")),
            OptionCard(
                "easy",
                "OpenDyslexic",
                self.tr("Heavy at the foot; letters are hard to take for one another."),
            ),
        )

    def _motions(self) -> tuple[OptionCard, ...]:
        return (
            OptionCard("full", self.tr("Full"), self.tr("Pictures fade, figures count up.")),
            OptionCard("reduced", self.tr("Reduced"), self.tr("Everything changes at once.")),
            OptionCard(
                "system", self.tr("As the system"), self.tr("Reduced where the desktop is still.")
            ),
        )

    def _switch(self, caption: str, off: str, on: str) -> tuple[OptionCard, ...]:
        cards = OptionCard("off", self.tr("Off"), off), OptionCard("on", self.tr("On"), on)
        return self._group(caption, cards, 320)

    def _group(
        self, caption: str, cards: Sequence[OptionCard], width: int
    ) -> tuple[OptionCard, ...]:
        self.column.addWidget(label(caption, "strong"))
        # Cards exclude each other within a parent of their own.
        group = QWidget()
        group.setAccessibleName(caption)
        flow = Flow(width)
        box = QVBoxLayout(group)
        box.setContentsMargins(0, 0, 0, 8)
        box.addLayout(flow)
        for card in cards:
            flow.addWidget(card)
            card.clicked.connect(self._change)
        self.column.addWidget(group)
        return tuple(cards)

    def _add_data(self, folder: Path) -> None:
        """Where one's own data lie, and the way to be rid of them."""
        self.column.addWidget(label(self.tr("Your data"), "strong"))
        told = self.tr(
            "Plays, progress and settings lie in this folder and nowhere else. Nothing is sent "
            "unless you send it."
        )
        self.column.addWidget(label(told, "small", "muted", wrap=True))
        # A path has no spaces to break at.
        place = label(
            str(folder).replace("/", "/\u200b").replace("\\", "\\\u200b"), "mono", wrap=True
        )
        place.setAccessibleName(str(folder))
        self.column.addWidget(place)
        self.open_folder = Button(self.tr("Open the folder"))
        self.open_folder.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        )
        self.forget = Button(self.tr("Delete my data"))
        self.forget.clicked.connect(self.forget_wanted)
        flow = Flow(220)
        flow.addWidget(self.open_folder)
        flow.addWidget(self.forget)
        self.column.addLayout(flow)

    def _change(self) -> None:
        mode, size, motion = _checked(self.modes), _checked(self.sizes), _checked(self.motion)
        self._settings = replace(
            self._settings,
            mode=Mode(mode) if mode else self._settings.mode,
            text_percent=int(size) if size.isdigit() else self._settings.text_percent,
            projector=size == _PROJECTOR,
            easy_reading=_checked(self.typefaces) == "easy",
            reduced_motion=motion == "reduced",
            follow_motion=motion == "system",
            hints=_checked(self.hints) == "on",
            confidence=_checked(self.confidence) == "on",
            author_tools=_checked(self.author_tools) == "on",
            language=_checked(self.languages).replace("system", SYSTEM),
        )
        self.changed.emit(self._settings)


def _check(cards: tuple[OptionCard, ...], option: str) -> None:
    for card in cards:
        card.setChecked(card.option == option)


def _checked(cards: tuple[OptionCard, ...]) -> str:
    return next((card.option for card in cards if card.isChecked()), "")
