"""Where the names of the columns stand, and what they are."""

from dataclasses import dataclass
from pathlib import Path

from workbench.errors import Doubt, SourceError
from workbench.sources.reading.looks import is_value
from workbench.sources.reading.raw import Raw
from workbench.sources.reading.reading import Decision
from workbench.sources.reading.records import extent, filled
from workbench.sources.reading.shown import shown
from workbench.sources.table_source import FileSource

_BETWEEN = " · "
_BELOW = 50  # rows below a header that show what its columns hold
_MANY = 10
_CLEAR = 3  # names that make no sentence


@dataclass(frozen=True)
class Header:
    """The columns of a file. `names` holds "" for one without a name."""

    names: list[str]
    last: int  # the row data begin after
    decisions: tuple[Decision, ...]


def header_of(path: Path, raw: Raw, source: FileSource, echo: int) -> Header:
    """Find the header of a file.

    Parameters
    ----------
    path
        For sentences.
    raw
        Its first rows.
    source
        `has_header`, `names`, `header_row` and `header_depth` win where they are told.

    Returns
    -------
    Header
        The first row that is no title: one with few filled cells over wider rows. Two rows
        only where the upper one leaves out names that the lower one gives, over values.

    Raises
    ------
    SourceError
        When no row is clearly the header, or the told one is not there; with the line to paste.
    """
    if not source.has_header:
        names = [" ".join(name.split()) for name in source.names]
        names = names or [f"column {n + 1}" for n in range(raw.width)]
        return Header(names, 0, (Decision("has_header", "false", is_told=True),))
    row = source.header_row or _found_row(path, raw, echo)
    if not 0 < row <= len(raw.head) or not filled(raw.head[row - 1]):
        raise SourceError(f"{path} has no names of columns in row {row}. Check header_row.")
    depth = source.header_depth or (2 if _has_two(raw, row) else 1)
    rows = raw.head[row - 1 : row - 1 + depth]
    decisions = (
        Decision("header_row", str(row), bool(source.header_row)),
        Decision("header_depth", str(depth), bool(source.header_depth)),
    )
    return Header(_joined(rows), row + depth - 1, decisions)


def _found_row(path: Path, raw: Raw, echo: int) -> int:
    counts = [(n, filled(row)) for n, row in enumerate(raw.head, 1) if filled(row)]
    if not counts:
        raise SourceError(f"{path} holds no row with the names of columns.")
    widest = sorted((count for _, count in counts), reverse=True)
    width = widest[1] if len(widest) > _MANY else widest[0]
    # A title fills half of the cells at most
    row = next(n for n, count in counts if 2 * count > width)
    titles = [(n, count) for n, count in counts if n < row]
    if titles and not _is_clear(raw, row, titles):
        raise _question(path, raw, titles[0][0], row, echo)
    is_group = bool(titles) and titles[-1][0] == row - 1 and titles[-1][1] > 1
    return row - 1 if is_group and _has_two(raw, row - 1) else row


def _is_clear(raw: Raw, row: int, titles: list[tuple[int, int]]) -> bool:
    """Tell whether a row under titles is a header, and the first row of the data is not."""
    cells = [cell for cell in raw.head[row - 1] if cell]
    if _has_two(raw, row) or (titles[-1][0] == row - 1 and _has_two(raw, row - 1)):
        return True
    if len(set(cells)) < len(cells) or any(is_value(cell) for cell in cells):
        return False
    is_apart = not filled(raw.head[row - 2]) or all(count == 1 for _, count in titles)
    return (is_apart and len(cells) >= _CLEAR) or _contrasts(raw, row)


def _question(path: Path, raw: Raw, first: int, row: int, echo: int) -> SourceError:
    upper, lower = (shown(", ".join(raw.head[n - 1]), echo) for n in (first, row))
    said = (
        f"{path}: it is open in which row the names of the columns stand. Row {first} is {upper}, "
        f"row {row} is {lower}."
    )
    lines = tuple(f"header_row = {n}" for n in (first, row))
    cure = f"Put the line that is right into workbench.toml: {' or '.join(lines)}"
    return SourceError(f"{said} {cure}", [Doubt("", said, lines)])


def _contrasts(raw: Raw, row: int) -> bool:
    """Tell whether a column holds values alone below a row that has a label there."""
    labels = raw.head[row - 1]
    below = [cells for cells in raw.head[row : row + _BELOW] if 2 * filled(cells) > filled(labels)]
    for n, label in enumerate(labels):
        values = [cells[n] for cells in below if n < len(cells) and cells[n]]
        if label and not is_value(label) and values and all(is_value(value) for value in values):
            return True
    return False


def _has_two(raw: Raw, row: int) -> bool:
    if row >= len(raw.head):
        return False
    upper, lower = raw.head[row - 1], raw.head[row]
    width = max(extent(upper), extent(lower))
    upper, lower = (cells + [""] * (width - len(cells)) for cells in (upper, lower))
    spans = {n for n in range(width) if (row - 1, n) in raw.spans}
    gaps = [n for n in range(width) if not upper[n] or n in spans]
    # Blanks at the end alone may belong to a title
    if not spans and (not gaps or gaps[0] >= extent(upper)):
        return False
    if not gaps or gaps[0] == 0 or not all(lower[n] for n in gaps):
        return False
    if any(is_value(cell) for cell in upper + lower) or not _contrasts(raw, row + 1):
        return False
    return len(set(_joined([upper, lower]))) == width


def _joined(rows: list[list[str]]) -> list[str]:
    """Name the columns: group by group from above, blanks of a group filled from the left."""
    width = max(len(cells) for cells in rows)
    levels = []
    for depth, cells in enumerate(rows):
        names = [" ".join(cell.split()) for cell in cells] + [""] * (width - len(cells))
        is_group = depth < len(rows) - 1
        levels.append(_filled_on(names, rows[-1]) if is_group else names)
    return [
        _BETWEEN.join(dict.fromkeys(name for name in names if name))
        for names in zip(*levels, strict=True)
    ]


def _filled_on(names: list[str], lowest: list[str]) -> list[str]:
    """Carry a group's name to the right, as long as there is something to name below."""
    carried, last = [], ""
    for n, name in enumerate(names):
        last = name or last
        carried.append(name or (last if n < len(lowest) and lowest[n] else ""))
    return carried
