"""The hash of a table's content: of its values and kinds, not of how a file stores them.

The same for any version of the Parquet writer, any compression and any cut into chunks, so that
what is pinned today is found again on another machine and after an upgrade.
"""

from decimal import Decimal
from hashlib import sha256

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc


def content_hash(table: pa.Table) -> str:
    """Hash the names, kinds and values of a table's columns, in their order.

    Raises
    ------
    ValueError
        For a kind of column that no snapshot holds.
    """
    digest = sha256(f"{table.num_rows}".encode())
    for name, column in zip(table.column_names, table.columns, strict=True):
        digest.update(f"\0{name}\0{_kind(column.type)}\0".encode())
        digest.update(_column(column))
    return digest.hexdigest()


def _kind(kind: pa.DataType) -> str:
    return "string" if pa.types.is_large_string(kind) or pa.types.is_null(kind) else str(kind)


def _column(column: pa.ChunkedArray) -> bytes:
    """Hash which values are there, how long they are, and their bytes, each chunk by chunk."""
    known, lengths, values = sha256(), sha256(), sha256()
    for chunk in column.chunks:
        array = chunk.cast(pa.large_string()) if _kind(chunk.type) == "string" else chunk
        known.update(pc.is_valid(array).cast(pa.uint8()).to_numpy(zero_copy_only=False).tobytes())
        if pa.types.is_large_string(array.type):
            text = array.fill_null("")
            lengths.update(pc.binary_length(text).to_numpy(zero_copy_only=False).tobytes())
            values.update(_text_bytes(text))
        else:
            values.update(_plain_bytes(array))
    return known.digest() + lengths.digest() + values.digest()


def _text_bytes(array: pa.Array) -> memoryview:
    _, offsets, content = array.buffers()
    bounds = np.frombuffer(offsets, np.int64)[array.offset : array.offset + len(array) + 1]
    return memoryview(content or b"")[bounds[0] : bounds[-1]] if len(array) else memoryview(b"")


def _plain_bytes(array: pa.Array) -> bytes:
    """Give the bytes of values of one width; what is missing counts as nothing but zeros."""
    kind = array.type
    if pa.types.is_decimal(kind):
        filled = array.fill_null(pa.scalar(Decimal(0), kind))
        width = kind.bit_width // 8
        data = memoryview(filled.buffers()[1])
        return data[filled.offset * width : (filled.offset + len(filled)) * width].tobytes()
    if pa.types.is_boolean(kind):
        array = array.cast(pa.uint8())
    elif pa.types.is_date32(kind):
        array = array.view(pa.int32())
    elif pa.types.is_timestamp(kind):
        array = array.view(pa.int64())
    elif not (pa.types.is_integer(kind) or pa.types.is_floating(kind)):
        raise ValueError(f"no snapshot holds a column of kind {kind}")
    return bytes(array.fill_null(0).to_numpy(zero_copy_only=False).tobytes())
