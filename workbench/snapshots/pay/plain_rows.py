"""Rows of Arrow tables as plain Python values, many at once."""

from typing import Any

import pyarrow as pa

_MANY = 2000  # rows from which on it pays to load pandas, which pyarrow turns columns over by


def plain_rows(table: pa.Table) -> list[dict[str, Any]]:
    """Give what `to_pylist` gives; days and decimals are turned over a column at once."""
    names = table.column_names
    columns = [_values(table[name]) for name in names]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _values(column: pa.ChunkedArray) -> list[Any]:
    is_slow = pa.types.is_date32(column.type) or pa.types.is_decimal(column.type)
    if is_slow and len(column) >= _MANY:
        return column.to_numpy(zero_copy_only=False).tolist()  # type: ignore[no-any-return]
    return column.to_pylist()  # type: ignore[no-any-return]
