"""Settings: colours, text size, motion, language. They take effect at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.language import OWN_NAMES, SYSTEM
from app.gui.settings import Settings
from app.gui.theme import TEXT_SCALES, Mode
from app.gui.widgets.cards import OptionCard
from app.gui.widgets.flow import Flow
from app.gui.widgets.framed import FramedPage
from app.gui.widgets.text import label


class SettingsScreen(FramedPage):
    """``changed`` carries the new ``Settings``."""

    changed = Signal(object)

    def __init__(self, settings: Settings) -> None:
        super().__init__(QCoreApplication.translate("SettingsScreen", "Settings"))
        self._settings = settings
        self.modes = self._modes()
        self.sizes = tuple(OptionCard(str(percent), f"{percent} %", "") for percent in TEXT_SCALES)
        self.motion = (
            OptionCard("full", self.tr("Full"), self.tr("Pictures fade, figures count up.")),
            OptionCard("reduced", self.tr("Reduced"), self.tr("Everything changes at once.")),
        )
        self.languages = (
            OptionCard("system", self.tr("As the system"), ""),
            *(OptionCard(code, name, "") for code, name in OWN_NAMES.items()),
        )
        self.hints = (
            OptionCard("off", self.tr("Off"), self.tr("You decide on what you know.")),
            OptionCard(
                "on",
                self.tr("On"),
                self.tr("H tells the best choice and what a test is worth; it lowers the rating."),
            ),
        )
        self.author_tools = (
            OptionCard("players", self.tr("Off"), self.tr("Nothing but the game.")),
            OptionCard(
                "authors",
                self.tr("On"),
                self.tr("The title leads to the author view; it shows hidden facts."),
            ),
        )
        for caption, cards, width in (
            (self.tr("Colours"), self.modes, 230),
            (self.tr("Text size"), self.sizes, 120),
            (self.tr("Motion"), self.motion, 320),
            (self.tr("Language"), self.languages, 230),
            (self.tr("Hints during play (never in an examination)"), self.hints, 320),
            (self.tr("Author tools"), self.author_tools, 320),
        ):
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
        self.column.addStretch(1)
        self.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        """Check the cards of these settings."""
        self._settings = settings
        wanted = {
            settings.mode.value,
            str(settings.text_percent),
            "reduced" if settings.reduced_motion else "full",
            "on" if settings.hints else "off",
            "authors" if settings.author_tools else "players",
        }
        for card in (
            *self.modes,
            *self.sizes,
            *self.motion,
            *self.hints,
            *self.author_tools,
        ):
            card.setChecked(card.option in wanted)
        for card in self.languages:
            card.setChecked(card.option == (settings.language or "system"))

    def _modes(self) -> tuple[OptionCard, ...]:
        return (
            OptionCard(Mode.SYSTEM.value, self.tr("As the system"), ""),
            OptionCard(Mode.LIGHT.value, self.tr("Light"), ""),
            OptionCard(Mode.DARK.value, self.tr("Dark"), ""),
            OptionCard(Mode.CONTRAST.value, self.tr("High contrast"), ""),
        )

    def _change(self) -> None:
        mode = _checked(self.modes)
        percent = _checked(self.sizes)
        self._settings = replace(
            self._settings,
            mode=Mode(mode) if mode else self._settings.mode,
            text_percent=int(percent) if percent else self._settings.text_percent,
            reduced_motion=_checked(self.motion) == "reduced",
            hints=_checked(self.hints) == "on",
            author_tools=_checked(self.author_tools) == "authors",
            language=_checked(self.languages).replace("system", SYSTEM),
        )
        self.changed.emit(self._settings)


def _checked(cards: tuple[OptionCard, ...]) -> str:
    return next((card.option for card in cards if card.isChecked()), "")
