"""The JSON Schema takes what the loader takes, and refuses other forms."""

import jsonschema
import pytest

from app.authoring.finding import Report, ScenarioFileError
from app.authoring.loading import parse_scenario, read_scenario
from app.authoring.reading import Table, plain, read_bytes
from app.authoring.schema import schema
from app.resources import scenario_folders
from tests.scenarios import SMALL

VALIDATOR = jsonschema.Draft202012Validator(schema())


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(schema())


def test_the_sample_fits():
    VALIDATOR.validate(plain(parse_scenario(SMALL).tree))


@pytest.mark.parametrize("folder", scenario_folders(), ids=lambda folder: folder.name)
def test_the_shipped_scenarios_fit(folder):
    VALIDATOR.validate(plain(read_scenario(folder).tree))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("format: 1", "format: 2"),
        ("summary: A", "sumary: A"),
        ("kind: ticket", "kind: tiket"),
        ("priced: false", "priced: 1"),
        ("then: search", "than: search"),
        ("  saved: {ending: saved,", "  saved: {ending: saved, choices: {},"),
        ("provable: 0.9", "provable: 1.9"),
        ("2026-03-03 08:12", "today"),
        ("fault: {disk: 0.6, controller: 0.4}", "fault: [disk]"),
        ("offer: [none, solid]", "offer: []"),
    ],
)
def test_both_refuse_a_wrong_form(old, new):
    broken = SMALL.replace(old, new, 1)
    tree = read_bytes(broken.encode(), Report("x"))
    assert isinstance(tree, Table)
    assert not VALIDATOR.is_valid(plain(tree))
    with pytest.raises(ScenarioFileError):
        parse_scenario(broken)
