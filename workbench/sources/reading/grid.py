"""Rows held in memory, of a workbook or a table of HTML, as raw rows."""

from pathlib import Path

from workbench.errors import SourceError
from workbench.sources.limits import Limits
from workbench.sources.reading.raw import HEAD_ROWS, Raw, table_of
from workbench.sources.reading.reading import Container, Decision
from workbench.sources.reading.records import extent

Area = tuple[tuple[int, int], tuple[int, int]]  # first and last row and column, from 0


def raw_of(
    path: Path,
    container: Container,
    rows: list[list[str]],
    merged: list[Area],
    limits: Limits,
) -> Raw:
    """Make raw rows of a grid of stripped texts.

    Raises
    ------
    SourceError
        When it has more columns than a file may have.
    """
    width = max((extent(row) for row in rows), default=0) or 1
    if width > limits.cells:
        raise SourceError(
            f"{path} has {width:,} columns, more than the {limits.cells:,} allowed. Clear what "
            f"stands beside the table, or put into workbench.toml: [limits] cells = {width}"
        )
    table = table_of(list(enumerate(rows, 1)), width)
    head = [row[:width] for row in rows[:HEAD_ROWS]]
    return Raw(container, head, width, iter([table]), spans=_spans(merged, width))


def filled_areas(rows: list[list[str]], merged: list[Area]) -> list[list[str]]:
    """Repeat the value of each merged area in all of its cells."""
    for (top, left), (bottom, right) in merged:
        for row in rows[top : bottom + 1]:
            end = min(right + 1, len(row))
            row[left:end] = [rows[top][left]] * (end - left)
    return rows


def told(raw: Raw, decisions: tuple[Decision, ...], notes: tuple[str, ...]) -> Raw:
    """Add to raw rows what was decided about them before."""
    return Raw(
        raw.container, raw.head, raw.width, raw.batches, decisions, notes, raw.spans, raw.overlong
    )


def _spans(merged: list[Area], width: int) -> frozenset[tuple[int, int]]:
    return frozenset(
        (top, column)
        for (top, left), (_, right) in merged
        if top < HEAD_ROWS
        for column in range(left + 1, min(right + 1, width))
    )
