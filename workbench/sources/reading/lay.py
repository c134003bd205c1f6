"""Lay the data rows of a file down in Parquet, batch by batch."""

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from workbench.errors import SourceError
from workbench.sources.reading.footer import Row, footer_of
from workbench.sources.reading.header import Header
from workbench.sources.reading.raw import Raw, column_names, schema_of
from workbench.sources.reading.reading import Decision
from workbench.sources.reading.shown import shown
from workbench.sources.reading.wide import Wide
from workbench.sources.table_source import FileSource

_TAIL = 400  # rows held back until the end of the file shows which are no data
_SHOWN = 3


@dataclass
class Laid:
    """What became of the rows of a file."""

    path: Path
    names: list[str]
    rows: int = 0
    decisions: tuple[Decision, ...] = ()
    notes: tuple[str, ...] = ()
    footer: list[Row] = field(default_factory=list)  # rows left out at the end


def lay_down(
    path: Path, raw: Raw, header: Header, source: FileSource, folder: Path, echo: int
) -> Laid:
    """Write the data rows of a file.

    Parameters
    ----------
    path
        The file read; for sentences and the name of the one written.
    raw, header
        Its rows and columns.
    source
        `skip_footer` wins where it is told.
    folder
        Where the Parquet file is written; it must exist.
    echo
        Characters of a value that a sentence repeats.

    Returns
    -------
    Laid
        A nameless column without values is left out; one with values is named by its place.

    Raises
    ------
    SourceError
        When a row fills more cells than there are columns, or two columns have one name.
    """
    laid = Laid(_fresh(path, folder), header.names)
    try:
        values = _fill(laid, path, raw, header.last, source.skip_footer)
        _name(laid, path, values)
    except BaseException:
        laid.path.unlink(missing_ok=True)
        raise
    laid.decisions = (
        Decision("skip_footer", str(len(laid.footer)), is_told=source.skip_footer is not None),
    )
    laid.notes = _left_out(path, laid.footer, echo)
    return laid


def _fill(laid: Laid, path: Path, raw: Raw, last: int, told: int | None) -> list[int]:
    """Write the rows between header and footer; say how many values each column has."""
    width = len(laid.names)
    tail = max(_TAIL, (told or 0) + 1)
    wide = Wide(path, width)
    held = schema_of(width).empty_table()
    values = [0] * width
    with pq.ParquetWriter(laid.path, schema_of(width), compression="lz4") as writer:
        for batch in raw.batches:
            held = pa.concat_tables([held, wide.fitted(_data(batch, last))])
            if held.num_rows > 2 * tail:
                laid.rows += _write(writer, held.slice(0, held.num_rows - tail), values)
                held = held.slice(held.num_rows - tail)
        cut = held.num_rows - _footer(held, told)
        laid.rows += _write(writer, held.slice(0, cut), values)
    laid.footer = _rows(held.slice(cut))
    wide.add(raw.overlong, last)
    wide.refuse(laid.footer[0][0] if laid.footer else None)
    return values


def _fresh(path: Path, folder: Path) -> Path:
    """Make a name of its own: two sheets of one file are two tables."""
    try:
        handle, name = tempfile.mkstemp(".parquet", f"{path.stem[:40]}-", folder)
    except OSError as reason:
        raise SourceError(f"Nothing can be written to {folder}: {reason.strerror}.") from reason
    os.close(handle)
    return Path(name)


def _data(batch: pa.Table, last: int) -> pa.Table:
    """Keep the rows below the header that hold something."""
    if batch.num_rows and batch["row"][0].as_py() <= last:
        batch = batch.filter(pc.greater(batch["row"], last))
    columns = batch.columns[1:]
    # Most rows have their first cell: only the others are looked at
    is_open = columns[0].is_null()
    if not columns[0].null_count:
        return batch
    for column in columns[1:]:
        is_open = pc.and_(is_open, column.is_null())
    return batch.filter(pc.invert(is_open))


def _write(writer: pq.ParquetWriter, table: pa.Table, values: list[int]) -> int:
    for n, column in enumerate(table.columns[1:]):
        values[n] += len(column) - column.null_count
    writer.write_table(table)
    return int(table.num_rows)


def _footer(held: pa.Table, told: int | None) -> int:
    if told is not None:
        if told < 0:
            raise SourceError(f"skip_footer counts rows; {told} is none. 0 keeps them all.")
        return int(min(told, held.num_rows))
    return footer_of(_rows(held))


def _rows(table: pa.Table) -> list[Row]:
    columns = [column.to_pylist() for column in table.columns]
    return [(row[0], [cell or "" for cell in row[1:]]) for row in zip(*columns, strict=True)]


def _left_out(path: Path, rows: list[Row], echo: int) -> tuple[str, ...]:
    if not rows:
        return ()
    texts = [shown(", ".join(cell for cell in cells if cell), echo) for _, cells in rows]
    rows_said = f"{len(rows)} rows" if len(rows) > 1 else "1 row"
    return (
        f"{path.name}: {rows_said} at the end, from row {rows[0][0]} on, are no data and are "
        f"left out: {'; '.join(texts)}. skip_footer = 0 keeps them.",
    )


def _name(laid: Laid, path: Path, values: list[int]) -> None:
    """Name the columns, and drop those with neither name nor value."""
    kept = [n for n, name in enumerate(laid.names) if name or values[n]]
    names = [laid.names[n] or f"column {n + 1}" for n in kept]
    twins = {name for name in names if names.count(name) > 1}
    if twins:
        raise SourceError(
            f"{path} has two columns named {sorted(twins)[0]!r}. Rename one of them in the file."
        )
    if len(kept) < len(laid.names):
        _without(laid.path, kept)
    laid.names = names


def _without(path: Path, kept: list[int]) -> None:
    """Write a file anew with some of its columns."""
    whole = path.with_suffix(".whole")
    path.rename(whole)
    with (
        pq.ParquetFile(whole) as source,
        pq.ParquetWriter(path, schema_of(len(kept)), compression="lz4") as writer,
    ):
        for batch in _batches(source, ["row", *(f"c{n}" for n in kept)]):
            writer.write_table(batch.rename_columns(["row", *column_names(len(kept))]))
    whole.unlink()


def _batches(source: pq.ParquetFile, columns: list[str]) -> Iterator[pa.Table]:
    for group in range(source.num_row_groups):
        yield source.read_row_group(group, columns=columns)
