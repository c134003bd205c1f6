"""A table of PowerPoint's own: as many rows as fit, and how many more there are."""

from collections.abc import Sequence
from typing import Any

from workbench.charts import theme
from workbench.charts.printable import printable
from workbench.i18n import Lang, message
from workbench.publish.deck.ink import filling
from workbench.publish.deck.line import NAMESPACE, line_xml
from workbench.publish.deck.room import LINE, Box, shortened
from workbench.publish.deck.table_room import MOST_LINES, PAD, TITLE, Grid, Rows, grid_of
from workbench.publish.deck.words import POINT, add_words, place
from workbench.publish.extra import library

_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's table without style or grid
_RULE = 9525  # units of a slide: ¾ point


def add_table(slide: Any, part: dict[str, Any], box: Box, size: float, lang: Lang) -> None:
    """Add a table under its title, its letters by the size of the words beside it."""
    grid = grid_of(part, box.width, size)
    rows, left = grid.fitting(box.height)
    if part["title"]:
        title = shortened(printable(part["title"]), TITLE, box.width, 1)
        add_words(slide, [(title, TITLE, theme.INK, True)], box, lang)
        box = box.beneath(TITLE * LINE + 4)
    if rows:
        box = box.beneath(_draw(slide, grid, rows, box, lang))
    is_blank = not any(text for row in part["rows"] for text in row)  # room to write in
    if left and not is_blank:
        told = message("slides-more", lang, n=left)
        add_words(slide, [(told, grid.head, theme.INK3, False)], box.beneath(2), lang)


def _draw(slide: Any, grid: Grid, rows: Rows, box: Box, lang: Lang) -> float:
    told = [grid.labels, *rows] if grid.labels else list(rows)
    sizes = [grid.head if grid.labels and n == 0 else grid.cell for n in range(len(told))]
    heights = [grid.height(row, size) for row, size in zip(told, sizes, strict=True)]
    frame = slide.shapes.add_table(len(told), len(grid.widths), 0, 0, 1, 1)
    place(frame, Box(box.left, box.top, sum(grid.widths), sum(heights)))
    said = grid.part["title"] or ", ".join(grid.labels)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", printable(said))  # its alternative text
    _plain(frame.table, has_head=bool(grid.labels))
    for n, width in enumerate(grid.widths):
        frame.table.columns[n].width = int(width * POINT)
    for n, (row, height) in enumerate(zip(told, heights, strict=True)):
        frame.table.rows[n].height = int(height * POINT)
        is_last = n == len(told) - 1 and grid.part["has_total"]
        _write_row(frame.table.rows[n], row, grid, (sizes[n], is_last), lang)
    return sum(heights)


def _write_row(
    row: Any, texts: Sequence[str], grid: Grid, look: tuple[float, bool], lang: Lang
) -> None:
    size, is_bold = look
    xml, is_head = library("pptx.oxml").parse_xml, size == grid.head
    ink, rule = (theme.INK3, theme.AXIS) if is_head else (theme.INK, theme.RULE)
    for n, (told, text) in enumerate(zip(list(row._tr.tc_lst), texts, strict=True)):
        shown = shortened(printable(text), size, grid.widths[n] - 2 * PAD, MOST_LINES)
        side = "r" if grid.part["heads"][n][1] else "l"
        line = line_xml(shown, size, lang, ink=ink, is_bold=is_bold, side=side)
        told.getparent().replace(told, xml(_cell(line, rule)))


def _cell(line: str, rule: str) -> str:
    sides = " ".join(f'{name}="{PAD * POINT:.0f}"' for name in ("marL", "marR", "marT", "marB"))
    under = f'<a:lnB w="{_RULE}">{filling(rule)}</a:lnB>'
    return (
        f"<a:tc {NAMESPACE}><a:txBody><a:bodyPr/>{line}</a:txBody>"
        f'<a:tcPr {sides} anchor="t">{under}</a:tcPr></a:tc>'
    )


def _plain(table: Any, *, has_head: bool) -> None:
    table.first_row, table.horz_banding = has_head, False
    style = table._tbl.tblPr.find(library("pptx.oxml.ns").qn("a:tableStyleId"))
    style.text = _PLAIN
