"""Tables of a snapshot by numbers: deals by their place in its file, names of few by codes.

Numbers are joined, sorted and kept several times faster than the letters they stand for.
"""

from typing import Any

from workbench.metrics.credits import Tables
from workbench.metrics.cutting import TEXTS
from workbench.snapshots.snapshot import Snapshot

FEW = {"rep_id": "rep_id", "stage": "stage", "pipeline": "segment"}  # columns with their types
_OF_DEALS = ("deals", "deal_history", "deal_sightings", "deal_splits", "deal_lines", "activities")


def numbered(tables: Tables, snapshot: Snapshot, into: str) -> Tables:
    """Give the tables with each deal's number in place of its `deal_id`.

    Numbers are in the order of `deal_id`: the files of a snapshot are sorted by their keys.

    Parameters
    ----------
    tables
        Of the snapshot, in DuckDB.
    into
        A database attached to it. Takes the types of `FEW`, and `texts`: the number `no` of each
        deal with its `deal_id` and its texts.
    """
    connection = tables["deals"].get_backend()
    told = [name for name in _OF_DEALS if name in tables and "deal_id" in tables[name].columns]
    for column, kind in FEW.items():
        files = [name for name in told if column in tables[name].columns]
        each = " UNION ALL ".join(f'SELECT {column} FROM "{name}"' for name in files)
        make_type(connection, into, kind, each or f"SELECT NULL::VARCHAR AS {column}")
    number = f"read_parquet('{quoted(snapshot.path('deals'))}', file_row_number = true)"
    texts = [
        name if name in tables["deals"].columns else f"NULL::VARCHAR AS {name}" for name in TEXTS
    ]
    connection.raw_sql(
        f"CREATE TABLE {into}.texts AS SELECT file_row_number::INTEGER AS no, deal_id,"
        f" {', '.join(texts)} FROM {number}"
    )
    found = dict(tables)
    for name in told:
        own = [column for column in tables[name].columns if column not in ("deal_id", *TEXTS)]
        columns = ", ".join(_coded(column, into) for column in own)
        rows = f'{into}.texts JOIN "{name}" AS rows USING (deal_id)'
        made, no = "VIEW", "no"
        if name == "deals":
            made, no, rows = "TABLE", "file_row_number::INTEGER", f"{number} AS rows"
        connection.raw_sql(
            f"CREATE TEMP {made} numbered_{name} AS SELECT {no} AS deal_id, {columns} FROM {rows}"
        )
        found[name] = connection.table(f"numbered_{name}")
    return found


def make_type(connection: Any, into: str, kind: str, values: str) -> None:  # noqa: ANN401 (ibis gives none)
    """Make the type of a column of few values, by a query that gives them in its one column."""
    found = f"SELECT DISTINCT value FROM ({values}) AS told(value) WHERE value IS NOT NULL"
    # Never without any, and sorted: codes stand in the order of their names
    connection.raw_sql(f"CREATE TYPE {into}.{kind} AS ENUM (SELECT '' UNION {found} ORDER BY 1)")


def quoted(path: object) -> str:
    """Write a path so that it can stand between single quotes of SQL."""
    return str(path).replace("'", "''")


def _coded(column: str, into: str) -> str:
    kind = FEW.get(column)
    return f'rows."{column}"' if kind is None else f"rows.{column}::{into}.{kind} AS {column}"
