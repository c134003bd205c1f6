"""The first rows of a delimited text, cell by cell."""

import csv
import io
import sys

from workbench.sources.reading.raw import HEAD_ROWS


def records(text: str, delimiter: str, *, is_whole: bool) -> list[list[str]]:
    r"""Split the start of a text into rows and stripped cells.

    Parameters
    ----------
    text
        The text from its first row on. Rows end at \\n, \\r\\n and \\r, nowhere else.
    delimiter
        One character.
    is_whole
        Whether the text ends where the file does; else its last row may be cut off and is left.

    Returns
    -------
    list[list[str]]
        At most HEAD_ROWS rows; a blank line is a row without cells.
    """
    rows: list[list[str]] = []
    limit = csv.field_size_limit(sys.maxsize)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            rows.append([cell.strip() for cell in row])
            if len(rows) > HEAD_ROWS:
                break
    finally:
        csv.field_size_limit(limit)
    return rows[:HEAD_ROWS] if is_whole or len(rows) > HEAD_ROWS else rows[:-1]


def filled(row: list[str]) -> int:
    """Count the cells that hold something."""
    return sum(bool(cell) for cell in row)


def extent(row: list[str]) -> int:
    """Count the cells up to the last that holds something."""
    return max((n for n, cell in enumerate(row, 1) if cell), default=0)
