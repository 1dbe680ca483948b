"""The expression language of scenarios: a small, typed, bounded subset of Python.

One compiled function serves both play and solver: given a tuple of ints it answers for one
state, given a list of NumPy arrays it answers for as many states as the arrays are long.
There are no attributes, no subscripts, no names but the scenario's, and no calls but
``min``, ``max`` and ``abs``. Every value carries static bounds, so no result can grow
past what 64 bits hold.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm
from typing import Any

from app.engine.errors import ExpressionError

MAX_LENGTH = 400
MAX_NODES = 120
MAX_DEPTH = 24
MAX_VALUE = 10**15

Values = Sequence[Any]
"""Slot values: ints (one state) or equally long NumPy arrays (many states)."""


@dataclass(frozen=True, slots=True)
class Domain:
    """What a name may hold: a truth value, one word of a list, or a whole number.

    ``words`` is empty for numbers; a truth value has ``is_bool`` and bounds 0..1.
    Values are always stored as ints: a word by its index, a truth value as 0 or 1.
    """

    low: int
    high: int
    words: tuple[str, ...] = ()
    is_bool: bool = False

    @classmethod
    def boolean(cls) -> Domain:
        """True or false."""
        return cls(0, 1, is_bool=True)

    @classmethod
    def enumeration(cls, words: Sequence[str]) -> Domain:
        """One of these words."""
        return cls(0, len(words) - 1, words=tuple(words))

    @classmethod
    def integer(cls, low: int, high: int) -> Domain:
        """A whole number from ``low`` to ``high``."""
        return cls(low, high)

    def encode(self, value: object) -> int:
        """The stored int for a value as an author writes it. Raises ExpressionError."""
        if self.words:
            if isinstance(value, str) and value in self.words:
                return self.words.index(value)
            raise ExpressionError(f"{value!r} is not one of {', '.join(self.words)}")
        if self.is_bool:
            if isinstance(value, bool):
                return int(value)
            raise ExpressionError(f"{value!r} is not true or false")
        if isinstance(value, int) and not isinstance(value, bool):
            if self.low <= value <= self.high:
                return value
            raise ExpressionError(f"{value} is outside {self.low}..{self.high}")
        raise ExpressionError(f"{value!r} is not a whole number")

    def decode(self, stored: int) -> bool | int | str:
        """The author's value for a stored int."""
        if self.words:
            return self.words[stored]
        return bool(stored) if self.is_bool else stored


BOOLEAN = Domain.boolean()


@dataclass(frozen=True, slots=True)
class Symbol:
    """A name an expression may use: how to read it (``code``) and what it may hold.

    ``slot``: the one slot that the code reads.
    """

    name: str
    code: str
    domain: Domain
    slot: int
    hidden: bool = False


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
    tree = _parse(text)
    term = _Translator(symbols, expected).visit(tree.body, expected)
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
    translator = _Translator(symbols, None)
    trees = [None if text is None else _parse(text).body for text in texts]
    leaves = [leaf for tree in trees if tree is not None for leaf in _leaves(tree)]
    denominator = lcm(*(leaf.denominator for leaf in leaves)) if leaves else 1
    if denominator > 10**9:
        raise ExpressionError("the probabilities need too fine a common denominator; round them")
    terms = [None if t is None else translator.weight(t, denominator) for t in trees]
    known = [term for term in terms if term is not None]
    if len(known) < len(terms) - 1:
        raise ExpressionError("only one outcome of a node may have p: rest")
    rest = _Term(
        f"({denominator}{''.join(f' - {term.code}' for term in known)})",
        Domain.integer(-denominator * len(known), denominator),
        frozenset().union(*(term.names for term in known)),
    )
    return denominator, [
        _finish(text or "rest", term or rest) for text, term in zip(texts, terms, strict=True)
    ]


# --- the translation to Python ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Term:
    code: str
    domain: Domain
    names: frozenset[str]


def _minimum(a: Any, b: Any) -> Any:
    if isinstance(a, int) and isinstance(b, int):
        return min(a, b)
    import numpy

    return numpy.minimum(a, b)


