"""What targets and paces are made of, as rows: quota rows, leave, the days and the season to come.

As in `deal_sources`: `adds` is what a row brings, `counts` whether it is a case. What is no row of
a table is one row of its own, reckoned by itself and not as a remainder.
"""

from decimal import Decimal
from typing import Any

import pyarrow as pa

from workbench.metrics.computation import Computation
from workbench.metrics.deal_sources import NOTHING, one_row, won
from workbench.metrics.own_days import OwnDays
from workbench.model.money import quotient


def given(work: Computation, rep_id: str) -> pa.Table:
    """Give the quota rows, each with what it comes to for the period."""
    rows = work.quotas.counted(rep_id)
    if not rows:
        return NOTHING
    names = ("start_on", "end_on", "target", "currency")
    told = {name: [row.get(name) for row, _adds in rows] for name in names}
    adds = pa.array([adds for _row, adds in rows], pa.decimal128(38, 10))
    named_rows = {name: values for name, values in told.items() if any(map(_is_told, values))}
    owner, counts = [rep_id] * len(rows), [True] * len(rows)
    return pa.table({"rep_id": owner, **named_rows, "amount": adds, "adds": adds, "counts": counts})


def leave(work: Computation, rep_id: str) -> pa.Table:
    """Give what leave and ramp take off the quota."""
    quota = work.quotas.effective(rep_id)
    return one_row(rep_id, None if quota.value is None else quota.value - (quota.numerator or 0))


def days_to_come(work: Computation, rep_id: str) -> pa.Table:
    """Give the quota of the days to come, less than nothing: what is not due yet."""
    quota, (elapsed, days) = work.quotas.effective(rep_id).value, _days(work, rep_id)
    if quota is None or not elapsed:
        return NOTHING
    return one_row(rep_id, quotient(quota * elapsed, days) - quota)


def season_to_come(work: Computation, rep_id: str) -> pa.Table:
    """Give the same by the season; by the days, where none is known or fits the days at work."""
    quota, season = work.quotas.effective(rep_id).value, work.season.value
    employment = work.quotas.employments[rep_id]
    if quota is None or season is None or employment.joins or employment.leaves:
        return days_to_come(work, rep_id)
    return one_row(rep_id, quotient(quota * season, 1) - quota)


def above_quota(work: Computation, rep_id: str) -> pa.Table:
    """Give what was won above the quota: nothing is left of it, and never less."""
    quota = work.quotas.effective(rep_id).value
    return one_row(rep_id, None if quota is None else max(_won(work, rep_id) - quota, Decimal(0)))


def days_left(work: Computation, rep_id: str) -> pa.Table:
    """Give the working days left."""
    elapsed, days = _days(work, rep_id)
    return one_row(rep_id, Decimal(days - elapsed), "days")


def pace_to_come(work: Computation, rep_id: str) -> pa.Table:
    """Give what the days to come bring at the pace of those gone."""
    total, (elapsed, days) = _won(work, rep_id), _days(work, rep_id)
    return one_row(rep_id, quotient(total * days, elapsed) - total) if elapsed else NOTHING


def season_left(work: Computation, rep_id: str) -> pa.Table:
    """Give what the days to come bring by the season."""
    total, season = _won(work, rep_id), work.season.value
    return NOTHING if season is None else one_row(rep_id, quotient(total, season) - total)


def _days(work: Computation, rep_id: str) -> tuple[int, int]:
    days, elapsed = OwnDays(work.basis).of(work.quotas.employments[rep_id])
    return elapsed, days


def _won(work: Computation, rep_id: str) -> Decimal:
    rows = won(work, rep_id)
    adds = rows["adds"].to_pylist() if rows.num_rows else []
    return sum((each for each in adds if each is not None), Decimal(0))


def _is_told(value: Any) -> bool:  # noqa: ANN401 (a cell of any kind)
    return value is not None
