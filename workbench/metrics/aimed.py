"""How far each target is reached that is not one of all revenue: attainment by what rows say.

A fact `quota_attainment` for each rep and aim: what was reached, the target, and why one of them is
not told. Targets are not added across aims, and never make the total.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal

from workbench.metrics.aims import (
    CUTS,
    REVENUE,
    Aim,
    Row,
    adds_up,
    aim_of,
    can_be_cut,
    is_money,
)
from workbench.metrics.catalogue import CATALOGUE
from workbench.metrics.computation import Computation
from workbench.metrics.counts import count_by_level, parts_of, wanted_of
from workbench.metrics.fact import Fact
from workbench.metrics.facts import fact_of
from workbench.metrics.grade import graded, touching_faults
from workbench.metrics.levels import CutGround, sides_of
from workbench.metrics.metric import Metric, Outcome, absent
from workbench.metrics.populations import POPULATIONS
from workbench.model.money import quotient

Outcomes = Mapping[str, Mapping[str, Outcome]]  # by rep and metric
Cut = tuple[str, str]  # a dimension and the side that tells it
Reached = dict[tuple[str, str, str], Outcome]  # by rep, metric and level


def aimed_facts(work: Computation, outcomes: Outcomes) -> list[Fact]:
    """Give the attainment of every target but that of all revenue, which is a total.

    Parameters
    ----------
    outcomes
        The totals of every rep.
    """
    rows = _by_aim(work.quotas.rows)
    return list(_facts(work, rows, _Actuals(work, outcomes, list(rows)))) if rows else []


def _by_aim(rows: Iterable[Row]) -> dict[Aim, list[Row]]:
    """Gather rows by what they aim at; those of all revenue make the total, not this."""
    found: dict[Aim, list[Row]] = {}
    for row in rows:
        aim = aim_of(row)
        if aim is not None and aim != Aim(REVENUE):
            found.setdefault(aim, []).append(_told(row))
    return found


def _facts(
    work: Computation, rows: Mapping[Aim, Sequence[Row]], actuals: "_Actuals"
) -> Iterator[Fact]:
    known = {row["rep_id"] for row in work.rep_rows}
    for aim, own in rows.items():
        book = work.quotas.of(own)
        for rep_id in sorted({row["rep_id"] for row in own} & known):
            quota = book.effective(rep_id) if adds_up(aim.metric) else book.held(rep_id)
            found = reached(actuals.of(aim, rep_id), quota, _direction(aim.metric))
            grade, told = graded(found, _touching(aim), work.faults.get(rep_id, {}))
            yield fact_of(work, rep_id, CATALOGUE["quota_attainment"], told, grade, aim.place)


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


class _Actuals:
    """What was reached of each aim, counted once per cut for all reps."""

    def __init__(self, work: Computation, outcomes: Outcomes, aims: Sequence[Aim]) -> None:
        self._work, self._outcomes = work, outcomes
        self._sides = {by: sides_of(work.tables, by) for by in {aim.by for aim in aims} - {""}}
        asked: dict[Cut, set[str]] = {}
        for aim in aims:
            side = self._side(aim)
            if side is not None:
                asked.setdefault((aim.by, side), set()).add(aim.metric)
        self._reached = {cut: _counted(work, *cut, metrics) for cut, metrics in asked.items()}

    def of(self, aim: Aim, rep_id: str) -> Outcome:
        """Give the figure of a rep that an aim is about."""
        if aim.metric not in CATALOGUE:
            return absent("unknown_metric")
        if not aim.by:
            return self._outcomes[rep_id][aim.metric]
        lack = self._lack(aim)
        if lack is not None:
            return lack
        side, metric = self._side(aim) or "", CATALOGUE[aim.metric]
        found = self._reached[aim.by, side].get((rep_id, aim.metric, aim.level))
        outcome = found or metric.finish(dict.fromkeys(metric.parts))
        return outcome.noted(f"cut_by_{side}") if aim.by in CUTS[2:] else outcome

    def _lack(self, aim: Aim) -> Outcome | None:
        if not can_be_cut(aim.metric):
            return absent("metric_not_cut")
        if not self._sides[aim.by]:
            return absent("cut_without_data", note=f"column:quotas.{aim.by}")
        if self._side(aim) is None:
            return absent("level_unknown")
        return self._work.missing(CATALOGUE[aim.metric])

    def _side(self, aim: Aim) -> str | None:
        """Name what tells a level, the account first; None where nothing knows it."""
        if not aim.by or not can_be_cut(aim.metric):
            return None
        sides: Mapping[str, AbstractSet[str]] = self._sides[aim.by]
        return next((side for side, levels in sides.items() if aim.level in levels), None)


def _counted(work: Computation, by: str, side: str, keys: AbstractSet[str]) -> Reached:
    """Count figures by one cut, for every rep and level with rows."""
    found: Reached = {}
    ground = CutGround(work.ground, by, side)
    usable = [CATALOGUE[key] for key in sorted(keys) if not work.missing(CATALOGUE[key])]
    for population in sorted({metric.population for metric in usable}):
        metrics = [metric for metric in usable if metric.population == population]
        rows = POPULATIONS[population](ground)
        counted = count_by_level(rows, "level", wanted_of(metrics, rows))
        for metric in metrics:
            places = zip(
                counted["rep_id"], counted["level"], parts_of(metric, counted), strict=True
            )
            for rep_id, level, parts in places:
                found[rep_id, metric.key, level] = metric.finish(parts)
    return found


def _told(row: Row) -> Row:
    """Read a row; the currency of a target that is no money says nothing."""
    return row if is_money(row["metric"]) else {**row, "currency": None}


def _direction(metric: str) -> int:
    return CATALOGUE[metric].direction if metric in CATALOGUE else 0


def _touching(aim: Aim) -> Sequence[tuple[str, str]]:
    """List the faults behind a whole figure; those of one level of it are not told apart."""
    metric: Metric | None = CATALOGUE.get(aim.metric)
    return () if metric is None or aim.by else touching_faults(metric)
