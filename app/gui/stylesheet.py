"""The one stylesheet, made from the theme's tokens.

Widgets opt in with dynamic properties: ``role`` (a type role, plus ``tone`` for its colour),
``surface`` (``card``, ``raised``, ``panel``, ``terminal``, ``bar``) and ``kind`` on buttons
(``primary``, ``quiet``, ``link``; plain otherwise).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Template

_MOST_PADDING = 24
_SHEET = Template("""
QMainWindow, QDialog, QStackedWidget#pages { background: $ground; }
QLabel { color: $ink; background: transparent; }
QLabel[struck="true"] { color: $ink_muted; text-decoration: line-through; }
QLabel[tone="muted"] { color: $ink_muted; }
QLabel[tone="loss"] { color: $loss; }
QLabel[tone="gain"] { color: $gain; }
QLabel[tone="warning"] { color: $warning; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="brand"] { color: $on_brand; }
QLabel[tone="brand_muted"] { color: $brand_muted; }
QLabel[tone="terminal"] { color: $terminal_ink; }
QLabel[tone="terminal_muted"] { color: $terminal_muted; }

QFrame[surface="card"] { background: $surface; border: 1px solid $line; border-radius: 6px; }
QFrame[surface="raised"] { background: $raised; border: 1px solid $line; border-radius: 6px; }
QFrame[surface="panel"] { background: $raised; border: 1px solid $line; border-radius: 6px; }
QFrame[surface="terminal"] {
    background: $terminal; border: 1px solid $terminal_bar; border-radius: 6px; }
