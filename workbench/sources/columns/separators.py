"""Which sign stands before decimals and which between groups, over a whole column.

A shape is a number with 9 for each figure: 1.234,56 is 9.999,99. A first figure 0 stays, since no
group begins so: 0,500 has decimals.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

SIGNS = (".", ",")
_BETWEEN = {".": (",", " ", "'"), ",": (".", " ", "'")}  # what may group, by the decimal sign
_SIZES = {  # {g} is the sign between groups
    "three": r"[1-9]\d{{0,2}}(?:{g}\d{{3}})+",
    "indian": r"[1-9]\d?(?:{g}\d{{2}})*{g}\d{{3}}",
    "four": r"[1-9]\d{{0,3}}(?:{g}\d{{4}})+",
}


@dataclass(frozen=True)
class Shape:
    """A shape and how many cells have it."""

    text: str
    count: int
    example: str


@dataclass(frozen=True)
class Signs:
    """The form of a column's numbers."""

    decimal: str
    sizes: tuple[tuple[str, str], ...] = ()  # a grouping sign, and the size of its groups

    @property
    def pattern(self) -> str:
        """The numbers of this form, as a pattern that Python and DuckDB both know."""
        point = re.escape(self.decimal)
        whole = "|".join([r"\d+", *(_group(sign, size) for sign, size in self.sizes)])
        return rf"(?:(?:{whole})(?:{point}\d*)?|{point}\d+)"


def fits(shape: str, decimal: str) -> bool:
    """Say whether a shape is a number when this sign stands before decimals."""
    return any(
        re.fullmatch(Signs(decimal, ((sign, size),)).pattern, shape)
        for sign in _BETWEEN[decimal]
        for size in _sizes(sign)
    )


def grouped(shapes: Iterable[Shape], decimal: str) -> Signs:
    """Find the groups of a column: for each sign that groups, the size that most cells have."""
    shapes = list(shapes)
    found = []
    for sign in _BETWEEN[decimal]:
        held = [shape for shape in shapes if sign in shape.text]
        if held:
            counts = {
                size: sum(
                    shape.count
                    for shape in held
                    if re.fullmatch(Signs(decimal, ((sign, size),)).pattern, shape.text)
                )
                for size in _sizes(sign)
            }
            found.append((sign, max(counts, key=lambda size: counts[size])))
    return Signs(decimal, tuple(found))


def _sizes(sign: str) -> tuple[str, ...]:
    return ("three", "indian", "four") if sign == "," else ("three",)


def _group(sign: str, size: str) -> str:
    return _SIZES[size].format(g=re.escape(sign))
