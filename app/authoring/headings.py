"""Heads of loss, and the words by which the review names hidden facts."""

from __future__ import annotations

from fractions import Fraction

from app.authoring.finding import Mark, Report, suggestion
from app.authoring.parts import entries, word
from app.authoring.reading import Scalar, Table, Value
from app.engine.facts import Fact
from app.engine.scenario import Bearer, FactText, Head, Text
from app.phrase import Phrase


def heads(tree: Table) -> tuple[Head, ...]:
    """The heads of loss, in order."""
    return tuple(_head(id_, value) for id_, value in entries(tree.get("heads")).items())


def _head(id_: str, value: Value) -> Head:
    assert isinstance(value, Table)
    bearer = word(value.get("bearer")) or Bearer.CLIENT
    return Head(
        id_,
        Text(f"heads.{id_}", word(value.entries["text"]).strip()),
        Bearer(bearer),
        _share(value.get("claimed_as"), 1),
        _share(value.get("new_for_old"), 0),
        _share(value.get("provable"), 1),
    )


def _share(value: Value | None, otherwise: int) -> Fraction:
    data = value.data if isinstance(value, Scalar) else otherwise
    assert isinstance(data, int | Fraction)
    return Fraction(data)


# --- facts ---------------------------------------------------------------------------------


def fact_texts(tree: Table, facts: tuple[Fact, ...], report: Report) -> dict[str, FactText]:
    """What the review calls the facts and their words, by fact id."""
    words = {fact.id: fact.domain.words for fact in facts}
    found: dict[str, FactText] = {}
    texts = tree.get("fact_texts")
    for id_, value in entries(texts).items():
        assert isinstance(texts, Table)
        assert isinstance(value, Table)
        prefix = f"fact_texts.{id_}"
        _known(id_, texts.keys[id_], tuple(words), report)
        shown = value.get("shown")
        for key in entries(shown):
            assert isinstance(shown, Table)
            _known(key, shown.keys[key], words.get(id_, (key,)), report)
        found[id_] = FactText(
            Text(f"{prefix}.label", word(value.entries["label"]).strip()),
            {
                key: Text(f"{prefix}.shown.{key}", word(text).strip())
                for key, text in entries(shown).items()
            },
        )
    return found


def _known(name: str, mark: Mark, options: tuple[str, ...], report: Report) -> None:
    if name not in options:
        report.add(
            mark,
            "E302",
            Phrase("{name} is not known here", name=repr(name)),
            suggestion(name, options),
        )
