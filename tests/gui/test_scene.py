"""The painted scenes: every place in every look, lights that tell the state, no idle timers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractAnimation, QTimer
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app.gui import theme as themes
from app.gui.widgets.scene import FADE_MS, RING_MS, SceneWidget
from app.gui.widgets.scenes.situation import SCENES, ArrayState, Earth, Outage, Situation
from tests.gui import sample_views
from tests.gui.looks import MODES, colours, dress, picture

SIZES = ((720, 405), (760, 220), (300, 480), (160, 120))


def painted(widget: SceneWidget, situation: Situation) -> QImage:
    widget.set_situation(situation)
    return picture(widget)


@pytest.fixture
def scene(qtbot: QtBot) -> SceneWidget:
    dress()
    widget = SceneWidget()
    widget.resize(720, 405)
    qtbot.addWidget(widget)
    return widget


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("place", SCENES)
def test_every_place_is_painted_in_every_theme_and_shape(
    qtbot: QtBot, mode: themes.Mode, place: str
) -> None:
    dress(mode)
    widget = SceneWidget()
    qtbot.addWidget(widget)
    for width, height in SIZES:
        widget.resize(width, height)
        assert len(colours(painted(widget, Situation(place)))) >= 8, (width, height)


def test_all_places_look_different(scene: SceneWidget) -> None:
    pictures = [painted(scene, Situation(place, 600)) for place in SCENES]
    assert all(a != b for i, a in enumerate(pictures) for b in pictures[:i])


def test_the_sky_follows_the_hour(scene: SceneWidget) -> None:
    night = painted(scene, Situation("car", 60)).pixelColor(30, 30)
    noon = painted(scene, Situation("car", 720)).pixelColor(30, 30)
    assert noon.lightness() > night.lightness() + 60


def pixels_near(image: QImage, colour: str) -> int:
    wanted = QColor(colour).rgb()
    pixels = memoryview(image.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I")
    return sum(
        all(abs((pixel >> shift & 255) - (wanted >> shift & 255)) < 24 for shift in (0, 8, 16))
        for pixel in pixels
    )


def test_disk_lights_turn_with_the_state_of_the_array(scene: SceneWidget) -> None:
    red, amber, green = "#ee5a4a", "#f0b13c", "#4fc08d"
    rack = Situation("server_room", 600)
    fine = painted(scene, rack)
    degraded = painted(scene, replace(rack, array=ArrayState.DEGRADED))
    failed = painted(scene, replace(rack, array=ArrayState.FAILED))
    assert pixels_near(fine, red) == 0
    assert pixels_near(degraded, amber) > pixels_near(fine, amber) + 10
    assert pixels_near(failed, red) > 30
    assert pixels_near(failed, green) < pixels_near(fine, green)


@pytest.mark.parametrize(
    "change",
    [
        {"array": ArrayState.DEGRADED},
        {"array": ArrayState.REBUILDING},
        {"array": ArrayState.FAILED},
        {"array": ArrayState.DARK},
        {"outage": Outage.PARTIAL},
        {"outage": Outage.FULL},
        {"mft_dead": True},
        {"rental": True},
        {"imaged": True},
        {"pulled": True},
        {"earth": Earth.GOOD},
        {"earth": Earth.BAD},
    ],
)
@pytest.mark.parametrize("mode", MODES)
def test_the_rack_shows_and_says_every_change(
    qtbot: QtBot, mode: themes.Mode, change: dict[str, object]
) -> None:
    dress(mode)
    widget = SceneWidget()
    widget.resize(720, 405)
    qtbot.addWidget(widget)
    rack = Situation("server_room", 600)
    before, said = painted(widget, rack), widget.accessibleDescription()
    after = painted(widget, replace(rack, **change))  # type: ignore[arg-type]
    assert after != before
    assert widget.accessibleDescription() != said


def test_hints_of_a_view_become_what_is_shown(scene: SceneWidget) -> None:
    view = replace(
        sample_views.first_scene(),
        scene="server_room",
        now=sample_views.START.replace(hour=22, minute=5),
        hints={"outage": "full", "array_state": "failed", "mft_dead": True, "rental": "refused"},
    )
    scene.set_scene(view)
    assert scene.situation == Situation(
        "server_room", 22 * 60 + 5, Outage.FULL, ArrayState.FAILED, mft_dead=True
    )
    assert "rack" in scene.accessibleName()
    assert "22:05" in scene.accessibleDescription()
    assert "red" in scene.accessibleDescription()


@pytest.mark.parametrize(
    ("hints", "expected"),
    [
        ({"outage": "hampered"}, {"outage": Outage.PARTIAL}),
        ({"data": "stale"}, {"unreadable": True}),
        ({"outage": "full"}, {"outage": Outage.FULL, "array": ArrayState.DARK}),
        ({"earth": "bad"}, {"earth": Earth.BAD}),
        (
            {"night": "courier", "array_state": "failed"},
            {"pulled": True, "array": ArrayState.FAILED},
        ),
        ({"lab_order": "client", "array_state": "ok"}, {}),
        ({"lab_order": "nobody", "array_state": "degraded"}, {"array": ArrayState.DEGRADED}),
    ],
)
def test_what_each_case_calls_it(hints: dict[str, str], expected: dict[str, object]) -> None:
    view = replace(sample_views.first_scene(), scene="server_room", hints=hints)
    plain = Situation.of(replace(view, hints={}))
    assert Situation.of(view) == replace(plain, **expected)  # type: ignore[arg-type]


def test_unknown_places_and_hints_fall_back(scene: SceneWidget) -> None:
    view = replace(
        sample_views.first_scene(), scene="moon", hints={"outage": 7, "array_state": "odd"}
    )
    scene.set_scene(view)
    assert scene.situation.scene == "office"
    assert scene.situation.outage is Outage.NONE
    assert scene.situation.array is ArrayState.OK


def running(widget: SceneWidget) -> list[object]:
    states = QAbstractAnimation.State
    moving = [a for a in widget.findChildren(QAbstractAnimation) if a.state() != states.Stopped]
    return [*moving, *(timer for timer in widget.findChildren(QTimer) if timer.isActive())]


def test_a_change_moves_shortly_and_then_nothing_does(qtbot: QtBot) -> None:
    dress(still=False)
    widget = SceneWidget()
    widget.resize(400, 240)
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    picture(widget)
    assert running(widget) == []
    widget.set_situation(Situation("server_room", 600))
    assert widget.is_moving()
    qtbot.waitUntil(lambda: not widget.is_moving(), timeout=FADE_MS + 2000)
    assert max(FADE_MS, RING_MS) <= 600
    assert running(widget) == []


def shown(qtbot: QtBot, *, still: bool = False) -> SceneWidget:
    dress(still=still)
    widget = SceneWidget()
    widget.resize(400, 240)
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    picture(widget)
    return widget


def test_a_phone_rings_and_is_still_in_the_end(qtbot: QtBot) -> None:
    widget = shown(qtbot)
    call = Situation("phone", 600)
    widget.set_situation(call)
    # Half way through: the picture has come, the phone still shakes.
    widget._fade.setCurrentTime(RING_MS * 55 // 100)
    ringing = picture(widget)
    qtbot.waitUntil(lambda: not widget.is_moving(), timeout=RING_MS + 2000)
    assert picture(widget) != ringing
    assert picture(widget) == picture(shown_at_once(qtbot, call))
    assert running(widget) == []


def shown_at_once(qtbot: QtBot, situation: Situation) -> SceneWidget:
    widget = shown(qtbot, still=True)
    widget.set_situation(situation)
    return widget


def test_haste_ends_the_transition(qtbot: QtBot) -> None:
    widget = shown(qtbot)
    widget.set_situation(Situation("phone", 600))
    widget.settle()
    assert not widget.is_moving()
    assert picture(widget) == picture(shown_at_once(qtbot, Situation("phone", 600)))


def test_reduced_motion_does_not_move(qtbot: QtBot) -> None:
    dress(still=True)
    widget = SceneWidget()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    picture(widget)
    widget.set_situation(Situation("lab", 600))
    assert not widget.is_moving()


def test_a_new_theme_repaints(scene: SceneWidget) -> None:
    light = painted(scene, Situation("office"))
    dress(themes.Mode.DARK)
    assert picture(scene) != light
