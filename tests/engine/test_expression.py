from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from app.engine.errors import ExpressionError
from app.engine.expression import (
    BOOLEAN,
    MAX_VALUE,
    Domain,
    Symbol,
    compile_expression,
    compile_weights,
)

FAULT = Domain.enumeration(("disk", "controller", "cable"))
SYMBOLS = {
    "hours": Symbol("hours", "s[0]", Domain.integer(0, 1000), 0),
    "asked": Symbol("asked", "(s[1] != 0)", BOOLEAN, 1),
    "fault": Symbol("fault", "s[2]", FAULT, 2),
    "cause": Symbol("cause", "s[3]", FAULT, 3),
    "big": Symbol("big", "s[4]", Domain.integer(0, 10**12), 4),
}
VALUES = (5, 1, 2, 0, 7)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("hours + 2 * 3 - 1", 10),
        ("hours // 2 + hours % 2", 3),
        ("-hours", -5),
        ("abs(-hours) + min(hours, 3) + max(hours, 9)", 17),
        ("asked and not hours > 7", 1),
        ("not asked or fault == 'disk'", 0),
        ("fault == 'cable'", 1),
        ("fault != cause", 1),
        ("fault in ('disk', 'cable')", 1),
        ("fault not in ('disk', 'cable')", 0),
        ("hours in (1, 5)", 1),
        ("1 < hours <= 5", 1),
        ("3 if asked else 4", 3),
        ("1200 if fault == 'disk' else 640 if hours > 3 else 0", 640),
        ("True", 1),
    ],
)
def test_value(text: str, value: int) -> None:
    assert compile_expression(text, SYMBOLS).evaluate(VALUES) == value


def test_words_stand_bare_where_a_word_is_expected() -> None:
    assert compile_expression("cable", SYMBOLS, FAULT).evaluate(VALUES) == 2
    chosen = compile_expression("'disk' if asked else controller", SYMBOLS, FAULT)
    assert chosen.evaluate(VALUES) == 0
    assert chosen.domain.words == FAULT.words


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "not an expression"),
        ("hours +", "not an expression"),
        ("a = 1", "not an expression"),
        ("secret", "'secret' is not a name here; known: asked"),
        ("hours.real", "not allowed"),
        ("().__class__", "not allowed"),
        ("[h for h in (1,)]", "not allowed"),
        ("hours[0]", "not allowed"),
        ("lambda: 1", "not allowed"),
        ("f'{hours}'", "not allowed"),
        ("(hours := 3)", "not allowed"),
        ("__import__('os')", "can be called"),
        ("print(1)", "can be called"),
        ("min(hours, key=abs)", "can be called"),
        ("hours ** 2", "are allowed"),
        ("hours / 2", "are allowed"),
        ("hours << 2", "are allowed"),
        ("1.5", "whole number"),
        ("None", "whole number"),
        ("'word'", "compared with nothing"),
        ("fault == 'disc'", "not one of disk"),
        ("fault < 'disk'", "== and != only"),
        ("fault == asked", "is one of"),
        ("hours and asked", "not a condition"),
        ("asked + 1", "not a number"),
        ("hours is 5", "use =="),
        ("hours in ()", "after 'in'"),
        ("big * big", f"can grow past {MAX_VALUE}"),
        ("hours // 0", "divide by zero"),
        ("hours % (hours - 5)", "divide by zero"),
        ("1 if asked else fault", "both sides must be"),
        ("1" * 401, "longer than"),
        ("+".join(["1"] * 100), "too many parts"),
        ("(" * 250 + "1" + ")" * 149, "not an expression"),
        ("not " * 60 + "asked", "too many parts"),
    ],
)
def test_what_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(ExpressionError, match=complaint):
        compile_expression(text, SYMBOLS)


def test_the_result_must_be_what_is_expected() -> None:
    with pytest.raises(ExpressionError, match="gives a whole number, not a truth value"):
        compile_expression("hours", SYMBOLS, BOOLEAN)
    with pytest.raises(ExpressionError, match="gives a truth value, not one of disk"):
        compile_expression("asked", SYMBOLS, FAULT)


