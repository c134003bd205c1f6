"""Figures made of other figures, opened: the rows of each thing they are made of.

A derived metric says in `opens` what it is made of, each by its name in SOURCES. What is no row of
a table (leave, days to come, the season) is one row of its own, so that all of them add up.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal

import pyarrow as pa

from workbench.metrics.catalogue import CATALOGUE
from workbench.metrics.computation import Computation
from workbench.metrics.deal_sources import all_weighted, due, due_weighted, won
from workbench.metrics.ledger import Derived
from workbench.metrics.metric import Metric
from workbench.metrics.target_sources import (
    above_quota,
    days_left,
    days_to_come,
    given,
    leave,
    pace_to_come,
    season_left,
    season_to_come,
)

Source = Callable[[Computation, str], pa.Table]
_FIGURE = pa.decimal128(38, 10)
_MATTER = ("won_revenue", "open_deals")  # figures whose populations derived ones are made of

SOURCES: Mapping[str, Source] = {
    "won": won,
    "due": due,
    "weighted": all_weighted,
    "weighted_due": due_weighted,
    "given": given,
    "leave": leave,
    "days_to_come": days_to_come,
    "season_to_come": season_to_come,
    "above_quota": above_quota,
    "days_left": days_left,
    "pace_to_come": pace_to_come,
    "season_left": season_left,
}


def matter_of(metric: Derived) -> dict[str, Metric]:
    """Name the metrics a computation needs to open a derived one."""
    return {key: CATALOGUE[key] for key in (metric.key, *_MATTER)}


def made_of(work: Computation, metric: Derived, rep_id: str) -> pa.Table:
    """Give the rows a derived figure of a rep is made of.

    Parameters
    ----------
    work
        Of the metrics of `matter_of`, at least.

    Returns
    -------
    pyarrow.Table
        Columns of the tables the rows come from, with `part` (won, due, weighted, given, …) and the
        marks of `marked`. Of a figure weighted by the record of a team or the company, deals say
        that they count and not by how much: that record is other people's. One row has the sum.
    """
    opens = metric.opens
    names = dict.fromkeys([*opens.top, *opens.bottom, *opens.n, *opens.among])
    found = [_marked(SOURCES[name](work, rep_id), metric, name) for name in names]
    kept = [rows for rows in found if rows.num_rows]
    return pa.concat_tables(kept, promote_options="permissive") if kept else pa.table({})


def _marked(rows: pa.Table, metric: Derived, name: str) -> pa.Table:
    """Replace what a source says of its rows, `adds` and `counts`, by the marks of the figure."""
    if not rows.num_rows:
        return rows
    adds: Sequence[Decimal | None] = rows["adds"].to_pylist()
    counts: Sequence[bool] = rows["counts"].to_pylist()
    opens = metric.opens
    top, bottom = (_times(adds, factors.get(name)) for factors in (opens.top, opens.bottom))
    marks = {
        "part": [name] * rows.num_rows,
        "in_numerator": [each is not None for each in top],
        "in_denominator": [each is not None for each in bottom],
        "in_n": [name in opens.n and each for each in counts],
        "to_numerator": pa.array(top, _FIGURE),
        "to_denominator": pa.array(bottom, _FIGURE),
    }
    told = rows.drop_columns(["adds", "counts"])
    return pa.table({**{column: told[column] for column in told.column_names}, **marks})


def _times(adds: Iterable[Decimal | None], factor: int | None) -> list[Decimal | None]:
    return [None if factor is None or each is None else each * factor for each in adds]
