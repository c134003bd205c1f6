"""Cells and pictures as Typst; what each name draws stands in `templates/page.typ`."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from workbench import i18n
from workbench.charts.figure import HALF, TINY, drawn_alone
from workbench.i18n import MISSING, Lang
from workbench.page.cells import (
    Cell,
    Code,
    Course,
    Lines,
    Link,
    Marked,
    Short,
    Stack,
    Strong,
    Track,
)
from workbench.page.number import Number, written
from workbench.page.picture import Picture
from workbench.page.typst_text import calling, quoted, strings

_SHEET = 640  # px a picture of the whole column is drawn at: its words are 9 points on paper


def cell_typst(cell: Cell, lang: Lang) -> str:
    """Write one cell."""
    if cell is None:
        return quoted(MISSING)
    return quoted(cell) if isinstance(cell, str) else _CELLS[type(cell)](cell, lang)


def picture_typst(picture: Picture) -> str:
    """Draw a picture at the width of paper, with what it says for people who do not see it."""
    widest = max(picture.widths)
    width = widest if widest <= HALF else _SHEET
    svg = drawn_alone(picture.draw, key=picture.key, width=width)
    name = "tiny" if widest <= TINY else "picture"
    return calling(name, quoted(svg), alt=quoted(picture.description), width=str(width))


def _track(track: Track, lang: Lang) -> str:
    absent = track.reached is None
    share = MISSING if absent else i18n.share(track.reached or Decimal(0), lang)
    reached = "none" if absent else f"{track.filled * 100:.1f}%"
    told = (share, track.reason, track.note, track.look)
    return calling("track", reached, *map(quoted, told))


_CELLS: dict[type, Callable[[Any, Lang], str]] = {
    Number: lambda cell, lang: quoted(written(cell, lang)),
    Strong: lambda cell, _lang: calling("strong", quoted(cell.text)),
    Marked: lambda cell, _lang: calling(
        "marked", quoted(cell.text), quoted(cell.mark), quoted(cell.tone)
    ),
    Course: lambda cell, _lang: calling("course", picture_typst(cell.picture), quoted(cell.begin)),
    Code: lambda cell, _lang: calling("code", quoted(cell.text)),
    Track: _track,
    Link: lambda cell, _lang: quoted(cell.text),  # it leads to a page of a server
    Short: lambda cell, _lang: quoted(cell.text),
    Lines: lambda cell, _lang: calling("lines-of", strings(cell.lines)),
    Stack: lambda cell, _lang: calling("stacked", quoted(cell.text), quoted(cell.beneath)),
    date: lambda cell, _lang: quoted(i18n.short_date(cell)),
}
