"""Conditions of a plan: `deal_type == 'new' and 50000 <= amount < 200000`.

The text is read as a Python expression and only its comparisons are taken; nothing is executed.
"""

import ast
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from workbench.errors import plain_name
from workbench.incentives.fault import PlanFault, fault

Values = Mapping[str, Any]
Test = Callable[[Values], bool]
_COMPARE: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.In: lambda left, right: left in right,
    ast.NotIn: lambda left, right: left not in right,
}
_SWAPPED: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {ast.In: operator.contains}
_MIRRORED = {ast.Lt: ast.Gt, ast.LtE: ast.GtE, ast.Gt: ast.Lt, ast.GtE: ast.LtE, ast.Eq: ast.Eq}


@dataclass(frozen=True)
class Predicate:
    """A condition that can be asked of a row."""

    text: str
    names: tuple[str, ...]  # the fields it asks for, in order of the alphabet
    test: Test  # a field that is missing makes a comparison false
    bounds: tuple[tuple[str, str, Decimal], ...]  # (name, operator, number) that all must hold
    texts: tuple[tuple[str, str], ...]  # (name, text) of each comparison with a text


@lru_cache(maxsize=4096)
def predicate(text: str) -> Predicate:
    """Read a condition.

    Parameters
    ----------
    text
        Comparisons (`==`, `!=`, `<`, `<=`, `>`, `>=`, `in`, chained for "between") of fields with
        numbers, 'texts', 'dates' (as 2026-08-01) and lists, joined by `and`, `or`, `not`.

    Raises
    ------
    ValueError
        When it is anything else; says what is not understood.
    """
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except SyntaxError as reason:
        key = "condition-equals" if _has_single_equals(text) else "condition"
        raise fault(key, text=plain_name(text)) from reason
    reader = _Reader(text)
    test = reader.condition(tree)
    names, bounds = tuple(sorted(reader.names)), tuple(_bounds(tree, text.strip()))
    return Predicate(text, names, test, bounds, tuple(reader.texts))


def contradiction(found: Predicate, ranges: Mapping[str, tuple[Decimal, Decimal]]) -> str:
    """Name a field for which no value meets a condition; "" when there is none.

    Parameters
    ----------
    ranges
        Lowest and highest value a field can have, where that is known.
    """
    for name in found.names:
        low, high = ranges.get(name, (Decimal("-Infinity"), Decimal("Infinity")))
        is_low_open = is_high_open = False
        for _name, sign, bound in (each for each in found.bounds if each[0] == name):
            if sign in (">", ">=", "==") and bound >= low:
                is_low_open, low = sign == ">" or (is_low_open and bound == low), bound
            if sign in ("<", "<=", "==") and bound <= high:
                is_high_open, high = sign == "<" or (is_high_open and bound == high), bound
            if low > high or (low == high and (is_low_open or is_high_open)):
                return name
    return ""