def _maximum(a: Any, b: Any) -> Any:
    if isinstance(a, int) and isinstance(b, int):
        return max(a, b)
    import numpy

    return numpy.maximum(a, b)


def _where(condition: Any, yes: Any, no: Any) -> Any:
    if isinstance(condition, bool):
        return yes if condition else no
    import numpy

    return numpy.where(condition, yes, no)


minimum, maximum, where = _minimum, _maximum, _where

_GLOBALS: dict[str, Any] = {
    "__builtins__": {},
    "minimum": _minimum,
    "maximum": _maximum,
    "where": _where,
    "abs": abs,
}
_COMPARE = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}
_ARITHMETIC = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.FloorDiv: "//", ast.Mod: "%"}


def _parse(text: str) -> ast.Expression:
    if len(text) > MAX_LENGTH:
        raise ExpressionError(f"the expression is longer than {MAX_LENGTH} characters; split it")
    try:
        tree = ast.parse(text.strip(), mode="eval")
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        raise ExpressionError(f"{text!r} is not an expression: {error}") from None
    if sum(1 for _ in ast.walk(tree)) > MAX_NODES or _depth(tree) > MAX_DEPTH:
        raise ExpressionError("the expression has too many parts; split it over variables")
    return tree


def _depth(node: ast.AST) -> int:
    return 1 + max((_depth(child) for child in ast.iter_child_nodes(node)), default=0)


def _finish(text: str, term: _Term) -> Expression:
    # Safe: the code was written by _Translator alone, from checked pieces.
    function = eval(compile(f"lambda s: {term.code}", "<expression>", "eval"), dict(_GLOBALS))
    return Expression(text, term.names, term.domain, function)


def _check_fits(term: _Term, expected: Domain, text: str) -> None:
    same_kind = (term.domain.is_bool, term.domain.words) == (expected.is_bool, expected.words)
    if not same_kind:
        raise ExpressionError(f"{text!r} gives {_kind(term.domain)}, not {_kind(expected)}")


def _kind(domain: Domain) -> str:
    if domain.is_bool:
        return "a truth value"
    return "one of " + ", ".join(domain.words) if domain.words else "a whole number"


def _leaf(node: ast.expr) -> Fraction | None:
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        try:
            return Fraction(repr(node.value))
        except ValueError:
            return None
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        left, right = _leaf(node.left), _leaf(node.right)
        if left is not None and right:
            return left / right
    return None


def _leaves(node: ast.expr) -> list[Fraction]:
    leaf = _leaf(node)
    if leaf is not None:
        return [leaf]
    if isinstance(node, ast.IfExp):
        return _leaves(node.body) + _leaves(node.orelse)
    return []


