"""The expression language of scenarios: a small, typed, bounded subset of Python.

One compiled function serves both play and solver: given a tuple of ints it answers for one
state, given a list of NumPy arrays it answers for as many states as the arrays are long.
There are no attributes, no subscripts, no names but the scenario's, and no calls but
``min``, ``max`` and ``abs``. Every value carries static bounds, so no result can grow
past what 64 bits hold.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import lcm
from typing import Any

from app.engine.domain import BOOLEAN, Domain, Symbol, describe_domain
from app.engine.errors import ExpressionError
from app.engine.translation import MAX_LENGTH, MAX_VALUE, Term, Translator, parse, probabilities
from app.phrase import Phrase

__all__ = [
    "BOOLEAN",
    "MAX_LENGTH",
    "MAX_VALUE",
    "Domain",
    "Expression",
    "Symbol",
    "Values",
    "compile_expression",
    "compile_weights",
    "constant",
    "maximum",
    "minimum",
    "where",
]

Values = Sequence[Any]
"""Slot values: ints (one state) or equally long NumPy arrays (many states)."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A compiled expression. Equal when text and type are equal."""

    text: str
    names: frozenset[str]
    domain: Domain
    evaluate: Callable[[Values], Any] = field(compare=False, repr=False)

    def holds(self, values: Values) -> bool:
        """The truth of a condition for one state."""
        return bool(self.evaluate(values))


def constant(value: int) -> Expression:
    """An expression that is always ``value``."""
    return Expression(str(value), frozenset(), Domain.integer(value, value), lambda _: value)


def compile_expression(
    text: str, symbols: Mapping[str, Symbol], expected: Domain | None = None
) -> Expression:
    """Compile ``text``; with ``expected``, also check that the result fits that domain.

    Raises ExpressionError with the offending part of the text and the remedy.
    """
    tree = parse(text)
    term = Translator(symbols, expected).visit(tree.body, expected)
    if expected is not None:
        _check_fits(term, expected, text)
    return _finish(text, term)


def compile_weights(
    texts: Sequence[str | None], symbols: Mapping[str, Symbol]
) -> tuple[int, list[Expression]]:
    """Compile probabilities into whole weights over one common denominator.

    Each text is a decimal, a fraction ``1/3``, or such numbers chosen by conditions
    (``0.6 if fault == 'disk' else 0.3``); ``None``, at most once, is the rest to 1.
    Returns the denominator and one whole-number expression per text.
    """
    translator = Translator(symbols, None)
    trees = [None if text is None else parse(text).body for text in texts]
    leaves = [leaf for tree in trees if tree is not None for leaf in probabilities(tree)]
    denominator = lcm(*(leaf.denominator for leaf in leaves)) if leaves else 1
    if denominator > 10**9:
        raise ExpressionError(
            Phrase("the probabilities need too fine a common denominator; round them")
        )
    terms = [None if t is None else translator.weight(t, denominator) for t in trees]
    known = [term for term in terms if term is not None]
    if len(known) < len(terms) - 1:
        raise ExpressionError(Phrase("only one outcome of a node may have p: rest"))
    rest = Term(
        f"({denominator}{''.join(f' - {term.code}' for term in known)})",
        Domain.integer(-denominator * len(known), denominator),
        frozenset().union(*(term.names for term in known)),
    )
    return denominator, [
        _finish(text or "rest", term or rest) for text, term in zip(texts, terms, strict=True)
    ]


def minimum(a: Any, b: Any) -> Any:
    """The smaller of two ints, or of two arrays entry by entry."""
    if isinstance(a, int) and isinstance(b, int):
        return min(a, b)
    import numpy

    return numpy.minimum(a, b)


def maximum(a: Any, b: Any) -> Any:
    """The larger of two ints, or of two arrays entry by entry."""
    if isinstance(a, int) and isinstance(b, int):
        return max(a, b)
    import numpy

    return numpy.maximum(a, b)


def where(condition: Any, yes: Any, no: Any) -> Any:
    """One of two values by a truth value, or entry by entry by an array of them."""
    if isinstance(condition, bool):
        return yes if condition else no
    import numpy

    return numpy.where(condition, yes, no)


_GLOBALS: dict[str, Any] = {
    "__builtins__": {},
    "minimum": minimum,
    "maximum": maximum,
    "where": where,
    "abs": abs,
}


def _finish(text: str, term: Term) -> Expression:
    # Safe: the code was written by Translator alone, from checked pieces.
    function = eval(compile(f"lambda s: {term.code}", "<expression>", "eval"), dict(_GLOBALS))
    return Expression(text, term.names, term.domain, function)


def _check_fits(term: Term, expected: Domain, text: str) -> None:
    same_kind = (term.domain.is_bool, term.domain.words) == (expected.is_bool, expected.words)
    if not same_kind:
        raise ExpressionError(
            Phrase(
                "{text} gives {domain}, not {expected}",
                text=repr(text),
                domain=describe_domain(term.domain),
                expected=describe_domain(expected),
            )
        )
