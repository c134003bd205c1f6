"""Cells as plain text, and how wide they are in a terminal."""

import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Any

from workbench import i18n
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


def cell_text(cell: Cell, lang: Lang) -> str:
    """Write one cell."""
    if cell is None:
        return MISSING
    return cell if isinstance(cell, str) else _CELLS[type(cell)](cell, lang)


def width_of(text: str) -> int:
    """Count the columns a text takes in a terminal, where a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(mark) in "WF" else 1 for mark in text)


def _track(cell: Track, lang: Lang) -> str:
    share = MISSING if cell.reached is None else i18n.share(cell.reached, lang)
    return " ".join(part for part in (share, cell.reason, cell.note) if part)


_CELLS: dict[type, Callable[[Any, Lang], str]] = {
    Number: written,
    Strong: lambda cell, _lang: str(cell.text),
    Marked: lambda cell, _lang: f"{cell.text} ({cell.mark})",
    Course: lambda cell, _lang: str(cell.picture.description),
    Code: lambda cell, _lang: str(cell.text),
    Track: _track,
    Lines: lambda cell, _lang: " / ".join(cell.lines),
    Link: lambda cell, _lang: str(cell.text),
    Short: lambda cell, _lang: str(cell.text),
    Stack: lambda cell, _lang: " · ".join(part for part in (cell.text, cell.beneath) if part),
    date: lambda cell, _lang: i18n.short_date(cell),
}
