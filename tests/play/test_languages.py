"""German plays say nothing in English; the pseudo language shows what was never translated."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.cli.play import play_to_the_end
from app.cli.review import review_text
from app.cli.solving import reviewed
from app.engine.coverage import insurance_terms
from app.engine.scenario import Scenario
from app.play.catalog import ENGLISH, Catalog
from app.play.citations import cited
from app.play.languages import LANGUAGES, catalog, messages
from app.play.plans import by_chance, retelling
from app.play.playthrough import Playthrough
from app.play.pseudo import GROWTH, disguised, disguised_lines
from app.play.wording import calendar_date, clock, duration, money
from app.reports.document import certificate_paper, review_paper
from tests.shipped import scenarios

SEEDS = range(1, 7)


def strict(scenario: Scenario) -> Catalog:
    """German that fails at the first sentence of the program, or text, without a translation."""
    sentences, texts = messages("de"), scenario.translations["de"]

    def lookup(key: str, source: str) -> str:
        if key != source:
            return texts[key]
        # Beside sentences only citations are their own keys, and those have no plain words.
        if source not in sentences and re.search(r"\b[a-z]{4,}", source):
            return texts[key]
        return sentences.get(source) or texts.get(key, source)

    return Catalog("de", lookup)


@pytest.mark.parametrize("scenario", scenarios(), ids=lambda scenario: scenario.id)
@pytest.mark.parametrize("seed", SEEDS)
def test_whole_plays_are_german(scenario: Scenario, seed: int) -> None:
    words, terms = strict(scenario), insurance_terms(scenario)
    offered = terms[scenario.terms[seed % len(scenario.terms)]]
    play = Playthrough.start(scenario, offered, seed, catalog=words)
    assert play_to_the_end(play, by_chance(seed))
    play.undo()
    play.choose(play.view().choices[0].id)
    assert "Abs." in review_text(play) or "§" in review_text(play)
    if play.state.is_terminal():
        review = reviewed(play)
        assert review_paper(play, review).notice == "Ein Lehrmodell, keine Rechtsberatung."
        assert certificate_paper(play, review, "").title == "Teilnahmebescheinigung"


@pytest.mark.parametrize("scenario", scenarios(), ids=lambda scenario: scenario.id)
def test_the_real_case_is_german(scenario: Scenario) -> None:
    for plan in scenario.plans.values():
        terms = insurance_terms(scenario)[scenario.default_terms]
        play = Playthrough.start(scenario, terms, 1, plan=plan, catalog=strict(scenario))
        told = play_to_the_end(play, retelling(plan))
        assert "Der echte Fall" in told
        # What a terminal prints is English everywhere.
        spoken = re.sub(r"^  \| .*$", "", told, flags=re.MULTILINE)
        assert not re.search(r"\b(the|and|with|your)\b", spoken)


def test_english_needs_no_translation() -> None:
    assert catalog("en", scenarios()[0]) is ENGLISH
    assert set(LANGUAGES) == {"en", "de", "x-pseudo"}


def test_a_text_without_translation_reads_in_english() -> None:
    scenario = scenarios()[0]
    words = catalog("de")
    assert words.text(scenario.title) == scenario.title.source
    assert words.message("Nobody ever said this {n}", {"n": "7"}) == "Nobody ever said this 7"
    assert words.message("You pay") == "Sie zahlen"


def test_numbers_and_dates_are_german() -> None:
    words = catalog("de")
    when = scenarios()[0].calendar.at(0)
    assert money(-1_234_567_89, "de") == "-1.234.567,89 EUR"
    assert duration(60 * 25 + 5, words) == "1 Tg. 1 Std. 5 Min."
    assert re.fullmatch(r"[A-Z][a-z]+tag, \d\d:\d\d Uhr", clock(when, words))
    assert re.fullmatch(r"\d\d\.\d\d\.\d{4}", calendar_date(when, words))


@pytest.mark.parametrize(
    ("source", "german"),
    [
        ("§ 280(1) BGB", "§ 280 Abs. 1 BGB"),
        ("§ 82(2), (3) VVG", "§ 82 Abs. 2, 3 VVG"),
        ("§§ 276, 309 no. 7 b BGB", "§§ 276, 309 Nr. 7 Buchst. b BGB"),
        ("§§ 631, 634 no. 4, 280(1) BGB", "§§ 631, 634 Nr. 4, 280 Abs. 1 BGB"),
        ("OLG Hamm 13 U 133/03; Insurance contract", "OLG Hamm 13 U 133/03; Versicherungsvertrag"),
    ],
)
def test_the_law_is_cited_as_germans_do(source: str, german: str) -> None:
    assert cited(source, catalog("de")) == german
    assert cited(source) == source


@given(st.text(st.characters(codec="latin-1", exclude_characters="{}<>&%\r\x85\xa0"), max_size=200))
def test_the_disguise_grows_every_line_and_keeps_placeholders(text: str) -> None:
    told = disguised(text + "{claim}")
    assert "{claim}" in told
    for before, after in zip((text + "{claim}").split("\n"), told.split("\n"), strict=True):
        if before.strip():
            assert len(after) >= len(before) * (1 + GROWTH) - 1
    assert len(disguised_lines(text)) == len(text)


def test_columns_keep_their_width_in_the_disguise() -> None:
    words, scenario = catalog("x-pseudo"), scenarios()[0]
    assert words.message("You pay") == "Ýöû påý ~~"
    panels = [p for node in scenario.nodes.values() for p in getattr(node, "panels", ())]
    assert panels
    for panel in panels:
        told = words.text(panel.body).split("\n")
        assert [len(line) for line in told] == [len(li) for li in panel.body.source.split("\n")]
