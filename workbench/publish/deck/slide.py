"""One slide: its title, what proves it, and what only the speaker reads."""

from collections.abc import Callable, Sequence
from copy import deepcopy
from typing import Any

from workbench.charts import theme
from workbench.charts.printable import printable
from workbench.i18n import Lang
from workbench.publish.deck import chart, figures, table, words
from workbench.publish.deck.base import Base, body_of, box_of, kind_of
from workbench.publish.deck.room import LINE, Box, fitting_size, lines_in, shares, shortened
from workbench.publish.deck.words import Line, lines_of, place, write, write_lines
from workbench.publish.extra import library

_TITLES = (26.0, 22.0, 20.0, 18.0)  # points
_FOOT = 11.0
_GAP, _LEAST = 12.0, 64.0  # points between parts; the least a part is worth showing in
_CHARTS = 0.52  # of the width, where words or a table stand beside them
_BESIDE = 2  # charts a slide has room for
Part = dict[str, Any]


def add_slide(base: Base, told: dict[str, Any], foot: str) -> None:
    """Add the slide of a section."""
    lang: Lang = told["lang"]
    slide = base.deck.slides.add_slide(base.content)
    top = _title(slide, base, printable(told["title"]), lang)
    if not base.is_own and told["name"] != told["title"]:
        _name(slide, base, printable(told["name"]), (top, lang))
    body = body_of(base.content)
    _fill(slide, _shown(told["parts"]), box_of(body), lang)
    _drop_empty(slide)
    _foot(slide, base, foot, lang)
    note(slide, told["notes"])


def note(slide: Any, lines: Sequence[str]) -> None:
    """Write the speaker's notes."""
    slide.notes_slide.notes_text_frame.text = "\n".join(printable(line) for line in lines)


def _title(slide: Any, base: Base, title: str, lang: Lang) -> float:
    """Write the title; give where its first line begins."""
    box = box_of(slide.shapes.title if base.is_own else base.content.placeholders[0])
    size = fitting_size([title], _TITLES, box)
    shown = shortened(title, size, box.width, max(int(box.height / (size * LINE)), 1))
    write(slide.shapes.title.text_frame, [(shown, size, _ink(base), True)], lang)
    said = slide.shapes.title._element.nvSpPr.cNvPr
    said.set("descr", title)  # by which a later deck knows what this one said
    return box.bottom - lines_in(shown, size, box.width) * size * LINE


def _ink(base: Base) -> str:
    return "" if base.is_own else theme.INK


def _name(slide: Any, base: Base, name: str, at: tuple[float, Lang]) -> None:
    """Set the section's name over the finding."""
    box, (top, lang) = box_of(base.content.placeholders[0]), at
    shape = slide.shapes.add_textbox(0, 0, 0, 0)
    place(shape, Box(box.left, top - 18, box.width, 16))
    write(shape.text_frame, [(name, 12.0, theme.REP, True)], lang)


def _shown(parts: Sequence[Part]) -> list[Part]:
    """Leave out empty parts, and marks without a chart where there are charts that say more."""
    drawn = [part for part in parts if part["kind"] == "chart"]
    return [
        part
        for part in parts
        if not (part.get("is_marks") and drawn)
        and (part["kind"] != "words" or part["lines"])
        and (part["kind"] != "table" or part["rows"])
        and (part["kind"] != "figures" or part["rows"])
    ]


def _fill(slide: Any, parts: Sequence[Part], box: Box, lang: Lang) -> None:
    """Place parts: figures on top, charts at the left, tables and words beside or under them."""
    top = next((part for part in parts if part["kind"] == "figures"), None)
    if top is not None:
        figures.add_figures(slide, top, box, lang)
        box = box.beneath(figures.HEIGHT + _GAP)
    charts = [part for part in parts if part["kind"] == "chart"][:_BESIDE]
    rest = [part for part in parts if part["kind"] in ("table", "words", "listings")]
    if charts and rest:
        left, right = _beside(box)
        _charts(slide, charts, _rows(left, len(charts)), lang)
        _stack(slide, rest, right, lang)
    elif charts:
        _charts(slide, charts, box.columns(len(charts), 2 * _GAP), lang)
    elif _is_crowded(rest, box):
        left, right = _beside(box)
        _stack(slide, [part for part in rest if part["kind"] == "table"], left, lang)
        _stack(slide, [part for part in rest if part["kind"] != "table"], right, lang)
    else:
        _stack(slide, rest, box, lang)


