"""The database figures of a snapshot are computed in: its tables, its memory, the rules.

ibis is loaded only here and where figures are computed.
"""

import gc
import os
import shutil
import tempfile
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

from workbench.model.period import Period
from workbench.model.tables import TABLES
from workbench.snapshots.lost_deals import lost_deals
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


def computed(snapshot: Snapshot, make: Callable[["Tables"], T]) -> T:
    """Compute something over the tables of a snapshot, with more memory where it takes more."""
    import duckdb  # noqa: PLC0415 (only where figures are computed)

    with _uncollected():
        try:
            return make(tables_of(snapshot))
        except duckdb.OutOfMemoryException:  # more memory than usual is better than no figures
            return make(tables_of(snapshot, is_limited=False))


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


def tables_of(snapshot: Snapshot, *, is_limited: bool = True) -> "Tables":
    """Open the tables of a snapshot in DuckDB, read from their Parquet files.

    Parameters
    ----------
    is_limited
        Whether its memory is limited by the size of the data.
    """
    from workbench.metrics.lost_rows import DEALS_SET_ASIDE  # noqa: PLC0415 (loads ibis)

    connection = _connection(snapshot, is_limited=is_limited)
    tables = {
        name: connection.read_parquet(snapshot.path(name), table_name=name)
        for name in TABLES
        if snapshot.has(name)
    }
    lost = lost_deals(snapshot)
    if lost is not None:
        tables[DEALS_SET_ASIDE] = connection.create_table(DEALS_SET_ASIDE, lost)
    sighted = sightings(snapshot, earlier_states(snapshot))
    if sighted is not None:
        tables[SIGHTINGS] = connection.create_table(SIGHTINGS, sighted)
    return tables


def _connection(snapshot: Snapshot, *, is_limited: bool) -> Any:  # noqa: ANN401 (ibis gives none)
    """Start DuckDB with memory by the size of the data; what needs more is laid aside on disk."""
    import ibis  # noqa: PLC0415 (half a second that a notebook of a batch must not pay)

    aside = tempfile.mkdtemp(prefix="workbench-aside-")  # for its owner alone
    size = sum(file.stat().st_size for file in (snapshot.folder / "tables").glob("*.parquet"))
    connection = ibis.duckdb.connect(temp_directory=aside)
    connection.raw_sql("SET enable_progress_bar = false")  # stdout is for the result alone
    if is_limited:
        limit = _MEMORY_MB + _THREAD_MB * (os.cpu_count() or 1) + size // 2**20
        connection.raw_sql(f"SET memory_limit = '{limit}MB'")
    weakref.finalize(connection, shutil.rmtree, aside, ignore_errors=True)
    return connection
