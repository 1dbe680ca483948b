"""Phrases are plain English to whoever takes them as text, and know what they were made of."""

from __future__ import annotations

import copy
import pickle
from dataclasses import asdict, dataclass

from app.phrase import Euros, Phrase, as_phrase, filled, reason_of, words_of
from app.play.languages import catalog

NESTED = Phrase(
    "{place}: {wrong}", place="a.yaml:3", wrong=Phrase("fewer than {least} here", least=2)
)


def test_a_phrase_is_its_english() -> None:
    assert NESTED == "a.yaml:3: fewer than 2 here"
    assert isinstance(NESTED, str)
    assert NESTED.details["place"] == "a.yaml:3"


def test_a_reader_gets_it_in_their_language() -> None:
    assert catalog("de").told(NESTED) == "a.yaml:3: hier ist weniger als 2"
    assert catalog("en").told(NESTED) == NESTED
    assert catalog("de").told("no phrase: {least}") == "no phrase: {least}"


def test_money_reads_as_the_reader_writes_it() -> None:
    told = Phrase("perfect play costs {cost} on average", cost=Euros(1_234_56))
    assert told == "perfect play costs 1,234.56 EUR on average"
    assert catalog("de").told(told) == "perfektes Spiel kostet im Schnitt 1.234,56 EUR"


def test_what_fills_a_place_opens_no_other() -> None:
    told = Phrase("{name} is not known here", name="{name} {other}", other="x")
    assert told == "{name} {other} is not known here"
    assert filled("{a}{b}", {"a": "{b}", "b": "c"}) == "{b}c"


def test_copies_stay_phrases() -> None:
    @dataclass
    class Holder:
        said: Phrase

    for same in (
        copy.deepcopy(NESTED),
        pickle.loads(pickle.dumps(NESTED)),
        asdict(Holder(NESTED))["said"],
    ):
        assert same == NESTED
        assert same.template == NESTED.template
        assert same.details["wrong"].template == "fewer than {least} here"
    assert copy.deepcopy(Euros(5)).cents == 5


def test_errors_say_what_they_were_raised_with() -> None:
    said = words_of(ValueError(NESTED))
    assert isinstance(said, Phrase)
    assert said is NESTED
    assert words_of(OSError(2, "gone", "x.txt")) == "[Errno 2] gone: 'x.txt'"
    assert as_phrase(ValueError("odd")).details == {"error": "odd"}


def test_the_system_is_understood() -> None:
    full = reason_of(OSError(28, "No space left on device"))
    assert catalog("de").told(full) == "der Datenträger ist voll"
    assert catalog("de").told(reason_of(OSError(99, "Odd {thing}"))) == "Odd {thing}"
    assert reason_of(ValueError()) == "ValueError"
