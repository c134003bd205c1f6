"""Whether the data tell anything of a pay period, of what its plans pay for."""

from collections.abc import Iterable

from workbench.incentives.plan import Plan
from workbench.metrics.record import Span
from workbench.model.period import Period
from workbench.snapshots.recorded import record_in
from workbench.snapshots.snapshot import Snapshot
from workbench.sources.workspace import Workspace

_FLOWS = {"booked": "deals", "activity_done": "activities"}  # whose rows each event is one of


def missed(
    snapshot: Snapshot, workspace: Workspace, plans: Iterable[Plan], period: Period
) -> Span | None:
    """Give the record a pay period lies outside of; None if it is on it."""
    events = sorted({each.credit.event for plan in plans for each in plan.components})
    record = record_in(snapshot, workspace)
    spans = (record.missed(period, _FLOWS.get(event, "")) for event in events)
    return next((span for span in spans if span is not None), None)
