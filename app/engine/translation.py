"""From an expression's syntax tree to checked Python source with a static type.

Only :mod:`app.engine.expression` uses this; it compiles what comes out.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from app.engine.domain import BOOLEAN, Domain, Symbol, describe_domain
from app.engine.errors import ExpressionError, UnknownNameError
from app.phrase import Phrase

MAX_LENGTH = 400
MAX_NODES = 120
MAX_DEPTH = 24
MAX_VALUE = 10**15

_COMPARE = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}
_ARITHMETIC = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.FloorDiv: "//", ast.Mod: "%"}


@dataclass(frozen=True, slots=True)
class Term:
    """A piece of Python source, what it may come to, and the names it reads."""

    code: str
    domain: Domain
    names: frozenset[str]


def parse(text: str) -> ast.Expression:
    """The syntax tree of ``text``, of bounded size. Raises ExpressionError."""
    if len(text) > MAX_LENGTH:
        raise ExpressionError(
            Phrase(
                "the expression is longer than {max_length} characters; split it",
                max_length=MAX_LENGTH,
            )
        )
    try:
        tree = ast.parse(text.strip(), mode="eval")
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        raise ExpressionError(
            Phrase("{text} is not an expression: {error}", text=repr(text), error=error)
        ) from None
    if sum(1 for _ in ast.walk(tree)) > MAX_NODES or _depth(tree) > MAX_DEPTH:
        raise ExpressionError(Phrase("the expression has too many parts; split it over variables"))
    return tree


def _depth(node: ast.AST) -> int:
    return 1 + max((_depth(child) for child in ast.iter_child_nodes(node)), default=0)


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


def probabilities(node: ast.expr) -> list[Fraction]:
    """The numbers that a probability may come to."""
    leaf = _leaf(node)
    if leaf is not None:
        return [leaf]
    if isinstance(node, ast.IfExp):
        return probabilities(node.body) + probabilities(node.orelse)
    return []


class Translator:
    """Turns a checked syntax tree into Python source with a static type."""

    def __init__(self, symbols: Mapping[str, Symbol], expected: Domain | None) -> None:
        self.symbols = symbols
        self.expected = expected

    def visit(self, node: ast.expr, hint: Domain | None = None) -> Term:
        """The term of any node; ``hint`` is the domain whose words it may use."""
        method = getattr(self, f"_{type(node).__name__}", None)
        if method is None:
            raise ExpressionError(
                Phrase(
                    "{node} is not allowed; use names, numbers, 'words', comparisons, "
                    "and/or/not, + - * // %, 'a if b else c', min, max, abs",
                    node=repr(ast.unparse(node)),
                )
            )
        term: Term = method(node, hint)
        if max(abs(term.domain.low), abs(term.domain.high)) > MAX_VALUE:
            raise ExpressionError(
                Phrase(
                    "{node} can grow past {max_value}; bound it",
                    node=repr(ast.unparse(node)),
                    max_value=MAX_VALUE,
                )
            )
        return term

    def weight(self, node: ast.expr, denominator: int) -> Term:
        """The term of a probability, in parts of ``denominator``."""
        leaf = _leaf(node)
        if leaf is not None:
            if not 0 <= leaf <= 1:
                raise ExpressionError(
                    Phrase("{node} is not a probability from 0 to 1", node=ast.unparse(node))
                )
            scaled = int(leaf * denominator)
            return Term(str(scaled), Domain.integer(0, denominator), frozenset())
        if isinstance(node, ast.IfExp):
            test = self._condition(node.test)
            yes, no = self.weight(node.body, denominator), self.weight(node.orelse, denominator)
            return Term(
                f"where({test.code}, {yes.code}, {no.code})",
                Domain.integer(0, denominator),
                test.names | yes.names | no.names,
            )
        raise ExpressionError(
            Phrase(
                "{node} is not a probability; write a decimal, a fraction, or such numbers "
                "chosen by 'a if b else c'",
                node=repr(ast.unparse(node)),
            )
        )

    def _condition(self, node: ast.expr) -> Term:
        term = self.visit(node)
        if not term.domain.is_bool:
            raise ExpressionError(
                Phrase("{node} is not a condition; compare it", node=repr(ast.unparse(node)))
            )
        return term

    def _number(self, node: ast.expr) -> Term:
        term = self.visit(node)
        if term.domain.is_bool or term.domain.words:
            raise ExpressionError(Phrase("{node} is not a number", node=repr(ast.unparse(node))))
        return term

    def _Name(self, node: ast.Name, hint: Domain | None) -> Term:
        symbol = self.symbols.get(node.id)
        if symbol is None:
            if hint is not None and node.id in hint.words:
                return self._word(node.id, hint)
            raise UnknownNameError(node.id, self._known())
        return Term(symbol.code, symbol.domain, frozenset({node.id}))

    def _known(self) -> str:
        names = sorted(self.symbols)
        return ", ".join(names[:30]) + (", ..." if len(names) > 30 else "")

    def _word(self, word: str, hint: Domain) -> Term:
        return Term(str(hint.encode(word)), hint, frozenset())

    def _Constant(self, node: ast.Constant, hint: Domain | None) -> Term:
        value = node.value
        if isinstance(value, bool):
            return Term(str(value), BOOLEAN, frozenset())
        if isinstance(value, int):
            return Term(f"{value}", Domain.integer(value, value), frozenset())
        if isinstance(value, str):
            if hint is None or not hint.words:
                raise ExpressionError(
                    Phrase(
                        "the word {value} is compared with nothing that has words",
                        value=repr(value),
                    )
                )
            return self._word(value, hint)
        raise ExpressionError(
            Phrase("{value} is not a whole number; count in minutes or cents", value=repr(value))
        )

    def _BoolOp(self, node: ast.BoolOp, hint: Domain | None) -> Term:
        terms = [self._condition(value) for value in node.values]
        joint = " & " if isinstance(node.op, ast.And) else " | "
        return Term(f"({joint.join(t.code for t in terms)})", BOOLEAN, joint_names(terms))

    def _UnaryOp(self, node: ast.UnaryOp, hint: Domain | None) -> Term:
        if isinstance(node.op, ast.Not):
            term = self._condition(node.operand)
            return Term(f"({term.code} ^ True)", BOOLEAN, term.names)
        if isinstance(node.op, ast.USub):
            term = self._number(node.operand)
            low, high = -term.domain.high, -term.domain.low
            return Term(f"(-{term.code})", Domain.integer(low, high), term.names)
        raise ExpressionError(Phrase("{node} is not allowed", node=repr(ast.unparse(node))))

    def _Compare(self, node: ast.Compare, hint: Domain | None) -> Term:
        operands = [node.left, *node.comparators]
        parts: list[str] = []
        terms: list[Term] = []
        for left, operator, right in zip(operands, node.ops, operands[1:], strict=False):
            part, used = self._pair(left, operator, right)
            parts.append(part)
            terms += used
        return Term(f"({' & '.join(parts)})", BOOLEAN, joint_names(terms))

    def _pair(self, left: ast.expr, op: ast.cmpop, right: ast.expr) -> tuple[str, list[Term]]:
        if isinstance(op, ast.In | ast.NotIn):
            return self._membership(left, isinstance(op, ast.NotIn), right)
        sign = _COMPARE.get(type(op))
        if sign is None:
            raise ExpressionError(Phrase("use ==, !=, <, <=, >, >= or in"))
        hint = self._words_of(left) or self._words_of(right)
        a, b = self.visit(left, hint), self.visit(right, hint)
        if (a.domain.is_bool, a.domain.words) != (b.domain.is_bool, b.domain.words):
            raise ExpressionError(
                Phrase(
                    "{left} is {domain}, {right} is {domain2}",
                    left=repr(ast.unparse(left)),
                    domain=describe_domain(a.domain),
                    right=repr(ast.unparse(right)),
                    domain2=describe_domain(b.domain),
                )
            )
        if a.domain.words and sign not in ("==", "!="):
            raise ExpressionError(Phrase("words can be compared with == and != only"))
        return f"({a.code} {sign} {b.code})", [a, b]

    def _membership(self, left: ast.expr, negated: bool, right: ast.expr) -> tuple[str, list[Term]]:
        if not isinstance(right, ast.Tuple | ast.List) or not right.elts:
            raise ExpressionError(Phrase("after 'in' write a list of values: x in ('a', 'b')"))
        term = self.visit(left)
        items = [self.visit(item, term.domain) for item in right.elts]
        for item in items:
            if (item.domain.is_bool, item.domain.words) != (term.domain.is_bool, term.domain.words):
                raise ExpressionError(
                    Phrase(
                        "the list after 'in' must hold {domain}",
                        domain=describe_domain(term.domain),
                    )
                )
        code = "(" + " | ".join(f"({term.code} == {item.code})" for item in items) + ")"
        return (f"({code} ^ True)" if negated else code), [term, *items]

    def _words_of(self, node: ast.expr) -> Domain | None:
        if isinstance(node, ast.Name) and node.id in self.symbols:
            domain = self.symbols[node.id].domain
            return domain if domain.words else None
        if isinstance(node, ast.IfExp):
            return self._words_of(node.body) or self._words_of(node.orelse)
        return None

    def _BinOp(self, node: ast.BinOp, hint: Domain | None) -> Term:
        sign = _ARITHMETIC.get(type(node.op))
        if sign is None:
            raise ExpressionError(
                Phrase("{node}: only + - * // % are allowed", node=repr(ast.unparse(node)))
            )
        a, b = self._number(node.left), self._number(node.right)
        if sign in ("//", "%") and not b.domain.low > 0:
            raise ExpressionError(
                Phrase("{node} could divide by zero or less", node=repr(ast.unparse(node)))
            )
        return Term(f"({a.code} {sign} {b.code})", _bounds(a, sign, b), a.names | b.names)

    def _IfExp(self, node: ast.IfExp, hint: Domain | None) -> Term:
        test = self._condition(node.test)
        hint = hint or self._words_of(node.body) or self._words_of(node.orelse)
        yes, no = self.visit(node.body, hint), self.visit(node.orelse, hint)
        a, b = yes.domain, no.domain
        if (a.is_bool, a.words) != (b.is_bool, b.words):
            raise ExpressionError(
                Phrase("{node}: both sides must be of one kind", node=repr(ast.unparse(node)))
            )
        domain = Domain(min(a.low, b.low), max(a.high, b.high), a.words, a.is_bool)
        return Term(
            f"where({test.code}, {yes.code}, {no.code})", domain, joint_names([test, yes, no])
        )

    def _Call(self, node: ast.Call, hint: Domain | None) -> Term:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        arity = {"min": 2, "max": 2, "abs": 1}.get(name)
        if arity is None or len(node.args) != arity or node.keywords:
            raise ExpressionError(Phrase("only min(a, b), max(a, b) and abs(a) can be called"))
        terms = [self._number(argument) for argument in node.args]
        if name == "abs":
            bound = max(abs(terms[0].domain.low), abs(terms[0].domain.high))
            return Term(f"abs({terms[0].code})", Domain.integer(0, bound), terms[0].names)
        pick, function = (min, "minimum") if name == "min" else (max, "maximum")
        low = pick(term.domain.low for term in terms)
        high = pick(term.domain.high for term in terms)
        code = f"{function}({terms[0].code}, {terms[1].code})"
        return Term(code, Domain.integer(low, high), joint_names(terms))


def joint_names(terms: Sequence[Term]) -> frozenset[str]:
    """All names that any of the terms reads."""
    return frozenset().union(*(term.names for term in terms))


def _bounds(a: Term, sign: str, b: Term) -> Domain:
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
