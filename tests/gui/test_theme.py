"""Colours are readable, the shipped fonts are the ones in use, the sheet is whole."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication, QLabel

from app.gui import desktop, theme
from app.gui.fonts import load_easy_font
from app.gui.settings import Settings, dress
from app.gui.stylesheet import stylesheet, template
from app.gui.widgets.graph_items import WARMEST, blend

PALETTES = {"light": theme.LIGHT, "dark": theme.DARK, "contrast": theme.CONTRAST}
GROUNDS = ("ground", "surface", "raised")
INKS = ("ink", "ink_muted", "accent", "loss", "gain", "warning")
PAIRS = [(ink, ground) for ink in INKS for ground in GROUNDS] + [
    ("ink", "hover"),
    ("ink_muted", "hover"),
    ("ink", "accent_soft"),
    ("ink_muted", "accent_soft"),
    ("loss", "accent_soft"),
    ("ink", "loss_soft"),
    ("on_accent", "accent"),
    ("on_brand", "brand"),
    ("brand_muted", "brand"),
    ("terminal_ink", "terminal"),
    ("terminal_muted", "terminal_bar"),
]


def luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    c = QColor(colour)
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF())


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_keeps_wcag_aa_contrast(name: str, ink: str, ground: str) -> None:
    palette = PALETTES[name]
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_focus_rings_and_control_edges_keep_three_to_one(name: str, ground: str) -> None:
    palette = PALETTES[name]
    assert contrast(palette.focus, getattr(palette, ground)) >= 3
    assert contrast(palette.line_strong, getattr(palette, ground)) >= 3


def sheet_pairs() -> set[tuple[str, str]]:
    """Every colour of text with the ground it stands on, as the stylesheet says; a state that
    names only one of the two has the other from the plain rule. What is off may be pale.
    """
    plain: dict[str, tuple[str, str]] = {}
    pairs = set()
    sheet = re.sub(r"\$\{(\w+)\}", r"$\1 ", template())
    for selectors, rule in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        said = dict(re.findall(r"(?<![\w-])((?:[a-z]+-)*(?:color|background)): *\$(\w+)", rule))
        for selector in selectors.split(","):
            base, *state = re.split(r"(?<!:):(?!:)", selector.strip())
            ink, ground = plain.get(base, ("", ""))
            ink, ground = said.get("color", ink), said.get("background", ground)
            if not state:
                plain[base] = ink, ground
            if (
                ink
                and ground
                and ("color" in said or "background" in said)
                and state != ["disabled"]
            ):
                pairs.add((ink, ground))
            if "selection-color" in said:
                pairs.add((said["selection-color"], said["selection-background-color"]))
            if "alternate-background-color" in said:
                pairs.add((ink, said["alternate-background-color"]))
    return pairs


def test_the_sheet_is_read_rightly() -> None:
    pairs = sheet_pairs()
    assert {("on_accent", "accent"), ("ink", "hover"), ("ground", "ink")} <= pairs
    assert len(pairs) > 8


@pytest.mark.parametrize("name", PALETTES)
def test_every_text_of_the_sheet_keeps_wcag_aa_contrast(name: str) -> None:
    palette = PALETTES[name]
    pale = {
        (ink, ground): round(contrast(getattr(palette, ink), getattr(palette, ground)), 2)
        for ink, ground in sheet_pairs()
    }
    assert {pair: ratio for pair, ratio in pale.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("name", PALETTES)
def test_titles_stay_readable_on_the_warmest_nodes(name: str) -> None:
    palette = PALETTES[name]
    warmest = blend(QColor(palette.raised), QColor(palette.warning), WARMEST)
    assert contrast(palette.ink, warmest.name()) >= 4.5


@pytest.mark.parametrize("role", theme.TYPE)
def test_every_type_role_uses_a_font_we_ship(role: str) -> None:
    font = theme.Theme().font(role)
    assert QFontInfo(font).family().startswith(font.family())


def test_text_grows_with_the_text_size_and_stays_within_its_bounds() -> None:
    normal = theme.make_theme(theme.Mode.LIGHT, 100, False).font("body").pixelSize()
    assert theme.make_theme(theme.Mode.LIGHT, 150, False).font("body").pixelSize() > normal
    assert theme.make_theme(theme.Mode.LIGHT, 900, False).text_percent == theme.MOST_PERCENT
    assert theme.make_theme(theme.Mode.LIGHT, 5, False).text_percent == 100


@pytest.mark.parametrize(
    ("mode", "system_dark", "expected"),
    [
        (theme.Mode.SYSTEM, False, theme.LIGHT),
        (theme.Mode.SYSTEM, True, theme.DARK),
        (theme.Mode.LIGHT, True, theme.LIGHT),
        (theme.Mode.DARK, False, theme.DARK),
        (theme.Mode.CONTRAST, False, theme.CONTRAST),
    ],
)
def test_the_mode_picks_the_palette(
    mode: theme.Mode, system_dark: bool, expected: theme.Palette
) -> None:
    made = theme.make_theme(mode, 100, False, system_dark)
    assert made.palette == expected
    assert made.is_dark == (expected is not theme.LIGHT)


def test_open_widgets_follow_a_new_theme(qapp: QApplication, qtbot) -> None:
    label = QLabel("loss")
    label.setProperty("role", "body")
    qtbot.addWidget(label)
    label.show()
    theme.apply(qapp, theme.Theme(theme.DARK, 200))
    assert theme.theme_of().palette is theme.DARK
    assert label.font().pixelSize() == 2 * theme.TYPE["body"][0]
    assert label.palette().windowText().color() == QColor(theme.DARK.ink)


def test_the_sheet_leaves_no_token_open() -> None:
    made = theme.Theme()
    sheet = stylesheet(theme.tokens(made), theme.TYPE, made.px)
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")


def test_easy_letters_take_the_place_of_all_but_those_of_the_terminal(qapp: QApplication) -> None:
    load_easy_font()
    easy = theme.make_theme(theme.Mode.LIGHT, 100, False, easy_reading=True)
    assert {easy.font(role).family() for role in theme.TYPE} == {theme.EASY, theme.MONO}
    assert QFontInfo(easy.font("body")).family() == theme.EASY
    assert QFontInfo(easy.font("strong")).bold()


@pytest.mark.parametrize(
    ("file", "content", "still"),
    [
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=1\n", False),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=0\n", True),
        ("gtk-3.0/settings.ini", "[[[", False),
        ("gtk-3.0/settings.ini", "", False),
    ],
)
@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="files of Linux desktops")
def test_a_desktop_without_animations_is_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, content: str, still: bool
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text(content)
    assert desktop.wants_less_motion() is still


@pytest.mark.parametrize(
    ("desk", "says", "still"),
    [
        ("ubuntu:GNOME", "echo false", True),
        ("GNOME", "echo true", False),
        ("GNOME", "exit 1", False),
        ("KDE", "echo false", False),
    ],
)
@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="a program of Linux desktops")
def test_gnome_is_asked_for_its_animations(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, desk: str, says: str, still: bool
) -> None:
    program = tmp_path / "gsettings"
    program.write_text(f"#!/bin/sh\n{says}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", desk)
    desktop.gnome_is_still.cache_clear()
    try:
        assert desktop.wants_less_motion() is still
    finally:
        desktop.gnome_is_still.cache_clear()


@pytest.mark.parametrize("percent", [100, 125, 250])
def test_whitespace_grows_with_the_window_and_rings_take_no_more_room(percent: int) -> None:
    made = theme.make_theme(theme.Mode.LIGHT, 100, False, room_percent=percent)
    assert made.space(3) == round(12 * percent / 100)
    # Border and padding of a button at rest, with its ring, and of the main one with its ring.
    assert 1 + made.roomy(7) == 2 + made.roomy(6) == 3 + made.roomy(5)
    assert 1 + made.roomy(15) == 2 + made.roomy(14) == 3 + made.roomy(13)
    assert 1 + made.roomy(9) == 2 + made.roomy(8)


def test_a_large_window_gives_whitespace(qapp: QApplication) -> None:
    dress(qapp, Settings(), QSize(3840, 2160))
    large = theme.theme_of()
    dress(qapp, Settings(text_percent=200), QSize(1280, 800))
    assert large.space(4) == 40
    assert theme.theme_of().space(4) == 16