class _Translator:
    """Turns a checked syntax tree into Python source with a static type."""

    def __init__(self, symbols: Mapping[str, Symbol], expected: Domain | None) -> None:
        self.symbols = symbols
        self.expected = expected

    def visit(self, node: ast.expr, hint: Domain | None = None) -> _Term:
        method = getattr(self, f"_{type(node).__name__}", None)
        if method is None:
            raise ExpressionError(
                f"{ast.unparse(node)!r} is not allowed; use names, numbers, 'words', "
                "comparisons, and/or/not, + - * // %, 'a if b else c', min, max, abs"
            )
        term: _Term = method(node, hint)
        if max(abs(term.domain.low), abs(term.domain.high)) > MAX_VALUE:
            raise ExpressionError(f"{ast.unparse(node)!r} can grow past {MAX_VALUE}; bound it")
        return term

    def weight(self, node: ast.expr, denominator: int) -> _Term:
        leaf = _leaf(node)
        if leaf is not None:
            if not 0 <= leaf <= 1:
                raise ExpressionError(f"{ast.unparse(node)} is not a probability from 0 to 1")
            scaled = int(leaf * denominator)
            return _Term(str(scaled), Domain.integer(0, denominator), frozenset())
        if isinstance(node, ast.IfExp):
            test = self._condition(node.test)
            yes, no = self.weight(node.body, denominator), self.weight(node.orelse, denominator)
            return _Term(
                f"where({test.code}, {yes.code}, {no.code})",
                Domain.integer(0, denominator),
                test.names | yes.names | no.names,
            )
        raise ExpressionError(
            f"{ast.unparse(node)!r} is not a probability; write a decimal, a fraction, "
            "or such numbers chosen by 'a if b else c'"
        )

    def _condition(self, node: ast.expr) -> _Term:
        term = self.visit(node)
        if not term.domain.is_bool:
            raise ExpressionError(f"{ast.unparse(node)!r} is not a condition; compare it")
        return term

    def _number(self, node: ast.expr) -> _Term:
        term = self.visit(node)
        if term.domain.is_bool or term.domain.words:
            raise ExpressionError(f"{ast.unparse(node)!r} is not a number")
        return term

    def _Name(self, node: ast.Name, hint: Domain | None) -> _Term:
        symbol = self.symbols.get(node.id)
        if symbol is None:
            if hint is not None and node.id in hint.words:
                return self._word(node.id, hint)
            raise ExpressionError(f"{node.id!r} is not a name here; known: {self._known()}")
        return _Term(symbol.code, symbol.domain, frozenset({node.id}))

    def _known(self) -> str:
        names = sorted(self.symbols)
        return ", ".join(names[:30]) + (", ..." if len(names) > 30 else "")

    def _word(self, word: str, hint: Domain) -> _Term:
        return _Term(str(hint.encode(word)), hint, frozenset())

    def _Constant(self, node: ast.Constant, hint: Domain | None) -> _Term:
        value = node.value
        if isinstance(value, bool):
            return _Term(str(value), BOOLEAN, frozenset())
        if isinstance(value, int):
            return _Term(f"{value}", Domain.integer(value, value), frozenset())
        if isinstance(value, str):
            if hint is None or not hint.words:
                raise ExpressionError(f"the word {value!r} is compared with nothing that has words")
            return self._word(value, hint)
        raise ExpressionError(f"{value!r} is not a whole number; count in minutes or cents")

    def _BoolOp(self, node: ast.BoolOp, hint: Domain | None) -> _Term:
        terms = [self._condition(value) for value in node.values]
        joint = " & " if isinstance(node.op, ast.And) else " | "
        return _Term(f"({joint.join(t.code for t in terms)})", BOOLEAN, _names(terms))

    def _UnaryOp(self, node: ast.UnaryOp, hint: Domain | None) -> _Term:
        if isinstance(node.op, ast.Not):
            term = self._condition(node.operand)
            return _Term(f"({term.code} ^ True)", BOOLEAN, term.names)
        if isinstance(node.op, ast.USub):
            term = self._number(node.operand)
            low, high = -term.domain.high, -term.domain.low
            return _Term(f"(-{term.code})", Domain.integer(low, high), term.names)
        raise ExpressionError(f"{ast.unparse(node)!r} is not allowed")

    def _Compare(self, node: ast.Compare, hint: Domain | None) -> _Term:
        operands = [node.left, *node.comparators]
        parts: list[str] = []
        terms: list[_Term] = []
        for left, operator, right in zip(operands, node.ops, operands[1:], strict=False):
            part, used = self._pair(left, operator, right)
            parts.append(part)
            terms += used
        return _Term(f"({' & '.join(parts)})", BOOLEAN, _names(terms))

    def _pair(self, left: ast.expr, op: ast.cmpop, right: ast.expr) -> tuple[str, list[_Term]]:
        if isinstance(op, ast.In | ast.NotIn):
            return self._membership(left, isinstance(op, ast.NotIn), right)
        sign = _COMPARE.get(type(op))
        if sign is None:
            raise ExpressionError("use ==, !=, <, <=, >, >= or in")
        hint = self._words_of(left) or self._words_of(right)
        a, b = self.visit(left, hint), self.visit(right, hint)
        if (a.domain.is_bool, a.domain.words) != (b.domain.is_bool, b.domain.words):
            raise ExpressionError(
                f"{ast.unparse(left)!r} is {_kind(a.domain)}, "
                f"{ast.unparse(right)!r} is {_kind(b.domain)}"
            )
        if a.domain.words and sign not in ("==", "!="):
            raise ExpressionError("words can be compared with == and != only")
        return f"({a.code} {sign} {b.code})", [a, b]

    def _membership(
        self, left: ast.expr, negated: bool, right: ast.expr
    ) -> tuple[str, list[_Term]]:
        if not isinstance(right, ast.Tuple | ast.List) or not right.elts:
            raise ExpressionError("after 'in' write a list of values: x in ('a', 'b')")
        term = self.visit(left)
        items = [self.visit(item, term.domain) for item in right.elts]
        for item in items:
            if (item.domain.is_bool, item.domain.words) != (term.domain.is_bool, term.domain.words):
                raise ExpressionError(f"the list after 'in' must hold {_kind(term.domain)}")
        code = "(" + " | ".join(f"({term.code} == {item.code})" for item in items) + ")"
        return (f"({code} ^ True)" if negated else code), [term, *items]

    def _words_of(self, node: ast.expr) -> Domain | None:
        if isinstance(node, ast.Name) and node.id in self.symbols:
            domain = self.symbols[node.id].domain
            return domain if domain.words else None
        if isinstance(node, ast.IfExp):
            return self._words_of(node.body) or self._words_of(node.orelse)
        return None

    def _BinOp(self, node: ast.BinOp, hint: Domain | None) -> _Term:
        sign = _ARITHMETIC.get(type(node.op))
        if sign is None:
            raise ExpressionError(f"{ast.unparse(node)!r}: only + - * // % are allowed")
        a, b = self._number(node.left), self._number(node.right)
        if sign in ("//", "%") and not b.domain.low > 0:
            raise ExpressionError(f"{ast.unparse(node)!r} could divide by zero or less")
        return _Term(f"({a.code} {sign} {b.code})", _bounds(a, sign, b), a.names | b.names)

    def _IfExp(self, node: ast.IfExp, hint: Domain | None) -> _Term:
        test = self._condition(node.test)
        hint = hint or self._words_of(node.body) or self._words_of(node.orelse)
        yes, no = self.visit(node.body, hint), self.visit(node.orelse, hint)
        a, b = yes.domain, no.domain
        if (a.is_bool, a.words) != (b.is_bool, b.words):
            raise ExpressionError(f"{ast.unparse(node)!r}: both sides must be of one kind")
        domain = Domain(min(a.low, b.low), max(a.high, b.high), a.words, a.is_bool)
        return _Term(f"where({test.code}, {yes.code}, {no.code})", domain, _names([test, yes, no]))

    def _Call(self, node: ast.Call, hint: Domain | None) -> _Term:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        arity = {"min": 2, "max": 2, "abs": 1}.get(name)
        if arity is None or len(node.args) != arity or node.keywords:
            raise ExpressionError("only min(a, b), max(a, b) and abs(a) can be called")
        terms = [self._number(argument) for argument in node.args]
        if name == "abs":
            bound = max(abs(terms[0].domain.low), abs(terms[0].domain.high))
            return _Term(f"abs({terms[0].code})", Domain.integer(0, bound), terms[0].names)
        pick, function = (min, "minimum") if name == "min" else (max, "maximum")
        low = pick(term.domain.low for term in terms)
        high = pick(term.domain.high for term in terms)
        code = f"{function}({terms[0].code}, {terms[1].code})"
        return _Term(code, Domain.integer(low, high), _names(terms))


def _names(terms: Sequence[_Term]) -> frozenset[str]:
    return frozenset().union(*(term.names for term in terms))


def _bounds(a: _Term, sign: str, b: _Term) -> Domain:
    p, q, r, s = a.domain.low, a.domain.high, b.domain.low, b.domain.high
    if sign == "+":
        return Domain.integer(p + r, q + s)
    if sign == "-":
        return Domain.integer(p - s, q - r)
    if sign == "*":
        corners = [p * r, p * s, q * r, q * s]
        return Domain.integer(min(corners), max(corners))
    if sign == "%":
        return Domain.integer(0, s - 1)
    corners = [p // r, p // s, q // r, q // s]
    return Domain.integer(min(corners), max(corners))
