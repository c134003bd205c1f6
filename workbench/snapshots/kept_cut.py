"""Keeping the cut of a snapshot: made once, as Parquet beside the facts, loaded sorted by day."""

import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from workbench.metrics.cutting import (
    is_cut,
    lacking,
    relations,
    whole_record,
)
from workbench.metrics.metric import absent
from workbench.private import close_to_others, private_lock
from workbench.snapshots.cut import Cut
from workbench.snapshots.engine import basis_of, tables_of
from workbench.snapshots.facts import rules_key
from workbench.snapshots.recorded import record_in
from workbench.snapshots.sizes import scale_of, with_steps
from workbench.snapshots.snapshot import Snapshot
from workbench.sources.workspace import Workspace

_LACKS = "lacks.parquet"
_FEW = ("rep_id", "segment", "stage")  # columns that are filtered and grouped by at every turn


def open_cut(snapshot: Snapshot, workspace: Workspace) -> Cut:
    """Open the cut of a snapshot, making and keeping its relations when they are not kept yet.

    Raises
    ------
    SnapshotError
        When the snapshot's files are gone.
    """
    key = rules_key(snapshot, workspace, "cut")
    folder = workspace.folder / "facts" / snapshot.hash[:8] / f"cut-{key}"
    if not folder.exists():
        with private_lock(folder):
            if not folder.exists():
                _keep(snapshot, workspace, folder)
    connection = duckdb.connect()
    _load(connection, [file for file in sorted(folder.glob("*.parquet")) if file.name != _LACKS])
    lacks = {row["metric"]: absent(row["reason"], note=row["note"]) for row in _lacks(folder)}
    return Cut(connection, lacks, record_in(snapshot, workspace))


def _load(connection: duckdb.DuckDBPyConnection, files: Sequence[Path]) -> None:
    """Load each file as a table; what has few values becomes numbers with their names."""
    few = {file: [name for name in _FEW if name in pq.read_schema(file).names] for file in files}
    for name in _FEW:
        holders = [str(file) for file in files if name in few[file]]
        found = f"SELECT {name} FROM read_parquet({holders!r}) WHERE {name} IS NOT NULL"
        values = f"SELECT '' AS {name} UNION {found} ORDER BY 1"  # never without any
        connection.execute(f"CREATE TYPE {name} AS ENUM ({values})")
    for file in files:
        numbered = ", ".join(f"{name}::{name} AS {name}" for name in few[file])
        changed = f"REPLACE ({numbered})" if numbered else ""
        rows = f"SELECT * {changed} FROM read_parquet('{file}')"
        kinds = {row[0]: row[1] for row in connection.execute(f"DESCRIBE {rows}").fetchall()}
        scale = scale_of(kinds.get("amount", ""))
        told = rows if scale is None else with_steps(rows, scale)
        connection.execute(f'CREATE TABLE "{file.stem}" AS {told}')


def _lacks(folder: Path) -> list[dict[str, str]]:
    found: list[dict[str, str]] = pq.read_table(folder / _LACKS).to_pylist()
    return found


def _keep(snapshot: Snapshot, workspace: Workspace, folder: Path) -> None:
    """Write all relations, then give the folder its name, so that none is ever half there."""
    import pyarrow as pa  # noqa: PLC0415 (only where a cut is made)

    tables = tables_of(snapshot)
    basis = basis_of(snapshot, workspace, workspace.calendar.period(str(snapshot.as_of.year)))
    whole = whole_record(tables, basis)
    fresh = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".cut-"))
    try:
        for name, rows in relations(tables, whole).items():
            ordered = rows.order_by("on") if "on" in rows.columns else rows
            ordered.to_parquet(fresh / f"{name}.parquet")
        lacks = [
            {"metric": key, "reason": lack.reason, "note": lack.note}
            for key, lack in lacking(tables, whole).items()
            if is_cut(key)
        ]
        schema = pa.schema([(name, pa.string()) for name in ("metric", "reason", "note")])
        pq.write_table(pa.Table.from_pylist(lacks, schema=schema), fresh / _LACKS)
        os.replace(close_to_others(fresh), folder)  # noqa: PTH105 (a rename that overwrites nothing half way)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
