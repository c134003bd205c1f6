"""Words on a slide: lines at a counted distance, cut to their box, none of them markup."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from workbench.charts import theme
from workbench.charts.printable import printable
from workbench.i18n import Lang, message
from workbench.publish.deck.line import line_xml
from workbench.publish.deck.room import LINE, Box, fitted, fitting_size, height_of
from workbench.publish.extra import library

SIZES = (18.0, 16.0, 14.0, 13.0, 12.0)  # points; below 12 nobody at the back reads it
POINT = 12700  # units of a slide
_GAP = 0.35 * LINE  # of the size, over each line


@dataclass(frozen=True)
class Line:
    """A line and its look: head, quiet, bullet, prompt, or "" for plain words."""

    text: str
    look: str = ""

    @property
    def shown(self) -> str:
        """Write it as it stands on the slide."""
        return f"• {self.text}" if self.look == "bullet" else self.text


def lines_of(part: dict[str, Any]) -> list[Line]:
    """Read the lines of a part; none holds what no file may hold."""
    return [Line(printable(text).replace("\n", " "), look) for text, look in part["lines"]]


def needed(lines: Sequence[Line], width: float, size: float) -> float:
    """Give the height lines ask for at a size."""
    return height_of([line.shown for line in lines], size, width) + 4


def size_of(lines: Sequence[Line], box: Box, most: float = SIZES[0]) -> float:
    """Choose the largest size at which lines fit a box."""
    sizes = [size for size in SIZES if size <= most]
    return fitting_size([line.shown for line in lines], sizes, box)


def write_lines(
    shape: Any,
    lines: Sequence[Line],
    box: Box,
    lang: Lang,
    size: float = 0.0,
) -> None:
    """Write lines into a form; those without room are counted in its last line.

    Parameters
    ----------
    size
        In points; 0 takes the largest that fits.
    """
    texts = [line.shown for line in lines]
    size = size or size_of(lines, box)
    shown = list(lines)
    if height_of(texts, size, box.width) > box.height:
        room = Box(box.left, box.top, box.width, box.height - size * LINE * 1.35)
        kept, is_cut = fitted(texts, size, room)
        looks = [line.look for line in lines[: len(kept)]]
        if is_cut and looks[-2:] == ["bullet", "bullet"]:
            kept, is_cut = kept[:-1], False  # of sentences one after the other none is cut
        elif len(kept) < len(lines) and looks[-1:] == ["head"]:
            kept, is_cut = kept[:-1], False  # a heading stands over something
        told = [
            Line(text.removeprefix("• "), line.look)
            for text, line in zip(kept, lines, strict=False)
        ]
        left = len(lines) - len(kept)
        rest = message("slides-more", lang, n=left) if left else message("slides-rest", lang)
        shown = [*told, Line(rest, "quiet")] if left or is_cut else told
    place(shape, box)
    write(shape.text_frame, [(line.shown, size, *_looks(line.look)) for line in shown], lang)


def add_words(
    slide: Any, lines: Sequence[tuple[str, float, str, bool]], box: Box, lang: Lang
) -> None:
    """Add lines in a box of their own height, each with its size, colour and weight."""
    shape = slide.shapes.add_textbox(0, 0, 0, 0)
    height = sum(height_of([text], size, box.width) for text, size, _, _ in lines)
    place(shape, Box(box.left, box.top, box.width, height))
    write(shape.text_frame, lines, lang)


def place(shape: Any, box: Box) -> None:
    """Set a form to its place."""
    shape.left, shape.top = int(box.left * POINT), int(box.top * POINT)
    shape.width, shape.height = int(box.width * POINT), int(box.height * POINT)


def write(frame: Any, lines: Sequence[tuple[str, float, str, bool]], lang: Lang) -> None:
    """Write lines with their size, colour ("" for that of the layout) and weight."""
    body, xml = frame._txBody, library("pptx.oxml").parse_xml
    frame.word_wrap = True
    frame.auto_size = library("pptx.enum.text").MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for old in list(body.p_lst):
        body.remove(old)
    for n, (text, size, ink, is_bold) in enumerate(lines):
        over = _GAP * size if n else 0.0
        body.append(xml(line_xml(text, size, lang, ink=ink, is_bold=is_bold, before=over)))


def _looks(look: str) -> tuple[str, bool]:
    inks = {"quiet": theme.INK3, "prompt": theme.WARN, "head": theme.INK}
    return inks.get(look, theme.INK2), look == "head"