def test_names_are_reported() -> None:
    assert compile_expression("hours + 1 if asked else 2", SYMBOLS).names == {"hours", "asked"}


@pytest.mark.parametrize("bad", ["disc", 3, True, None, 0.5])
def test_a_word_must_be_one_of_the_list(bad: object) -> None:
    with pytest.raises(ExpressionError, match="not one of"):
        FAULT.encode(bad)


def test_values_are_stored_and_read_back() -> None:
    assert [FAULT.decode(FAULT.encode(word)) for word in FAULT.words] == list(FAULT.words)
    assert BOOLEAN.decode(BOOLEAN.encode(True)) is True
    assert Domain.integer(0, 9).decode(Domain.integer(0, 9).encode(7)) == 7
    for domain, bad in ((BOOLEAN, 1), (Domain.integer(0, 9), 10), (Domain.integer(0, 9), True)):
        with pytest.raises(ExpressionError):
            domain.encode(bad)


def test_weights_share_one_denominator() -> None:
    denominator, (quiet, twist, worse) = compile_weights(
        ["0.6 if fault == 'disk' else 1/3", "0.05", None], SYMBOLS
    )
    for fault, first in ((0, Fraction(3, 5)), (1, Fraction(1, 3))):
        values = (0, 0, fault, 0, 0)
        weights = [e.evaluate(values) for e in (quiet, twist, worse)]
        assert sum(weights) == denominator
        assert Fraction(weights[0], denominator) == first
        assert Fraction(weights[1], denominator) == Fraction(1, 20)


@pytest.mark.parametrize(
    ("texts", "complaint"),
    [
        ([None, None], "only one outcome"),
        (["1.5", None], "not a probability from 0 to 1"),
        (["hours", None], "is not a probability"),
        (["1/7919", "1/7927", "1/7933"], "too fine"),
    ],
)
def test_bad_weights_are_refused(texts: list[str | None], complaint: str) -> None:
    with pytest.raises(ExpressionError, match=complaint):
        compile_weights(texts, SYMBOLS)


# --- laws ------------------------------------------------------------------------------


def numbers() -> st.SearchStrategy[str]:
    leaf = st.sampled_from(["hours", "1", "7", "0"])
    return st.recursive(
        leaf,
        lambda inner: st.one_of(
            st.builds("({} {} {})".format, inner, st.sampled_from("+-*"), inner),
            st.builds("min({}, {})".format, inner, inner),
            st.builds("max({}, {})".format, inner, inner),
            st.builds("abs({})".format, inner),
            st.builds("({} // 3)".format, inner),
            st.builds("({} if {} > {} else {})".format, inner, inner, inner, inner),
            st.builds("({} if asked and fault != 'disk' else {})".format, inner, inner),
        ),
        max_leaves=8,
    )


@given(numbers(), st.lists(st.tuples(*map(st.integers, (0, 0, 0), (1000, 1, 2))), min_size=1))
def test_play_solver_and_python_agree_and_bounds_hold(
    text: str, rows: list[tuple[int, int, int]]
) -> None:
    try:
        expression = compile_expression(text, SYMBOLS)
    except ExpressionError:
        reject()
    columns = [np.array(column, dtype=np.int64) for column in zip(*rows, strict=True)]
    together = np.broadcast_to(expression.evaluate(columns), len(rows))
    for row, batch in zip(rows, together, strict=True):
        alone = expression.evaluate(row)
        names = {"hours": row[0], "asked": bool(row[1]), "fault": FAULT.words[row[2]]}
        assert alone == batch == eval(text, {**names, "min": min, "max": max, "abs": abs})
        assert expression.domain.low <= alone <= expression.domain.high


@given(st.text(max_size=60))
def test_any_text_compiles_or_is_refused(text: str) -> None:
    try:
        expression = compile_expression(text, SYMBOLS)
    except ExpressionError:
        return
    assert expression.domain.low <= expression.evaluate(VALUES) <= expression.domain.high
