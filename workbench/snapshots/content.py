"""The hash of a table's content: of its values and kinds, not of how a file stores them.

The same for any version of the Parquet writer, any compression and any cut into chunks, so that
what is pinned today is found again on another machine and after an upgrade.
"""

from decimal import Decimal
from hashlib import sha256
from typing import Any

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
    content = Content(table.schema)
    for batch in table.to_batches():
        content.add(batch)
    return content.hexdigest()


class Content:
    """The hash of a table that comes batch by batch, however it is cut into batches."""

    def __init__(self, schema: pa.Schema) -> None:
        self._names = [(field.name, _kind(field.type)) for field in schema]
        self._columns = [(sha256(), sha256(), sha256()) for _ in schema]
        self._rows = 0

    def add(self, batch: pa.RecordBatch) -> None:
        """Take the next rows."""
        self._rows += batch.num_rows
        for digests, column in zip(self._columns, batch.columns, strict=True):
            _add(column, *digests)

    def hexdigest(self) -> str:
        """Give the hash of all rows so far."""
        digest = sha256(f"{self._rows}".encode())
        for (name, kind), digests in zip(self._names, self._columns, strict=True):
            digest.update(f"\0{name}\0{kind}\0".encode())
            for part in digests:
                digest.update(part.digest())
        return digest.hexdigest()


def _kind(kind: pa.DataType) -> str:
    return "string" if pa.types.is_large_string(kind) or pa.types.is_null(kind) else str(kind)


def _add(array: pa.Array, known: Any, lengths: Any, values: Any) -> None:  # noqa: ANN401 (hashes)
    """Hash which values are there, how long they are, and their bytes."""
    array = array.cast(pa.large_string()) if _kind(array.type) == "string" else array
    known.update(pc.is_valid(array).cast(pa.uint8()).to_numpy(zero_copy_only=False).tobytes())
    if pa.types.is_large_string(array.type):
        text = array.fill_null("")
        lengths.update(pc.binary_length(text).to_numpy(zero_copy_only=False).tobytes())
        values.update(_text_bytes(text))
    else:
        values.update(_plain_bytes(array))


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
