"""How wide a label will be, so that it is placed, shortened or left out before it is drawn."""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import cache, partial
from itertools import chain
from os.path import commonprefix
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


def distinct(texts: Sequence[str], room: float) -> list[str]:
    """Shorten labels so that different ones stay different.

    What begins alike is cut in its middle and keeps its last word, or as many glyphs as tell it
    apart; what also ends alike begins where it differs; where not even that fits, labels that
    would be the same are numbered.
    """
    cut = {each: shorten(each, room) for each in texts}
    alike: dict[str, list[str]] = {}
    for each, label in cut.items():
        alike.setdefault(label, []).append(each)
    for label, group in alike.items():
        if len(group) > 1:
            cut |= _told_apart(group, room, set(alike) - {label})
    return [cut[each] for each in texts]


def _told_apart(texts: Sequence[str], room: float, taken: Set[str]) -> dict[str, str]:
    from_where = len(commonprefix(list(texts)))  # noqa: RUF071 (of names, glyph by glyph)
    ways: Iterator[Callable[[str], str]] = chain(
        [lambda each: _ends(each, room, len(each.rpartition(" ")[2]))],
        (partial(_ends, room=room, end=end) for end in range(1, min(map(len, texts)))),
        [lambda each: shorten(ELLIPSIS + each[from_where:], room)],
    )
    for way in ways:
        found = {each: way(each) for each in texts}
        if "" in found.values():
            continue
        if len(set(found.values())) == len(found) and not taken & set(found.values()):
            return found
    return {each: shorten(each, room - width(f"{n}")) + f"{n}" for n, each in enumerate(texts, 1)}


def _ends(text: str, room: float, end: int) -> str:
    """Keep the last `end` glyphs and as many of the first as fit; "" where none does."""
    tail = ELLIPSIS + text[-end:]
    kept = text[:-end]
    while kept and width(kept + tail) > room:
        kept = kept[:-1]
    return kept.rstrip() + tail if kept else ""


@cache
def _ems(glyph: str) -> float:
    if east_asian_width(glyph) in _WIDE:
        return 1.0
    if glyph in _SEMI_WIDE:
        return 0.92
    if glyph in _THIN:
        return 0.34
    return 0.65 if glyph.isupper() else 0.58
