"""A Parquet file as a raw table: texts where they are needed, its own kinds where they fit."""

from collections.abc import Mapping

import duckdb
import pyarrow as pa

from workbench.errors import SourceError
from workbench.model.table_contract import Kind
from workbench.sources.columns.told import ColumnReading
from workbench.sources.sql import named, quoted

# What Python strips from a text; DuckDB's trim takes blanks alone
_BLANKS = "".join(chr(n) for n in range(0x3001) if chr(n).isspace())
_WHOLE = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER")
# Trimming by a list of characters takes ten times as long as seeing that there is nothing to trim
_STRIPPED = (
    "CASE WHEN unicode({0}) BETWEEN 33 AND 132 AND unicode(right({0}, 1)) BETWEEN 33 AND 132"
    r" OR regexp_full_match({0}, '[^\s\pZ\x{{1c}}-\x{{1f}}\x{{85}}](?s:.*[^\s\pZ\x{{1c}}-\x{{1f}}\x{{85}}])?')"
    f" THEN {{0}} ELSE nullif(trim({{0}}, {quoted(_BLANKS)}), '') END"
)
_DOUBLE = "CASE WHEN isfinite({0}::DOUBLE) THEN {0}::DOUBLE END"
# For each kind of the contract the kinds of a file that are the same, and how they are taken
_EXACT: Mapping[Kind, tuple[tuple[str, ...], str, pa.DataType]] = {
    "money": ((*_WHOLE, "DECIMAL"), "TRY_CAST({} AS DECIMAL(18,4))", pa.decimal128(18, 4)),
    "rate": ((*_WHOLE, "DECIMAL"), "TRY_CAST({} AS DECIMAL(18,8))", pa.decimal128(18, 8)),
    "number": ((*_WHOLE, "DOUBLE"), _DOUBLE, pa.float64()),
    "integer": ((*_WHOLE, "DOUBLE"), _DOUBLE, pa.float64()),
    "boolean": (("BOOLEAN",), "{}", pa.bool_()),
    "date": (("DATE",), "{}", pa.date32()),
    "timestamp": (("TIMESTAMP WITH TIME ZONE",), "{}", pa.timestamp("us", "UTC")),
}


def typed_view(
    connection: duckdb.DuckDBPyConnection, view: str, path: str, origin: str
) -> tuple[dict[str, str], dict[str, str]]:
    """Make a view of a Parquet file: `row` from 1, texts `c0` …, and the values `v0` … as they are.

    Returns
    -------
    tuple of dict
        For each column of the file the column of texts, and the kind DuckDB gives its values.

    Raises
    ------
    SourceError
        When the file is damaged, or has two columns of one name.
    """
    source = f"read_parquet({quoted(path)}, file_row_number=true, binary_as_string=true)"
    try:
        found = connection.sql(
            f"DESCRIBE SELECT * EXCLUDE file_row_number FROM {source}"
        ).fetchall()
    except duckdb.Error as reason:
        raise SourceError(f"{origin} is no Parquet file that can be read. Export it again.") from (
            reason
        )
    kinds = {str(name).strip(): str(kind) for name, kind, *_ in found}
    if len(kinds) < len(found):
        raise SourceError(f"{origin} has two columns of one name. Rename one of them in the file.")
    told = [
        f"{_text(named(name), kind)} AS c{n}, {named(name)} AS v{n}"
        for n, (name, kind, *_) in enumerate(found)
    ]
    rows = ", ".join(["file_row_number + 1 AS row", *told])
    connection.execute(f"CREATE OR REPLACE VIEW {view} AS SELECT {rows} FROM {source}")
    return {name: f"c{n}" for n, name in enumerate(kinds)}, kinds


def exact(kind: Kind, given: str, value: str) -> ColumnReading | None:
    """Take a value of a file's own kind as the contract's; None where its text has to be read."""
    kinds, sql, type_ = _EXACT.get(kind, ((), "", pa.null()))
    own = "DECIMAL" if given.startswith("DECIMAL") else given
    return ColumnReading(sql.format(value), type_) if own in kinds else None


def _text(value: str, kind: str) -> str:
    if kind == "VARCHAR":
        return _STRIPPED.format(value)
    if kind in ("DOUBLE", "FLOAT"):
        return f"CASE WHEN NOT isnan({value}) THEN CAST({value} AS VARCHAR) END"
    if kind == "TIMESTAMP_NS":
        value = f"CAST({value} AS TIMESTAMP)"
    return f"CAST({value} AS VARCHAR)"
