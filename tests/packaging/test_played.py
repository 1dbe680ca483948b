"""The finished program played by mouse and keyboard, in a real window on a screen of its own."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from app.authoring.loading import load_scenario
from app.gui import main
from app.gui.settings import Settings
from app.play import journal
from app.play.playthrough import Playthrough, journaled_terms
from app.resources import find_scenario
from tests.packaging.conftest import Download
from tests.packaging.test_frozen import wait_for

pytestmark = [
    pytest.mark.frozen,
    pytest.mark.skipif(sys.platform != "linux", reason="needs Xvfb and xdotool"),
]

CASE = "server-crash"
TITLE = "Point of No Restore"


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    """The name of an empty X screen."""
    read, write = os.pipe()
    with subprocess.Popen(
        [
            *("Xvfb", "-displayfd", str(write), "-nolisten", "tcp"),
            *("-screen", "0", "1400x900x24", "-dpi", "96"),
        ],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(write)
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
        server.terminate()


class Player:
    """Starts the program, looks for its window, and presses keys and buttons."""

    def __init__(self, download: Download, screen: str, *words: str) -> None:
        self.download = download
        self._screen = screen
        self.process = self.start(*words)
        wait_for(lambda: self.find(TITLE))
        self.window = self.find(TITLE)
        self.focus(self.window)

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        environment = self.download.environment(DISPLAY=self._screen)
        return subprocess.Popen([self.download.program, *words], env=environment)

    def find(self, title: str) -> str:
        """The window of this title, empty without one."""
        found = self._x("search", "--onlyvisible", "--name", f"^{title}$", check=False).split()
        return found[-1] if found else ""

    def focus(self, window: str) -> None:
        """Give a window the keyboard: there is nobody else here to do it."""
        self._x("windowfocus", window)

    def _x(self, *words: str, check: bool = True) -> str:
        environment = {**os.environ, "DISPLAY": self._screen}
        done = subprocess.run(
            ["xdotool", *words],
            env=environment,
            capture_output=True,
            text=True,
            timeout=30,
            check=check,
        )
        return done.stdout

    def press(self, *keys: str) -> None:
        self._x("key", "--delay", "60", *keys)

    def press_until(self, key: str, what: Callable[[], object]) -> None:
        """Press a key again until it has done something: a page may not be there yet."""
        end = time.monotonic() + 60
        while not what():
            assert time.monotonic() < end, f"{key} did nothing"
            self.press(key)
            for _ in range(20):
                if what():
                    return
                time.sleep(0.05)

    def click(self, place: QPoint) -> None:
        self._x("mousemove", "--window", self.window, str(place.x()), str(place.y()), "click", "1")

    def is_in_front(self) -> bool:
        """Whether the window is what lies under the pointer, in its corner."""
        self._x("mousemove", "20", "20")
        seen = self._x("getmouselocation", "--shell").split()
        return f"WINDOW={self.window}" in seen

    def size(self) -> tuple[int, int]:
        lines = self._x("getwindowgeometry", "--shell", self.window).split()
        values = dict(line.split("=") for line in lines)
        return int(values["WIDTH"]), int(values["HEIGHT"])

    def journals(self) -> list[Path]:
        return sorted(self.download.data.glob("plays/*.jsonl"))

    def kill(self) -> None:
        """As a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


@pytest.fixture
def players(download: Download, screen: str) -> Iterator[Callable[..., Player]]:
    """Starts the program; whatever still runs at the end is ended."""
    started: list[Player] = []

    def begin(*words: str) -> Player:
        started.append(Player(download, screen, *words))
        return started[-1]

    yield begin
    for player in started:
        player.kill()


def replayed(path: Path) -> Playthrough:
    record = journal.read(path)
    scenario = load_scenario(find_scenario(record.header.scenario))
    return Playthrough.replay(record, scenario, journaled_terms(record, scenario))


