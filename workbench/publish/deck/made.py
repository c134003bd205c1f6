"""Sections written for slides as one deck: charts and tables to be changed, the same bytes."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from workbench.charts import theme
from workbench.charts.printable import printable
from workbench.i18n import Lang
from workbench.publish.deck.base import Base, base_of, body_of, box_of
from workbench.publish.deck.package import packed
from workbench.publish.deck.room import LINE, fitting_size, shortened
from workbench.publish.deck.slide import add_slide, note
from workbench.publish.deck.words import Line, write, write_lines
from workbench.publish.pdf import Paper

_NAMES = (40.0, 32.0, 26.0)  # points
_BASIS = 4  # lines of what the figures rest on, under a title; the rest is told in the notes


def deck(sources: Iterable[str], paper: Paper, template: Path | None = None) -> bytes:
    """Make a deck.

    Parameters
    ----------
    sources
        As the renderer of slides writes sections; they stand by their `place`, else in their order.
        One that shows nothing, or only
        says that there is nothing, is left out.
    template
        The company's, .pptx or .potx; None takes a plain one.

    Returns
    -------
    bytes
        A .pptx without macros or links; equal for equal sources, paper and template.

    Raises
    ------
    ParameterError
        Where the template cannot be used.
    """
    base = base_of(template)
    told = sorted((json.loads(source) for source in sources), key=lambda each: each["place"])
    moment = [line for line in (paper.foot, paper.standing, paper.later) if line]
    foot = " · ".join(part for part in (paper.head or paper.title, paper.standing) if part)
    for each in told:
        each["notes"] = [*each["notes"], *moment]
        if each["cover"]:
            _cover(base, each, paper)
        elif not all(part.get("is_callout") for part in each["parts"]):
            add_slide(base, each, foot)
    return packed(base.deck, paper)


def _cover(base: Base, told: dict[str, Any], paper: Paper) -> None:
    lang, cover = paper.lang, told["cover"]
    slide = base.deck.slides.add_slide(base.cover)
    ink = "" if base.is_own else theme.INK
    title = printable(cover["name"] or paper.title)
    box = box_of(slide.shapes.title)
    size = fitting_size([title], _NAMES, box)
    shown = shortened(title, size, box.width, max(int(box.height / (size * LINE)), 1))
    write(slide.shapes.title.text_frame, [(shown, size, ink, True)], lang)
    beneath = body_of(slide)
    if beneath is not None:
        write_lines(beneath, _lines(cover, paper), box_of(beneath), lang)
    note(slide, [*_basis(cover["basis"], lang), *told["notes"]])


def _lines(cover: dict[str, Any], paper: Paper) -> list[Line]:
    """Say of which period it is, whose, and how it stands: as a draft, or signed."""
    first = " · ".join(part for part in (cover["company"], cover["kind"], cover["period"]) if part)
    told = [
        Line(printable(first), "head"), Line(printable(cover["role"])),
        Line(paper.standing, "prompt"), Line(paper.later, "quiet"),
        *(Line(line) for line in _basis(cover["basis"], paper.lang)[:_BASIS]),
        Line(printable(cover["withheld"]), "quiet"),
    ]  # fmt: skip
    return [line for line in told if line.text]


def _basis(basis: Sequence[Sequence[str]], lang: Lang) -> list[str]:
    colon = "：" if lang == "zh" else ": "
    return [printable(f"{term}{colon}{text}") for term, text in basis]
