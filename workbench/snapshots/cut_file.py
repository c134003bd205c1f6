"""The file of a cut: its relations sorted by day, in DuckDB's own form, and what is known of all.

It is written once and never changed, so that any number of kernels may read it in place.
"""

from pathlib import Path
from typing import Any

from workbench.metrics.basis import Basis
from workbench.metrics.credits import Tables
from workbench.metrics.cutting import CUT, about_deals, is_cut, lacking, relations, whole_record
from workbench.metrics.ground import Ground
from workbench.snapshots.engine import basis_of, computed
from workbench.snapshots.numbered import FEW, make_type, numbered, quoted
from workbench.snapshots.sizes import scale_of, with_steps
from workbench.snapshots.snapshot import Snapshot
from workbench.sources.workspace import Workspace

KEPT = "kept"  # what the file is called in a database it is attached to
_HELD = 5  # times the size of the data in memory; the rest is laid aside on disk
_LISTS = {"products": "to_json(products)::VARCHAR", "reached": "reached"}


def make_cut_file(snapshot: Snapshot, workspace: Workspace, file: Path) -> None:
    """Write the file of a cut, in a folder of its own that nobody reads yet."""
    basis = basis_of(snapshot, workspace, workspace.calendar.period(str(snapshot.as_of.year)))

    def make(tables: Tables) -> None:
        file.unlink(missing_ok=True)  # of a first try that was short of memory
        connection = tables["deals"].get_backend()
        connection.raw_sql(f"ATTACH '{quoted(file)}' AS {KEPT}")
        try:
            whole = whole_record(tables, basis)
            _write(connection, Ground(numbered(tables, snapshot, KEPT), whole))
            _write_known(connection, tables, whole)
        finally:
            connection.raw_sql(f"DETACH {KEPT}")  # or a second try could not write it

    computed(snapshot, make, held=_HELD)


def _write(connection: Any, ground: Ground) -> None:  # noqa: ANN401 (ibis gives none)
    """Write the relations, what is filtered and grouped by at every turn as codes."""
    told = connection.compile(about_deals(ground))
    for name, value in _LISTS.items():
        make_type(connection, KEPT, name, f"SELECT {value} FROM ({told})")
    lists = ", ".join(f"({value})::{KEPT}.{name} AS {name}" for name, value in _LISTS.items())
    connection.raw_sql(f"CREATE TEMP TABLE about AS SELECT * REPLACE ({lists}) FROM ({told})")
    for name, rows in relations(ground, connection.table("about")).items():
        coded = ", ".join(filter(None, (_as_kept(*each) for each in rows.schema().items())))
        told = f"SELECT * REPLACE ({coded}) FROM ({connection.compile(rows)})"
        kinds = {row[0]: row[1] for row in connection.raw_sql(f"DESCRIBE {told}").fetchall()}
        scale = scale_of(kinds.get("amount", "")) if name in CUT else None
        stepped = told if scale is None else with_steps(told, scale)
        order = ' ORDER BY "on"' if "on" in kinds else ""
        connection.raw_sql(f"CREATE TABLE {KEPT}.{name} AS FROM ({stepped}){order}")


def _as_kept(column: str, kind: Any) -> str:  # noqa: ANN401 (ibis gives none)
    if column in (*FEW.values(), *_LISTS):
        return f"{column}::{KEPT}.{column} AS {column}"
    # A sum of whole numbers is wider than anything said of it
    return f"{column}::BIGINT AS {column}" if kind.is_int64() else ""


def _write_known(connection: Any, tables: Tables, whole: Basis) -> None:  # noqa: ANN401
    """Write what is known of the whole, that nobody has to go through all deals for it."""
    there = {row[0] for row in connection.raw_sql(f"SHOW TABLES FROM {KEPT}").fetchall()}
    deals = [f"{KEPT}.{name}" for name in ("open", "closed") if name in there]
    dated = [f"{KEPT}.{name}" for name in ("closed", "created") if name in there]
    first = " UNION ALL ".join(f'SELECT min("on") AS day FROM {name}' for name in dated)
    shared = " OR ".join(f"EXISTS (FROM {name} WHERE share < 1)" for name in deals)
    connection.raw_sql(
        f"CREATE TABLE {KEPT}.known AS SELECT min(day) AS first_day, {shared} AS is_shared"
        f" FROM ({first})"
    )
    for name in ("segment", "products"):
        each = " UNION ".join(f"SELECT {name}::VARCHAR AS level FROM {deal}" for deal in deals)
        level = "level" if name == "segment" else "unnest(level::JSON::VARCHAR[])"
        connection.raw_sql(
            f"CREATE TABLE {KEPT}.{name}_levels AS SELECT DISTINCT {level} AS level FROM ({each})"
            " WHERE level IS NOT NULL ORDER BY 1"
        )
    connection.raw_sql(f"CREATE TABLE {KEPT}.lacks (metric VARCHAR, reason VARCHAR, note VARCHAR)")
    for key, lack in lacking(tables, whole).items():
        if is_cut(key):
            connection.con.execute(
                f"INSERT INTO {KEPT}.lacks VALUES (?, ?, ?)", [key, lack.reason, lack.note]
            )
    if "accounts" in tables:
        connection.raw_sql(
            f'CREATE TABLE {KEPT}.accounts AS SELECT account_id, name FROM "accounts"'
        )
    else:
        connection.raw_sql(f"CREATE TABLE {KEPT}.accounts (account_id VARCHAR, name VARCHAR)")
