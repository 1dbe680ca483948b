"""Files of tests from strangers end in a clear error, or in tests; never in anything else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.authoring.finding import ScenarioFileError
from app.authoring.loading import parse_scenario
from app.authoring.trials import run_test
from app.authoring.walkfile import parse_tests
from app.authoring.walking import Analyst
from tests.authoring.test_walks import GOOD
from tests.patience import soon
from tests.scenarios import SMALL

SCENARIO = parse_scenario(SMALL).scenario
ANALYST = Analyst(SCENARIO)

NUMBERS = ["-1", "1.5", "9" * 400, "at least 3", "1 to 2", "480.00 EUR", "at most -3.00 EUR"]
TRICKS = ["true", "null", "{}", "[]", "!!python/object:os.system x", "&a [*a]", "x" * 5000]
words = st.sampled_from(["ask", "alarm", "optimal", *NUMBERS, *TRICKS])


def try_tests(text: str | bytes) -> None:
    try:
        tests = parse_tests(text, SCENARIO)
    except ScenarioFileError:
        return  # which cannot be without findings that say why
    for test in tests:
        run_test(test, ANALYST)


@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    try_tests(data)


@given(st.lists(st.tuples(st.integers(0, 60), words), min_size=1, max_size=4))
def test_a_good_file_with_words_put_in(changes: list[tuple[int, str]]) -> None:
    parts = GOOD.replace(":", " : ").split(" ")
    for place, word in changes:
        parts[place % len(parts)] = word
    try_tests(" ".join(parts))


@pytest.mark.parametrize(
    "text",
    [
        "format: 1\ntests: " + "{a: " * 5_000,
        "format: 1\ntests: {t: {choices: [" + "ask, " * 200_000 + "ask], expect: {ending: saved}}}",
        "format: 1\ntests: {t: {choices: [" + "aks, " * 40_000 + "ask], expect: {ending: saved}}}",
        "format: 1\ntests: {t: {seed: "
        + "9" * 100_000
        + ", choices: [], expect: {ending: saved}}}",
        "format: 1\ntests: {t: {choices: [" + "ask, " * 9_000 + "ask], expect: {ending: saved}}}",
    ],
    ids=["deep", "large", "misspelt", "number", "long"],
)
def test_bombs_are_refused_in_no_time(text: str) -> None:
    with soon():
        try_tests(text)
