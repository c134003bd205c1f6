"""A chart on a page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.charts.figure import NARROW, WIDE
from workbench.charts.layers import Drawing

if TYPE_CHECKING:
    from workbench.charts.chart import LayerChart


@dataclass(frozen=True)
class Picture:
    """A chart that knows how to draw itself at any width."""

    draw: Callable[[int], Drawing]  # for a width in px
    key: str  # goes before every id of the drawing; differs between the pictures of a page
    description: str  # what the drawing says, for people who do not see it
    widths: tuple[int, ...] = (WIDE, NARROW)  # of a wide screen and of a phone, or of any

    def chart(self, width: int = WIDE) -> "LayerChart":
        """Give it as a chart of Altair's own, with axes, scales and tables; see `chart_of`."""
        from workbench.charts.chart import chart_of  # noqa: PLC0415 (documents need none)

        return chart_of(self.draw(width))
