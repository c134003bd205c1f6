"""A figure of a cut opened: the rows it counts with how each counts, as SQL over the cut."""

from functools import cache

import ibis

from workbench.metrics.catalogue import metric_of
from workbench.metrics.cutting import ROWS
from workbench.metrics.marked import marked


@cache
def opening(key: str, columns: tuple[tuple[str, str], ...]) -> str:
    """Write the rows of a metric as one SELECT over `rows`; as `marked` gives them.

    Parameters
    ----------
    key
        Of a metric that can be cut.
    columns
        Names and types of the relation's columns.
    """
    rows = ibis.table(dict(columns), name=ROWS)
    return str(ibis.to_sql(marked(rows, metric_of(key)), dialect="duckdb"))
