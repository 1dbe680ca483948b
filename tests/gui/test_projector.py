"""The projector's window: what it shows, and that there is nothing else in it."""

from __future__ import annotations

import gc
import types
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from app.engine.scenario import Guide, Scenario
from app.engine.state import State
from app.gui.theme import BLACK, WHITE
from app.gui.workshop.link import HostLink
from app.gui.workshop.projector import ProjectorWindow
from app.gui.workshop.wall import countdown
from app.play.playthrough import Playthrough
from app.workshop import orders
from app.workshop.cockpit import CockpitView
from app.workshop.events import Mode
from app.workshop.host import Host
from app.workshop.qr import QUIET, squares
from app.workshop.room import Phase, Room
from tests.gui.hosted import Hosted, texts
from tests.workshop.rooms import SECRET

SECRETS = (CockpitView, Room, Playthrough, State, Scenario, Guide, Host, HostLink)


@pytest.fixture
def hosted(qtbot, qapp: QApplication, tmp_path: Path) -> Iterator[Hosted]:
    room = Hosted(qtbot, qapp, tmp_path / "one.workshop")
    yield room
    room.close()


def wall(room: Hosted) -> ProjectorWindow:
    assert room.hosting.projector is not None
    return room.hosting.projector


def reachable(start: object) -> list[object]:
    """Every object to which references lead, but not into modules, classes and globals."""
    seen: dict[int, object] = {}
    left = [start]
    while left:
        thing = left.pop()
        if id(thing) in seen or isinstance(thing, types.ModuleType | type | types.CodeType):
            continue
        if isinstance(thing, types.BuiltinFunctionType | types.MethodDescriptorType):
            continue
        seen[id(thing)] = thing
        if isinstance(thing, types.FunctionType):
            left += thing.__closure__ or ()
        else:
            left += gc.get_referents(thing)
        if isinstance(thing, ProjectorWindow):
            left += thing.findChildren(object)  # type: ignore[arg-type]
    return list(seen.values())


def test_the_lobby_says_how_to_join(hosted: Hosted) -> None:
    page = wall(hosted).wall.lobby
    assert hosted.host.address is not None
    assert page.code.text == hosted.host.address.url
    assert "B\N{THIN SPACE}C" in page.letters.text()
    hosted.people("Anna", "Ben")
    hosted.qtbot.waitUntil(lambda: page.people.text() == "People in the room: 2")


def test_votes_are_hidden_until_they_are_revealed(hosted: Hosted) -> None:
    hosted.people("Anna", "Ben")
    hosted.next(Phase.SCENE, Phase.VOTING)
    hosted.vote("p1", "ask")
    hosted.until(lambda view: view.projector.voted == 1)
    shown = wall(hosted).wall
    assert shown.page is shown.scene
    assert shown.count.text() == "Votes in: 1 of 2"
    assert shown.votes.bars.bars == ()
    hosted.next(Phase.CLOSED, Phase.REVEALED)
    assert shown.page is shown.votes
    assert [bar.end for bar in shown.votes.bars.bars] == [0, 1, 0, 0]
    hosted.next(Phase.CONSEQUENCE)
    assert shown.page is shown.consequence
    assert shown.consequence.taken.text() == "You decided: Tell the client"


def test_nothing_secret_is_in_it(hosted: Hosted) -> None:
    hosted.people("Anna", "Ben")
    hosted.next(Phase.SCENE, Phase.VOTING)
    hosted.vote("p1", "ask")
    hosted.until(lambda view: view.projector.voted == 1)
    found = reachable(wall(hosted))
    assert len(found) > 300, "the search must have gone somewhere"
    assert any(isinstance(one, QLabel) for one in found)
    assert [type(one) for one in found if isinstance(one, SECRETS)] == []
    assert [one for one in found if isinstance(one, str) and SECRET in one] == []


def test_a_revote_shows_the_votes_before_it(hosted: Hosted) -> None:
    hosted.people("Anna", "Ben", "Carla")
    hosted.next(Phase.SCENE, Phase.VOTING)
    for person in ("p1", "p2", "p3"):
        hosted.vote(person, "look")
    hosted.next(Phase.CLOSED, Phase.REVEALED)
    hosted.cockpit.revote.click()
    hosted.until_phase(Phase.VOTING)
    for person in ("p1", "p2"):
        hosted.vote(person, "ask")
    hosted.next(Phase.CLOSED, Phase.REVEALED)
    bars = wall(hosted).wall.votes.bars.bars
    assert [(bar.end, bar.below) for bar in bars] == [(0, 3), (2, 0), (0, 0), (0, 0)]


def test_blank_darkens_all_of_it(hosted: Hosted) -> None:
    hosted.do(orders.blank, True)
    hosted.until(lambda view: view.projector.blank)
    assert wall(hosted).blank
    hosted.do(orders.blank, False)
    hosted.until(lambda view: not view.projector.blank)
    assert not wall(hosted).blank


def test_full_screen_by_key_and_by_double_click(hosted: Hosted) -> None:
    window = wall(hosted)
    hosted.qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    hosted.qtbot.mouseDClick(window.fitted.viewport(), Qt.MouseButton.LeftButton)
    assert not window.isFullScreen()


