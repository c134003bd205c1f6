"""Where the parts of a slide stand: figures on top, charts at the left, tables and words beside."""

from collections.abc import Callable, Sequence
from typing import Any

from workbench.charts.printable import printable
from workbench.i18n import Lang
from workbench.publish.deck import chart, figures, table, table_room, words
from workbench.publish.deck.base import body_of
from workbench.publish.deck.room import Box, shares
from workbench.publish.deck.words import SIZES, Line, lines_of, write_lines

_GAP, _LEAST = 12.0, 64.0  # points between parts; the least a part is worth showing in
_LEFT = 0.52  # of the width, where something stands beside it
_BESIDE = 2  # charts a slide has room for
_LISTING = 16.0  # points; sentences side by side are no larger
Part = dict[str, Any]


def fill(slide: Any, parts: Sequence[Part], box: Box, lang: Lang) -> None:
    """Place the parts of a slide; what there is no room for is counted or left to the document."""
    told = _shown(parts)
    top = next((part for part in told if part["kind"] == "figures"), None)
    if top is not None:
        figures.add_figures(slide, top, box, lang)
        box = box.beneath(figures.HEIGHT + _GAP)
    charts = [part for part in told if part["kind"] == "chart"][:_BESIDE]
    rest = _joined([part for part in told if part["kind"] in _ADDED])
    left, right = _halves(box)
    if charts and rest:
        _charts(slide, charts, _rows(left, len(charts)), lang)
        _stack(slide, rest, right, lang)
    elif charts:
        _charts(slide, charts, box.columns(len(charts), 2 * _GAP), lang)
    elif top is not None and {part["kind"] for part in rest} == {"words", "listings"}:
        _stack(slide, _joined([part for part in rest if part["kind"] == "words"]), left, lang)
        lists = [_as_words(part) for part in rest if part["kind"] == "listings"]
        _stack(slide, _joined(lists), right, lang)
    elif _is_crowded(rest, box):
        _stack(slide, [part for part in rest if part["kind"] == "table"], left, lang)
        _stack(slide, _joined([part for part in rest if part["kind"] != "table"]), right, lang)
    else:
        _stack(slide, rest, box, lang)


def _shown(parts: Sequence[Part]) -> list[Part]:
    """Leave out empty parts, and marks without a chart where there are charts that say more."""
    drawn = any(part["kind"] == "chart" for part in parts)
    held = {"words": "lines", "table": "rows", "figures": "rows", "listings": "listings"}
    return [
        part
        for part in parts
        if (part["kind"] == "chart" or part[held[part["kind"]]])
        and not (part.get("is_marks") and drawn)
    ]


def _joined(parts: Sequence[Part]) -> list[Part]:
    """Join words that follow each other: they share one box."""
    found: list[Part] = []
    for part in parts:
        if found and part["kind"] == found[-1]["kind"] == "words":
            found[-1] = {**part, "lines": [*found[-1]["lines"], *part["lines"]]}
        else:
            found.append(part)
    return found


def _halves(box: Box) -> tuple[Box, Box]:
    """Cut a place in two: what proves it at the left, what is said of it at the right."""
    left = Box(box.left, box.top, box.width * _LEFT - _GAP, box.height)
    used = left.width + 2 * _GAP
    return left, Box(box.left + used, box.top, box.width - used, box.height)


def _rows(box: Box, n: int) -> list[Box]:
    height = (box.height - _GAP * (n - 1)) / n
    return [Box(box.left, box.top + k * (height + _GAP), box.width, height) for k in range(n)]


def _charts(slide: Any, charts: Sequence[Part], boxes: Sequence[Box], lang: Lang) -> None:
    for part, box in zip(charts, boxes, strict=True):
        chart.add_chart(slide, part, box, lang)


def _is_crowded(parts: Sequence[Part], box: Box) -> bool:
    """Whether tables and words do not fit under each other."""
    kinds = {part["kind"] for part in parts}
    asked = sum(_needed(parts, box.width, SIZES[-1])) + _GAP * (len(parts) - 1)
    return "table" in kinds and len(kinds) > 1 and asked > box.height


