"""Whose document is made first: the rep of the period with most deals closed in it."""

from collections import Counter

import pyarrow.parquet as pq

from workbench.errors import WorkspaceError
from workbench.snapshots import Snapshot
from workbench.snapshots.facts import reviewed
from workbench.sources.workspace import Workspace


def first_rep(snapshot: Snapshot, workspace: Workspace) -> str:
    """Choose the rep whose document shows most.

    Raises
    ------
    WorkspaceError
        When nobody is reviewed in the default period.
    """
    period = workspace.calendar.period(workspace.default_period)
    there = reviewed(snapshot, workspace, period)
    if not there:
        raise WorkspaceError(f"Nobody is reviewed in {period.name}. Check the list of reps.")
    columns = ["rep_id", "is_closed"]
    has_days = "close_on" in pq.read_schema(snapshot.path("deals")).names
    deals = pq.read_table(snapshot.path("deals"), columns=[*columns, *["close_on"] * has_days])
    closed = Counter(
        row["rep_id"]
        for row in deals.to_pylist()
        if row["is_closed"] and period.start <= (row.get("close_on") or period.start) < period.end
    )
    return max(sorted(there), key=lambda rep_id: closed[rep_id])
