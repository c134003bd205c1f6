"""A table of PowerPoint's own: as many rows as fit, and how many more there are."""

from collections.abc import Sequence
from typing import Any

from workbench.charts import theme
from workbench.charts.printable import printable
from workbench.i18n import Lang, message
from workbench.page.text_cells import width_of
from workbench.publish.deck.ink import filling
from workbench.publish.deck.room import HALF, LINE, Box, lines_in, shortened
from workbench.publish.deck.words import POINT, length, place, run, write
from workbench.publish.extra import library

_TITLE, _CELL, _HEAD = 13.0, 12.0, 11.0
_PAD = 4.0  # points around a cell
_MOST_LINES = 3  # of a cell
_LEAST, _MOST = 4, 40  # half characters a column asks for
_SHORT, _SHORT_FIGURE = 13, 20  # up to these a column is never broken
_MOST_SHORT = 0.75  # of the width, for all short columns
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's table without style or grid
_RULE = 9525  # units of a slide: ¾ point
Rows = Sequence[Sequence[str]]


def needed(part: dict[str, Any], width: float) -> float:
    """Give the height a table asks for with all its rows."""
    widths = _widths(part, width)
    rows = [_height(row, widths, _CELL) for row in part["rows"]]
    return _over(part) + _head(part, widths) + sum(rows) + 2


def add_table(slide: Any, part: dict[str, Any], box: Box, lang: Lang) -> None:
    """Add a table under its title."""
    if part["title"]:
        title = shortened(printable(part["title"]), _TITLE, box.width, 1)
        shape = slide.shapes.add_textbox(0, 0, 0, 0)
        place(shape, Box(box.left, box.top, box.width, _TITLE * LINE))
        write(shape.text_frame, [(title, _TITLE, theme.INK, True)], lang)
    widths, room = _widths(part, box.width), box.beneath(_over(part))
    rows, left = _fitting(part, widths, room.height - _head(part, widths))
    if rows:
        used = _draw(slide, part, rows, widths, room, lang)
        room = room.beneath(used)
    if left:
        shape = slide.shapes.add_textbox(0, 0, 0, 0)
        place(shape, Box(box.left, room.top + 2, box.width, _HEAD * LINE))
        told = message("slides-more", lang, n=left)
        write(shape.text_frame, [(told, _HEAD, theme.INK3, False)], lang)


def _over(part: dict[str, Any]) -> float:
    return _TITLE * LINE + 4 if part["title"] else 0.0


def _head(part: dict[str, Any], widths: Sequence[float]) -> float:
    labels = [label for label, _ in part["heads"]]
    return _height(labels, widths, _HEAD) if any(labels) else 0.0


def _widths(part: dict[str, Any], width: float) -> list[float]:
    """Give short columns what they need, and share the rest out by how long the others are."""
    if not any(text for row in part["rows"] for text in row):  # room to write in
        return [width / len(part["heads"])] * len(part["heads"])
    columns = [[head[0], *(row[n] for row in part["rows"])] for n, head in enumerate(part["heads"])]
    asked = [
        min(max([_LEAST, *(width_of(text) for text in column)]), _MOST) + 1 for column in columns
    ]
    wide = [each * HALF * _CELL + 2 * _PAD for each in asked]
    whole = [
        each <= (_SHORT_FIGURE if head[1] else _SHORT)
        for each, head in zip(asked, part["heads"], strict=True)
    ]
    short = sum(room for room, is_short in zip(wide, whole, strict=True) if is_short)
    long = sum(wide) - short
    if not long or short > width * _MOST_SHORT:
        return [width * room / sum(wide) for room in wide]
    return [
        room if is_short else room * (width - short) / long
        for room, is_short in zip(wide, whole, strict=True)
    ]


def _height(row: Sequence[str], widths: Sequence[float], size: float) -> float:
    lines = [
        min(lines_in(text, size, width - 2 * _PAD), _MOST_LINES)
        for text, width in zip(row, widths, strict=True)
    ]
    return max(lines, default=1) * size * LINE + 2 * _PAD


def _fitting(part: dict[str, Any], widths: Sequence[float], height: float) -> tuple[Rows, int]:
    """Take the first rows that fit, with the sum where the last row is one."""
    rows = part["rows"]
    heights = [_height(row, widths, _CELL) for row in rows]
    if sum(heights) <= height:
        return rows, 0
    last = rows[-1:] if part["has_total"] else []
    left = height - _HEAD * LINE - 4 - (heights[-1] if last else 0.0)
    kept = 0
    while kept < len(rows) - len(last) and sum(heights[: kept + 1]) <= left:
        kept += 1
    shown = [*rows[:kept], *last] if kept else []
    return shown, len(rows) - len(shown)


def _draw(
    slide: Any,
    part: dict[str, Any],
    rows: Rows,
    widths: Sequence[float],
    box: Box,
    lang: Lang,
) -> float:
    labels = [label for label, _ in part["heads"]]
    has_head = any(labels)
    told = [labels, *rows] if has_head else list(rows)
    sizes = [_HEAD if has_head and n == 0 else _CELL for n in range(len(told))]
    heights = [_height(row, widths, size) for row, size in zip(told, sizes, strict=True)]
    frame = slide.shapes.add_table(len(told), len(widths), 0, 0, 1, 1)
    place(frame, Box(box.left, box.top, sum(widths), sum(heights)))
    alt = frame._element.nvGraphicFramePr.cNvPr  # the library writes no alt text
    alt.set("descr", printable(part["title"] or ", ".join(labels)))
    table = frame.table
    _plain(table, has_head=has_head)
    for n, width in enumerate(widths):
        table.columns[n].width = int(width * POINT)
    for n, height in enumerate(heights):
        table.rows[n].height = int(height * POINT)
        is_last = n == len(told) - 1 and part["has_total"]
        for column, text in enumerate(told[n]):
            cell = table.cell(n, column)
            wide = widths[column] - 2 * _PAD
            shown = shortened(printable(text), sizes[n], wide, _MOST_LINES)
            look = (sizes[n], part["heads"][column][1], is_last, has_head and n == 0)
            _write_cell(cell, shown, look, lang)
    return sum(heights)


def _write_cell(
    cell: Any,
    text: str,
    look: tuple[float, bool, bool, bool],
    lang: Lang,
) -> None:
    size, is_figure, is_bold, is_head = look
    cell.margin_left = cell.margin_right = int(_PAD * POINT)
    cell.margin_top = cell.margin_bottom = int(_PAD * POINT)
    cell.vertical_anchor = library("pptx.enum.text").MSO_ANCHOR.TOP
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.line_spacing = length(size * LINE)
    sides = library("pptx.enum.text").PP_ALIGN
    paragraph.alignment = sides.RIGHT if is_figure else sides.LEFT
    ink = theme.INK3 if is_head else theme.INK
    run(paragraph, text.replace("\n", " "), size, lang, ink=ink, is_bold=is_bold)
    _rule(cell, theme.AXIS if is_head else theme.RULE)


def _plain(table: Any, *, has_head: bool) -> None:
    table.first_row, table.horz_banding = has_head, False
    style = table._tbl.tblPr.find(library("pptx.oxml.ns").qn("a:tableStyleId"))
    style.text = _PLAIN


def _rule(cell: Any, ink: str) -> None:
    """Draw a line under a cell; the library draws none."""
    xml, ns = library("pptx.oxml"), library("pptx.oxml.ns").nsdecls("a")
    line = f'<a:lnB {ns} w="{_RULE}">{filling(ink)}</a:lnB>'
    cell._tc.get_or_add_tcPr().insert(0, xml.parse_xml(line))