def _stack(slide: Any, parts: Sequence[Part], box: Box, lang: Lang) -> None:
    """Set parts under each other, as large as fits; who needs less leaves room to the rest."""
    shown = _with_room(parts, box)
    size, given = _given(shown, box)
    while len(shown) > 1 and _heads_nothing(shown, given, box.width, size):
        shown = shown[:-1]
        size, given = _given(shown, box)
    top = box.top
    for part, height in zip(shown, given, strict=True):
        room = Box(box.left, top, box.width, height)
        _ADDED[part["kind"]](slide, part, room, size, lang)
        top += height + _GAP


def _given(parts: Sequence[Part], box: Box) -> tuple[float, list[float]]:
    """Choose the size of letters, and share the height out."""
    gaps = _GAP * (len(parts) - 1)
    sizes = (size for size in SIZES if sum(_needed(parts, box.width, size)) + gaps <= box.height)
    size = next(sizes, SIZES[-1])
    return size, shares(_needed(parts, box.width, size), box.height, _GAP)


def _heads_nothing(
    parts: Sequence[Part], given: Sequence[float], width: float, size: float
) -> bool:
    """Whether a table would stand there without a single row."""
    return any(
        part["kind"] == "table" and not table_room.grid_of(part, width, size).fitting(height)[0]
        for part, height in zip(parts, given, strict=True)
    )


def _with_room(parts: Sequence[Part], box: Box) -> Sequence[Part]:
    """Take the parts there is room for, each with what it needs or the least it is shown in."""
    left, kept = box.height, 0
    for needed in _needed(parts, box.width, SIZES[-1]):
        left -= min(needed, _LEAST) + (_GAP if kept else 0)
        kept += left >= 0
    return parts[: max(kept, 1)]


def _needed(parts: Sequence[Part], width: float, size: float) -> list[float]:
    return [_NEEDED[part["kind"]](part, width, size) for part in parts]


def _words(slide: Any, part: Part, box: Box, size: float, lang: Lang) -> None:
    """Write words where the layout has a place for them, the first of a slide."""
    free = body_of(slide)
    shape = free if free is not None and not free.text_frame.text else None
    lines = lines_of(part)
    size = words.size_of(lines, box, size)
    write_lines(shape or slide.shapes.add_textbox(0, 0, 0, 0), lines, box, lang, size)


def _listings(slide: Any, part: Part, box: Box, size: float, lang: Lang) -> None:
    listed = _listed(part)
    boxes = box.columns(len(listed), 2 * _GAP)
    most = min(size, _LISTING)
    size = min(words.size_of(lines, room, most) for lines, room in zip(listed, boxes, strict=True))
    for lines, room in zip(listed, boxes, strict=True):
        write_lines(slide.shapes.add_textbox(0, 0, 0, 0), lines, room, lang, size)


def _listed(part: Part) -> list[list[Line]]:
    return [
        [Line(printable(title), "head"), *(Line(printable(line), "bullet") for line in lines)]
        for title, lines in part["listings"]
    ]


def _as_words(part: Part) -> Part:
    """Set listings under each other, where they stand beside words."""
    lines = [[line.text, line.look] for lines in _listed(part) for line in lines]
    return {"kind": "words", "lines": lines}


def _of_listings(part: Part, width: float, size: float) -> float:
    n = len(part["listings"])
    each = (width - 2 * _GAP * (n - 1)) / n
    return max(words.needed(lines, each, min(size, _LISTING)) for lines in _listed(part))


_NEEDED: dict[str, Callable[[Part, float, float], float]] = {
    "table": table_room.needed,
    "words": lambda part, width, size: words.needed(lines_of(part), width, size),
    "listings": _of_listings,
}
_ADDED: dict[str, Callable[[Any, Part, Box, float, Lang], None]] = {
    "table": table.add_table,
    "words": _words,
    "listings": _listings,
}
