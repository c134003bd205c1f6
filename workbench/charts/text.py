"""How wide a label will be, so that it is placed, shortened or left out before it is drawn."""

from collections.abc import Iterable
from functools import cache
from unicodedata import east_asian_width

SIZE = 11.0  # px; the size of every label
_WIDE = {"W", "F"}
_SEMI_WIDE = set("mwMW@%—…QGOD")
_THIN = set("iIljtfr.,:;'|!()[]/ ")
ELLIPSIS = "…"


def width(text: str, *, size: float = SIZE, is_bold: bool = False) -> float:
    """Estimate a label's width in px: Chinese glyphs one em, Latin ones about half of it.

    The reader's font is not known when the chart is drawn, so the estimate leans to the wide side.
    """
    ems = sum(_ems(glyph) for glyph in text)
    return ems * size * (1.06 if is_bold else 1.0)


def widest(texts: Iterable[str], *, size: float = SIZE, is_bold: bool = False) -> float:
    """Give the width of the widest label; 0 when there is none."""
    return max((width(text, size=size, is_bold=is_bold) for text in texts), default=0.0)


def shorten(text: str, room: float, *, size: float = SIZE, is_bold: bool = False) -> str:
    """Cut a label that is wider than `room` px, ending it with "…"."""
    room += 0.01  # a room computed from this very label must hold it
    if width(text, size=size, is_bold=is_bold) <= room:
        return text
    kept = text
    while kept and width(kept + ELLIPSIS, size=size, is_bold=is_bold) > room:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS if kept else ""


@cache
def _ems(glyph: str) -> float:
    if east_asian_width(glyph) in _WIDE:
        return 1.0
    if glyph in _SEMI_WIDE:
        return 0.92
    if glyph in _THIN:
        return 0.34
    return 0.65 if glyph.isupper() else 0.58
