"""When people of a snapshot are at work in a period, for documents, index, pay and cycle."""

from workbench.model.employment import Employment, employments
from workbench.model.period import Period
from workbench.snapshots.held import rows_of
from workbench.snapshots.parquet import read
from workbench.snapshots.snapshot import Snapshot


def employments_of(snapshot: Snapshot, period: Period) -> dict[str, Employment]:
    """Give everybody's days at work in a period, by rep, reading each table once."""
    away = read(snapshot.path("absences")) if snapshot.has("absences") else None
    reps = read(snapshot.path("reps")).to_pylist()
    return employments(period, reps, away.to_pylist() if away is not None else ())


def employment_of(snapshot: Snapshot, rep_id: str, period: Period) -> Employment:
    """Give one rep's days at work in a period."""
    reps = rows_of(snapshot.path("reps"), rep_id).to_pylist()
    away = rows_of(snapshot.path("absences"), rep_id) if snapshot.has("absences") else None
    found = employments(period, reps, away.to_pylist() if away is not None else ())
    return found[rep_id]
