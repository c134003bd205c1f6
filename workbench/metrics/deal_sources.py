"""The deals derived figures are made of, as rows: won, due, and open ones as they are weighted.

Each source gives the rows of one rep with `adds`, what a row brings (null: nothing that may be
told), and `counts`, whether it is one of the cases of a figure resting on it.
"""

from decimal import Decimal

import ibis
import pyarrow as pa
from ibis import _
from ibis.expr.types import Table

from workbench.metrics.catalogue import metric_of
from workbench.metrics.computation import Computation
from workbench.metrics.credits import NO, money
from workbench.metrics.marked import MARKS, marked
from workbench.metrics.named import named
from workbench.metrics.pipeline import is_expected
from workbench.metrics.weights import counted_stages, stage_record, weighted

_FIGURE = "decimal(38,10)"
NOTHING = pa.table({})


def won(work: Computation, rep_id: str) -> pa.Table:
    """Give the deals won in the period."""
    return _deals(work, rep_id, "won_revenue")


def due(work: Computation, rep_id: str) -> pa.Table:
    """Give the open deals expected to close in the period, past-due ones apart."""
    return _deals(work, rep_id, "open_pipeline", is_due=True)


def _deals(work: Computation, rep_id: str, key: str, *, is_due: bool = False) -> pa.Table:
    metric = metric_of(key)
    if metric.population not in work.populations:
        return NOTHING
    rows = work.populations[metric.population].filter(_.rep_id == rep_id)
    found = marked(rows.filter(is_expected(rows)) if is_due else rows, metric)
    return _told(work, found.mutate(adds=found.to_numerator, counts=found.in_n).drop(*MARKS))


def _told(work: Computation, rows: Table) -> pa.Table:
    priced = rows.mutate(amount=rows.amount.cast(_FIGURE), adds=rows.adds.cast(_FIGURE))
    return named(priced, work.tables).to_pyarrow()


def all_weighted(work: Computation, rep_id: str) -> pa.Table:
    """Give the open deals and what they are weighted to."""
    return _weighted(work, rep_id, is_due=False)


def due_weighted(work: Computation, rep_id: str) -> pa.Table:
    """Give those expected to close in the period, and what they are weighted to."""
    return _weighted(work, rep_id, is_due=True)


def _weighted(work: Computation, rep_id: str, *, is_due: bool) -> pa.Table:
    if "open" not in work.populations:
        return NOTHING
    rows = work.populations["open"].filter(_.rep_id == rep_id)
    rows = rows.filter(is_expected(rows)) if is_due else rows
    record = stage_record(work.tables)
    if record is None:
        adds = money(rows.amount, rows.probability)
        return _told(work, rows.mutate(adds=adds, counts=rows.probability.notnull()))
    # What a stage weighs is the record of others: it is told of all deals together
    stages = counted_stages(record, rep_id)
    weighs = rows.stage.fill_null("").isin(sorted(stages)) if stages else ibis.literal(NO)
    found = _told(work, rows.mutate(adds=ibis.null(), counts=weighs))
    asked = [row for row in work.stages.get(rep_id, ()) if row["is_expected"] or not is_due]
    together = weighted(asked, record, rep_id).value
    parts = [found, one_row(rep_id, together)] if together is not None else [found]
    return pa.concat_tables(parts, promote_options="permissive")


def one_row(rep_id: str, adds: Decimal | None, column: str = "amount") -> pa.Table:
    """Give one row that adds something; none where it is nothing."""
    if not adds:
        return NOTHING
    told = pa.array([adds], pa.decimal128(38, 10))
    return pa.table({"rep_id": [rep_id], column: told, "adds": told, "counts": [False]})
