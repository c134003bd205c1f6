"""Reps taken from the deals: who is named there, each once."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from workbench.sources.raw_table import RawTable
from workbench.sources.scratch import Scratch
from workbench.sources.table_source import TableSource
from workbench.sources.texts import meant

if TYPE_CHECKING:
    from workbench.sources.workspace import Workspace


def taken(
    scratch: Scratch, workspace: "Workspace", source: TableSource, raw: RawTable
) -> tuple[TableSource, RawTable]:
    """Make a list of reps of the deals: one row per rep they name, mapped as the deals map it.

    Other columns come from the first deal of each; a name that nothing gives is the id.
    """
    deals = workspace.tables[source.taken_from]
    owner = deals.columns.get("rep_id", "rep_id")
    columns = {"rep_id": owner, "name": owner, **source.columns}
    told = {
        "columns": columns,
        "null_values": source.null_values or deals.null_values,
        "values": {**_same(deals.values.get("rep_id"), ("rep_id", "name")), **source.values},
    }
    source = source.model_copy(update=told)
    rep = meant(raw.columns[owner], "rep_id", source) if owner in raw.columns else "NULL"
    scratch.connection.execute(
        f"CREATE OR REPLACE TABLE raw_taken AS SELECT * FROM {raw.name} WHERE ({rep}) IS NOT NULL"
        f" QUALIFY row_number() OVER (PARTITION BY {rep} ORDER BY row) = 1"
    )
    n = scratch.connection.sql("SELECT count(*) FROM raw_taken").fetchone() or (0,)
    return source, replace(raw, name="raw_taken", rows=n[0])


def _same(values: dict[str, Any] | None, columns: Iterable[str]) -> dict[str, dict[str, Any]]:
    return {} if values is None else dict.fromkeys(columns, values)