def as_it_happened(play: Playthrough) -> int:
    """The number of the card that the real case took."""
    view = play.view()
    wanted = play.scenario.plans["as-it-happened"].choices.get(view.node_id)
    offered = [choice.id for choice in view.choices]
    return offered.index(wanted) + 1 if wanted in offered else 1


def decide(player: Player, path: Path, place: Callable[[int], QPoint] | None = None) -> Playthrough:
    """Take the next decision of the real case by key, or by mouse where ``place`` says."""
    before = replayed(path)
    number = as_it_happened(before)
    count = len(journal.read(path).events)
    if place is None:
        player.press(str(number))
    else:
        player.click(place(number))
    wait_for(lambda: len(journal.read(path).events) > count)
    after = replayed(path)
    assert after.decisions[-1].choice == before.view().choices[number - 1].id
    return after


def where_cards_are(
    path: Path, size: tuple[int, int], home: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[int], QPoint]:
    """The middle of each card, read off a window of the same size with the same play."""
    monkeypatch.setenv("NORESTORE_HOME", str(home))
    copy = home / "plays" / path.name
    copy.parent.mkdir(parents=True)
    copy.write_bytes(path.read_bytes())
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window = main.make_window(app, "en")
    window.change_settings(Settings(language="en"))
    window.resize(*size)
    window.show()
    window.continue_play(copy)
    app.processEvents()
    cards = [card.mapTo(window, card.rect().center()) for card in window.play.choices.cards]
    window.close()
    window.release()
    return lambda number: cards[number - 1]


def test_the_real_case_by_keyboard_and_mouse_through_a_kill(
    players: Callable[..., Player],
    qapp: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    player = players("gui", CASE)
    player.press_until("Return", player.journals)
    (path,) = player.journals()
    assert journal.read(path).header.scenario == CASE
    play = decide(player, path)
    cards = where_cards_are(path, player.size(), tmp_path / "elsewhere", monkeypatch)
    play = decide(player, path, cards)
    play = decide(player, path)
    assert len(play.decisions) == 3
    player.kill()

    player = players()
    # To continue is the first thing that the title offers.
    player.press_until("Return", lambda: _resumed(player, path))
    assert replayed(path).decisions[:3] == play.decisions
    while not (play := replayed(path)).state.is_terminal():
        play = decide(player, path)
    assert player.journals() == [path]
    wait_for(lambda: _finished(player) == [(path.name, play.state.node_id)])
    assert player.process.poll() is None
    assert not (player.download.data / "errors.log").exists()


def _resumed(player: Player, path: Path) -> bool:
    """Whether the play goes on: a key of its own does something."""
    count = len(journal.read(path).events)
    player.press(str(as_it_happened(replayed(path))))
    end = time.monotonic() + 1
    while time.monotonic() < end:
        if len(journal.read(path).events) > count:
            return True
        time.sleep(0.05)
    return False


def _finished(player: Player) -> list[tuple[str, str]]:
    file = f"file:{player.download.data / 'norestore.sqlite3'}?mode=ro"
    with closing(sqlite3.connect(file, uri=True)) as database:
        return database.execute("SELECT journal, ending FROM finished").fetchall()


OTHER = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("in the way")
label.setWindowTitle("Other")
label.resize(1400, 900)
label.show()
app.exec()
"""


def test_a_second_start_brings_the_first_window_to_the_front(
    players: Callable[..., Player], screen: str
) -> None:
    player = players()
    wait_for((player.download.data / "norestore.sqlite3").exists)
    environment = {**os.environ, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"}
    other = subprocess.Popen([sys.executable, "-c", OTHER], env=environment)
    try:
        wait_for(lambda: player.find("Other") and not player.is_in_front())
        assert player.start().wait(timeout=30) == 0
        wait_for(player.is_in_front)
    finally:
        other.kill()
        other.wait()
    assert player.process.poll() is None
    # After a kill nothing is left that would keep the next start away.
    player.kill()
    again = players()
    assert again.process.poll() is None
