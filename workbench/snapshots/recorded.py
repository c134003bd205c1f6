"""The record of a snapshot, read once and kept: which days its company tells of."""

import pyarrow as pa

from workbench.metrics.record import Record, Span
from workbench.model.period import Period
from workbench.snapshots.engine import computed
from workbench.snapshots.held import rows_where
from workbench.snapshots.pay.rows import kept_file
from workbench.snapshots.snapshot import Snapshot
from workbench.sources.workspace import Workspace

_DAYS = pa.schema([("key", pa.string()), ("first", pa.date32()), ("last", pa.date32())])


def record_in(snapshot: Snapshot, workspace: Workspace) -> Record:
    """Give the record of a snapshot."""
    file = kept_file(snapshot, workspace, "record", (), lambda: _days(snapshot))
    rows = rows_where(file).to_pylist()
    return Record({row["key"]: Span(row["first"], row["last"]) for row in rows})


def missed_record(
    snapshot: Snapshot, workspace: Workspace, period: Period, flow: str = ""
) -> Span | None:
    """Give the record a period has no day in common with; None where it has one."""
    return record_in(snapshot, workspace).missed(period, flow)


def _days(snapshot: Snapshot) -> pa.Table:
    from workbench.metrics.events import record_of  # noqa: PLC0415 (loads ibis)

    told = computed(snapshot, lambda tables: record_of(tables, snapshot.as_of).days)
    rows = [{"key": key, **span._asdict()} for key, span in told.items()]
    return pa.Table.from_pylist(rows, schema=_DAYS)
