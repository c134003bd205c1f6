"""What a metric is: data that says which rows count, and how counts become a figure.

SQL filters, counts and sums (`parts`); everything that divides, compares with a threshold or gives
a reason happens in `finish`, per rep, in decimals. So every engine gives the same digits.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from workbench.metrics.intervals import wilson
from workbench.metrics.parts import Opens, Part
from workbench.model.money import FACT_SCALE, quotient, round_half_up

Unit = Literal[
    "money", "money_per_day", "count", "share", "ratio", "index", "days", "hours", "points"
]
Parts = Mapping[str, Any]  # what SQL counted for one rep, by part name


class Outcome(NamedTuple):
    """A figure before it is given a rep and a period."""

    value: Decimal | None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    n: int = 0
    low: Decimal | None = None
    high: Decimal | None = None
    reason: str = ""
    note: str = ""

    def noted(self, code: str) -> "Outcome":
        """Add a note code."""
        return self._replace(note=f"{self.note} {code}".strip())


Finish = Callable[[Parts], Outcome]


@dataclass(frozen=True, kw_only=True)
class Metric:
    """A declared measure over one population."""

    key: str  # the name in code, in facts and on the command line
    id: str  # of the dictionary, "" for plain counts
    unit: Unit
    direction: int  # 1: higher is better, -1: lower is better, 0: neither
    source: str  # where the definition comes from
    population: str = ""  # "" for figures made of other figures
    parts: Mapping[str, Part] = field(default_factory=dict)
    finish: Finish = lambda parts: Outcome(None, reason="not_computable")  # noqa: ARG005
    needs: tuple[str, ...] = ()  # tables, or columns written table.column
    by: tuple[str, ...] = ()  # dimensions of the population it is also cut by
    rows: tuple[str, ...] = ()  # states of the deals behind it: won, lost, open
    needs_losses: bool = False  # not computable where no lost deals are recorded
    needs_open: bool = False  # not computable where no open deals are recorded
    looks_ahead: bool = False  # of a period that is over, the next one's is meant: its own is past
    opens: Opens = field(
        default_factory=Opens
    )  # how its parts make numerator, denominator and n, row by row
    withheld: str = ""  # code of why it opens to no rows: they are not the rep's own; "" opens


def absent(reason: str, *, n: int = 0, note: str = "") -> Outcome:
    """Give no value, and say why."""
    return Outcome(None, n=n, reason=reason, note=note)


def finish_count(parts: Parts) -> Outcome:
    """Give a count; nothing counted is a true 0."""
    n = int(parts["n"] or 0)
    return Outcome(Decimal(n), Decimal(n), n=n)


def finish_total(parts: Parts) -> Outcome:
    """Give a sum over the rows whose amount is known; nothing to add is a true 0.

    Where rows are there and none of their amounts is known, the sum is unknown too.
    """
    known, n = int(parts["known"] or 0), int(parts["n"] or 0)
    if n and not known:
        return absent("amounts_missing")
    value = exact(parts["total"]) or Decimal(0)
    outcome = Outcome(value, value, n=known)
    return outcome if known == n else outcome.noted("amounts_missing")


def finish_rate(reason: str) -> Finish:
    """Give how many of those that qualify; of none, absent for `reason`."""

    def finish(parts: Parts) -> Outcome:
        hits, out_of = int(parts["hits"] or 0), int(parts["out_of"] or 0)
        if not out_of:
            return absent(reason)
        low, high = wilson(hits, out_of)
        value = quotient(hits, out_of)
        return Outcome(value, Decimal(hits), Decimal(out_of), out_of, low, high)

    return finish


def finish_mean(reason: str) -> Finish:
    """Give a sum over a count; of nothing known, absent for `reason`."""

    def finish(parts: Parts) -> Outcome:
        known = int(parts["known"] or 0)
        if not known:
            return absent(reason)
        total = exact(parts["total"]) or Decimal(0)
        return Outcome(quotient(total, known), total, Decimal(known), known)

    return finish


def finish_median(reason: str) -> Finish:
    """Give the middle of the known values; of none, absent for `reason`."""

    def finish(parts: Parts) -> Outcome:
        known = int(parts["known"] or 0)
        if not known:
            return absent(reason)
        return Outcome(exact(parts["median"]), n=known)

    return finish


def exact(value: object) -> Decimal | None:
    """Read what an engine gave as a decimal of the facts' scale; floats by their shortest form."""
    if value is None:
        return None
    known = value if isinstance(value, (Decimal, int)) else repr(value)
    return round_half_up(known, FACT_SCALE)
