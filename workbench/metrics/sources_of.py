"""What derived figures are made of, as rows: won and open deals, quota rows, days, the season.

Each source gives the rows of one rep with `adds`, what a row brings (null: nothing that may be
told), and `counts`, whether it is one of the cases of a figure resting on it.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

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
from workbench.model.money import quotient

Source = Callable[[Computation, str], pa.Table]
_FIGURE = "decimal(38,10)"
_NOTHING = pa.table({})


def won(work: Computation, rep_id: str) -> pa.Table:
    """Give the deals won in the period."""
    return _deals(work, rep_id, "won_revenue")


def due(work: Computation, rep_id: str) -> pa.Table:
    """Give the open deals expected to close in the period, past-due ones apart."""
    return _deals(work, rep_id, "open_pipeline", is_due=True)


def _deals(work: Computation, rep_id: str, key: str, *, is_due: bool = False) -> pa.Table:
    metric = metric_of(key)
    if metric.population not in work.populations:
        return _NOTHING
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
        return _NOTHING
    rows = work.populations["open"].filter(_.rep_id == rep_id)
    rows = rows.filter(is_expected(rows)) if is_due else rows
    record = stage_record(work.tables)
    if record is None:
        adds = money(rows.amount, rows.probability)
        return _told(work, rows.mutate(adds=adds, counts=rows.probability.notnull()))
    # What a stage weighs is the record of others: it is told of all deals together
    stages = counted_stages(record, rep_id)
    weighs = rows.stage.fill_null("").isin(sorted(stages)) if stages else NO
    found = _told(work, rows.mutate(adds=ibis.null(), counts=weighs))
    asked = [row for row in work.stages.get(rep_id, ()) if row["is_expected"] or not is_due]
    together = weighted(asked, record, rep_id).value
    parts = [found, _row(rep_id, together)] if together is not None else [found]
    return pa.concat_tables(parts, promote_options="permissive")


def given(work: Computation, rep_id: str) -> pa.Table:
    """Give the quota rows, each with what it comes to for the period."""
    rows = work.quotas.counted(rep_id)
    if not rows:
        return _NOTHING
    names = ("start_on", "end_on", "target", "currency")
    told = {name: [row.get(name) for row, _adds in rows] for name in names}
    adds = pa.array([adds for _row, adds in rows], pa.decimal128(38, 10))
    named_rows = {name: values for name, values in told.items() if any(map(_is_told, values))}
    owner, counts = [rep_id] * len(rows), [True] * len(rows)
    return pa.table({"rep_id": owner, **named_rows, "amount": adds, "adds": adds, "counts": counts})


def leave(work: Computation, rep_id: str) -> pa.Table:
    """Give what leave and ramp take off the quota."""
    quota = work.quotas.effective(rep_id)
    return _row(rep_id, None if quota.value is None else quota.value - (quota.numerator or 0))


def days_to_come(work: Computation, rep_id: str) -> pa.Table:
    """Give the quota of the days to come, less than nothing: what is not due yet."""
    quota, (elapsed, days) = work.quotas.effective(rep_id).value, _days(work)
    if quota is None or not elapsed:
        return _NOTHING
    return _row(rep_id, quotient(quota * elapsed, days) - quota)


def season_to_come(work: Computation, rep_id: str) -> pa.Table:
    """Give the same by the season; by the days, where no season is known."""
    quota, season = work.quotas.effective(rep_id).value, work.season.value
    if quota is None or season is None:
        return days_to_come(work, rep_id)
    return _row(rep_id, quotient(quota * season, 1) - quota)


def above_quota(work: Computation, rep_id: str) -> pa.Table:
    """Give what was won above the quota: nothing is left of it, and never less."""
    quota = work.quotas.effective(rep_id).value
    return _row(rep_id, None if quota is None else max(_won(work, rep_id) - quota, Decimal(0)))


def days_left(work: Computation, rep_id: str) -> pa.Table:
    """Give the working days left."""
    elapsed, days = _days(work)
    return _row(rep_id, Decimal(days - elapsed), "days")


def pace_to_come(work: Computation, rep_id: str) -> pa.Table:
    """Give what the days to come bring at the pace of those gone."""
    total, (elapsed, days) = _won(work, rep_id), _days(work)
    return _row(rep_id, quotient(total * days, elapsed) - total) if elapsed else _NOTHING


def season_left(work: Computation, rep_id: str) -> pa.Table:
    """Give what the days to come bring by the season."""
    total, season = _won(work, rep_id), work.season.value
    return _NOTHING if season is None else _row(rep_id, quotient(total, season) - total)


def _days(work: Computation) -> tuple[int, int]:
    basis = work.basis
    count = basis.calendar.working_days
    return count(basis.period.start, basis.end), count(basis.period.start, basis.period.end)


def _won(work: Computation, rep_id: str) -> Decimal:
    rows = won(work, rep_id)
    adds = rows["adds"].to_pylist() if rows.num_rows else []
    return sum((each for each in adds if each is not None), Decimal(0))


def _row(rep_id: str, adds: Decimal | None, column: str = "amount") -> pa.Table:
    """Give one row that adds something; none where it is nothing."""
    if not adds:
        return _NOTHING
    told = pa.array([adds], pa.decimal128(38, 10))
    return pa.table({"rep_id": [rep_id], column: told, "adds": told, "counts": [False]})


def _is_told(value: Any) -> bool:  # noqa: ANN401 (a cell of any kind)
    return value is not None


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
