"""Delimited text as batches of columns."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv as pa_csv

from workbench.errors import SourceError
from workbench.sources.limits import Limits
from workbench.sources.reading.columns import rows_among, stripped
from workbench.sources.reading.delimiter import Delimiter, delimiter_of
from workbench.sources.reading.encoding import Encoding, encoding_of
from workbench.sources.reading.quotes import Quotes, refuse_broken
from workbench.sources.reading.raw import Raw, column_names, schema_of, table_of
from workbench.sources.reading.reading import Decision
from workbench.sources.reading.records import extent, records
from workbench.sources.reading.shown import quoted
from workbench.sources.reading.stream import Utf8Stream
from workbench.sources.table_source import FileSource

_SAMPLE = 1 << 20
_BLOCK = 1 << 22  # bytes parsed at once; a cell cannot be longer


def read_text(path: Path, source: FileSource, limits: Limits) -> Raw:
    r"""Read delimited text.

    Parameters
    ----------
    path
        A file of text in any encoding.
    source
        What workbench.toml tells of it.
    limits
        Bounds on columns and on what sentences repeat.

    Returns
    -------
    Raw
        Rows end at \\n, \\r\\n and \\r alone. `row` counts records, blank ones included.

    Raises
    ------
    SourceError
        When encoding or delimiter are open, or a quote is broken.
    """
    encoding = encoding_of(path, source.encoding, limits.echo)
    text, is_whole = _start(path, encoding)
    delimiter = delimiter_of(path, source.delimiter, text, limits.echo, is_whole=is_whole)
    parse = _Parse(path, encoding, delimiter)
    text = text[delimiter.skip :]
    parse.look(text, is_whole=is_whole)
    head = records(text, delimiter.sign, is_whole=is_whole)
    width = _width(path, head, limits)
    decisions = (
        Decision("encoding", quoted(encoding.name), encoding.is_told),
        Decision("delimiter", quoted(delimiter.sign), delimiter.is_told),
    )
    return Raw("text", head, width, parse.batches(width), decisions, overlong=parse.overlong)


def _start(path: Path, encoding: Encoding) -> tuple[str, bool]:
    with closing(Utf8Stream(path, encoding, Quotes(","))) as stream:
        start = stream.read(_SAMPLE)
        return start.decode("utf-8", errors="ignore"), not stream.read(1)


def _width(path: Path, head: list[list[str]], limits: Limits) -> int:
    """Take as many columns as most cells stand in rows of; the others are read one by one.

    Most cells, not most rows: a short report has more lines of notices than of deals. Lines of one
    cell decide nothing where two rows have more.
    """
    widths = Counter(len(row) for row in head if extent(row))
    widest = max(widths, default=1)
    if widest > limits.cells:
        raise SourceError(
            f"{path} has {widest:,} columns, more than the {limits.cells:,} allowed. Check the "
            f"delimiter, or raise the limit in workbench.toml: [limits] cells = {widest}"
        )
    tables = {width: n for width, n in widths.items() if width > 1 and n > 1} or widths
    return max(tables, key=lambda width: (tables[width] * width, width), default=1)


@dataclass
class _Parse:
    """One pass over a text; keeps the rows that are not as wide as most."""

    path: Path
    encoding: Encoding
    delimiter: Delimiter
    overlong: dict[int, int] = field(default_factory=dict)
    _uneven: list[tuple[int, list[str]]] = field(default_factory=list)
    _is_exact: bool = False  # whether quotes were looked at cell by cell

    def look(self, start: str, *, is_whole: bool) -> None:
        """Refuse quotes broken in the first rows before anything is decided by these."""
        quotes = Quotes(self.delimiter.sign)
        quotes.look(start.encode())
        if quotes.are_odd or (is_whole and quotes.is_open):
            self._refuse_broken()

    def batches(self, width: int) -> Iterator[pa.Table]:
        """Give the rows in the file's order."""
        quotes = Quotes(self.delimiter.sign)
        stream = Utf8Stream(self.path, self.encoding, quotes, self.delimiter.skip)
        row = 1
        try:
            for batch in self._opened(stream, width):
                table, row = self._numbered(batch, row, width)
                yield table
        except pa.ArrowException as reason:
            self._refuse_broken()
            raise SourceError(
                f"{self.path} has a row of more than {_BLOCK:,} bytes, or is no table separated "
                f"by {self.delimiter.sign!r}. Check the delimiter, and the quotes of long texts."
            ) from reason
        finally:
            stream.close()
        if quotes.are_odd or quotes.is_open:
            self._refuse_broken()
        if self._uneven:
            yield table_of(self._uneven, width)

    def _opened(self, stream: Utf8Stream, width: int) -> Iterator[pa.RecordBatch]:
        names = column_names(width)
        if not _has_text(self.path, self.encoding, self.delimiter):
            return iter(())
        return iter(
            pa_csv.open_csv(
                pa.PythonFile(stream, mode="r"),
                # In one thread rows that are skipped have numbers
                pa_csv.ReadOptions(column_names=names, block_size=_BLOCK, use_threads=False),
                pa_csv.ParseOptions(
                    delimiter=self.delimiter.sign,
                    newlines_in_values=True,
                    ignore_empty_lines=False,
                    invalid_row_handler=lambda row: self._keep(row, width),
                ),
                pa_csv.ConvertOptions(
                    column_types=dict.fromkeys(names, pa.string()),
                    null_values=[""],
                    strings_can_be_null=True,
                ),
            )
        )

    def _keep(self, row: pa_csv.InvalidRow, width: int) -> str:
        cells = (records(row.text, self.delimiter.sign, is_whole=True) or [[]])[0]
        if extent(cells) > width:
            self.overlong[row.number] = extent(cells)
        self._uneven.append((row.number, cells[:width]))
        return "skip"

    def _numbered(self, batch: pa.RecordBatch, row: int, width: int) -> tuple[pa.Table, int]:
        """Count the rows of a batch on, and put those of another width between them."""
        marks = [number for number, _ in self._uneven]
        among = rows_among(marks, row, batch.num_rows)
        end = row + batch.num_rows + among
        is_regular = np.ones(end - row, dtype=bool)
        is_regular[np.array(marks[:among], dtype=np.int64) - row] = False
        numbers = pa.array(np.flatnonzero(is_regular) + row)
        columns = [stripped(column) for column in batch.columns]
        table = pa.Table.from_arrays([numbers, *columns], schema=schema_of(width))
        if among:
            between = table_of(self._uneven[:among], width)
            table = pa.concat_tables([table, between]).sort_by("row")
            self._uneven = self._uneven[among:]
        return table, end

    def _refuse_broken(self) -> None:
        if not self._is_exact:
            self._is_exact = True
            refuse_broken(self.path, self.encoding, self.delimiter.sign, self.delimiter.skip)


def _has_text(path: Path, encoding: Encoding, delimiter: Delimiter) -> bool:
    """Tell whether anything follows the marks at a file's start."""
    with closing(Utf8Stream(path, encoding, Quotes(delimiter.sign), delimiter.skip)) as stream:
        return bool(stream.read(1))