def test_closed_by_mistake_it_opens_again(hosted: Hosted) -> None:
    window = wall(hosted)
    window.close()
    assert not window.isVisible()
    hosted.cockpit.projector.click()
    assert window.isVisible()


def test_nothing_is_cut_at_any_size(hosted: Hosted) -> None:
    hosted.people("Anna")
    hosted.next(Phase.SCENE)
    window = wall(hosted)
    for width, height in ((1024, 768), (1280, 720), (1920, 1080)):
        window.resize(width, height)
        QApplication.processEvents()
        shown = window.wall
        assert shown.needed(shown.width()) <= shown.height(), (width, height)


def test_the_foot_tells_late_comers_where_to_go(hosted: Hosted) -> None:
    hosted.people("Anna")
    hosted.next(Phase.SCENE)
    assert hosted.host.address is not None
    assert hosted.host.address.short in wall(hosted).wall.join.text()


def test_teams_apart_are_shown_by_progress_alone(qtbot, qapp: QApplication, tmp_path: Path) -> None:
    room = Hosted(qtbot, qapp, tmp_path / "teams.workshop", Mode.TEAMS)
    room.people("Anna", "Ben")
    room.next(Phase.SCENE, Phase.VOTING)
    room.vote("p1", "ask")
    room.vote("p2", "look")
    room.next(Phase.CLOSED, Phase.REVEALED, Phase.CONSEQUENCE)
    shown = wall(room).wall
    assert shown.page is shown.boards
    assert "Decisions taken: 1" in texts(shown.boards)
    room.close()


def test_each_team_stands_above_its_own_votes(qtbot, qapp: QApplication, tmp_path: Path) -> None:
    room = Hosted(qtbot, qapp, tmp_path / "teams.workshop", Mode.TEAMS)
    room.people("Anna", "Ben")
    room.next(Phase.SCENE, Phase.VOTING)
    # The first choice on offer is one that the second team does not take.
    room.vote("p1", "look")
    room.vote("p2", "ask")
    room.next(Phase.CLOSED, Phase.REVEALED)
    bars = wall(room).wall.votes.bars.bars
    assert [(bar.heading, bar.end) for bar in bars] == [("Team 1", 1), ("Team 2", 1)]
    room.close()


def test_pictures_are_sharp_after_the_window_has_grown(hosted: Hosted) -> None:
    hosted.people("Anna")
    hosted.next(Phase.SCENE)
    window = wall(hosted)
    before = window.fitted.magnification
    window.resize(1920, 1080)
    QApplication.processEvents()
    assert window.fitted.magnification > before
    assert window.wall.scene.picture.magnification == window.fitted.magnification


@pytest.mark.parametrize("width", [960, 1280, 1366, 1920])
def test_a_camera_can_read_the_code_at_any_magnification(hosted: Hosted, width: int) -> None:
    window = wall(hosted)
    window.resize(width, width * 9 // 16)
    code = window.wall.lobby.code
    image = window.grab().toImage()
    rows = squares(code.text)
    count = len(rows) + 2 * QUIET
    side = min(code.width(), code.height())
    size = side // count
    corner = code.mapTo(window.wall, QPoint(0, 0))
    left = corner.x() + (code.width() - size * count) / 2
    top = corner.y() + (code.height() - size * count) / 2
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            at = QPointF(left + (x + QUIET + 0.5) * size, top + (y + QUIET + 0.5) * size)
            spot = (at * window.fitted.magnification).toPoint()
            assert image.pixelColor(spot).name() == (BLACK if dark else WHITE), (x, y)
    # No light lines between dark squares, which the finder patterns at the corners are.
    a = QPointF(left + (QUIET + 0.5) * size, top + (QUIET + 0.5) * size)
    start = (a * window.fitted.magnification).toPoint()
    across = round(6 * size * window.fitted.magnification)
    line = {image.pixelColor(start.x() + step, start.y()).name() for step in range(across)}
    assert line == {BLACK}


class Screen:
    def __init__(self, left: int) -> None:
        self.area = QRect(left, 0, 800, 600)

    def geometry(self) -> QRect:
        return self.area

    def availableGeometry(self) -> QRect:  # noqa: N802 - Qt's name
        return self.area


@pytest.mark.parametrize(("lefts", "full"), [((0,), False), ((0, 0), False), ((0, 800), True)])
def test_it_fills_another_screen_where_there_is_one(
    hosted: Hosted, monkeypatch: pytest.MonkeyPatch, lefts: tuple[int, ...], full: bool
) -> None:
    screens = [Screen(left) for left in lefts]
    monkeypatch.setattr(QGuiApplication, "screens", lambda: screens)
    wall(hosted).place(screens[0])  # type: ignore[arg-type]
    assert wall(hosted).isFullScreen() is full


def test_it_says_what_it_shows(hosted: Hosted) -> None:
    hosted.people("Anna")
    hosted.next(Phase.SCENE, Phase.VOTING)
    scene = hosted.view.projector.scene
    assert scene is not None
    said = wall(hosted).fitted.accessibleName()
    assert scene.title in said
    assert "Votes in: 0 of 1" in said


def test_a_countdown_reads_like_a_clock() -> None:
    assert [countdown(ms) for ms in (0, 1, 59_000, 61_000, 600_000)] == [
        "0:00", "0:01", "0:59", "1:01", "10:00",
    ]  # fmt: skip
