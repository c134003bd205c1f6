"""Won deals and quotas for pay, computed once for all reps and kept as Parquet."""

import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from workbench.model.period import Period
from workbench.private import close_to_others, private_lock
from workbench.snapshots.engine import basis_of, computed
from workbench.snapshots.facts import rules_of
from workbench.snapshots.held import Filters, rows_where
from workbench.snapshots.pay.plain_rows import plain_rows
from workbench.snapshots.snapshot import Snapshot
from workbench.sources.workspace import Workspace

if TYPE_CHECKING:
    from ibis.expr.types import Table

    from workbench.metrics.credits import Tables

Days = tuple[date, date]  # from the first to before the second
_DECIMAL = pa.decimal128(38, 10)
_QUOTAS = pa.schema(
    [
        ("rep_id", pa.string()), ("start", pa.date32()), ("end", pa.date32()),
        ("value", _DECIMAL), ("given", _DECIMAL), ("reason", pa.string()), ("note", pa.string()),
    ]
)  # fmt: skip


def won_rows(
    snapshot: Snapshot, workspace: Workspace, filters: Filters = None
) -> list[dict[str, Any]]:
    """Give the won deals that count for each rep, as the figures count them.

    Parameters
    ----------
    filters
        Which rows, as `rows_where` takes them; None gives everybody's.

    Returns
    -------
    list of dict
        One row per rep and deal: `deal_id`, `rep_id`, `close_on`, `share` (a team's parts added up
        for who leads it), `rate` to the reporting currency (None: unknown).
    """
    return plain_rows(rows_where(won_file(snapshot, workspace), filters=filters))


def won_file(snapshot: Snapshot, workspace: Workspace) -> Path:
    """Name the Parquet file of the won deals that count for each rep."""
    return kept_file(snapshot, workspace, "won", (), lambda: _won(snapshot, workspace))


def open_rows(snapshot: Snapshot, workspace: Workspace, rep_id: str) -> list[dict[str, Any]]:
    """Give a rep's open deals as `won_rows` gives won ones; `close_on` is the day expected."""
    file = kept_file(snapshot, workspace, "open", (), lambda: _open(snapshot, workspace))
    found = rows_where(file, filters=[("rep_id", "=", rep_id)])
    return found.to_pylist()  # type: ignore[no-any-return]


def quota_rows(
    snapshot: Snapshot, workspace: Workspace, spans: Iterable[Days], rep_id: str | None = None
) -> list[dict[str, Any]]:
    """Give the effective quota of revenue of each rep for each span of days.

    Returns
    -------
    list of dict
        One row per rep and span: `rep_id`, `start`, `end` (exclusive), `value` (None for
        `reason`), `given` before leave and ramp, `note`.
    """
    days = sorted(set(spans))
    file = kept_file(
        snapshot, workspace, "quotas", days, lambda: _quotas(snapshot, workspace, days)
    )
    filters = None if rep_id is None else [("rep_id", "=", rep_id)]
    return rows_where(file, filters=filters).to_pylist()  # type: ignore[no-any-return]


def _won(snapshot: Snapshot, workspace: Workspace) -> pa.Table:
    from workbench.metrics.ground import Ground  # noqa: PLC0415 (loads ibis)
    from workbench.metrics.populations import closed  # noqa: PLC0415

    ever = Period("ever", date(1900, 1, 1), snapshot.as_of + timedelta(days=1))
    basis = basis_of(snapshot, workspace, ever)

    def made(tables: "Tables") -> pa.Table:
        rows = closed(Ground(tables, basis))
        return _in_order(rows.filter(rows.is_won))

    return computed(snapshot, made)


def _open(snapshot: Snapshot, workspace: Workspace) -> pa.Table:
    from workbench.metrics.ground import Ground  # noqa: PLC0415 (loads ibis)
    from workbench.metrics.populations import open_  # noqa: PLC0415

    today = Period("today", snapshot.as_of, snapshot.as_of + timedelta(days=1))
    basis = basis_of(snapshot, workspace, today)
    return computed(snapshot, lambda tables: _in_order(open_(Ground(tables, basis))))


def _in_order(rows: "Table") -> pa.Table:
    found = rows.select("rep_id", "deal_id", "close_on", "share", "rate").to_pyarrow()
    return found.sort_by([(name, "ascending") for name in ("rep_id", "deal_id")])


def _quotas(snapshot: Snapshot, workspace: Workspace, spans: Sequence[Days]) -> pa.Table:
    reps = snapshot.table("reps").to_pylist()
    found = computed(snapshot, lambda tables: _booked(tables, snapshot, workspace, spans, reps))
    return pa.Table.from_pylist(found, schema=_QUOTAS)


def _booked(
    tables: "Tables",
    snapshot: Snapshot,
    workspace: Workspace,
    spans: Sequence[Days],
    reps: list[dict[str, Any]],
) -> list[dict[str, Any]]:
    from workbench.metrics.quota import QuotaBook  # noqa: PLC0415 (loads ibis)

    found = []
    for start, end in spans:
        span = Period(f"{start}..{end - timedelta(days=1)}", start, end)
        book = QuotaBook(tables, basis_of(snapshot, workspace, span), reps)
        for rep_id in (row["rep_id"] for row in reps):
            told = book.effective(rep_id)
            found.append(
                {"rep_id": rep_id, "start": start, "end": end, "value": told.value,
                 "given": told.numerator, "reason": told.reason, "note": told.note}
            )  # fmt: skip
    return found


def kept_file(
    snapshot: Snapshot,
    workspace: Workspace,
    name: str,
    asked: object,
    make: Callable[[], pa.Table],
) -> Path:
    """Name a file after everything it depends on, and write it when it is not there.

    Parameters
    ----------
    asked
        What the rows depend on besides the snapshot and the rules of the workspace.
    make
        Computes the rows.
    """
    key = hashlib.sha256(repr((rules_of(snapshot, workspace), asked)).encode()).hexdigest()[:8]
    file = workspace.folder / "facts" / snapshot.hash[:8] / f"{name}-{key}.parquet"
    if not file.exists():
        with private_lock(file):
            if not file.exists():
                fresh = file.with_suffix(f".{os.getpid()}.fresh")
                pq.write_table(make(), fresh)
                close_to_others(fresh).replace(file)
    return file
