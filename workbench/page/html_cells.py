"""Cells and pictures as HTML."""

from collections.abc import Callable
from datetime import date
from typing import Any

from markupsafe import Markup

from workbench import i18n
from workbench.charts.figure import TINY, svgs
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
from workbench.page.render import render

_FIGURE = Markup('<figure{} role="img" aria-label="{}">{}</figure>')
_TINY = Markup(' class="tiny"')
_MARKED = Markup('{} <span class="{}">{}</span>')
_TRACKS = {"whole": "", "absent": "na", "beyond": "cut", "below": "neg"}
_TONES = {"evidence": "chip ev", "warning": "warn", "quiet": "dim"}
_COURSE = Markup('<span class="course">{}<small>{}</small></span>')
_STACK = Markup('{}<br><span class="small dim">{}</span>')
_WHOLE = Markup('<span class="day">{}</span>')
_BENEATH = Markup('<p class="small dim">{}</p>')


def cell_html(cell: Cell, lang: Lang) -> str:
    """Draw one cell; plain text is escaped where it is filled in."""
    if cell is None:
        return MISSING
    return cell if isinstance(cell, str) else _CELLS[type(cell)](cell, lang)


def picture_html(picture: Picture) -> Markup:
    """Draw a chart at its widths; what it says is its label."""
    drawn = svgs(picture.draw, key=picture.key, widths=picture.widths)
    css = _TINY if max(picture.widths) <= TINY else Markup("")
    return _FIGURE.format(css, picture.description, drawn)


def _track(track: Track, lang: Lang) -> Markup:
    drawn = render(
        "progress", lang, css=_TRACKS[track.look], width=f"{track.filled * 100:.1f}",
        shown=MISSING if track.reached is None else i18n.share(track.reached, lang),
        reason=track.reason,
    )  # fmt: skip
    return drawn + _BENEATH.format(track.note) if track.note else drawn


def _course(cell: Course, _lang: Lang) -> Markup:
    return _COURSE.format(picture_html(cell.picture), cell.begin)


def _short(cell: Short, _lang: Lang) -> str:
    if cell.beginning == cell.text:
        return cell.text
    return Markup('<span title="{}">{}</span>').format(cell.text, cell.beginning)


def _lines(cell: Lines, _lang: Lang) -> Markup:
    each = (_WHOLE.format(line) if cell.is_whole else line for line in cell.lines)
    return Markup("<br>").join(each)


_CELLS: dict[type, Callable[[Any, Lang], str]] = {
    Number: written,
    Strong: lambda cell, _lang: Markup("<b>{}</b>").format(cell.text),
    Marked: lambda cell, _lang: _MARKED.format(cell.text, _TONES[cell.tone], cell.mark),
    Course: _course,
    Code: lambda cell, lang: render("code", lang, text=cell.text),
    Track: _track,
    Lines: _lines,
    Link: lambda cell, _lang: Markup('<a href="{}">{}</a>').format(cell.href, cell.text),
    Short: _short,
    Stack: lambda cell, _lang: _STACK.format(cell.text, cell.beneath),
    date: lambda cell, _lang: _WHOLE.format(i18n.short_date(cell)),
}
