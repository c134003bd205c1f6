"""The checks before approval: what a run pays beside the last one, and what to look at first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.model.employment import Employment
from workbench.review.pay.findings import Finding, findings_of
from workbench.review.pay.totals import EVERYBODY, Limits, Total, last_of, totals_of
from workbench.review.person import Person, people
from workbench.snapshots.employment import employments_of
from workbench.snapshots.open import open_snapshot
from workbench.snapshots.pay.on_plan import on_plan
from workbench.snapshots.pay.plans import plans_of
from workbench.snapshots.snapshot import Snapshot
from workbench.sources.workspace import Workspace
from workbench.store import Actor, Store
from workbench.store.pay.finding import runs
from workbench.store.pay.run import ISSUED, OPEN, Run
from workbench.store.pay.statements import Line, lines_of


@dataclass(frozen=True)
class Checks:
    """What to look at in a run before it is approved."""

    run: Run
    n: int  # statements that were computed
    names: Mapping[str, str]  # by rep
    totals: tuple[Total, ...]
    findings: tuple[Finding, ...]
    last: str  # the period it is held against; "" where nothing was issued before


def checks_of(workspace: Workspace, store: Store, actor: Actor, run: Run) -> Checks:
    """Check a run against the data it was made from, and against what was issued before it.

    Raises
    ------
    RefusedError
        When the actor may not read runs.
    """
    lines = lines_of(store, actor, run.run)
    period = workspace.calendar.period(run.head.period)
    snapshot = open_snapshot(workspace, run.head.as_of, run.head.snapshot)
    everybody = people(snapshot, period, workspace.manager_scope)
    issued = issued_before(store, actor, run)
    limits = _limits(workspace, run)
    without = _without_a_plan(workspace, snapshot, run) if run.state in OPEN else []
    paid = {line.rep_id for line in lines}
    asked = [rep for rep in without if rep not in paid and (rep in limits.reps or not limits.reps)]
    return checked(run, lines, issued, everybody, asked, limits)


def checked(
    run: Run,
    lines: Sequence[Line],
    issued: Sequence[Line],
    everybody: Mapping[str, Person],
    on_no_plan: Sequence[str] = (),
    limits: Limits = EVERYBODY,
) -> Checks:
    """Put the checks of a run together; pure."""
    last = last_of(lines, issued, limits)
    teams = {rep_id: each.team for rep_id, each in everybody.items()}
    return Checks(
        run, sum(line.pay is not None for line in lines),
        {rep_id: each.name for rep_id, each in everybody.items()},
        totals_of(lines, last, teams), findings_of(lines, issued, on_no_plan),
        last[0].period if last else "",
    )  # fmt: skip


def issued_before(store: Store, actor: Actor, run: Run) -> list[Line]:
    """List what was issued for other periods before a run was drafted, as it was approved."""
    approved = [
        (step.n, each) for each in runs(store, actor)
        if each.state in ISSUED and (step := each.step("approved")) is not None
        and step.n < run.drafted.n and each.head.period != run.head.period
    ]  # fmt: skip
    approved.sort(key=lambda found: found[0])
    return [
        line for _n, each in approved for line in lines_of(store, actor, each.run)
        if not line.fault
    ]  # fmt: skip


def _limits(workspace: Workspace, run: Run) -> Limits:
    known = workspace.aliases
    return Limits(run.head.plans, tuple(known.get(rep, rep) for rep in run.head.reps))


def _without_a_plan(workspace: Workspace, snapshot: Snapshot, run: Run) -> list[str]:
    """Name who is at work in a period and on no plan on any of its days."""
    period = workspace.calendar.period(run.head.period)
    found = on_plan(snapshot, workspace, plans_of(workspace), period)
    on = {
        rep for rep, segments in found.segments.items()
        if any(each.within(period) is not None for each in segments)
    }  # fmt: skip
    there = _at_work(employments_of(snapshot, period).items())
    return [rep for rep in there if rep not in on and rep not in found.faults]


def _at_work(each: Iterable[tuple[str, Employment]]) -> list[str]:
    return sorted(rep for rep, employment in each if employment.start < employment.end)
