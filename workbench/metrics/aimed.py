"""How far each target is reached that is not one of all revenue: attainment by what rows say.

A fact `quota_attainment` for each rep and aim: what was reached, the target, and why one of them is
not told. Targets are not added across aims, and never make the total.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from workbench.metrics.actuals import Actuals, Outcomes
from workbench.metrics.aims import (
    REVENUE,
    Aim,
    Row,
    adds_up,
    aim_of,
    is_money,
)
from workbench.metrics.catalogue import CATALOGUE
from workbench.metrics.computation import Computation
from workbench.metrics.fact import Fact
from workbench.metrics.facts import fact_of
from workbench.metrics.grade import graded, touching_faults
from workbench.metrics.metric import Metric, Outcome, absent
from workbench.model.money import quotient


def aimed_facts(work: Computation, outcomes: Outcomes) -> list[Fact]:
    """Give the attainment of every target but that of all revenue, which is a total.

    Parameters
    ----------
    outcomes
        The totals of every rep.
    """
    rows = _by_aim(work.quotas.rows)
    return list(_facts(work, rows, Actuals(work, outcomes, list(rows)))) if rows else []


def _by_aim(rows: Iterable[Row]) -> dict[Aim, list[Row]]:
    """Gather rows by what they aim at; those of all revenue make the total, not this."""
    found: dict[Aim, list[Row]] = {}
    for row in rows:
        aim = aim_of(row)
        if aim is not None and aim != Aim(REVENUE):
            found.setdefault(aim, []).append(_told(row))
    return found


def _facts(
    work: Computation, rows: Mapping[Aim, Sequence[Row]], actuals: "Actuals"
) -> Iterator[Fact]:
    known = {row["rep_id"] for row in work.rep_rows}
    for aim, own in rows.items():
        book = work.quotas.of(own)
        for rep_id in sorted({row["rep_id"] for row in own} & known):
            quota = book.effective(rep_id) if adds_up(aim.metric) else book.held(rep_id)
            actual = absent("told_of_next") if is_past(work, aim) else actuals.of(aim, rep_id)
            found = reached(actual, quota, _direction(aim.metric))
            grade, told = graded(found, _touching(aim), work.faults.get(rep_id, {}))
            yield fact_of(work, rep_id, CATALOGUE["quota_attainment"], told, grade, aim.place)


def is_past(work: Computation, aim: Aim) -> bool:
    """Whether an aim looks ahead and its period is over: the next period tells it then."""
    metric = CATALOGUE.get(aim.metric)
    is_told = metric is not None and metric.looks_ahead and work.missing(metric) is None
    return is_told and work.lacks_end() is None


def reached(actual: Outcome, quota: Outcome, direction: int) -> Outcome:
    """Give how far a target is reached: figure by target, target by figure where lower is better.

    Nothing of what should be little is the aim in full. Where one side is absent, the other is
    still told.
    """
    note = " ".join(filter(None, (quota.note, actual.note)))
    if actual.value is None or quota.value is None or not quota.value:
        why = actual.reason or quota.reason or "no_quota"
        lacking = absent(why, n=actual.n, note=note)
        return lacking._replace(numerator=actual.value, denominator=quota.value)
    if direction >= 0:
        value = quotient(actual.value, quota.value)
        return Outcome(value, actual.value, quota.value, actual.n, note=note)
    if actual.value <= 0:
        whole = Outcome(Decimal(1), quota.value, quota.value, actual.n, note=note)
        return whole.noted("nothing_of_it")
    value = quotient(quota.value, actual.value)
    return Outcome(value, quota.value, actual.value, actual.n, note=note)


def _told(row: Row) -> Row:
    """Read a row; the currency of a target that is no money says nothing."""
    return row if is_money(row["metric"]) else {**row, "currency": None}


def _direction(metric: str) -> int:
    return CATALOGUE[metric].direction if metric in CATALOGUE else 0


def _touching(aim: Aim) -> Sequence[tuple[str, str]]:
    """List the faults behind a whole figure; those of one level of it are not told apart."""
    metric: Metric | None = CATALOGUE.get(aim.metric)
    return () if metric is None or aim.by else touching_faults(metric)
