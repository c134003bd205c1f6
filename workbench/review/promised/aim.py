"""Where a promise wants its metric to be, read from what people wrote; and whether it got there.

What can be read in two ways (`+5` of a share: points, or per cent of it) is not read.
"""

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from workbench.metrics.catalogue import CATALOGUE
from workbench.review.promised.figure import as_decimal
from workbench.store.promises import Promise

_WRITTEN = re.compile(
    r"(?P<side>≥|≤|>=|<=|>|<|不低于|不超过|至少|至多|at least |at most )?\s*"
    r"(?P<move>[+\-−])?\s*(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.?\d+)\s*(?P<unit>\D*)"
)
_SIDES: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "≥": operator.ge, ">=": operator.ge, "不低于": operator.ge, "至少": operator.ge,
    "at least": operator.ge, "≤": operator.le, "<=": operator.le, "不超过": operator.le,
    "至多": operator.le, "at most": operator.le, ">": operator.gt, "<": operator.lt,
}  # fmt: skip
_PLAIN: dict[str, int] = {"": 1}
_SUMS = {"": 1, "万": 10**4, "亿": 10**8, "k": 10**3, "m": 10**6}
# What may follow the number, by unit of the metric, and what it multiplies by
_UNITS: dict[str, dict[str, int]] = {
    "money": _SUMS,
    "money_per_day": _SUMS,
    "ratio": {"": 1, "×": 1, "x": 1, "倍": 1},
    "days": {"": 1, "天": 1, "day": 1, "days": 1},
    "hours": {"": 1, "小时": 1, "hour": 1, "hours": 1},
}
_PERCENT = ("%", "％")
_POINTS = ("点", "个百分点", "pt", "pts", "pp", "point", "points")


@dataclass(frozen=True)
class Aim:
    """A threshold, and on which side of it the metric shall be."""

    bound: Decimal
    is_met_by: Callable[[Decimal, Decimal], bool]  # of the value and the bound

    def is_reached(self, value: Decimal) -> bool:
        """Whether a value is where it should be."""
        return self.is_met_by(value, self.bound)


def aim_of(kept: Promise) -> Aim | None:
    """Read a promise's aim; None where it names none, or one that cannot be read in one way."""
    metric = CATALOGUE.get(kept.metric)
    written = kept.aim.replace("->", "→").rpartition("→")[2]  # "30% → 40%": where to
    found = _WRITTEN.fullmatch(written.strip().casefold())
    if metric is None or found is None:
        return None
    move, side = found["move"] or "", (found["side"] or "").strip()
    number, after = Decimal(found["number"].replace(",", "")), found["unit"].strip()
    signed = -number if move in ("-", "−") else number
    read = _moved(signed, after, metric.unit, as_decimal(kept.baseline)) if move else (
        _named(number, after, metric.unit)
    )  # fmt: skip
    sign = side or {1: "≥", -1: "≤"}.get((signed > 0) - (signed < 0) if move else metric.direction)
    return Aim(read, _SIDES[sign]) if read is not None and sign else None


def is_missed(kept: Promise, value: Decimal | None) -> bool:
    """Whether a figure is not where a promise wanted it; False where that cannot be told."""
    aim = aim_of(kept)
    return aim is not None and value is not None and not aim.is_reached(value)


def _named(number: Decimal, after: str, unit: str) -> Decimal | None:
    """Read a figure the metric shall have."""
    if after in _PERCENT and unit in ("share", "ratio"):
        return number / 100
    if unit == "share":  # 0.3 is 30 %; of a bare 30 or 1 nobody knows
        return number if not after and number < 1 else None
    times = _UNITS.get(unit, _PLAIN).get(after)
    return None if times is None else number * times


def _moved(change: Decimal, after: str, unit: str, baseline: Decimal | None) -> Decimal | None:
    """Read how far the metric shall move from where it was."""
    if baseline is None or unit == "points":  # of a score that has a sign, +30 may be the score
        return None
    if unit == "share":
        return baseline + change / 100 if after in _POINTS else None
    if after in _PERCENT:
        return baseline * (1 + change / 100) if unit != "ratio" else None
    times = _UNITS.get(unit, _PLAIN).get(after)
    return None if times is None else baseline + change * times
