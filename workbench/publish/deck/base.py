"""What a deck begins with: the company's template, or a plain one in the documents' colours."""

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.charts.theme import PRINT_PAPER
from workbench.errors import ParameterError
from workbench.i18n import error, said
from workbench.publish.deck.ink import CHINESE, LATIN, THEME
from workbench.publish.deck.room import Box
from workbench.publish.deck.words import POINT, place
from workbench.publish.extra import library

WIDTH, HEIGHT = 960.0, 540.0  # points: 16:9
_LEFT = 44.0
_TITLE = Box(_LEFT, 40, WIDTH - 2 * _LEFT, 62)
_BODY = Box(_LEFT, 116, WIDTH - 2 * _LEFT, 376)
_FOOT = Box(_LEFT, 506, WIDTH - 2 * _LEFT - 80, 18)
_NUMBER = Box(WIDTH - _LEFT - 60, 506, 60, 18)
_COVER = Box(_LEFT, 170, WIDTH - 2 * _LEFT, 96)
_BENEATH = Box(_LEFT, 282, WIDTH - 2 * _LEFT, 160)
_AS_TEMPLATE = b"presentationml.template.main+xml"
_AS_DECK = b"presentationml.presentation.main+xml"
_TITLES, _BODIES = {"TITLE", "CENTER_TITLE"}, {"BODY", "OBJECT", "SUBTITLE"}


@dataclass(frozen=True)
class Base:
    """A deck without slides, and which of its layouts are used."""

    deck: Any
    cover: Any  # the layout of the first slide
    content: Any  # of the others: a title, and words beneath
    is_own: bool  # whether it is the company's template


def base_of(template: Path | None) -> Base:
    """Open what a deck begins with.

    Raises
    ------
    ParameterError
        Where the template is missing, no PowerPoint file, or without a layout that is needed.
    """
    if template is None:
        return _plain()
    if not template.is_file():
        raise error(ParameterError, "refusal-no-deck-template", file=str(template))
    try:
        deck = library("pptx").Presentation(io.BytesIO(_as_deck(template.read_bytes())))
    except (ValueError, KeyError, zipfile.BadZipFile, library("lxml.etree").XMLSyntaxError):
        raise error(ParameterError, "refusal-deck-template-unread", file=str(template)) from None
    _without_slides(deck)
    content = next((each for each in deck.slide_layouts if _is_content(each)), None)
    cover = next((each for each in deck.slide_layouts if _has(each, "CENTER_TITLE")), content)
    if content is None or cover is None:
        missing = said("deck-needs-body")
        raise error(
            ParameterError, "refusal-deck-template-layout", file=str(template), missing=missing
        )
    return Base(deck, cover, content, is_own=True)


def box_of(shape: Any) -> Box:
    """Give where a form of a slide or layout stands."""
    sides = (shape.left, shape.top, shape.width, shape.height)
    return Box(*(float(side or 0) / POINT for side in sides))


def kind_of(shape: Any) -> str:
    """Name the kind of a placeholder."""
    return str(shape.placeholder_format.type.name)


def body_of(page: Any) -> Any:
    """Give the first placeholder for words beneath the title; None where there is none."""
    return next((each for each in page.placeholders if kind_of(each) in _BODIES), None)


def _as_deck(content: bytes) -> bytes:
    """Let a template pass for a deck, which the library alone opens: they differ in one word."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as held, zipfile.ZipFile(out, "w") as made:
        for each in held.infolist():
            part = held.read(each)
            if each.filename == "[Content_Types].xml":
                part = part.replace(_AS_TEMPLATE, _AS_DECK)
            made.writestr(each, part)
    return out.getvalue()


def _without_slides(deck: Any) -> None:
    """Take out the slides a template shows as examples."""
    listed = deck.slides._sldIdLst  # the library takes no slide out
    for each in list(listed):
        deck.part.drop_rel(each.rId)
        listed.remove(each)


def _has(layout: Any, *kinds: str) -> bool:
    return any(kind_of(each) in kinds for each in layout.placeholders)


def _is_content(layout: Any) -> bool:
    """Whether a layout has one title, and one place for words under it."""
    bodies = [each for each in layout.placeholders if kind_of(each) in ("BODY", "OBJECT")]
    if not _has(layout, "TITLE") or len(bodies) != 1:
        return False
    return box_of(bodies[0]).width > box_of(bodies[0]).height  # no text set upright


def _plain() -> Base:
    deck = library("pptx").Presentation()
    deck.slide_width, deck.slide_height = int(WIDTH * POINT), int(HEIGHT * POINT)
    master = deck.slide_masters[0]
    _coloured(master)
    layouts = list(master.slide_layouts)
    cover, content = layouts[0], layouts[1]
    for layout in layouts[2:]:
        master.slide_layouts.remove(layout)
    _set(master, _TITLE, _BODY)
    _set(content, _TITLE, _BODY)
    _set(cover, _COVER, _BENEATH)
    return Base(deck, cover, content, is_own=False)


def _set(page: Any, title: Box, body: Box) -> None:
    """Set the placeholders of a layout for a wide slide, words from the top left."""
    boxes = {"FOOTER": _FOOT, "SLIDE_NUMBER": _NUMBER}
    anchors = library("pptx.enum.text").MSO_ANCHOR
    for shape in list(page.placeholders):
        kind = kind_of(shape)
        if kind == "DATE":
            shape._element.getparent().remove(shape._element)
            continue
        is_title = kind in _TITLES
        place(shape, boxes.get(kind, title if is_title else body))
        if is_title or kind in _BODIES:
            frame = shape.text_frame
            frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
            frame.vertical_anchor = anchors.BOTTOM if is_title else anchors.TOP
            for level in shape._element.txBody.iter(library("pptx.oxml.ns").qn("a:lvl1pPr")):
                level.set("algn", "l")


def _coloured(master: Any) -> None:
    """Put the documents' colours and fonts into the theme."""
    kinds = library("pptx.opc.constants").RELATIONSHIP_TYPE
    part = master.part.part_related_by(kinds.THEME)
    told = part.blob.decode("utf-8")
    for place_of, ink in THEME.items():
        shown = ink[1:].upper() if ink != PRINT_PAPER else PRINT_PAPER[1:].upper() * 2
        told = re.sub(
            f"<a:{place_of}>.*?</a:{place_of}>",
            f'<a:{place_of}><a:srgbClr val="{shown}"/></a:{place_of}>', told, flags=re.DOTALL,
        )  # fmt: skip
    told = re.sub(
        r'<a:latin typeface="[^"]*"/><a:ea typeface=""/>',
        f'<a:latin typeface="{LATIN}"/><a:ea typeface="{CHINESE}"/>', told,
    )  # fmt: skip
    told = re.sub(
        r'<a:font script="Hans" typeface="[^"]*"/>',
        f'<a:font script="Hans" typeface="{CHINESE}"/>', told,
    )  # fmt: skip
    part._blob = told.encode("utf-8")  # the library keeps themes as bytes
    _left(master)


def _left(master: Any) -> None:
    """Let titles begin at the left, as the documents' findings do."""
    qn = library("pptx.oxml.ns").qn
    for each in master._element.iter(qn("p:titleStyle"), qn("p:bodyStyle")):
        for level in each:
            level.set("algn", "l")
