"""The choices of a scene as cards with keys; at an ending, the way on to the claim."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.gui.language import reader
from app.gui.theme import theme_of
from app.gui.widgets.cards import ChoiceCard, Tag
from app.gui.widgets.layouts import needed_height, tab_after
from app.gui.widgets.meters import euros
from app.gui.widgets.scroll import Scroll
from app.gui.widgets.text import Button, label
from app.play.journal import SURE
from app.play.view import ChoiceView, SceneView
from app.play.wording import duration


class SureButton(Button):
    """How sure the player is of the next decision: asked quietly, and never insisted on.

    ``value`` is one of ``journal.SURE``, or empty.
    """

    def __init__(self) -> None:
        super().__init__("", "link")
        self.setProperty("role", "caption")
        self.value = ""
        self._wanted = self._offered = False
        self.setToolTip(
            self.tr("Optional, not scored: progress compares it with what the review says. Key C.")
        )
        self.setAccessibleDescription(self.toolTip())
        self.clicked.connect(self.turn)
        self.reset(offered=False)

    def set_wanted(self, wanted: bool) -> None:
        """Whether the settings have it at all."""
        self._wanted = wanted
        self.reset(offered=self._offered)

    def reset(self, *, offered: bool) -> None:
        """A new decision; hidden where there is none."""
        self.value, self._offered = "", offered
        self.setVisible(offered and self._wanted)
        self._tell()

    def turn(self) -> None:
        """On to the next answer, and round to none."""
        if self.isHidden():
            return
        answers = ("", *SURE)
        self.value = answers[(answers.index(self.value) + 1) % len(answers)]
        self._tell()

    def _tell(self) -> None:
        text = {
            "": self.tr("How sure? (C)"),
            "unsure": self.tr("Unsure"),
            "fairly": self.tr("Fairly sure"),
            "certain": self.tr("Certain"),
        }[self.value]
        self.setText(text)
        self.setAccessibleName(self.tr("How sure are you? {answer}").replace("{answer}", text))


class Choices(QWidget):
    """``chosen`` carries a choice's id, ``claim_wanted`` comes from the ending's button."""

    chosen = Signal(str)
    claim_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cards: tuple[ChoiceCard, ...] = ()
        # New widgets are slow to style, so cards are kept for the next scene.
        self._all_cards: list[ChoiceCard] = []
        self._go_on = Button(self.tr("Open the client's letter"), "primary")
        self._go_on.clicked.connect(self.claim_wanted)
        self._caption = label("", "small_strong")
        self._hint = label("", "caption", "muted")
        self.sure = SureButton()
        head = QHBoxLayout()
        head.addWidget(self._caption)
        head.addStretch(1)
        head.addWidget(self.sure)
        head.addWidget(self._hint)
        inner = QWidget()
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self._list.addWidget(self._go_on, 0, Qt.AlignmentFlag.AlignLeft)
        self.area = Scroll(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.area)

    def set_view(self, view: SceneView) -> None:
        """Offer what ``view`` offers, and put the keyboard on it."""
        if view.is_ending:
            self._caption.setText(self.tr("The story ends here. The bill does not."))
            self._hint.setText(self.tr("Enter"))
        else:
            self._caption.setText(self.tr("What do you do?"))
            self._hint.setText(self.tr("Keys 1 to {n}").replace("{n}", str(len(view.choices))))
        offered = () if view.is_ending else view.choices
        while len(self._all_cards) < len(offered):
            self._add_card()
        for number, choice in enumerate(offered, 1):
            key = str(number) if number < 10 else ""
            self._all_cards[number - 1].show_choice(
                choice.id, key, choice.text, choice.detail, _tags(choice)
            )
        self.cards = tuple(self._all_cards[: len(offered)])
        self.sure.reset(offered=bool(offered))
        self._go_on.setVisible(view.is_ending)
        for index, card in enumerate(self._all_cards):
            card.setVisible(index < len(offered))
        self.area.verticalScrollBar().setValue(0)
        self.focus_first()

    def set_large(self, large: bool) -> None:
        """Set the cards larger, where there is room."""
        roles = ("lead", "body") if large else ("strong", "small")
        self._list.setSpacing(theme_of().space(3 if large else 2))
        for card in self._all_cards:
            card.set_roles(*roles)

    def focus_first(self) -> None:
        """Put the keyboard on the first card, or on the way on."""
        first = self.cards[0] if self.cards else self._go_on
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self, number: int) -> None:
        """Take the card with this key, if there is one."""
        if 1 <= number <= len(self.cards):
            self.cards[number - 1].click()

    def move(self, step: int) -> None:  # type: ignore[override]
        """Move the keyboard to the next or previous card."""
        if not self.cards:
            self.focus_first()
            return
        focused = [i for i, card in enumerate(self.cards) if card.hasFocus()]
        index = (focused[0] + step) % len(self.cards) if focused else 0
        self.cards[index].setFocus(Qt.FocusReason.TabFocusReason)
        self.area.ensureWidgetVisible(self.cards[index], 0, 8)

    def natural_height(self, width: int) -> int:
        """Pixels that head and all cards need at ``width``."""
        head = max(self._caption.sizeHint().height(), self.sure.sizeHint().height()) + 8
        return head + needed_height(self._list, width) + 4

    def _add_card(self) -> None:
        card = ChoiceCard()
        card.clicked.connect(lambda: self.chosen.emit(card.choice_id))
        self._list.addWidget(card)
        tab_after(self._all_cards[-1] if self._all_cards else self._go_on, [card])
        self._all_cards.append(card)


def _tags(choice: ChoiceView) -> list[Tag]:
    """The price, as far as the player can know it."""
    translate = QCoreApplication.translate
    tags = []
    if choice.minutes:
        tags.append(Tag("clock", duration(choice.minutes, reader())))
    if choice.client_cost:
        costs = translate("Choices", "it costs the client {amount}")
        gives = translate("Choices", "it gives the client {amount}")
        tags.append(_amount("client", choice.client_cost, costs, gives))
    if choice.own_cost:
        costs = translate("Choices", "it costs you {amount}")
        gives = translate("Choices", "it gives you {amount}")
        tags.append(_amount("person", choice.own_cost, costs, gives))
    return tags


def _amount(icon: str, cents: int, costs: str, gives: str) -> Tag:
    """Money lost, or in the other tone, and with a plus, money gained."""
    amount = euros(abs(cents))
    if cents > 0:
        return Tag(icon, amount, "loss", costs.replace("{amount}", amount))
    return Tag(icon, f"+{amount}", "gain", gives.replace("{amount}", amount))
