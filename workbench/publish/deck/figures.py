"""The figures a slide opens with, large and side by side."""

from typing import Any

from workbench.charts import theme
from workbench.charts.printable import printable
from workbench.i18n import Lang
from workbench.publish.deck.ink import filled
from workbench.publish.deck.room import Box, shortened
from workbench.publish.deck.words import place, write
from workbench.publish.extra import library

HEIGHT = 157.0  # points
_NAME, _VALUE, _SMALL = 12.0, 26.0, 12.0
_GAP, _PAD = 14.0, 8.0
_MOST = 5
_RULE = 12700  # units of a slide: a point


def add_figures(slide: Any, part: dict[str, Any], box: Box, lang: Lang) -> None:
    """Set each figure under its name, and beneath it what it says and on what it rests."""
    rows = part["rows"][:_MOST]
    for row, room in zip(rows, box.columns(len(rows), _GAP), strict=True):
        _rule(slide, room)
        name, value, reading, counts = (printable(text) for text in row)
        width = room.width
        told = [
            (shortened(name, _NAME, width, 1), _NAME, theme.INK3, False),
            (shortened(value, _VALUE, width, 1), _VALUE, theme.REP, True),
            (shortened(reading, _SMALL, width, 3), _SMALL, theme.INK, False),
            (shortened(counts, _SMALL, width, 2), _SMALL, theme.INK3, False),
        ]
        shape = slide.shapes.add_textbox(0, 0, 0, 0)
        place(shape, Box(room.left, room.top + _PAD, width, HEIGHT - _PAD))
        write(shape.text_frame, [each for each in told if each[0]], lang)


def _rule(slide: Any, box: Box) -> None:
    shapes = library("pptx.enum.shapes")
    line = slide.shapes.add_connector(shapes.MSO_CONNECTOR.STRAIGHT, 0, 0, 0, 0)
    place(line, Box(box.left, box.top, box.width, 0))
    style = line._element.find(library("pptx.oxml.ns").qn("p:style"))
    line._element.remove(style)  # a theme may give lines a shadow
    line.line.width = _RULE
    filled(line.line.fill, theme.AXIS)
