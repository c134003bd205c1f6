"""The database figures of a snapshot are computed in: its tables, its memory, the rules.

ibis is loaded only here and where figures are computed.
"""

import gc
import os
import shutil
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

import pyarrow as pa

from workbench.model.period import Period
from workbench.model.tables import TABLES
from workbench.private import new_aside
from workbench.snapshots.lost_deals import SCHEMA, lost_deals
from workbench.snapshots.sightings import SIGHTINGS, earlier_states, sightings
from workbench.snapshots.snapshot import Snapshot
from workbench.sources.workspace import Workspace

if TYPE_CHECKING:
    from workbench.metrics.basis import Basis
    from workbench.metrics.credits import Tables

T = TypeVar("T")
_MEMORY_MB, _THREAD_MB = 256, 128  # of DuckDB, and of each thread, beyond the Parquet files


def basis_of(snapshot: Snapshot, workspace: Workspace, period: Period) -> "Basis":
    """Gather the rules a workspace computes by."""
    from workbench.metrics.basis import Basis  # noqa: PLC0415 (kept beside its use)

    rules = workspace.figure_rules
    given = {rule.name: getattr(rules, rule.name) for rule in fields(rules)}
    as_of = min(period.seen_on or snapshot.as_of, snapshot.as_of)
    return Basis(period=period, as_of=as_of, data_of=snapshot.as_of, **given)


def computed(snapshot: Snapshot, make: Callable[["Tables"], T], *, held: int = 1) -> T:
    """Compute something over the tables of a snapshot, with more memory where it takes more.

    The one way to memory that is limited: what does not fit is made anew without a limit.

    Parameters
    ----------
    make
        Computes it; it is asked twice where memory is short, and must bear that. What it gives
        must not read the tables later.
    held
        How many times the size of the data may be held in memory at first.
    """
    import duckdb  # noqa: PLC0415 (only where figures are computed)

    with _uncollected():
        try:
            return make(_tables(snapshot, _limit_mb(snapshot, held)))
        except duckdb.OutOfMemoryException:  # more memory than usual is better than no figures
            return make(tables_of(snapshot))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hold the collector of cycles: what is made by the hundred thousand here is all kept."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def tables_of(snapshot: Snapshot) -> "Tables":
    """Open the tables of a snapshot in DuckDB, its memory unlimited; figures are `computed`."""
    return _tables(snapshot, None)


def _limit_mb(snapshot: Snapshot, held: int) -> int:
    files = (snapshot.folder / "tables").glob("*.parquet")
    size = sum(file.stat().st_size for file in files) // 2**20
    return int(_MEMORY_MB + _THREAD_MB * (os.cpu_count() or 1) + held * size)


def _tables(snapshot: Snapshot, limit_mb: int | None) -> "Tables":
    """Read the tables from their Parquet files, by a database whose memory may be limited."""
    from workbench.metrics.lost_rows import DEALS_SET_ASIDE  # noqa: PLC0415 (loads ibis)

    connection = _connection(limit_mb)
    tables = {
        name: connection.read_parquet(snapshot.path(name), table_name=name)
        for name in TABLES
        if snapshot.has(name)
    }
    lost = lost_deals(snapshot)
    if lost:
        laid = pa.Table.from_pylist(lost, SCHEMA)
        tables[DEALS_SET_ASIDE] = connection.create_table(DEALS_SET_ASIDE, laid)
    sighted = sightings(snapshot, earlier_states(snapshot))
    if sighted is not None:
        tables[SIGHTINGS] = connection.create_table(SIGHTINGS, sighted)
    return tables


def _connection(limit_mb: int | None) -> Any:  # noqa: ANN401 (ibis gives none)
    """Start DuckDB; what needs more memory than it has is laid aside on disk."""
    import ibis  # noqa: PLC0415 (half a second that a notebook of a batch must not pay)

    aside = new_aside()
    connection = ibis.duckdb.connect(temp_directory=aside)
    connection.raw_sql("SET enable_progress_bar = false")  # stdout is for the result alone
    if limit_mb is not None:
        connection.raw_sql(f"SET memory_limit = '{limit_mb}MB'")
    weakref.finalize(connection, shutil.rmtree, aside, ignore_errors=True)
    return connection
