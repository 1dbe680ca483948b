"""The cockpit, driven as a facilitator drives it, over a real host."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from app.gui.widgets.counter import Counter
from app.gui.widgets.text import Button
from app.workshop import orders
from app.workshop.events import Mode, TieRule
from app.workshop.room import Phase
from tests.gui.hosted import Hosted, texts

Open = Callable[..., Hosted]
Key = Qt.Key


@pytest.fixture
def hosting(qtbot, qapp: QApplication, tmp_path: Path) -> Iterator[Open]:
    made: list[Hosted] = []

    def open_one(mode: Mode = Mode.ROOM, **others) -> Hosted:
        made.append(Hosted(qtbot, qapp, tmp_path / "one.workshop", mode, **others))
        return made[-1]

    yield open_one
    for one in made:
        one.close()


def sheet_button(room: Hosted, part: str) -> Button:
    sheet = room.window.sheet()
    assert sheet is not None
    return next(one for one in sheet.findChildren(Button) if part in one.text())


def test_one_button_leads_from_the_lobby_to_the_consequence(hosting: Open) -> None:
    room = hosting()
    room.people("Anna", "Ben", "Carla")
    cockpit = room.cockpit
    assert cockpit.next.text() == "Show the first scene"
    room.next(Phase.SCENE)
    assert "for the facilitator only" in texts(cockpit.stage.guide)
    assert cockpit.next.text() == "Open the vote"
    room.next(Phase.VOTING)
    for person, choice in (("p1", "ask"), ("p2", "ask"), ("p3", "look")):
        room.vote(person, choice)
    room.until(lambda view: view.projector.voted == 3)
    assert [bar.end for bar in cockpit.stage.votes.bars] == [1, 2, 0, 0]
    assert cockpit.note.text() == "All have voted."
    room.next(Phase.CLOSED, Phase.REVEALED, Phase.CONSEQUENCE)
    assert room.view.tracks[0].decisions == 1
    assert cockpit.next.text() == "Show the next scene"
    # What comes next is told here, and not yet on the wall.
    scene = room.view.projector.scene
    assert scene is not None
    assert cockpit.stage.title.text() == "What came of it"
    assert f"Next: {scene.title}" in texts(cockpit.stage)
    assert scene.choices[0].text in cockpit.stage.coming.text()
    assert room.hosting.projector is not None
    assert scene.choices[0].text not in texts(room.hosting.projector.wall.consequence)


def test_who_has_not_voted_stands_first(hosting: Open) -> None:
    room = hosting()
    room.people("Anna", "Ben", "Carla")
    room.next(Phase.SCENE, Phase.VOTING)
    room.vote("p1", "ask")
    room.until(lambda view: view.projector.voted == 1)
    people = room.cockpit.people
    assert [people.list.item(i).text().split()[-1] for i in range(3)] == ["Ben", "Carla", "Anna"]
    assert "Not voted yet: 2" in people.missing.text()
    # Nobody of them has a stream open.
    assert "Dropped out: 3" in people.missing.text()


def test_the_keys_do_what_the_buttons_do(hosting: Open) -> None:
    room = hosting()
    room.people("Anna")
    cockpit, qtbot = room.cockpit, room.qtbot
    assert QApplication.focusWidget() is cockpit.next
    qtbot.keyClick(cockpit, Key.Key_Space)
    room.until_phase(Phase.SCENE)
    qtbot.keyClick(cockpit, Key.Key_T)
    room.until(lambda view: view.projector.timer_ends is not None)
    assert ":" in cockpit.timer.text()
    qtbot.keyClick(cockpit, Key.Key_P)
    room.until(lambda view: view.projector.paused)
    assert cockpit.next.text() == "Go on"
    qtbot.keyClick(cockpit, Key.Key_Space)
    room.until(lambda view: not view.projector.paused)
    qtbot.keyClick(cockpit, Key.Key_B)
    room.until(lambda view: view.projector.blank)
    assert room.hosting.projector is not None
    assert room.hosting.projector.blank
    qtbot.keyClick(cockpit, Key.Key_D)
    room.until_phase(Phase.DEBRIEF)


def test_a_tie_is_decided_in_the_cockpit(hosting: Open) -> None:
    room = hosting(tie_rule=TieRule.FACILITATOR)
    room.people("Anna", "Ben")
    room.next(Phase.SCENE, Phase.VOTING)
    room.vote("p1", "ask")
    room.vote("p2", "look")
    room.next(Phase.CLOSED, Phase.REVEALED)
    cockpit = room.cockpit
    assert not cockpit.next.isEnabled()
    offered = cockpit.stage.tie.findChildren(Button)
    assert len(offered) == 2
    assert QApplication.focusWidget() is offered[0]
    offered[1].click()
    room.until(lambda view: view.tracks[0].choice == "ask")
    room.next(Phase.CONSEQUENCE)


def test_undo_rewind_and_what_if(hosting: Open) -> None:
    room = hosting()
    room.people("Anna")
    for _ in range(2):
        room.next(Phase.SCENE, Phase.VOTING)
        scene = room.view.tracks[0].scene
        assert scene is not None
        room.vote("p1", scene.choices[0].id)
        room.next(Phase.CLOSED, Phase.REVEALED, Phase.CONSEQUENCE)
    cockpit = room.cockpit
    cockpit.undo.click()
    room.until(lambda view: view.tracks[0].decisions == 1)
    cockpit.fork.click()
    sheet_button(room, "1. ").click()
    room.until(lambda view: view.projector.what_if)
    assert cockpit.kind.text() == "What if"
    assert "End" in cockpit.fork.text()
    cockpit.fork.click()
    room.until(lambda view: not view.projector.what_if)
    cockpit.rewind.click()
    sheet_button(room, "1. ").click()
    room.until(lambda view: view.tracks[0].decisions == 0)


def test_paper_votes_count(hosting: Open) -> None:
    room = hosting()
    room.people("Anna")
    room.next(Phase.SCENE, Phase.VOTING)
    room.cockpit.paper.click()
    sheet = room.window.sheet()
    assert sheet is not None
    fields = sheet.findChildren(Counter)
    fields[1].more.click()
    fields[1].more.click()
    sheet_button(room, "Count").click()
    room.until(lambda view: dict(view.tracks[0].tally or ())["ask"] == 2)


def test_people_are_renamed_moved_and_sent_out(hosting: Open) -> None:
    room = hosting(Mode.TEAMS)
    room.people("Anna", "Ben")
    people = room.cockpit.people
    people.list.setCurrentRow(0)
    people.change.click()
    sheet_button(room, "Send").click()
    room.until(lambda view: [one.id for one in view.people] == ["p2"])
    people.list.setCurrentRow(0)
    people.change.click()
    sheet = room.window.sheet()
    assert sheet is not None
    name = sheet.findChild(QLineEdit)
    name.setText("Bea")
    sheet_button(room, "Rename").click()
    room.until(lambda view: view.people[0].label == "Bea")
    people.list.setCurrentRow(0)
    people.change.click()
    sheet = room.window.sheet()
    assert sheet is not None
    box = sheet.findChild(QComboBox)
    box.setCurrentIndex(0)
    sheet_button(room, "Move").click()
    room.until(lambda view: view.people[0].team == "t1")


def test_teams_are_looked_at_one_after_the_other(hosting: Open) -> None:
    room = hosting(Mode.TEAMS)
    room.people("Anna", "Ben")
    room.next(Phase.SCENE, Phase.VOTING)
    room.vote("p2", "ask")
    room.until(lambda view: view.projector.voted == 1)
    stage = room.cockpit.stage
    assert sum(bar.end for bar in stage.votes.bars) == 0
    stage.choose("t2")
    assert sum(bar.end for bar in stage.votes.bars) == 1


def test_a_team_that_waits_for_the_facilitator_is_shown(hosting: Open) -> None:
    room = hosting(Mode.TEAMS, tie_rule=TieRule.FACILITATOR)
    room.people("Anna", "Ben", "Carla", "Dora")
    room.next(Phase.SCENE, Phase.VOTING)
    for person, choice in (("p1", "ask"), ("p3", "ask"), ("p2", "ask"), ("p4", "look")):
        room.vote(person, choice)
    room.next(Phase.CLOSED, Phase.REVEALED)
    stage = room.cockpit.stage
    waits = next(one for one in room.view.tracks if one.tied)
    assert waits.id != room.view.tracks[0].id
    offered = stage.tie.findChildren(Button)
    assert QApplication.focusWidget() is offered[0]
    offered[0].click()
    room.until(lambda view: all(one.choice for one in view.tracks))
    assert "Decided: " in stage.state.text()


def test_the_keys_work_from_the_list_of_people_as_well(hosting: Open) -> None:
    room = hosting()
    room.people("Anna", "Ben")
    people = room.cockpit.people.list
    people.setFocus()
    room.qtbot.keyClick(people, Key.Key_Space)
    room.until_phase(Phase.SCENE)
    room.qtbot.keyClick(people, Key.Key_B)
    room.until(lambda view: view.projector.blank)


def test_space_waits_for_the_first_step_in_an_empty_room(hosting: Open) -> None:
    room = hosting(Mode.TEAMS)
    cockpit = room.cockpit
    assert not cockpit.next.isEnabled()
    assert QApplication.focusWidget() is cockpit
    room.people("Anna")
    assert QApplication.focusWidget() is cockpit.next
    room.qtbot.keyClick(cockpit.next, Key.Key_Space)
    room.until_phase(Phase.SCENE)


def test_a_solo_race_is_stopped_into_the_debrief(hosting: Open) -> None:
    room = hosting(Mode.SOLO)
    room.people("Anna", "Ben")
    assert room.cockpit.next.text() == "Start the race"
    room.next(Phase.VOTING)
    assert "Everybody plays alone" in texts(room.cockpit.stage)
    assert room.cockpit.rewind.isHidden()
    room.vote("p1", "ask")
    room.until(lambda view: view.people[0].decisions == 1)
    told = [bar.sentence for bar in room.cockpit.stage.votes.bars]
    assert told == ["Decisions taken: 1: 1", "Decisions taken: 0: 1"]
    room.next(Phase.DEBRIEF)


def test_what_is_refused_is_said(hosting: Open) -> None:
    room = hosting()
    assert room.hosting.link is not None
    room.hosting.link.do(orders.reveal)
    room.qtbot.waitUntil(lambda: room.window.sheet() is not None)
    assert "not possible now" in texts(room.window.sheet())  # type: ignore[arg-type]


def test_a_rehearsal_comes_and_goes(hosting: Open) -> None:
    room = hosting()
    room.cockpit.rehearse.click()
    sheet_button(room, "6 bots").click()
    room.until(lambda view: view.projector.here == 6)
    assert room.cockpit.rehearse.text() == " Send the bots home"
    room.cockpit.rehearse.click()
    room.until(lambda view: not view.people)


def test_closing_the_window_asks(hosting: Open) -> None:
    room = hosting()
    room.window.close()
    assert room.window.isVisible()
    sheet_button(room, "Close it").click()
    assert not room.window.isVisible()
    assert room.hosting.link is None


def test_a_workshop_is_taken_up_again(hosting: Open, home: Path) -> None:
    room = hosting()
    room.people("Anna")
    room.next(Phase.SCENE)
    room.hosting.leave()
    room.hosting._resume(room.host.path)
    room.qtbot.waitUntil(lambda: room.hosting.link is not None)
    room.until_phase(Phase.SCENE)
    assert [one.label for one in room.view.people] == ["Anna"]


def test_minutes_go_on_while_nothing_happens(
    hosting: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.gui.workshop.link._REFRESH_MS", 10)
    room = hosting()
    first = room.view
    room.until(lambda view: view is not first)
