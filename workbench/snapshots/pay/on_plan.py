"""Who of a snapshot is on which plan, on which days, up to a period."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from workbench.errors import PlanError, hint
from workbench.incentives.assigning import Segment, Who, segments_of
from workbench.incentives.ledger.segments import merged
from workbench.incentives.periods import chain
from workbench.incentives.plan import Plan
from workbench.model.period import Period
from workbench.snapshots.held import rows_where
from workbench.snapshots.snapshot import Snapshot
from workbench.sources.workspace import Workspace

Segments = Mapping[str, tuple[Segment, ...]]  # days on plans, by rep


@dataclass(frozen=True)
class OnPlan:
    """The days on plans of everybody who is on one, and of whom it cannot be told."""

    segments: Segments
    periods: Mapping[str, tuple[Period, ...]]  # from the first on a plan to the last, by rep
    faults: Mapping[str, str] = field(default_factory=dict)  # sentences, by rep


def on_plan(
    snapshot: Snapshot,
    workspace: Workspace,
    plans: tuple[Plan, ...],
    last: Period,
    rep_id: str | None = None,
    issued: Segments | None = None,
) -> OnPlan:
    """Give who is on a plan before the end of a period.

    Parameters
    ----------
    rep_id
        Only this rep; None: everybody.
    issued
        By rep, the days on plans of what was issued before `last`: they stay as they are.

    Raises
    ------
    PlanError
        When a plan names somebody nobody knows.
    """
    _require_known_reps(snapshot, plans)
    segments: dict[str, tuple[Segment, ...]] = {}
    periods: dict[str, tuple[Period, ...]] = {}
    faults: dict[str, str] = {}
    for who in _people(snapshot, rep_id):
        try:
            found = _segments(who, plans, last, (issued or {}).get(who.rep_id, ()))
            if found:
                periods[who.rep_id] = chain(found[0].start, last, workspace.calendar)
                segments[who.rep_id] = found
        except PlanError as reason:
            faults[who.rep_id] = str(reason)
    return OnPlan(segments, periods, faults)


def _segments(
    who: Who, plans: tuple[Plan, ...], last: Period, issued: tuple[Segment, ...]
) -> tuple[Segment, ...]:
    found = merged(who.rep_id, issued, segments_of(who, plans), plans, last.start)
    return tuple(each for each in found if each.start < last.end)


def _people(snapshot: Snapshot, rep_id: str | None) -> Iterable[Who]:
    names = ("rep_id", "role", "hired_on", "left_on")
    columns = [name for name in names if name in snapshot.columns("reps")]
    filters = None if rep_id is None else [("rep_id", "=", rep_id)]
    for row in rows_where(snapshot.path("reps"), columns, filters).to_pylist():
        role = row.get("role") or ""
        yield Who(row["rep_id"], role, row.get("hired_on"), row.get("left_on"))


def _require_known_reps(snapshot: Snapshot, plans: Iterable[Plan]) -> None:
    """Refuse a plan that names somebody nobody knows: a slip of the pen would change pay."""
    known = set(rows_where(snapshot.path("reps"), ["rep_id"])["rep_id"].to_pylist())
    for plan in plans:
        for name in (rep for each in plan.assignments for rep in each.reps):
            if name not in known:
                raise PlanError(
                    f"Plan {plan.id} is assigned to {name!r}, who is not in the reps table. "
                    f"{hint(name, known)}"
                )
