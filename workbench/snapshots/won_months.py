"""What each rep won month by month, computed once for all reps and kept as Parquet."""

from datetime import timedelta

import pyarrow as pa

from workbench.model.period import Period, span_name
from workbench.model.written_periods import shifted
from workbench.snapshots.engine import basis_of, computed
from workbench.snapshots.facts import facts_folder
from workbench.snapshots.kept_table import keep_table
from workbench.snapshots.parquet import read
from workbench.snapshots.snapshot import Snapshot
from workbench.sources.workspace import Workspace

_BACK = 60  # months


def months_won(snapshot: Snapshot, workspace: Workspace) -> pa.Table:
    """Give what was won by rep and month in the last five years; see `metrics.won_months`."""
    first = shifted(snapshot.as_of.replace(day=1), -_BACK)
    period = Period(span_name(first, snapshot.as_of), first, snapshot.as_of + timedelta(days=1))
    whole = facts_folder(snapshot, workspace, period)
    kept = whole.with_name(f"{whole.name}-months.parquet")
    return read(keep_table(kept, lambda: _computed(snapshot, workspace, period)))


def _computed(snapshot: Snapshot, workspace: Workspace, period: Period) -> pa.Table:
    from workbench.metrics.won_months import won_months  # noqa: PLC0415 (loads ibis)

    basis = basis_of(snapshot, workspace, period)
    return computed(snapshot, lambda tables: won_months(tables, basis))
