"""Write checked tables and the manifest of a snapshot into a folder."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from workbench.model.day import day_column
from workbench.model.table_contract import local_date_name
from workbench.snapshots.content import Content, content_hash
from workbench.snapshots.manifest import MANIFEST, file_hash, manifest_hash, seal
from workbench.sources.workspace import Workspace

if TYPE_CHECKING:
    from workbench.snapshots.checking.check import Checked
    from workbench.sources.scratch import Scratch

# Of a table's place in workbench.toml: what it means, not where it lies and how it is written
_MEANING = {"columns", "values", "constants", "units", "dates", "null_values", "sql", "latest"}
_ROWS = 100_000  # of a row group


def write_tables(
    scratch: "Scratch",
    workspace: Workspace,
    day: date,
    checked: Mapping[str, "Checked"],
    folder: Path,
) -> dict[str, Any]:
    """Rewind checked tables to the end of a day and keep them; gives the manifest.

    Parameters
    ----------
    folder
        Empty; gets `tables/`, `rejected/`, `blanked/` and the manifest.
    """
    from workbench.snapshots.rewind import rewind  # noqa: PLC0415 (loads DuckDB)

    left_out = rewind(scratch, checked, day, workspace.time_zone)
    for part in ("tables", "rejected", "blanked"):
        (folder / part).mkdir()
    files: dict[str, str] = {}
    entries = {}
    for name, table in checked.items():
        entry = _rows_kept(scratch, workspace, name, table, folder)
        entry["warnings"] = {**table.warnings, **left_out.get(name, {})}
        entries[name] = entry | _rows_told(name, table, folder)
    for file in sorted(folder.glob("*/*.parquet")):
        files[file.relative_to(folder).as_posix()] = file_hash(file)
    manifest: dict[str, Any] = {
        "as_of": day.isoformat(),
        "zone": workspace.zone,
        "rules": _meaning(workspace),
        "tables": entries,
    }
    manifest |= {"hash": manifest_hash(manifest), "files": files}
    manifest["seal"] = seal(manifest)
    text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")
    return manifest


def _rows_kept(
    scratch: "Scratch", workspace: Workspace, name: str, table: "Checked", folder: Path
) -> dict[str, Any]:
    """Keep the rows that count, sorted, batch by batch; nothing is held whole."""
    batches = _sorted(scratch, table)
    schema = _with_days(batches.schema.empty_table(), workspace).schema
    content, rows = Content(schema), 0
    path = folder / "tables" / f"{name}.parquet"
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for batch in _dated(batches, workspace):
            writer.write_batch(batch, row_group_size=_ROWS)
            content.add(batch)
            rows += batch.num_rows
    return {"rows": rows, "content": content.hexdigest()}


def _sorted(scratch: "Scratch", table: "Checked") -> pa.RecordBatchReader:
    columns = ", ".join(f'"{name}"' for name in table.columns)
    order = ", ".join(f'"{name}" ASC NULLS LAST' for name in table.order)
    sql = f"SELECT {columns} FROM {table.kept} ORDER BY {order}"
    return scratch.connection.sql(sql).to_arrow_reader(_ROWS)


def _dated(batches: pa.RecordBatchReader, workspace: Workspace) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        yield from _with_days(pa.Table.from_batches([batch]), workspace).to_batches()


def _with_days(table: pa.Table, workspace: Workspace) -> pa.Table:
    """Cut the day from each timestamp, in the workspace's zone."""
    for name in table.column_names:
        if pa.types.is_timestamp(table.schema.field(name).type):
            day = day_column(table[name], workspace.time_zone)
            table = table.append_column(local_date_name(name), day)
    return table


def _rows_told(name: str, table: "Checked", folder: Path) -> dict[str, Any]:
    """Keep what does not count: rows set aside, and cells blanked."""
    told: dict[str, Any] = {
        "set_aside": dict(Counter(table.set_aside["reason"].to_pylist())),
        "set_aside_content": _kept(folder / "rejected" / f"{name}.parquet", table.set_aside),
    }
    if table.blanked.num_rows:  # left out where there is none, as before cells were blanked
        told["blanked"] = dict(Counter(table.blanked["reason"].to_pylist()))
        told["blanked_content"] = _kept(folder / "blanked" / f"{name}.parquet", table.blanked)
    return told


def _kept(path: Path, rows: pa.Table) -> str:
    if not rows.num_rows:
        return ""
    pq.write_table(rows, path, compression="zstd", row_group_size=_ROWS)
    return content_hash(rows)


def _meaning(workspace: Workspace) -> dict[str, Any]:
    """Tell the rules that shape tables, whatever files they are applied to."""
    told = {
        name: source.model_dump(mode="json", exclude_defaults=True, include=_MEANING)
        for name, source in workspace.tables.items()
    }
    return {"currency": workspace.currency, **{name: rule for name, rule in told.items() if rule}}
