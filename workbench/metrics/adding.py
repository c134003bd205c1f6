"""Which figures can be added up from cells: counts, sums and the largest of cells are those of all.

A cell holds the rows of one level that are equally old and of about the same size. A middle or a
number of different things cannot be told from cells; such a figure asks its rows.
"""

from collections.abc import Mapping
from functools import cache
from typing import Literal

import ibis
import ibis.expr.operations as ops

from workbench.metrics.catalogue import metric_of
from workbench.metrics.cutting import LEVEL, ROWS

Adding = Literal["count", "sum", "max", "min"]
Columns = tuple[tuple[str, str], ...]  # names with their types
CELL = {"cell_days": "int64", "cell_size": "int16"}  # what a cell is told by, beside its level
COUNTED = "cell_rows"  # how many rows are in a cell


@cache
def adding(key: str, columns: Columns) -> Mapping[str, Adding] | None:
    """Say how each part of a metric is made from those of cells; None where one cannot be.

    Parameters
    ----------
    key
        Of a metric that can be cut.
    columns
        Of its population. Sums of floats depend on their order and are not added up from cells.
    """
    rows = ibis.table(dict(columns), name=ROWS)
    found = {part: _adding(made(rows).op()) for part, made in metric_of(key).parts.items()}
    told = {part: how for part, how in found.items() if how is not None}
    return told if len(told) == len(found) else None


def _adding(made: ops.Node) -> Adding | None:
    """Read it off what SQL does last: anything done to a sum or a count may not add up."""
    if isinstance(made, ops.Count | ops.CountStar):
        return "count"
    if isinstance(made, ops.Sum):
        kind = made.arg.dtype
        return "sum" if kind.is_integer() or kind.is_decimal() else None
    if isinstance(made, ops.Max):
        return "max"
    return "min" if isinstance(made, ops.Min) else None


@cache
def cells(key: str, columns: Columns) -> str:
    """Write a metric's parts as one SELECT over `rows`, grouped by `level` and cell.

    Parameters
    ----------
    key
        Of a metric that adds up; "" only counts the rows.
    columns
        Of its population; `rows` holds `level` and the columns of `CELL` besides.
    """
    rows = ibis.table({**dict(columns), LEVEL: "string", **CELL}, name=ROWS)
    made = {part: each(rows) for part, each in metric_of(key).parts.items()} if key else {}
    grouped = rows.group_by([LEVEL, *CELL]).aggregate(**made, **{COUNTED: rows.count()})
    return str(ibis.to_sql(grouped, dialect="duckdb"))
