"""Rows as they stand in a file, before it is known which of them are header and footer."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pyarrow as pa

from workbench.sources.reading.reading import Container, Decision

HEAD_ROWS = 500  # read before anything is decided


@dataclass(frozen=True)
class Raw:
    """The rows of one file.

    `batches` holds `row` (int64, counted from 1, blank rows included) and `c0` … of `width`
    columns, stripped; an empty cell is null. Blank rows may be among them.
    """

    container: Container
    head: list[list[str]]  # the first HEAD_ROWS rows, stripped; a blank one has no filled cell
    width: int
    batches: Iterator[pa.Table]
    decisions: tuple[Decision, ...] = ()
    notes: tuple[str, ...] = ()
    # Cells, counted from 0, that belong to a merged one on their left
    spans: frozenset[tuple[int, int]] = frozenset()
    # Rows with filled cells beyond `width`: row → cells; grows while batches are read
    overlong: dict[int, int] = field(default_factory=dict)


def column_names(width: int) -> list[str]:
    """Name the columns of a batch, `c0` first."""
    return [f"c{n}" for n in range(width)]


def schema_of(width: int) -> pa.Schema:
    """Describe a batch of so many columns."""
    return pa.schema([("row", pa.int64()), *((name, pa.string()) for name in column_names(width))])


def table_of(rows: list[tuple[int, list[str]]], width: int) -> pa.Table:
    """Make a batch of rows held in Python; cells must be stripped, missing ones are null."""
    columns = [
        pa.array([cells[n] or None if n < len(cells) else None for _, cells in rows], pa.string())
        for n in range(width)
    ]
    numbers = pa.array([number for number, _ in rows], pa.int64())
    return pa.Table.from_arrays([numbers, *columns], schema=schema_of(width))