class _Reader:
    """Turns the tree of a condition into a test, gathering the fields it names."""

    def __init__(self, text: str) -> None:
        self.text, self.names = text.strip(), set[str]()
        self.texts: list[tuple[str, str]] = []

    def condition(self, node: ast.expr) -> Test:
        if isinstance(node, ast.BoolOp):
            parts = [self.condition(value) for value in node.values]
            return _every(parts) if isinstance(node.op, ast.And) else _some(parts)
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            inner = self.condition(node.operand)
            return lambda row: not inner(row)
        if isinstance(node, ast.Compare):
            return self._comparison(node)
        if isinstance(node, ast.Name):  # a yes-or-no field
            name = self._named(node)
            return lambda row: row.get(name) is True
        raise self._refused(node)

    def _comparison(self, node: ast.Compare) -> Test:
        self._note_texts([node.left, *node.comparators])
        plain = self._plain(node)
        if plain is not None:
            return plain
        sides = [self._operand(each) for each in (node.left, *node.comparators)]
        pairs = []
        for number, sign in enumerate(node.ops):
            if type(sign) not in _COMPARE:
                raise self._refused(node)
            pairs.append((sides[number], _COMPARE[type(sign)], sides[number + 1]))
        return lambda row: all(_holds(compare, a(row), b(row)) for a, compare, b in pairs)

    def _plain(self, node: ast.Compare) -> Test | None:
        """Give the test of one field and one constant, which most comparisons are; else None."""
        compare, right = _COMPARE.get(type(node.ops[0])), node.comparators[0]
        named = [isinstance(each, ast.Name) for each in (node.left, right)]
        if compare is None or len(node.ops) > 1 or named[0] == named[1]:
            return None
        if isinstance(node.left, ast.Name):
            return _compared(self._named(node.left), compare, self._constant(right))
        value = self._constant(node.left)
        assert isinstance(right, ast.Name)
        mirrored = _SWAPPED.get(type(node.ops[0]), lambda found, other: compare(other, found))
        return _compared(self._named(right), mirrored, value)

    def _note_texts(self, nodes: list[ast.expr]) -> None:
        named = [node.id for node in nodes if isinstance(node, ast.Name)]
        told = [node.value for node in nodes if isinstance(node, ast.Constant)]
        self.texts += [(name, text) for name in named for text in told if isinstance(text, str)]

    def _operand(self, node: ast.expr) -> Callable[[Values], Any]:
        if isinstance(node, ast.Name):
            name = self._named(node)
            return lambda row: row.get(name)
        value = self._constant(node)
        return lambda _row: value

    def _constant(self, node: ast.expr) -> Any:  # noqa: ANN401 (a number, a text or a list)
        if isinstance(node, ast.List | ast.Tuple):
            return tuple(self._constant(each) for each in node.elts)
        found = _number(node, self.text)
        if found is not None:
            return found
        if isinstance(node, ast.Constant) and isinstance(node.value, str | bool):
            return node.value
        raise self._refused(node)

    def _named(self, node: ast.Name) -> str:
        self.names.add(node.id)
        return node.id

    def _refused(self, node: ast.expr) -> PlanFault:
        part = ast.get_source_segment(self.text, node) or self.text
        return fault("condition-part", text=plain_name(part))


def _every(parts: list[Test]) -> Test:
    def holds(row: Values) -> bool:
        for part in parts:  # noqa: SIM110 (rows are many, and a generator each costs)
            if not part(row):
                return False
        return True

    return holds


def _some(parts: list[Test]) -> Test:
    def holds(row: Values) -> bool:
        for part in parts:  # noqa: SIM110 (as above)
            if part(row):
                return True
        return False

    return holds


def _compared(name: str, compare: Callable[[Any, Any], bool], value: Any) -> Test:  # noqa: ANN401
    """Compare a field with a constant, as `_holds` does."""

    def holds(row: Values) -> bool:
        found = row.get(name)
        if found is None:
            return False
        if isinstance(found, date):
            return _holds(compare, found, value)
        try:
            return compare(found, value)
        except TypeError:
            return False

    return holds


def _holds(compare: Callable[[Any, Any], bool], left: Any, right: Any) -> bool:  # noqa: ANN401
    """Compare; what is missing, or of another kind, does not hold."""
    if left is None or right is None:
        return False
    if isinstance(left, date) and isinstance(right, str):
        right = date.fromisoformat(right)
    elif isinstance(right, date) and isinstance(left, str):
        left = date.fromisoformat(left)
    try:
        return compare(left, right)
    except TypeError:
        return False


def _number(node: ast.expr, text: str) -> Decimal | None:
    """Read a number exactly as it is written, never through a float."""
    sign = 1
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        node, sign = node.operand, -1
    is_number = isinstance(node, ast.Constant) and type(node.value) in (int, float)
    return sign * Decimal(ast.get_source_segment(text, node) or "0") if is_number else None


def _bounds(tree: ast.expr, text: str) -> list[tuple[str, str, Decimal]]:
    """List the bounds that must all hold for the condition to hold."""
    if isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And):
        return [bound for value in tree.values for bound in _bounds(value, text)]
    if not isinstance(tree, ast.Compare):
        return []
    signs = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "=="}
    sides, found = [tree.left, *tree.comparators], []
    for left, sign, right in zip(sides, tree.ops, sides[1:], strict=False):
        kind: type[ast.cmpop] = type(sign)
        if isinstance(right, ast.Name) and kind in _MIRRORED:
            left, right, kind = right, left, _MIRRORED[kind]  # noqa: PLW2901 (turned round)
        number = _number(right, text)
        if isinstance(left, ast.Name) and number is not None and kind in signs:
            found.append((left.id, signs[kind], number))
    return found


def _has_single_equals(text: str) -> bool:
    bare = text
    for sign in ("==", "!=", "<=", ">="):
        bare = bare.replace(sign, "")
    return "=" in bare
