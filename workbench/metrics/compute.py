"""All metrics of a period for all reps: one query per population, then one figure per rep."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from workbench.metrics.basis import Basis
from workbench.metrics.catalogue import CATALOGUE, metric_of
from workbench.metrics.comparison.rows import change_rows, every_comparison
from workbench.metrics.computation import Computation
from workbench.metrics.credits import Tables
from workbench.metrics.fact import Comparison, Fact, FactSet, LeftOut, to_table
from workbench.metrics.grade import graded
from workbench.metrics.metric import Metric, Outcome
from workbench.metrics.populations import POPULATIONS
from workbench.metrics.rows import deal_rows, left_out
from workbench.metrics.sold import sold
from workbench.metrics.targets import Derived, Ledger
from workbench.metrics.weights import stage_record, weighted

_MONEY_UNITS = ("money", "money_per_day")


def compute(tables: Tables, basis: Basis) -> FactSet:
    """Compute all facts of a period, for all reps.

    Parameters
    ----------
    tables
        ibis tables by name, columns as in `model.tables`; missing ones are absent.
    basis
        Period, day and rules.

    Returns
    -------
    FactSet
        A fact for every rep and metric, also for reps without deals: counts and sums are then 0,
        rates and averages absent with a reason.
    """
    work = Computation(tables, basis)
    outcomes = _outcomes(work)
    facts = _facts(work, outcomes)
    levels = _levels(work)
    compared = [*every_comparison(facts, levels, _roles(work)), *_changes(work, outcomes)]
    return FactSet(
        facts=to_table(Fact, [*facts, *levels]),
        comparisons=to_table(Comparison, compared),
        deals=deal_rows(tables, work.populations),
        left_out=to_table(LeftOut, left_out(tables, work.populations)),
    )


def compute_facts(tables: Tables, basis: Basis, metrics: Sequence[str]) -> list[Fact]:
    """Compute the totals of some metrics only, for all reps; nothing else is made.

    Raises
    ------
    UnknownNameError
        When there is no such metric; offers the nearest.
    """
    chosen = {key: metric_of(key) for key in metrics}
    if any(isinstance(metric, Derived) for metric in chosen.values()):
        for key in ("won_revenue", "open_deals"):  # what they are made of
            chosen[key] = metric_of(key)
    work = Computation(tables, basis, chosen)
    return [fact for fact in _facts(work, _outcomes(work)) if fact.metric in metrics]


def reviewed_reps(tables: Tables, basis: Basis) -> list[str]:
    """List who is reviewed: active on a day of the period, and no manager without quota."""
    work = Computation(tables, basis)
    managers = {row["manager_id"] for row in work.rep_rows if row.get("manager_id")}
    return [
        row["rep_id"]
        for row in work.rep_rows
        if _is_active(row, basis)
        and not (row["rep_id"] in managers and not work.quotas.has_row(row["rep_id"]))
    ]


def _outcomes(work: Computation) -> dict[str, dict[str, Outcome]]:
    outcomes = _totals(work)
    _derive(work, outcomes)
    return outcomes


def _facts(work: Computation, outcomes: Mapping[str, Mapping[str, Outcome]]) -> list[Fact]:
    return [
        _fact(work, rep_id, metric, outcome)
        for rep_id, found in outcomes.items()
        for metric, outcome in found.items()
    ]


def _totals(work: Computation) -> dict[str, dict[str, Outcome]]:
    outcomes: dict[str, dict[str, Outcome]] = {row["rep_id"]: {} for row in work.rep_rows}
    for name in POPULATIONS:
        metrics = [metric for metric in work.metrics.values() if metric.population == name]
        lacking = {metric.key: work.missing(metric) for metric in metrics}
        usable = [metric for metric in metrics if lacking[metric.key] is None]
        counted = work.count(name, usable) if usable else {}
        sighted = {metric.key for metric in usable if work.is_sighted(metric)}
        for rep_id, found in outcomes.items():
            row = counted.get((rep_id, ""), {})
            for metric in metrics:
                lack = lacking[metric.key]
                found[metric.key] = lack or _told(metric, row, is_sighted=metric.key in sighted)
    if not work.ground.has_first_amount:
        _note_created(outcomes)
    return outcomes


def _told(metric: Metric, row: Mapping[str, Any], *, is_sighted: bool) -> Outcome:
    outcome = _finish(metric, row)
    is_noted = is_sighted and outcome.value is not None
    return outcome.noted("from_snapshots") if is_noted else outcome


def _finish(metric: Metric, row: Mapping[str, Any]) -> Outcome:
    return metric.finish({part: row.get(f"{metric.key}__{part}") for part in metric.parts})


def _note_created(outcomes: Mapping[str, dict[str, Outcome]]) -> None:
    for found in outcomes.values():
        created = found.get("pipeline_created")
        if created is not None and created.value is not None:
            found["pipeline_created"] = created.noted("amount_now")


def _derive(work: Computation, outcomes: Mapping[str, dict[str, Outcome]]) -> None:
    derived = [metric for metric in work.metrics.values() if isinstance(metric, Derived)]
    if not derived:
        return
    basis = work.basis
    days = basis.calendar.working_days(basis.period.start, basis.period.end)
    elapsed = basis.calendar.working_days(basis.period.start, basis.end)
    record = stage_record(work.tables) if "open" in work.populations else None
    for rep_id, found in outcomes.items():
        ledger = Ledger(
            dict(found),
            work.quotas.effective(rep_id),
            work.due.get(rep_id, Outcome(Decimal(0))),
            weighted(stages := work.stages.get(rep_id, []), record, rep_id),
            weighted([row for row in stages if row["is_expected"]], record, rep_id),
            work.season,
            days,
            elapsed,
        )
        for metric in derived:
            found[metric.key] = work.missing(metric) or metric.derive(ledger)


def _changes(work: Computation, outcomes: Mapping[str, Mapping[str, Outcome]]) -> list[Comparison]:
    """Explain each change of won revenue on a year before, where there is one to explain."""
    growth = {
        rep_id: found["revenue_growth_yoy"].numerator
        for rep_id, found in outcomes.items()
        if found["revenue_growth_yoy"].numerator is not None
    }
    known = {rep_id: change for rep_id, change in growth.items() if change is not None}
    return change_rows(work.basis.period.name, sold(work.ground), known) if known else []


def _levels(work: Computation) -> list[Fact]:
    facts = []
    known = {row["rep_id"] for row in work.rep_rows}
    cuts = {(metric.population, by) for metric in CATALOGUE.values() for by in metric.by}
    for name, by in sorted(cuts):
        metrics = [
            metric
            for metric in CATALOGUE.values()
            if metric.population == name and by in metric.by and not work.missing(metric)
        ]
        if not metrics or name not in work.populations:
            continue
        for (rep_id, level), row in work.count(name, [_level(m, by) for m in metrics], by).items():
            if rep_id in known:
                facts += [
                    _fact(work, rep_id, metric.key, _finish(_level(metric, by), row), (by, level))
                    for metric in metrics
                ]
    return facts


def _level(metric: Metric, by: str) -> Metric:
    """Cut a metric: by kind, every customer won counts, not the new ones alone."""
    if by != "kind":
        return metric
    return replace(metric, parts={"n": lambda t: t.count()})


def _fact(
    work: Computation,
    rep_id: str,
    metric: str,
    outcome: Outcome,
    cut: tuple[str, str] = ("", ""),
) -> Fact:
    unit = CATALOGUE[metric].unit
    grade, outcome = graded(CATALOGUE[metric], outcome, {} if cut[0] else work.faults(rep_id))
    return Fact(
        period=work.basis.period.name,
        rep_id=rep_id,
        metric=metric,
        by=cut[0],
        level=cut[1],
        value=outcome.value,
        unit=unit,
        currency=work.basis.currency if unit in _MONEY_UNITS else "",
        numerator=outcome.numerator,
        denominator=outcome.denominator,
        n=outcome.n,
        low=outcome.low,
        high=outcome.high,
        grade=grade,
        reason=outcome.reason,
        note=outcome.note,
    )


def _roles(work: Computation) -> dict[str, str]:
    return {
        row["rep_id"]: row.get("role") or "" for row in work.rep_rows if _is_active(row, work.basis)
    }


def _is_active(row: Mapping[str, Any], basis: Basis) -> bool:
    hired, left = row.get("hired_on"), row.get("left_on")
    if left is not None and left < basis.period.start:
        return False
    if hired is not None and hired >= basis.period.end:
        return False
    is_gone = row.get("is_active") is False and left is None
    return not is_gone
