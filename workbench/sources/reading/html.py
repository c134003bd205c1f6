"""The table of a page of HTML, as systems write it under the ending .xls."""

import warnings
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from bs4.dammit import EncodingDetector

from workbench.errors import SourceError
from workbench.sources.limits import Limits
from workbench.sources.reading.encoding import encoding_of
from workbench.sources.reading.grid import Area, filled_areas, raw_of, told
from workbench.sources.reading.raw import Raw
from workbench.sources.reading.reading import Decision
from workbench.sources.reading.shown import quoted
from workbench.sources.table_source import FileSource

_SPAN = 10_000  # rows or columns one cell may reach over


def read_html(path: Path, source: FileSource, limits: Limits) -> Raw:
    """Read the largest table of a page.

    Parameters
    ----------
    path
        A page of HTML.
    source
        `encoding` and `fill_merged`.
    limits
        Bounds on its size, its columns and on what sentences repeat.

    Returns
    -------
    Raw
        `row` counts the rows of that table. A cell over several columns or rows stands in its
        first.

    Raises
    ------
    SourceError
        When its encoding is open, or there is no table in it.
    """
    if path.stat().st_size > limits.unpacked:
        raise SourceError(f"{path} is too large a page. Export it as CSV.")
    text, encoding, is_told = _decoded(path, source.encoding, limits.echo)
    try:
        tables = [table for table in _soup(text)("table") if not table.find("table")]
        grids = [_grid(table, limits.cells) for table in tables]
    except (RecursionError, AssertionError, ValueError) as reason:
        raise SourceError(f"{path} is a page of HTML that cannot be read.") from reason
    grids = [grid for grid in grids if grid[0]]
    if not grids:
        raise SourceError(f"{path} is a page of HTML without a table. Export it as CSV.")
    rows, merged = max(grids, key=lambda grid: sum(bool(cell) for row in grid[0] for cell in row))
    if source.fill_merged:
        rows = filled_areas(rows, merged)
    decisions = (Decision("encoding", quoted(encoding), is_told),)
    return told(raw_of(path, "html", rows, merged, limits), decisions, _others(path, grids, rows))


def _soup(text: str) -> BeautifulSoup:
    with warnings.catch_warnings(action="ignore"):  # of pages that begin as XML does
        return BeautifulSoup(text, "html.parser")


def _others(
    path: Path, grids: list[tuple[list[list[str]], list[Area]]], rows: list[list[str]]
) -> tuple[str, ...]:
    if len(grids) == 1:
        return ()
    return (f"{path.name}: the largest of {len(grids)} tables is read, of {len(rows)} rows.",)


def _decoded(path: Path, wanted: str, echo: int) -> tuple[str, str, bool]:
    """Read the page's text: told, declared by the page, or found as in any text."""
    raw = path.read_bytes()
    declared = "" if wanted else _declared(raw)
    encoding = encoding_of(path, wanted or declared, echo)
    try:
        text = raw[encoding.mark :].decode(encoding.name)
    except UnicodeDecodeError as reason:
        line = raw[: reason.start].count(b"\n") + 1
        raise SourceError(
            f"{path} is not written in {encoding.name}: byte {raw[reason.start]:#04x} in line "
            f'{line}. Tell its encoding in workbench.toml, e.g. encoding = "gb18030".'
        ) from reason
    return text, encoding.name, bool(wanted)


def _declared(raw: bytes) -> str:
    name = EncodingDetector.find_declared_encoding(raw[:4096], is_html=True) or ""
    # What pages call gb2312 is its superset, and iso-8859-1 is cp1252
    return {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252"}.get(name, name)


def _grid(table: Tag, widest: int) -> tuple[list[list[str]], list[Area]]:
    rows: list[list[str]] = []
    merged: list[Area] = []
    taken: set[tuple[int, int]] = set()
    for number, line in enumerate(table("tr")):
        cells: list[str] = []
        for cell in line(["td", "th"]):
            while (number, len(cells)) in taken:
                cells.append("")
            down, across = _span(cell, "rowspan", _SPAN), _span(cell, "colspan", widest)
            area = ((number, len(cells)), (number + down - 1, len(cells) + across - 1))
            taken |= (
                {
                    (row, area[0][1] + n)
                    for row in range(number + 1, number + down)
                    for n in range(across)
                }
                if down > 1
                else set()
            )
            if down > 1 or across > 1:
                merged.append(area)
            cells += [" ".join(cell.get_text(" ").split()), *[""] * (across - 1)]
        rows.append(cells)
    return rows, merged


def _span(cell: Tag, name: str, most: int) -> int:
    given = str(cell.get(name, "1")).strip()
    return max(1, min(int(given), most)) if given.isascii() and given.isdigit() else 1
