"""Rows of a Parquet file, read without pyarrow's datasets.

These load pandas, which costs a kernel as much as the whole of a review's own code.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

Filter = tuple[str, str, Any]  # a column, `=`, `in` or how it is compared, and a value
_EPOCH = date(1970, 1, 1).toordinal()  # where Arrow begins to count days
_COMPARED = {
    "=": pc.equal, "<": pc.less, "<=": pc.less_equal, ">": pc.greater, ">=": pc.greater_equal,
}  # fmt: skip


def read(
    path: Path,
    columns: Sequence[str] | None = None,
    filters: Sequence[Filter] = (),
    *,
    use_threads: bool = True,
) -> pa.Table:
    """Read a file's rows that all filters let through, in the order of the file.

    Parts of the file in which no row can be are not read.

    Raises
    ------
    KeyError
        When the file has no such column.
    """
    asked = None if columns is None else [*columns, *(name for name, *_ in filters)]
    with pq.ParquetFile(path) as file:
        groups = [n for n in range(file.num_row_groups) if _may_hold(file.metadata, n, filters)]
        found = file.read_row_groups(groups, columns=asked, use_threads=use_threads)
    for each in filters:
        found = found.filter(_is_let_through(found, each))
    return found if columns is None else found.select(columns)


def values_of(values: Sequence[Any], kind: pa.DataType) -> pa.Array:
    """Lay values down as Arrow has them; texts and days by hand: to convert, it loads pandas."""
    if pa.types.is_date32(kind) and all(type(each) is date for each in values):
        days = np.array([each.toordinal() - _EPOCH for each in values], np.int32)
        return pa.Array.from_buffers(kind, len(days), [None, pa.py_buffer(days)])
    if not (pa.types.is_string(kind) and all(isinstance(each, str) for each in values)):
        return pa.array(values, kind)
    texts = [each.encode() for each in values]
    ends = np.cumsum([0, *map(len, texts)], dtype=np.int32)
    return pa.StringArray.from_buffers(
        len(texts), pa.py_buffer(ends), pa.py_buffer(b"".join(texts))
    )


def are(column: pa.ChunkedArray, text: str) -> pa.ChunkedArray:
    """Say of each text whether it is the one asked for; missing where it is missing."""
    return pc.equal(column, values_of([text], pa.string())[0])


def _is_let_through(rows: pa.Table, wanted: Filter) -> pa.ChunkedArray:
    name, sign, value = wanted
    column = rows[name]
    if sign == "in":
        return pc.is_in(column, value_set=values_of(value, column.type))
    return _COMPARED[sign](column, values_of([value], column.type)[0])


def _may_hold(file: pq.FileMetaData, group: int, filters: Sequence[Filter]) -> bool:
    return all(_reaches(file, group, each) for each in filters)


def _reaches(file: pq.FileMetaData, group: int, wanted: Filter) -> bool:
    """Whether a text asked for may lie between the least and the most of a part of the file."""
    name, sign, value = wanted
    texts: list[Any] = [value] if sign == "=" else list(value) if sign == "in" else [None]
    if not all(isinstance(each, str) for each in texts):
        return True
    span = file.row_group(group).column(file.schema.names.index(name)).statistics
    if span is None or not span.has_min_max or not isinstance(span.min, str):
        return True
    least, most = str(span.min), str(span.max)
    return any(least <= each <= most for each in texts)
