"""Columns of text, without a step per row."""

from bisect import bisect_right

import pyarrow as pa
import pyarrow.compute as pc


def rows_among(marks: list[int], row: int, regular: int) -> int:
    """Count the uneven rows that stand before the last of so many regular ones."""
    among = 0
    while (more := bisect_right(marks, row + regular + among - 1)) != among:
        among = more
    return among


def stripped(column: pa.Array) -> pa.Array:
    """Take the blanks around each text; a text of blanks alone is null."""
    bare = pc.utf8_trim_whitespace(column)
    is_blank = pc.equal(pc.binary_length(bare), 0)
    return pc.if_else(is_blank, None, bare) if pc.any(is_blank).as_py() else bare
