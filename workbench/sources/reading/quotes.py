"""Whether the quotes of a delimited text pair: at a glance, and where it does not, exactly."""

import csv
import io
import sys
from pathlib import Path

import numpy as np

from workbench.errors import SourceError
from workbench.sources.reading.encoding import Encoding

_QUOTE = ord('"')


class Quotes:
    """Looks at blocks of text for quotes that do not open and close whole cells.

    `are_odd` says that some do not. That may be sound (`6" pipe`), so that `refuse_broken`
    reads the file once more, cell by cell. A file whose quotes are regular never pays for it.
    """

    def __init__(self, delimiter: str) -> None:
        self._ends = np.zeros(256, dtype=bool)
        self._ends[[ord(delimiter), ord("\n"), ord("\r"), _QUOTE]] = True
        self._last = ord("\n")
        self._is_inside = False
        self._odd = False

    def look(self, block: bytes) -> None:
        """Look at the next block."""
        if not block:
            return
        if self._last == _QUOTE and not self._is_inside:
            self._odd |= not self._ends[block[0]]
        if b'"' in block:
            self._pair(np.frombuffer(block, np.uint8))
        self._last = block[-1]

    def _pair(self, data: "np.ndarray[tuple[int], np.dtype[np.uint8]]") -> None:
        at = np.flatnonzero(data == _QUOTE)
        opening, closing = at[int(self._is_inside) :: 2], at[1 - int(self._is_inside) :: 2]
        before = np.where(opening > 0, data[opening - 1], self._last)
        after = data[closing[closing < len(data) - 1] + 1]
        self._odd |= not (self._ends[before].all() and self._ends[after].all())
        self._is_inside ^= bool(len(at) % 2)

    @property
    def are_odd(self) -> bool:
        """Say whether some quote seen so far stands elsewhere than around a cell."""
        return bool(self._odd)

    @property
    def is_open(self) -> bool:
        """Say whether the last cell seen so far has not been closed."""
        return self._is_inside


def refuse_broken(path: Path, encoding: Encoding, delimiter: str, skip: int) -> None:
    """Read a text cell by cell for the row whose quotes are broken.

    Parameters
    ----------
    path, encoding, delimiter
        The file and how it is read.
    skip
        Bytes before the first row, as UTF-8.

    Raises
    ------
    SourceError
        Names the row where a quote is not closed, or closed before the cell ends.
    """
    limit = csv.field_size_limit(sys.maxsize)
    row = 0
    try:
        with path.open("rb") as file:
            file.seek(encoding.mark)
            text = io.TextIOWrapper(file, encoding.name, errors="replace", newline="")
            text.read(skip)  # "sep=;" is ASCII
            for row, _ in enumerate(csv.reader(text, delimiter=delimiter, strict=True), 1):  # noqa: B007
                pass
    except csv.Error as reason:
        if "NUL" not in str(reason):  # told with its line where the file is read
            raise _said(path, row + 1, str(reason)) from reason
    finally:
        csv.field_size_limit(limit)


def _said(path: Path, row: int, reason: str) -> SourceError:
    if "unexpected end" in reason:
        return SourceError(
            f'{path}, row {row}, opens a cell with " and never closes it. Close it, or double '
            'the sign where it is part of the text: ""'
        )
    return SourceError(
        f'{path}, row {row}, has text after the " that ends a cell. Double the sign where it is '
        'part of the text: ""'
    )
