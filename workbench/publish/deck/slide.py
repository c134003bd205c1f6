"""One slide: its title, what proves it, and what only the speaker reads."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from workbench.charts import theme
from workbench.charts.printable import printable
from workbench.i18n import Lang
from workbench.publish.deck.arrange import fill
from workbench.publish.deck.base import Base, body_of, box_of, kind_of
from workbench.publish.deck.room import LINE, Box, fitting_size, lines_in, shortened
from workbench.publish.deck.words import add_words, write
from workbench.publish.extra import library

_TITLES = (26.0, 22.0, 20.0, 18.0)  # points
_FOOT, _NAME = 11.0, 12.0


def add_slide(base: Base, told: dict[str, Any], foot: str) -> None:
    """Add the slide of a section."""
    lang: Lang = told["lang"]
    slide = base.deck.slides.add_slide(base.content)
    top = _title(slide, base, printable(told["title"]), lang)
    if not base.is_own and told["name"] != told["title"]:
        name = (printable(told["name"]), _NAME, theme.REP, True)
        box = box_of(slide.shapes.title)
        add_words(slide, [name], Box(box.left, top - _NAME * 1.5, box.width, 0), lang)
    fill(slide, told["parts"], box_of(body_of(base.content)), lang)
    _drop_empty(slide)
    _foot(slide, base, foot, lang)
    note(slide, told["notes"])


def note(slide: Any, lines: Sequence[str]) -> None:
    """Write the speaker's notes."""
    slide.notes_slide.notes_text_frame.text = "\n".join(printable(line) for line in lines)


def _title(slide: Any, base: Base, title: str, lang: Lang) -> float:
    """Write the title; give where its first line begins."""
    box = box_of(slide.shapes.title)
    size = fitting_size([title], _TITLES, box)
    shown = shortened(title, size, box.width, max(int(box.height / (size * LINE)), 1))
    write(slide.shapes.title.text_frame, [(shown, size, _ink(base), True)], lang)
    said = slide.shapes.title._element.nvSpPr.cNvPr
    said.set("descr", title)  # by which a later deck knows what this one said
    return box.bottom - lines_in(shown, size, box.width) * size * LINE


def _ink(base: Base) -> str:
    return "" if base.is_own else theme.INK


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
