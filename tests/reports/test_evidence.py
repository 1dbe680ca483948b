from __future__ import annotations

from app.authoring.loading import parse_scenario
from app.engine.coverage import PRESETS
from app.play.catalog import ENGLISH
from app.play.playthrough import Playthrough
from app.reports.evidence import exhibits, noted_at, own_entries, sure_word
from tests.scenarios import SMALL
from tests.toy import build

SCENARIO = parse_scenario(SMALL).scenario


def played(*choices: str) -> Playthrough:
    play = Playthrough.start(SCENARIO, PRESETS["solid"], 7)
    for choice in choices:
        play.choose(choice)
    return play


def test_a_log_is_there_when_choices_have_kept_one() -> None:
    for choices, held in ((("hand_over",), False), (("ask", "hand_over"), True)):
        (log,) = exhibits(played(*choices))
        assert log.caption.startswith("A log of your steps")
        assert log.held is held


def test_a_case_that_asks_nothing_has_no_exhibits() -> None:
    assert exhibits(Playthrough.start(build(), PRESETS["solid"], 7)) == ()


def test_own_entries_move_no_cent_and_what_was_taken_back_comes_last() -> None:
    play, silent = played(), played("ask", "hand_over")
    play.choose("look")
    play.note("wrong way")
    play.undo()
    play.choose("ask")
    play.note("told her")
    play.choose("hand_over")
    assert play.settlement() == silent.settlement()
    assert [(entry.text, entry.taken_back) for entry in own_entries(play)] == [
        ("told her", False),
        ("wrong way", True),
    ]
    assert own_entries(play)[0].when == "2026-03-03 08:27"
    assert noted_at(play, 0) == ()
    assert noted_at(play, 1) == ("2026-03-03 08:27  told her",)


def test_how_sure_in_words() -> None:
    assert [sure_word(sure, ENGLISH) for sure in ("", "unsure", "fairly", "certain")] == [
        "",
        "unsure",
        "fairly sure",
        "certain",
    ]
