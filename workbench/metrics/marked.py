"""The rows of a population with how each counts for a figure.

The marks come from the very parts SQL counted, so the rows add up to the figure by themselves.
"""

from collections.abc import Iterable, Mapping
from functools import reduce

import ibis
from ibis.expr.types import BooleanValue, Table, Value

from workbench.metrics.metric import Metric
from workbench.metrics.parts import Part

IN = ("in_numerator", "in_denominator", "in_n")  # whether a row is in each
ADDS = ("to_numerator", "to_denominator")  # what it adds to each
MARKS = (*IN, *ADDS)
_FIGURE = "decimal(38,10)"  # as facts have it


def marked(rows: Table, metric: Metric) -> Table:
    """Give the rows a metric looked at, each with how it counts.

    Parameters
    ----------
    rows
        Of the metric's population, one per rep and thing.

    Returns
    -------
    Table
        The rows in any part of the figure, and those it looked at and left out (without an amount,
        without a date), with `in_numerator`, `in_denominator` and `in_n`; `to_numerator` and
        `to_denominator`, what the row adds there, null where it adds nothing; `middle`, what it
        brings to a median, where the figure is one; `part`, what it is called, where the figure
        has names for its rows.
    """
    opens, parts = metric.opens, {**metric.parts, **metric.opens.own}
    top = {name: factor for name, factor in opens.top.items() if parts[name].how != "median"}
    middles = [parts[name] for name in opens.top if name not in top]
    marks = {
        "in_numerator": _takes(rows, parts, opens.top),
        "in_denominator": _takes(rows, parts, opens.bottom),
        "in_n": _takes(rows, parts, opens.n),
        "to_numerator": _added(rows, parts, top),
        "to_denominator": _added(rows, parts, opens.bottom),
    }
    for each in middles:
        marks["middle"] = each.takes(rows).ifelse(each.of_each(rows), None)
    if opens.words:
        marks["part"] = ibis.cases(
            *((parts[part].takes(rows), word) for word, part in opens.words.items()), else_=None
        )
    kept = _takes(rows, parts, [*opens.top, *opens.bottom, *opens.n, *opens.among])
    return rows.mutate(**marks).filter(kept)


def _takes(rows: Table, parts: Mapping[str, Part], names: Iterable[str]) -> BooleanValue:
    found: BooleanValue = reduce(
        lambda left, right: left | right,
        (parts[name].takes(rows) for name in names),
        ibis.literal(value=False),
    )
    return found


def _added(rows: Table, parts: Mapping[str, Part], factors: Mapping[str, int]) -> Value:
    """Add what the parts that take a row get from it; null where none does."""
    nothing = ibis.literal(0).cast(_FIGURE)
    each = [
        parts[name].takes(rows).ifelse(parts[name].of_each(rows).cast(_FIGURE) * factor, nothing)
        for name, factor in factors.items()
    ]
    is_in = _takes(rows, parts, factors)
    return is_in.ifelse(reduce(lambda left, right: left + right, each, nothing), None).cast(_FIGURE)
