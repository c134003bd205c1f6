"""Named values as rows: names and kinds are written once for all rows that are alike.

A company's deals have the same few names each. JSON knows no decimals and no days; what a value is
stands with its name, so that it comes back as what it was.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from operator import itemgetter
from types import NoneType
from typing import Any, NamedTuple

_PLAIN, _DECIMAL, _DAY, _LIST = ".", "$", "@", ","
_KINDS: Mapping[type, str] = {
    **dict.fromkeys((str, bool, int, float, NoneType), _PLAIN),
    Decimal: _DECIMAL, date: _DAY, tuple: _LIST, list: _LIST,
}  # fmt: skip
_READ: Mapping[str, Callable[[Any], Any]] = {
    _DECIMAL: Decimal, _DAY: date.fromisoformat, _LIST: tuple,
}  # fmt: skip
_Key = tuple[object, ...]  # the names as they come, and what each value is


class _Shape(NamedTuple):
    number: int
    by_name: Callable[[Mapping[str, Any]], tuple[Any, ...]] | None  # None: they come so
    lists: tuple[str, ...]  # the names of lists


class ShapesWritten:
    """The names and kinds that rows of a text have had so far."""

    def __init__(self) -> None:
        self.listed: list[tuple[tuple[str, ...], str]] = []  # names, and a letter for each kind
        self._known: dict[_Key, _Shape] = {}

    def row(self, told: Mapping[str, Any]) -> tuple[Any, ...]:
        """Give named values as a row: the number of its shape, and the values.

        Raises
        ------
        TypeError
            When a value is none of what JSON knows, no decimal, no day and no list of these.
        """
        values = tuple(told.values())
        key = (*told, *map(type, values))
        number, by_name, lists = self._known.get(key) or self._new(key, told)
        for name in lists:
            _require_plain(told[name])
        return number, by_name(told) if by_name else values

    def _new(self, key: _Key, told: Mapping[str, Any]) -> _Shape:
        names = tuple(sorted(told))
        kinds = "".join(_kind(told[name]) for name in names)
        if (names, kinds) not in self.listed:
            self.listed.append((names, kinds))
        lists = tuple(name for name, kind in zip(names, kinds, strict=True) if kind == _LIST)
        number = self.listed.index((names, kinds))
        by_name = None if names == tuple(told) else itemgetter(*names)  # several: one is in order
        self._known[key] = _Shape(number, by_name, lists)
        return self._known[key]


class ShapesRead:
    """The names and kinds of the rows of a text."""

    def __init__(self, listed: Iterable[tuple[Sequence[str], str]]) -> None:
        self._known = [(tuple(names), _readers(names, kinds)) for names, kinds in listed]

    def told(self, row: Sequence[Any]) -> dict[str, Any]:
        """Give the named values of a row; lists come back as tuples, as conditions ask for them."""
        number, values = row
        names, readers = self._known[number]
        found = dict(zip(names, values, strict=True))
        for name, read in readers:
            found[name] = read(found[name])
        return found


def _readers(names: Sequence[str], kinds: str) -> list[tuple[str, Callable[[Any], Any]]]:
    pairs = zip(names, kinds, strict=True)
    return [(name, _READ[kind]) for name, kind in pairs if kind != _PLAIN]


def _kind(value: object) -> str:
    if type(value) not in _KINDS:
        raise TypeError(f"{value!r} cannot be frozen")
    return _KINDS[type(value)]


def _require_plain(values: Iterable[object]) -> None:
    for each in values:
        if type(each) is not str and _kind(each) != _PLAIN:
            raise TypeError(f"{each!r} in a list cannot be frozen")