QFrame[surface="bar"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame[surface="foot"] { background: $surface; border: none; border-top: 1px solid $line; }
QFrame[surface="side"] { background: $surface; border: none; border-left: 1px solid $line; }
QFrame[surface="notice"] {
    background: $loss_soft; border: none; border-left: 3px solid $loss; border-radius: 0; }
QFrame[surface="consequence"] {
    background: $surface; border: none; border-left: 3px solid $accent; border-radius: 0; }
QFrame[surface="consequence"][lost="true"] { border-left: 3px solid $loss; }
QFrame[surface="rule"] {
    background: $line; border: none; min-height: 1px; max-height: 1px; }

QPushButton {
    color: $ink; background: $raised; border: 1px solid $line_strong; border-radius: 6px;
    padding: ${s7}px ${s15}px; min-height: ${button}px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:checked { background: $accent_soft; border-color: $accent; }
QPushButton:disabled { color: $ink_muted; background: $ground; border-color: $line; }
QPushButton:focus { border: 2px solid $focus; padding: ${s6}px ${s14}px; }
QPushButton[kind="primary"] {
    color: $on_accent; background: $accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent; border-color: $ink; }
QPushButton[kind="primary"]:disabled {
    color: $ink_muted; background: $line; border-color: $line; }
QPushButton[kind="primary"]:focus { border: 3px double $on_accent; padding: ${s5}px ${s13}px; }
QPushButton[kind="quiet"] { background: transparent; border: 1px solid transparent; }
QPushButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="quiet"]:checked { background: $accent_soft; color: $accent; }
QPushButton[kind="quiet"]:focus { border: 2px solid $focus; }
QPushButton[kind="entry"] { text-align: left; border-color: $line; }
QPushButton[kind="entry"]:focus { border: 2px solid $focus; }
QPushButton[kind="tool"] {
    background: transparent; border: 1px solid transparent; padding: ${s7}px;
    min-width: ${button}px; }
QPushButton[kind="tool"]:hover { background: $hover; border-color: $line; }
QPushButton[kind="tool"]:disabled { background: transparent; border-color: transparent; }
QPushButton[kind="tool"]:focus { border: 2px solid $focus; padding: ${s6}px; }
QPushButton[kind="link"] {
    background: transparent; border: 1px solid transparent; color: $accent;
    padding: ${s7}px ${s6}px; text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 2px solid $focus; padding: ${s6}px ${s5}px; }

QPushButton, QCheckBox, QTabBar, QComboBox { outline: none; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox {
    color: $ink; background: $raised; border: 1px solid $line_strong; border-radius: 6px;
    padding: ${s7}px ${s9}px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus {
    border: 2px solid $focus; padding: ${s6}px ${s8}px; }
QLineEdit { min-height: ${button}px; }
QSpinBox QLineEdit, QSpinBox QLineEdit:focus {
    border: none; padding: 0 0 0 ${s9}px; background: transparent; }
QSpinBox::up-button, QSpinBox::down-button {
    subcontrol-origin: border; width: 0; height: 0; border: none; }
QLineEdit:disabled { color: $ink_muted; background: $ground; border-color: $line; }

QComboBox {
    color: $ink; background: $raised; border: 1px solid $line_strong; border-radius: 6px;
    padding: ${s5}px ${s9}px; min-height: ${button}px; }
QComboBox:hover { background: $hover; }
QComboBox:disabled { color: $ink_muted; background: $ground; border-color: $line; }
QComboBox::drop-down { border: none; width: ${button}px; }
QComboBox::down-arrow { image: none; width: 0; height: 0; }
QComboBox QAbstractItemView {
    color: $ink; background: $raised; border: 1px solid $line_strong; border-radius: 0;
    selection-background-color: $accent_soft; selection-color: $ink; outline: none; }
QComboBox QAbstractItemView::item { min-height: ${button}px; padding: ${s2}px ${s8}px; }

QPlainTextEdit#terminal {
    color: $terminal_ink; background: $terminal; border: none; border-radius: 0;
    padding: ${s9}px ${s12}px; }
QPlainTextEdit#terminal:focus { border: 2px solid $focus; padding: ${s7}px ${s10}px; }

QCheckBox {
    color: $ink; spacing: 10px; padding: ${s6}px ${s4}px; min-height: ${button}px;
    border: 2px solid transparent; }
QCheckBox:focus { border: 2px solid $focus; border-radius: 6px; }
QCheckBox::indicator {
    width: ${mark}px; height: ${mark}px; background: $raised; border: 1px solid $line_strong;
    border-radius: 4px; }
QCheckBox::indicator:checked { background: $accent; border: 4px solid $raised; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget#scroll { background: transparent; }
QScrollArea:focus { border: 2px solid $focus; border-radius: 6px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical {
    background: $line_strong; border-radius: 3px; min-height: 32px; margin: 2px 3px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal {
    background: $line_strong; border-radius: 3px; min-width: 32px; margin: 3px 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QTabWidget::pane { border: none; }
QTabBar { background: transparent; }
QTabBar::tab {
    color: $ink_muted; background: transparent; border: 2px solid transparent;
    border-bottom: 2px solid $line; padding: ${s7}px ${s13}px; min-height: ${button}px; }
QTabBar::tab:selected { color: $ink; border-bottom: 2px solid $accent; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:focus { border: 2px solid $focus; }

QGraphicsView { border: 2px solid transparent; }
QGraphicsView:focus { border: 2px solid $focus; }
QTableView, QListView, QTreeView {
    color: $ink; background: $raised; alternate-background-color: $surface;
    border: 1px solid $line; border-radius: 6px; gridline-color: $line;
    selection-background-color: $accent_soft; selection-color: $ink; }
QTableView::item { padding: ${s5}px ${s9}px; }
QTableView:focus, QListView:focus, QTreeView:focus { border: 2px solid $focus; }
QHeaderView::section {
    color: $ink_muted; background: $surface; border: none; border-bottom: 1px solid $line;
    padding: ${s6}px ${s12}px; font-weight: 500; }

QProgressBar {
    background: $line; border: none; border-radius: 3px; text-align: center;
    max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QMenu { color: $ink; background: $raised; border: 1px solid $line_strong; padding: ${s4}px; }
QMenu::item { padding: ${s6}px ${s24}px ${s6}px ${s12}px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; }
QToolTip { color: $ground; background: $ink; border: none; padding: ${s6}px ${s8}px; }
""")


def template() -> str:
    """The rules with the names of colours in place of them, for checks of what goes with what."""
    return _SHEET.template


def stylesheet(
    tokens: Mapping[str, str],
    types: Mapping[str, tuple[int, int, str]],
    px: Callable[[float], int],
    roomy: Callable[[int], int] = int,
) -> str:
    """The sheet for colour ``tokens``, the type scale, the text's size (``px``), and paddings.

    ``roomy``: pixels of padding in a window of this size.
    """
    paddings = {f"s{pixels}": roomy(pixels) for pixels in range(_MOST_PADDING + 1)}
    sheet = _SHEET.substitute(tokens, **paddings, button=px(24), mark=px(18))
    for role, (size, weight, family) in types.items():
        rule = f'font-family: "{family}"; font-size: {px(size)}px; font-weight: {weight};'
        sheet += f'*[role="{role}"] {{ {rule} }}\n'
    return sheet
