"""Freeze a workspace's source into a dated snapshot."""

import json
import os
import shutil
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from workbench.model.day import day_column, today
from workbench.model.table_contract import local_date_name
from workbench.model.tables import TABLES
from workbench.snapshots.snapshot import MANIFEST, Snapshot, file_hash, manifest_hash, read_snapshot
from workbench.sources.workspace import Workspace

if TYPE_CHECKING:
    from workbench.snapshots.contracts import Checked

LATEST = "latest"


def freeze(workspace: Workspace, as_of: date | None = None) -> Snapshot:
    """Read, map, check and keep a workspace's tables as of the end of a day.

    Parameters
    ----------
    workspace
        Whose source is read.
    as_of
        What was known at the end of this day, in the workspace's zone; None takes the workspace's
        own day, else today.

    Returns
    -------
    Snapshot
        The same source and day give the same hash, and then nothing is written anew.

    Raises
    ------
    SourceError
        When a file or a required column cannot be used.
    """
    day = as_of or workspace.as_of or today(workspace.time_zone)
    home = workspace.folder / "snapshots" / day.isoformat()
    home.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(dir=home, prefix=".freezing-"))
    try:
        manifest = _write(workspace, day, fresh)
        folder = home / manifest["hash"][:8]
        if not folder.exists():
            os.replace(fresh, folder)  # noqa: PTH105 (in one step, or not at all)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    _point(workspace.folder / "snapshots" / LATEST, f"{day.isoformat()}/{folder.name}")
    _point(home / LATEST, folder.name)
    return read_snapshot(folder)


def checked_tables(workspace: Workspace) -> tuple[dict[str, "Checked"], dict[str, Any]]:
    """Read, map and check every table; also tell where each came from."""
    # pandas, pandera and DuckDB: two seconds that opening a snapshot must not pay
    from workbench.snapshots.contracts import check  # noqa: PLC0415
    from workbench.sources.mapping import mapped  # noqa: PLC0415
    from workbench.sources.read import read_source  # noqa: PLC0415

    keys: dict[str, set[str]] = {}
    found: dict[str, Checked] = {}
    origins: dict[str, Any] = {}
    for name in TABLES:  # in contract order: reps before what names them
        if name not in workspace.tables:
            continue
        raw = read_source(workspace, name, workspace.tables[name])
        table = mapped(workspace, name, workspace.tables[name], raw)
        found[name] = check(table, keys)
        key = TABLES[name].key
        if len(key) == 1:
            keys[name] = set(found[name].table[key[0]].to_pylist())
        origins[name] = {
            "files": {path.name: file_hash(path) for path in raw.paths},
            "unmapped": list(table.unmapped),
        }
    return found, origins


def _write(workspace: Workspace, day: date, folder: Path) -> dict[str, Any]:
    from workbench.snapshots.rewind import rewound  # noqa: PLC0415 (loads DuckDB)

    checked, origins = checked_tables(workspace)
    tables = {name: _local_dates(entry.table, workspace) for name, entry in checked.items()}
    tables, left_out = rewound(tables, day)
    (folder / "tables").mkdir()
    (folder / "rejected").mkdir()
    entries: dict[str, Any] = {}
    files: dict[str, str] = {}
    for name, table in tables.items():
        files |= _keep(folder, f"tables/{name}.parquet", table)
        rejected = checked[name].rejected
        if len(rejected):
            aside = pa.Table.from_pandas(rejected, preserve_index=False).replace_schema_metadata()
            files |= _keep(folder, f"rejected/{name}.parquet", aside)
        entries[name] = {
            "rows": table.num_rows,
            "set_aside": dict(Counter(rejected["reason"])),
            "warnings": {**checked[name].warnings, **left_out.get(name, {})},
            **origins[name],
        }
    manifest: dict[str, Any] = {
        "as_of": day.isoformat(),
        "zone": workspace.zone,
        "tables": entries,
        "files": files,
    }
    manifest["hash"] = manifest_hash(manifest)
    text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")
    return manifest


def _keep(folder: Path, name: str, table: pa.Table) -> dict[str, str]:
    pq.write_table(table, folder / name, compression="zstd", row_group_size=100_000)
    return {name: file_hash(folder / name)}


def _local_dates(table: pa.Table, workspace: Workspace) -> pa.Table:
    """Cut the day from each timestamp, in the workspace's zone."""
    for name in table.column_names:
        if pa.types.is_timestamp(table.schema.field(name).type):
            day = day_column(table[name], workspace.time_zone)
            table = table.append_column(local_date_name(name), day)
    return table


def _point(pointer: Path, target: str) -> None:
    """Say which snapshot is the latest, in one step."""
    fresh = pointer.with_name(f".{pointer.name}-{os.getpid()}")
    fresh.write_text(target + "\n", encoding="utf-8")
    os.replace(fresh, pointer)  # noqa: PTH105 (atomic)
