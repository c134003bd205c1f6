"""All metrics of a period for all reps: one query for what is counted, then a figure per rep."""

from collections.abc import Mapping
from typing import Any

from workbench.metrics.aimed import aimed_facts
from workbench.metrics.basis import Basis
from workbench.metrics.comparison.rows import change_rows, every_comparison
from workbench.metrics.computation import Computation
from workbench.metrics.credits import Tables
from workbench.metrics.fact import Comparison, Fact, FactSet, LeftOut, to_table
from workbench.metrics.facts import CUTS, level_facts, total_facts
from workbench.metrics.metric import Outcome
from workbench.metrics.outcomes import outcomes_of
from workbench.metrics.places import roles_on
from workbench.metrics.rows import LISTED, deal_rows, left_out
from workbench.metrics.scope import records
from workbench.metrics.sold import sold, there


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
    work = Computation(tables, basis, again={*LISTED, *(name for name, _by in CUTS)})
    outcomes = outcomes_of(work)
    facts = total_facts(work, outcomes)
    levels = level_facts(work)
    compared = [*every_comparison(facts, levels, _roles(work)), *_changes(work, outcomes)]
    return FactSet(
        facts=to_table(Fact, [*facts, *levels, *aimed_facts(work, outcomes)]),
        comparisons=to_table(Comparison, compared),
        deals=deal_rows(tables, work.populations),
        left_out=to_table(LeftOut, left_out(tables, work.populations)),
    )


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


def _changes(work: Computation, outcomes: Mapping[str, Mapping[str, Outcome]]) -> list[Comparison]:
    """Explain each change of won revenue on a year before, where there is one to explain."""
    growth = {
        rep_id: found["revenue_growth_yoy"].numerator
        for rep_id, found in outcomes.items()
        if found["revenue_growth_yoy"].numerator is not None
    }
    known = {rep_id: change for rep_id, change in growth.items() if change is not None}
    if not known:
        return []
    return change_rows(work.basis.period.name, sold(work.ground), known, there(work.ground))


def _roles(work: Computation) -> dict[str, str]:
    tables = work.tables
    assigned = records(tables["assignments"]) if "assignments" in tables else []
    roles = roles_on(work.basis.last_day, work.rep_rows, assigned)
    active = (row["rep_id"] for row in work.rep_rows if _is_active(row, work.basis))
    return {rep_id: roles[rep_id] for rep_id in active}


def _is_active(row: Mapping[str, Any], basis: Basis) -> bool:
    hired, left = row.get("hired_on"), row.get("left_on")
    if left is not None and left < basis.period.start:
        return False
    if hired is not None and hired >= basis.period.end:
        return False
    is_gone = row.get("is_active") is False and left is None
    return not is_gone
