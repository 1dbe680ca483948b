"""The debrief: slide by slide, luck last, and what a workshop leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from app.engine.solver.cache import SolverCache
from app.gui import language
from app.gui.widgets.plots import Mark
from app.gui.widgets.text import Button
from app.gui.workshop.after_panel import AfterPanel
from app.gui.workshop.debrief_panel import DebriefPanel
from app.gui.workshop.slide_page import SlidePage
from app.gui.workshop.slides import Field, Slide, slides
from app.play.languages import catalog
from app.workshop import orders
from app.workshop.agenda import DEBRIEF, Part
from app.workshop.debrief import debrief
from app.workshop.events import Mode
from app.workshop.naming import part_name, prompts
from app.workshop.record import record
from app.workshop.room import Phase
from app.workshop.session import work_out
from tests.gui.hosted import Hosted, texts
from tests.workshop.rooms import SCENARIO, Driver

ENGLISH = catalog("en", SCENARIO)
LUCKY = (Part.LUCK, Part.WHAT_IF)


def told(driver: Driver):
    kept = record(driver.room)
    worked = work_out(kept, SCENARIO, SolverCache(), ENGLISH)
    return debrief(worked, kept, SCENARIO, ENGLISH)


def said(made: tuple[Slide, ...]) -> str:
    return "\n".join(
        "\n".join((one.title, one.lead, *one.points, *(bar.sentence for bar in one.bars)))
        for one in made
    )


@pytest.fixture(scope="module")
def one_room() -> Driver:
    driver = Driver()
    driver.people(3)
    driver.round("ask")
    while driver.room.playing():
        options = driver.room.question("room").options
        driver.round(options[-1])
    return driver


@pytest.fixture(scope="module")
def two_teams() -> Driver:
    driver = Driver(Mode.TEAMS)
    driver.people(2)
    while playing := driver.room.playing():
        asked = {track: driver.room.question(track).options for track in playing}
        driver.do(orders.show_scene)
        driver.do(orders.open_vote)
        for track, options in asked.items():
            # One takes what is offered first, the other what is offered last.
            driver.vote(f"p{track[1]}", options[0 if track == "t1" and len(asked) > 1 else -1])
        for order in (orders.close_vote, orders.reveal, orders.show_consequence):
            driver.do(order)
    return driver


def test_every_part_has_a_name_prompts_and_a_slide(one_room: Driver) -> None:
    figures = told(one_room)
    for part in DEBRIEF:
        assert part_name(part, ENGLISH)
        assert prompts(part, ENGLISH)
        made = slides(part, figures, ENGLISH)
        assert made
        assert all(one.title for one in made)


def test_luck_and_hidden_facts_come_only_from_the_part_of_luck_on(one_room: Driver) -> None:
    figures = told(one_room)
    hidden = [f"{label}: {was}" for label, was in figures.facts]
    before = "\n".join(
        said(slides(part, figures, ENGLISH)) for part in DEBRIEF[: DEBRIEF.index(Part.LUCK)]
    )
    assert hidden
    assert not set(hidden) & set(before.splitlines())
    assert set(hidden) <= set(said(slides(Part.LUCK, figures, ENGLISH)).splitlines())


def test_votes_stand_beside_expected_costs(one_room: Driver) -> None:
    made = [one for one in slides(Part.DECISIONS, told(one_room), ENGLISH) if one.lead]
    asked = next(one for one in made if one.title.startswith("1. ") and one.bars)
    voted = next(bar for bar in asked.bars if bar.below)
    assert voted.below_amount == "votes: 3"
    assert "EUR on average, votes: 3" in voted.sentence


def test_teams_are_compared_by_pattern_and_all_are_on_the_frontier(two_teams: Driver) -> None:
    made = slides(Part.COMPARISON, told(two_teams), ENGLISH)
    head = made[0].table[0]
    assert head == ("", "Team 1", "Team 2")
    lucky = slides(Part.LUCK, told(two_teams), ENGLISH)
    field = next(one.field for one in lucky if one.field is not None)
    assert [mark.name for mark in field.marks] == ["Team 1", "Team 2", "Best play"]
    assert any(one.title.startswith("Here they parted") for one in made)


def test_a_race_of_many_makes_few_slides() -> None:
    driver = Driver(Mode.SOLO)
    driver.people(14)
    driver.do(orders.open_vote)
    for person in driver.room.participants:
        for turn in range(20):
            line = driver.room.line(person)
            if line is None or line.state.is_terminal():
                break
            options = driver.room.question(person).options
            driver.vote(person, options[(int(person[1:]) + turn) % len(options)])
    figures = told(driver)
    counts = {part: len(slides(part, figures, ENGLISH)) for part in DEBRIEF}
    assert counts[Part.KNOWN] <= 4
    assert counts[Part.DECISIONS] <= 6
    assert max(counts.values()) <= 12
    assert "One of 14 plays" in said(slides(Part.HAPPENED, figures, ENGLISH))


def test_the_bill_is_shown_under_the_terms_that_were_played(one_room: Driver) -> None:
    figures = told(one_room)
    bill = figures.session.plays[0].bill
    shown = next(one for one in slides(Part.LUCK, figures, ENGLISH) if one.title == "Who pays what")
    assert [bar.end for bar in shown.bars] == [
        bill.client_loss, bill.claim, bill.justified_claim, bill.insurer_pays, bill.you_pay,
    ]  # fmt: skip


def test_commitments_are_shown_without_names() -> None:
    made = slides(Part.COMMITMENT, None, ENGLISH, ("Restore once",))
    assert made[0].points == ("– Restore once",)


def test_a_slide_speaks_the_language_of_the_room(qtbot, qapp: QApplication) -> None:
    language.speak(qapp, "de")
    page = SlidePage(ENGLISH)
    qtbot.addWidget(page)
    page.show_slide(Slide("Title", field=Field(((1.0, 2.0),), (Mark("Best play", 100, 200),))))
    language.speak(qapp, "en")
    assert page.field.sentences() == [
        "Best play: the client loses 1.00 EUR, you 2.00 EUR on average"
    ]


# --- in the window ---------------------------------------------------------------------------


@pytest.fixture
def hosted(qtbot, qapp: QApplication, tmp_path: Path) -> Iterator[Hosted]:
    room = Hosted(qtbot, qapp, tmp_path / "one.workshop")
    room.people("Anna", "Ben")
    room.next(Phase.SCENE, Phase.VOTING)
    room.vote("p1", "ask")
    room.vote("p2", "ask")
    room.next(Phase.CLOSED, Phase.REVEALED, Phase.CONSEQUENCE)
    room.cockpit.debrief.click()
    room.until_phase(Phase.DEBRIEF)
    yield room
    room.close()


def panel(room: Hosted, kind: type) -> object:
    return room.cockpit.middle.findChild(kind)


def until(room: Hosted, holds: Callable[[], bool]) -> None:
    room.qtbot.waitUntil(holds)


def test_the_big_button_turns_slides_and_then_parts(hosted: Hosted) -> None:
    told = panel(hosted, DebriefPanel)
    assert isinstance(told, DebriefPanel)
    desk = told._desk
    until(hosted, lambda: not desk.busy)
    projector = hosted.hosting.projector
    assert projector is not None
    seen = []
    for _ in range(60):
        part, place = desk.part, desk.place
        assert projector.wall.slides.slide == desk.slide
        assert projector.wall.page is projector.wall.slides
        seen.append(part)
        hosted.cockpit.next.click()
        until(
            hosted,
            lambda part=part, place=place: (
                (desk.part, desk.place) != (part, place)
                or hosted.view.projector.phase is Phase.OVER
            ),
        )
        if hosted.view.projector.phase is Phase.OVER:
            break
    assert list(dict.fromkeys(seen)) == list(DEBRIEF)


def test_a_commitment_appears_on_the_wall(hosted: Hosted) -> None:
    hosted.do(orders.debrief, len(DEBRIEF) - 1)
    hosted.do(orders.commit, "p1", "Restore once a quarter")
    projector = hosted.hosting.projector
    assert projector is not None
    until(hosted, lambda: "Restore once a quarter" in texts(projector.wall.slides))
    assert "Anna" not in texts(projector.wall)


def test_the_part_before_is_one_click_away(hosted: Hosted) -> None:
    hosted.do(orders.debrief, 2)
    told = panel(hosted, DebriefPanel)
    assert isinstance(told, DebriefPanel)
    until(hosted, lambda: told._desk.part is Part.KNOWN)
    told.before.click()
    until(hosted, lambda: told._desk.part is Part.HAPPENED)


def test_a_what_if_from_the_debrief_comes_back_to_it(hosted: Hosted) -> None:
    step = DEBRIEF.index(Part.WHAT_IF)
    hosted.do(orders.debrief, step)
    told = panel(hosted, DebriefPanel)
    assert isinstance(told, DebriefPanel)
    desk = told._desk
    until(hosted, lambda: desk.part is Part.WHAT_IF and not desk.busy)
    hosted.cockpit.fork.click()
    sheet = hosted.window.sheet()
    assert sheet is not None
    next(one for one in sheet.findChildren(Button) if one.text().startswith("1. ")).click()
    hosted.until_phase(Phase.SCENE)
    hosted.next(Phase.VOTING)
    hosted.vote("p1", "look")
    hosted.next(Phase.CLOSED, Phase.REVEALED, Phase.CONSEQUENCE)
    hosted.cockpit.fork.click()
    hosted.until_phase(Phase.DEBRIEF)
    until(hosted, lambda: desk.slide is not None and desk.slide.title.startswith("What if, from"))
    projector = hosted.hosting.projector
    assert projector is not None
    assert projector.wall.slides.slide == desk.slide


def over(room: Hosted) -> AfterPanel:
    room.do(orders.close)
    room.until_phase(Phase.OVER)
    after = panel(room, AfterPanel)
    assert isinstance(after, AfterPanel)
    return after


def test_everything_is_saved_by_one_click(
    hosted: Hosted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    after = over(hosted)
    target = tmp_path / "kept"
    target.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(target))
    assert [one.name for one in after.attendees()] == ["Anna", "Ben"]
    after.more.click()
    after.save.click()
    until(hosted, lambda: "Saved in" in after.outcome.text())
    names = sorted(path.name for path in target.rglob("*") if path.is_file())
    assert names == [
        "certificates.pdf", "decisions.csv", "report.pdf", "results.csv", "statements.xapi.jsonl",
    ]  # fmt: skip
    # Names are on the certificates, and in no other file.
    for path in target.rglob("*.*"):
        if path.suffix in (".csv", ".jsonl"):
            assert b"Anna" not in path.read_bytes()
    assert not after.open.isHidden()


def test_a_workshop_in_which_nothing_was_decided_is_saved_too(
    qtbot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = Hosted(qtbot, qapp, tmp_path / "short.workshop")
    after = over(room)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    after.save.click()
    until(room, lambda: "Saved in" in after.outcome.text())
    room.close()


def test_personal_data_is_deleted_after_a_question(hosted: Hosted) -> None:
    after = over(hosted)
    after.forget.click()
    sheet = hosted.window.sheet()
    assert sheet is not None
    assert hosted.host.record().personal.names
    next(one for one in sheet.findChildren(Button) if "Delete" in one.text()).click()
    until(hosted, lambda: "deleted" in after.outcome.text())
    assert not hosted.host.record().personal.names
    assert after.attendees() == ()
    assert b"Anna" not in hosted.host.path.read_bytes()


def test_statements_are_sent_only_when_asked(hosted: Hosted) -> None:
    after = over(hosted)
    after.send.click()
    until(hosted, lambda: hosted.window.sheet() is not None)
    assert "statements go to the store that you name" in texts(hosted.window.sheet())  # type: ignore[arg-type]


def test_when_it_is_over_the_big_button_leads_to_the_title(hosted: Hosted) -> None:
    over(hosted)
    hosted.cockpit.next.click()
    assert hosted.window.pages.currentWidget() is hosted.window.title
    assert hosted.hosting.link is None
