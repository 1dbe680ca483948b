"""A file in an older format is read as if it were in the present one, and says so."""

import pytest

from app.authoring.finding import Report, ScenarioFileError
from app.authoring.lint import check
from app.authoring.loading import parse_scenario
from app.authoring.migrations import FORMAT, MIGRATIONS, migrate
from app.authoring.reading import content_hash, read_bytes
from tests.scenarios import SMALL

OLD = SMALL.replace("format: 1", "format: 0").replace("office_hours: {", "opening_hours: {", 1)


def test_an_older_file_becomes_the_same_scenario():
    old, new = parse_scenario(OLD), parse_scenario(SMALL)
    assert old.scenario == new.scenario
    assert old.scenario.calendar.opens == 8 * 60
    assert content_hash(old.tree) == content_hash(new.tree)


def test_the_author_is_warned_at_the_place_of_the_version():
    (warning,) = parse_scenario(OLD).warnings
    assert (warning.code, warning.line) == ("W101", 1)
    assert "older format 0" in warning.message
    assert f"format: {FORMAT}" in warning.remedy
    assert warning in check(parse_scenario(OLD))[0]
    assert parse_scenario(SMALL).warnings == ()


def test_faults_are_told_by_the_line_that_the_author_sees():
    text = OLD.replace('from: "08:00", to: "17:00"', 'from: "18:00", to: "17:00"')
    line = text[: text.index("opening_hours")].count("\n") + 1
    with pytest.raises(ScenarioFileError) as caught:
        parse_scenario(text)
    assert [(fault.line, fault.code) for fault in caught.value.findings] == [(line, "E404")]


def test_the_old_word_is_no_word_of_the_present_format():
    text = SMALL.replace("office_hours: {", "opening_hours: {", 1)
    with pytest.raises(ScenarioFileError, match="opening_hours"):
        parse_scenario(text)


def test_both_words_at_once_are_a_fault():
    text = OLD.replace("opening_hours", "office_hours: {days: 5}\nopening_hours", 1)
    with pytest.raises(ScenarioFileError, match="'opening_hours' is unknown"):
        parse_scenario(text)


def test_a_newer_file_names_the_remedy_and_nothing_else():
    text = SMALL.replace("format: 1", f"format: {FORMAT + 1}").replace("heads:", "headings:")
    with pytest.raises(ScenarioFileError) as caught:
        parse_scenario(text)
    (fault,) = caught.value.findings
    assert (fault.code, fault.line, fault.remedy) == ("E208", 1, "update the program")


def test_every_version_before_this_one_leads_to_it():
    assert sorted(MIGRATIONS) == list(range(FORMAT))


def test_steps_are_taken_in_order():
    taken = []
    report, advice = Report("f"), Report("f")
    tree = read_bytes(b"format: -2\nid: x\n", report)

    def step(number):
        def run(table):
            taken.append(number)
            return table

        return run

    migrate(tree, report, advice, {number: step(number) for number in (0, -1, -2)})
    assert taken == [-2, -1, 0]
