"""What SQL counts of a population, said once: for all rows together, and for each row alone.

A part says which rows it takes and what each adds. As an expression it is the count or the sum SQL
makes; asked of a row, whether that row is in it. So a figure opens to the very rows it counted.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from workbench.metrics.expression import BooleanValue, Value, ibis

Expression = Callable[[Any], Value]  # from the population's table to a column of it
_NO = False  # what is not known is not taken
How = Literal["count", "known", "sum", "median", "max", "collect"]


@dataclass(frozen=True)
class Part:
    """What is counted of the rows of a population."""

    how: How
    adds: Expression | None = None  # what a row adds; None: 1
    where: Expression | None = None  # which rows it takes; None: all

    def __call__(self, rows: Any) -> Value:  # noqa: ANN401 (an ibis table)
        """Give what SQL makes of all rows together."""
        where = None if self.where is None else self.where(rows)
        if self.adds is None:
            counted: Value = rows.count(where=where)
            return counted
        return _MADE[self.how](self.adds(rows), where)

    def takes(self, rows: Any) -> BooleanValue:  # noqa: ANN401 (an ibis table)
        """Say of each row whether it is in the part: taken, and known where it adds something."""
        taken = ibis.literal(value=True) if self.where is None else self.where(rows)
        known = taken if self.adds is None else taken & self.adds(rows).notnull()
        found: BooleanValue = known.fill_null(_NO)
        return found

    def of_each(self, rows: Any) -> Value:  # noqa: ANN401 (an ibis table)
        """Give what each row adds, were it in the part: 1 where rows are counted."""
        is_counted = self.adds is None or self.how == "known"
        return ibis.literal(1) if is_counted or self.adds is None else self.adds(rows)


_MADE: Mapping[How, Callable[[Any, Any], Value]] = {
    "known": lambda column, where: column.count(where=where),
    "sum": lambda column, where: column.sum(where=where),
    "median": lambda column, where: column.cast("float64").median(where=where),
    "max": lambda column, where: column.max(where=where),
    "collect": lambda column, where: column.collect(where=where),
}


def count_of(where: Expression | None = None) -> Part:
    """Count rows."""
    return Part("count", None, where)


def known_of(adds: Expression, where: Expression | None = None) -> Part:
    """Count the rows where something is known."""
    return Part("known", adds, where)


def sum_of(adds: Expression, where: Expression | None = None) -> Part:
    """Add up what rows bring."""
    return Part("sum", adds, where)


def median_of(adds: Expression, where: Expression | None = None) -> Part:
    """Take the middle of what rows bring."""
    return Part("median", adds, where)


def largest_of(adds: Expression, where: Expression | None = None) -> Part:
    """Take the largest of what rows bring."""
    return Part("max", adds, where)


def list_of(adds: Expression) -> Part:
    """Bring what all rows have, one by one."""
    return Part("collect", adds)


@dataclass(frozen=True, kw_only=True)
class Opens:
    """How the parts of a metric make its numerator, its denominator and its n.

    Each names parts; what a row adds to the numerator is the sum over the parts that take it.
    """

    top: Mapping[str, int] = field(default_factory=dict)  # parts, each with the factor it counts by
    bottom: Mapping[str, int] = field(default_factory=dict)
    n: tuple[str, ...] = ()
    among: tuple[str, ...] = ()  # parts whose rows are listed too, though they may not count
    # What a row is called, with the part that takes it; the first that does names it
    words: Mapping[str, str] = field(default_factory=dict)
    own: Mapping[str, Part] = field(default_factory=dict)  # parts that rows alone are asked for


COUNT = Opens(top={"n": 1}, n=("n",))
TOTAL = Opens(top={"total": 1}, n=("known",), among=("n",))
RATE = Opens(top={"hits": 1}, bottom={"out_of": 1}, n=("out_of",))
MEAN = Opens(top={"total": 1}, bottom={"known": 1}, n=("known",))
MEDIAN = Opens(top={"median": 1}, n=("known",))
