"""Read one raw file: delimited text of any encoding, Excel, Parquet."""

import codecs
import csv
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from workbench.errors import SourceError
from workbench.sources.table_source import FileSource

_DELIMITERS = {".tsv": "\t", ".tab": "\t", ".psv": "|"}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEADER_ROWS = 1


def read_file(path: Path, source: FileSource) -> pd.DataFrame:
    """Read a file as text, by its ending.

    Returns
    -------
    DataFrame
        Strings and missing values; the index is the row as a person counts it in the file.

    Raises
    ------
    SourceError
        When it cannot be read; names the file and what to tell in workbench.toml.
    """
    ending = path.suffix.lower()
    if ending == ".parquet":
        return read_parquet(path)
    if ending in (".xlsx", ".xlsm", ".xls"):
        return _excel(path, source)
    return _delimited(path, source)


def read_parquet(path: Path) -> pd.DataFrame:
    """Read a Parquet file; decimals and dates keep their exact text."""
    try:
        return as_text(pq.read_table(path))
    except pa.ArrowException as reason:
        raise SourceError(f"{path} is not a Parquet file: {reason}.") from reason


def as_text(table: pa.Table) -> pd.DataFrame:
    """Write every value of an Arrow table as its exact text."""
    columns = {}
    for name, column in zip(table.column_names, table.columns, strict=True):
        columns[name] = pd.Series(_texts(column), dtype="str")
    frame = pd.DataFrame(columns)
    frame.index = pd.RangeIndex(1, len(frame) + 1)
    return frame


def _texts(column: pa.ChunkedArray) -> pa.Array:
    kind = column.type
    if pa.types.is_timestamp(kind) and kind.tz is not None:
        # Arrow writes the zone's wall clock; the instant is what counts
        column = column.cast(pa.timestamp(kind.unit, "UTC"))
    if pa.types.is_floating(kind):
        return pa.array([None if v is None else repr(v) for v in column.to_pylist()], pa.string())
    if pa.types.is_dictionary(kind):
        column = column.cast(kind.value_type)
    return column.cast(pa.string())


def _delimited(path: Path, source: FileSource) -> pd.DataFrame:
    text = _decoded(path, source.encoding)
    delimiter = source.delimiter or _DELIMITERS.get(path.suffix.lower(), ",")
    try:
        rows = list(csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True))
    except csv.Error as reason:
        raise SourceError(f"{path} is no table separated by {delimiter!r}: {reason}.") from reason
    return _framed(rows, path, source)


def _framed(rows: list[list[str]], path: Path, source: FileSource) -> pd.DataFrame:
    """Make a frame of rows; blank lines are no rows, short ones end in missing cells."""
    names = list(source.names)
    first = 1
    if source.has_header:
        names, rows, first = (rows[0] if rows else names), rows[1:], 1 + _HEADER_ROWS
    numbered = [(first + n, row) for n, row in enumerate(rows) if any(cell for cell in row)]
    names = [name.strip() for name in names]
    for number, row in numbered:
        if len(row) > len(names):
            raise SourceError(
                f"{path}, row {number}, has {len(row)} cells for {len(names)} columns. "
                "Check the delimiter, or name every column."
            )
    _refuse_twins(names, path)
    padded = [row + [""] * (len(names) - len(row)) for _, row in numbered]
    frame = pd.DataFrame(padded, columns=names, dtype="str")
    frame.index = pd.Index([number for number, _ in numbered], dtype="int64")
    return frame.mask(frame == "")


def _refuse_twins(names: list[str], path: Path) -> None:
    twins = {name for name in names if names.count(name) > 1}
    if twins:
        raise SourceError(
            f"{path} has two columns named {sorted(twins)[0]!r}. Rename one of them in the file."
        )


def _decoded(path: Path, told: str) -> str:
    raw = path.read_bytes()
    marked = next((encoding for mark, encoding in _MARKS if raw.startswith(mark)), "")
    wanted = [told] if told else [marked] if marked else ["utf-8", "gb18030"]
    for encoding in wanted:
        try:
            return raw.decode(encoding)
        except LookupError as reason:
            raise SourceError(f"{path}: there is no encoding {encoding!r}. Try utf-8.") from reason
        except UnicodeDecodeError as reason:
            line = raw[: reason.start].count(b"\n") + 1
            failed = f"byte {raw[reason.start]:#04x} in line {line}"
    raise SourceError(
        f"{path} is not written in {' or '.join(wanted)}: {failed}. Tell its encoding in "
        'workbench.toml, e.g. encoding = "gb18030", "utf-16" or "latin-1".'
    )


def _excel(path: Path, source: FileSource) -> pd.DataFrame:
    try:
        sheet = pd.read_excel(
            path, sheet_name=source.sheet or 0, header=None, dtype=object, keep_default_na=False
        )
    except (ValueError, KeyError, OSError) as reason:
        raise SourceError(f"{path} cannot be read as an Excel file: {reason}.") from reason
    rows = [[_cell(value) for value in row] for row in sheet.itertuples(index=False)]
    return _framed(rows, path, source)


def _cell(value: object) -> str:
    """Write an Excel cell as people would type it: whole numbers without a point."""
    if value is None or value is pd.NaT or (isinstance(value, float) and value != value):  # noqa: PLR0124
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(Decimal(value)) if isinstance(value, Decimal) else str(value).strip()
