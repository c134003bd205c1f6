"""A Parquet file as a raw table: texts where they are needed, its own kinds where they fit."""

from collections.abc import Callable, Mapping
from typing import Any

import duckdb
import pyarrow as pa

from workbench.errors import SourceError
from workbench.model.table_contract import Kind
from workbench.sources.columns.told import ColumnReading
from workbench.sources.sql import named, quoted

# What Python strips from a text; DuckDB's trim takes blanks alone
_BLANKS = "".join(chr(n) for n in range(0x3001) if chr(n).isspace())
_WHOLE = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER")
_BLANK, _ASCII = 32, 132  # characters between them are no blanks
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
    untidy = _untidy(connection, source, [name for name, kind, *_ in found if kind == "VARCHAR"])
    told = [
        f"{_text(named(name), kind, is_tidy=name not in untidy)} AS c{n}, {named(name)} AS v{n}"
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


def given_of(kind: str, value: str) -> str:
    """Write what is missing where a value is: no number is none, infinity is one nobody reads."""
    return f"CASE WHEN NOT isnan({value}) THEN {value} END" if kind == "DOUBLE" else value


def _untidy(connection: duckdb.DuckDBPyConnection, source: str, columns: list[str]) -> set[str]:
    """Find the columns with texts that are empty or have blanks around them.

    Trimming by a list of characters takes ten times as long as seeing that none has any; most
    columns begin and end in letters and figures of ASCII alone, which is seen quickest.
    """
    ends = [_ends(named(name)) for name in columns]
    ranges = _asked(connection, source, [f"[{f('min')}, {f('max')}]" for f in map(_range, ends)])
    doubtful = [
        name
        for name, (least, most) in zip(columns, ranges, strict=True)
        if least is not None and (least <= _BLANK or most > _ASCII)
    ]
    listed = ", ".join(str(ord(blank)) for blank in _BLANKS)
    conditions = [
        f"bool_or({named(name)} = '' OR {first} IN ({listed}) OR {last} IN ({listed}))"
        for name in doubtful
        for first, last in (_ends(named(name)),)
    ]
    found = _asked(connection, source, conditions)
    return {name for name, is_untidy in zip(doubtful, found, strict=True) if is_untidy}


def _ends(value: str) -> tuple[str, str]:
    return f"unicode({value})", f"unicode({value}[-1])"  # right() takes twice as long


def _range(ends: tuple[str, str]) -> Callable[[str], str]:
    greatest = {"min": "least", "max": "greatest"}
    return lambda of: f"{greatest[of]}({of}({ends[0]}), {of}({ends[1]}))"


def _asked(connection: duckdb.DuckDBPyConnection, source: str, asked: list[str]) -> tuple[Any, ...]:
    if not asked:
        return ()
    return connection.sql(f"SELECT {', '.join(asked)} FROM {source}").fetchone() or ()


def _text(value: str, kind: str, *, is_tidy: bool) -> str:
    if kind == "VARCHAR":
        return value if is_tidy else f"nullif(trim({value}, {quoted(_BLANKS)}), '')"
    if kind in ("DOUBLE", "FLOAT"):
        return f"CASE WHEN NOT isnan({value}) THEN CAST({value} AS VARCHAR) END"
    if kind == "TIMESTAMP_NS":
        value = f"CAST({value} AS TIMESTAMP)"
    return f"CAST({value} AS VARCHAR)"
