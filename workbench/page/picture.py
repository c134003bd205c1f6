"""A chart on a page."""

from collections.abc import Callable
from dataclasses import dataclass

from workbench.charts.figure import NARROW, WIDE
from workbench.charts.layers import Drawing


@dataclass(frozen=True)
class Picture:
    """A chart that knows how to draw itself at any width."""

    draw: Callable[[int], Drawing]  # for a width in px
    key: str  # goes before every id of the drawing; differs between the pictures of a page
    description: str  # what the drawing says, for people who do not see it
    widths: tuple[int, ...] = (WIDE, NARROW)  # of a wide screen and of a phone, or of any
