"""How wide the columns of a table are on a slide, how high its rows, and how many fit."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from workbench.page.text_cells import width_of
from workbench.publish.deck.room import LINE, em_of, lines_in

TITLE = 13.0  # points
PAD = 4.0  # points around a cell
MOST_LINES = 3  # of a cell
_SMALL, _LARGE = 12.0, 14.0  # of the letters in a cell
_LEAST, _MOST = 4, 40  # half characters a column asks for
_SHORT, _SHORT_FIGURE = 13, 16  # up to these a column is never broken
_HALF, _BOLD = 0.6, 1.08  # of the size of letters; times as wide where a sum is bold
_MOST_SHORT = 0.75  # of the width, for all short columns
Rows = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Grid:
    """A table's columns and letters."""

    part: dict[str, Any]
    widths: Sequence[float]
    cell: float  # size of the letters

    @property
    def head(self) -> float:
        """Size of the letters that head a column."""
        return self.cell - 1

    @property
    def labels(self) -> list[str]:
        """What heads the columns; nothing of one without heads."""
        labels = [label for label, _ in self.part["heads"]]
        return labels if any(labels) else []

    @property
    def over(self) -> float:
        """Height of title and heads."""
        title = TITLE * LINE + 4 if self.part["title"] else 0.0
        return title + (self.height(self.labels, self.head) if self.labels else 0.0)

    def height(self, row: Sequence[str], size: float = 0.0) -> float:
        """Give the height of a row."""
        size = size or self.cell
        lines = [
            min(lines_in(text, size, width - 2 * PAD), MOST_LINES)
            for text, width in zip(row, self.widths, strict=True)
        ]
        return max(lines, default=1) * size * LINE + 2 * PAD

    def fitting(self, height: float) -> tuple[Rows, int]:
        """Take the first rows that fit, with the sum where the last row is one.

        Returns
        -------
        sequence of rows, int
            The rows, and how many there is no room for.
        """
        rows = self.part["rows"]
        heights = [self.height(row) for row in rows]
        if self.over + sum(heights) <= height + 1:
            return rows, 0
        last = rows[-1:] if self.part["has_total"] else []
        left = height - self.over - self.head * LINE - 4 - (heights[-1] if last else 0.0)
        kept = 0
        while kept < len(rows) - len(last) and sum(heights[: kept + 1]) <= left:
            kept += 1
        shown = [*rows[:kept], *last] if kept else []
        return shown, len(rows) - len(shown)


def grid_of(part: dict[str, Any], width: float, size: float) -> Grid:
    """Lay out a table in a width, beside words of a size."""
    cell = _LARGE if size > _LARGE else _SMALL
    return Grid(part, _widths(part, width, cell), cell)


def needed(part: dict[str, Any], width: float, size: float) -> float:
    """Give the height a table asks for with all its rows, beside words of a size."""
    grid = grid_of(part, width, size)
    return grid.over + sum(grid.height(row) for row in part["rows"])


def _widths(part: dict[str, Any], width: float, cell: float) -> list[float]:
    """Give short columns what they need, and share the rest out by how long the others are."""
    heads, rows = part["heads"], part["rows"]
    if not any(text for row in rows for text in row):  # room to write in
        return [width / len(heads)] * len(heads)
    columns = [[head[0], *(row[n] for row in rows)] for n, head in enumerate(heads)]
    asked = [min(max([_LEAST, *map(width_of, column)]), _MOST) for column in columns]
    longest = [min(max(map(em_of, column)), _MOST * _HALF) + _HALF for column in columns]
    bold = _BOLD if part["has_total"] else 1.0
    wide = [max(each, _LEAST * _HALF) * cell * bold + 2 * PAD for each in longest]
    whole = [
        each <= (_SHORT_FIGURE if head[1] else _SHORT)
        for each, head in zip(asked, heads, strict=True)
    ]
    short = sum(room for room, is_short in zip(wide, whole, strict=True) if is_short)
    long = sum(wide) - short
    if not long or short > width * _MOST_SHORT:
        return [width * room / sum(wide) for room in wide]
    return [
        room if is_short else room * (width - short) / long
        for room, is_short in zip(wide, whole, strict=True)
    ]
