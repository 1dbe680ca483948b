"""The form for a broker's own product: the policy's figures, the firm, its logo."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QHBoxLayout, QLabel, QLineEdit

from app.engine.coverage import InsurancePolicy
from app.gui.language import reader
from app.gui.theme import theme_of
from app.gui.widgets.page import Page, Section
from app.gui.widgets.text import Button, label, set_tone
from app.workshop.preset import OWN_TERMS, Preset, PresetError, check_logo, save_preset

_LOGO_HEIGHT = 56


@dataclass(frozen=True, slots=True)
class _Wrong(Exception):
    """A field that cannot be read, and why."""

    field: QLineEdit
    text: str


class PresetForm(Page):
    """``saved`` carries the file of the preset. ``back_wanted``: nothing is saved."""

    saved = Signal(object)
    back_wanted = Signal()

    def __init__(self, preset: Preset | None = None) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Your own product"))
        self._logo: Path | None = None
        self._base = preset.policy if preset is not None else _blank()
        self._fields: dict[str, QLineEdit] = {}
        self.body.setSpacing(theme_of().space(6))
        self.body.addWidget(label(self.tr("Your own product"), "title", wrap=True))
        told = self.tr(
            "Amounts in euros, shares in per cent. What you leave empty does not apply. The "
            "figures stay on this computer and are shown to the room as the play's insurance."
        )
        self.body.addWidget(label(told, "body", "muted", wrap=True))
        self._add_policy()
        self._add_firm()
        self.outcome = label("", "body", "loss", wrap=True)
        self.body.addWidget(self.outcome)
        self.body.addStretch(1)
        back = Button(self.tr("Back"), "quiet", "back")
        back.clicked.connect(self.back_wanted)
        self.save = Button(self.tr("Save the product"), "primary")
        self.save.clicked.connect(self._save)
        self.add_buttons([back], [self.save])
        if preset is not None:
            self._show(preset)

    def field(self, name: str) -> QLineEdit:
        """The field of a figure. KeyError for an unknown one."""
        return self._fields[name]

    def preset(self) -> Preset | None:
        """What the form says; None when a field cannot be read, and the form says which."""
        set_tone(self.outcome, "loss")
        try:
            policy = self._policy()
        except _Wrong as wrong:
            self.outcome.setText(wrong.text)
            wrong.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        texts = {name: self._fields[name].text().strip() for name in ("firm", "place", "contact")}
        return Preset(texts["firm"], policy, self._logo, texts["place"], texts["contact"])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
            return
        super().keyPressEvent(event)

    def focus_first(self) -> None:
        """Put the keyboard on the name."""
        self._fields["name"].setFocus(Qt.FocusReason.OtherFocusReason)

    # --- reading the form --------------------------------------------------------------------

    def _policy(self) -> InsurancePolicy:
        name = self._fields["name"]
        if not name.text().strip():
            raise _Wrong(name, self.tr("The product needs a name."))
        sublimit = self._fields["sublimit"]
        return replace(
            self._base,
            id=OWN_TERMS,
            name=name.text().strip(),
            in_force=True,
            sum_insured=self._cents("sum_insured"),
            sublimit=self._cents("sublimit") if sublimit.text().strip() else None,
            deductible=self._cents("deductible"),
            deductible_rate=self._share("deductible_rate", 0),
            deductible_min=self._cents("deductible_min"),
            deductible_max=self._cents("deductible_max"),
            gross_quota=self._share("gross_quota", 50),
            premium=self._cents("premium"),
            sanctions_agreed=self.sanctions.isChecked(),
        )

    def _cents(self, name: str) -> int:
        field = self._fields[name]
        text = field.text().replace("EUR", "").replace("€", "").strip()
        if not text:
            return 0
        amount, readable = QLocale().toDouble(text)
        if not readable or not 0 <= amount <= 1e12:
            told = self.tr("{field}: write an amount in euros, such as {example}.")
            example = QLocale().toString(250_000)
            told = told.replace("{field}", field.accessibleName()).replace("{example}", example)
            raise _Wrong(field, told)
        return round(amount * 100)

    def _share(self, name: str, usual: int) -> Fraction:
        field = self._fields[name]
        text = field.text().replace("%", "").strip()
        if not text:
            return Fraction(usual, 100)
        share, readable = QLocale().toDouble(text)
        if not readable or not 0 <= share <= 100:
            told = self.tr("{field}: write a share from 0 to 100 per cent.")
            raise _Wrong(field, told.replace("{field}", field.accessibleName()))
        return Fraction(round(share * 100), 10_000)

    def _save(self) -> None:
        preset = self.preset()
        if preset is None:
            return
        try:
            path = save_preset(preset)
        except PresetError as error:
            self.outcome.setText(reader().why(error))
            return
        self.saved.emit(path)

    # --- the form ------------------------------------------------------------------------------

    def _add_policy(self) -> None:
        section = Section(self.tr("Policy"))
        grid = _grid()
        rows = (
            ("name", self.tr("Name of the product"), ""),
            ("sum_insured", self.tr("Sum insured"), "EUR"),
            ("sublimit", self.tr("Sublimit for pure financial loss"), "EUR"),
            ("deductible", self.tr("Fixed deductible"), "EUR"),
            ("deductible_rate", self.tr("Or a share of the payment"), "%"),
            ("deductible_min", self.tr("At least"), "EUR"),
            ("deductible_max", self.tr("At most"), "EUR"),
            ("premium", self.tr("Premium a year"), "EUR"),
            ("gross_quota", self.tr("Paid after a grossly negligent breach of duty"), "%"),
        )
        for row, (name, caption, unit) in enumerate(rows):
            self._add_field(grid, row, name, caption, unit)
        self.sanctions = QCheckBox(self.tr("The policy provides for a cut after such a breach"))
        self.sanctions.setProperty("role", "body")
        self.sanctions.setChecked(True)
        grid.addWidget(self.sanctions, len(rows), 0, 1, 2)
        section.column.addLayout(grid)
        self.body.addWidget(section)

    def _add_firm(self) -> None:
        section = Section(self.tr("Firm"), self.tr("For the report and the certificates."))
        grid = _grid()
        rows = (
            ("firm", self.tr("Name of the firm")),
            ("place", self.tr("Address")),
            ("contact", self.tr("Phone or e-mail")),
        )
        for row, (name, caption) in enumerate(rows):
            self._add_field(grid, row, name, caption, "")
        section.column.addLayout(grid)
        self.picture = QLabel()
        self.picture.setAccessibleName(self.tr("Logo"))
        choose = Button(self.tr("Choose a logo…"))
        choose.clicked.connect(self._choose_logo)
        line = QHBoxLayout()
        line.addWidget(choose)
        line.addWidget(self.picture)
        line.addStretch(1)
        section.column.addLayout(line)
        self.body.addWidget(section)

    def _add_field(self, grid: QGridLayout, row: int, name: str, caption: str, unit: str) -> None:
        field = QLineEdit()
        field.setProperty("role", "body")
        field.setAccessibleName(caption)
        field.setMaxLength(80 if name in ("name", "contact") else 120)
        if unit:
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.setMaximumWidth(theme_of().px(180))
        grid.addWidget(label(caption, "body", wrap=True), row, 0)
        line = QHBoxLayout()
        line.setSpacing(theme_of().space(2))
        line.addWidget(field, 1)
        if unit:
            line.addWidget(label(unit, "body", "muted"))
            line.addStretch(1)
        grid.addLayout(line, row, 1)
        self._fields[name] = field

    def _show(self, preset: Preset) -> None:
        policy, number = preset.policy, QLocale()
        for name in (
            "sum_insured", "sublimit", "deductible", "deductible_min", "deductible_max", "premium"
        ):  # fmt: skip
            cents = getattr(policy, name)
            if cents:
                digits = 2 if cents % 100 else 0
                self._fields[name].setText(number.toString(cents / 100, "f", digits))
        for name in ("deductible_rate", "gross_quota"):
            share = float(getattr(policy, name) * 100)
            if share:
                self._fields[name].setText(number.toString(share, "f", 2 if share % 1 else 0))
        self.sanctions.setChecked(policy.sanctions_agreed)
        texts = {"name": policy.name, "firm": preset.provider, "place": preset.address}
        for name, text in {**texts, "contact": preset.contact}.items():
            self._fields[name].setText(text)
        self._take_logo(preset.logo)

    def _choose_logo(self) -> None:
        kinds = "PNG, JPEG, SVG (*.png *.jpg *.jpeg *.svg)"
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a logo"), "", kinds)
        if not chosen:
            return
        try:
            check_logo(Path(chosen))
        except PresetError as error:
            set_tone(self.outcome, "loss")
            self.outcome.setText(reader().why(error))
            return
        self._take_logo(Path(chosen))

    def _take_logo(self, path: Path | None) -> None:
        self._logo = path
        picture = QPixmap(str(path)) if path is not None else QPixmap()
        if not picture.isNull():
            picture = picture.scaledToHeight(
                theme_of().px(_LOGO_HEIGHT), Qt.TransformationMode.SmoothTransformation
            )
        self.picture.setPixmap(picture)


def _grid() -> QGridLayout:
    theme = theme_of()
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.space(4))
    grid.setVerticalSpacing(theme.space(2))
    grid.setColumnMinimumWidth(0, theme.px(250))
    grid.setColumnStretch(1, 1)
    return grid


def _blank() -> InsurancePolicy:
    return InsurancePolicy(OWN_TERMS, "", in_force=True)