def _beside(box: Box) -> tuple[Box, Box]:
    """Cut a place in two: what proves it at the left, what is said of it at the right."""
    left = Box(box.left, box.top, box.width * _CHARTS - _GAP, box.height)
    used = left.width + 2 * _GAP
    return left, Box(box.left + used, box.top, box.width - used, box.height)


def _is_crowded(parts: Sequence[Part], box: Box) -> bool:
    """Whether tables and words do not fit under each other."""
    kinds = {part["kind"] for part in parts}
    shown = _joined(parts)
    needed = sum(_NEEDED[part["kind"]](part, box.width) + _GAP for part in shown)
    return "table" in kinds and len(kinds) > 1 and needed > box.height + _GAP


def _rows(box: Box, n: int) -> list[Box]:
    height = (box.height - _GAP * (n - 1)) / n
    return [Box(box.left, box.top + k * (height + _GAP), box.width, height) for k in range(n)]


def _charts(slide: Any, charts: Sequence[Part], boxes: Sequence[Box], lang: Lang) -> None:
    for part, box in zip(charts, boxes, strict=True):
        chart.add_chart(slide, part, box, lang)


def _stack(slide: Any, parts: Sequence[Part], box: Box, lang: Lang) -> None:
    """Set parts under each other; who needs less room leaves it to the rest."""
    shown = _joined(parts)[: max(int(box.height / (_LEAST + _GAP)), 1)]
    needed = [_NEEDED[part["kind"]](part, box.width) for part in shown]
    top = box.top
    for part, height in zip(shown, shares(needed, box.height, _GAP), strict=True):
        room = Box(box.left, top, box.width, height)
        _ADDED[part["kind"]](slide, part, room, lang)
        top += height + _GAP


def _joined(parts: Sequence[Part]) -> list[Part]:
    """Join words that follow each other: they share one box."""
    found: list[Part] = []
    for part in parts:
        if found and part["kind"] == found[-1]["kind"] == "words":
            found[-1] = {**part, "lines": [*found[-1]["lines"], *part["lines"]]}
        else:
            found.append(part)
    return found


def _words(slide: Any, part: Part, box: Box, lang: Lang) -> None:
    free = body_of(slide)
    shape = free if free is not None and not free.text_frame.text else None
    write_lines(shape or slide.shapes.add_textbox(0, 0, 0, 0), lines_of(part), box, lang)


def _listings(slide: Any, part: Part, box: Box, lang: Lang) -> None:
    boxes = box.columns(len(part["listings"]), 2 * _GAP)
    listed = _listed(part)
    size = min(words.size_of(lines, room, 16.0) for lines, room in zip(listed, boxes, strict=True))
    for lines, room in zip(listed, boxes, strict=True):
        write_lines(slide.shapes.add_textbox(0, 0, 0, 0), lines, room, lang, size)


def _listed(part: Part) -> list[list[Line]]:
    return [
        [Line(printable(title), "head"), *(Line(printable(line), "bullet") for line in lines)]
        for title, lines in part["listings"]
    ]


def _of_listings(part: Part, width: float) -> float:
    columns = max(len(part["listings"]), 1)
    each = (width - 2 * _GAP * (columns - 1)) / columns
    return max((words.needed(lines, each) for lines in _listed(part)), default=0.0)


_NEEDED: dict[str, Callable[[Part, float], float]] = {
    "table": table.needed,
    "words": lambda part, width: words.needed(lines_of(part), width),
    "listings": _of_listings,
}
_ADDED: dict[str, Callable[[Any, Part, Box, Lang], None]] = {
    "table": table.add_table,
    "words": _words,
    "listings": _listings,
}


def _drop_empty(slide: Any) -> None:
    """Take out placeholders nothing stands in: PowerPoint would ask for text there."""
    for shape in list(slide.placeholders):
        if shape.has_text_frame and not shape.text_frame.text:
            shape._element.getparent().remove(shape._element)


def _foot(slide: Any, base: Base, foot: str, lang: Lang) -> None:
    """Set the running line and the number where the layout has a place for them."""
    for shape in base.content.placeholders:
        kind = kind_of(shape)
        if kind not in ("FOOTER", "SLIDE_NUMBER"):
            continue
        made = deepcopy(shape._element)  # the library puts no layout's foot on slides
        slide.shapes._spTree.append(made)
        if kind == "FOOTER":
            frame = next(each for each in slide.placeholders if each._element is made).text_frame
            frame.text = ""
            shown = shortened(foot, _FOOT, box_of(shape).width, 1)
            write(frame, [(shown, _FOOT, theme.INK3, False)], lang)
            frame.paragraphs[0].alignment = library("pptx.enum.text").PP_ALIGN.LEFT
