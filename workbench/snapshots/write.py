"""Write checked tables and the manifest of a snapshot into a folder."""

import json
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from workbench.model.day import day_column
from workbench.model.table_contract import local_date_name
from workbench.snapshots.content import content_hash
from workbench.snapshots.manifest import MANIFEST, file_hash, manifest_hash, seal
from workbench.sources.workspace import Workspace

if TYPE_CHECKING:
    from workbench.snapshots.contracts import Checked

# Of a table's place in workbench.toml: what it means, not where it lies and how it is written
_MEANING = {"columns", "values", "constants", "units", "dates", "null_values", "sql"}


def write_tables(
    workspace: Workspace, day: date, checked: Mapping[str, "Checked"], folder: Path
) -> dict[str, Any]:
    """Rewind checked tables to the end of a day and keep them; gives the manifest.

    Parameters
    ----------
    folder
        Empty; gets `tables/`, `rejected/` and the manifest.
    """
    from workbench.snapshots.rewind import rewound  # noqa: PLC0415 (loads DuckDB)

    tables = {name: _local_dates(entry.table, workspace) for name, entry in checked.items()}
    tables, left_out = rewound(tables, day)
    (folder / "tables").mkdir()
    (folder / "rejected").mkdir()
    files: dict[str, str] = {}
    entries = {
        name: _entry(folder, name, table, checked[name], left_out.get(name, {}), files)
        for name, table in tables.items()
    }
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


def _entry(
    folder: Path,
    name: str,
    table: pa.Table,
    checked: "Checked",
    left_out: Mapping[str, int],
    files: dict[str, str],
) -> dict[str, Any]:
    """Keep one table and its rows set aside; `files` gets their hashes."""
    files |= _keep(folder, f"tables/{name}.parquet", table)
    aside = pa.Table.from_pandas(checked.rejected, preserve_index=False).replace_schema_metadata()
    if aside.num_rows:
        files |= _keep(folder, f"rejected/{name}.parquet", aside)
    return {
        "rows": table.num_rows,
        "content": content_hash(table),
        "set_aside": dict(Counter(checked.rejected["reason"])),
        "set_aside_content": content_hash(aside) if aside.num_rows else "",
        "warnings": {**checked.warnings, **left_out},
    }


def _meaning(workspace: Workspace) -> dict[str, Any]:
    """Tell the rules that shape tables, whatever files they are applied to."""
    told = {
        name: source.model_dump(mode="json", exclude_defaults=True, include=_MEANING)
        for name, source in workspace.tables.items()
    }
    return {"currency": workspace.currency, **{name: rule for name, rule in told.items() if rule}}


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
