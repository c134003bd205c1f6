"""One drawing of an exploration with its words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.charts.canvas import Drawing

if TYPE_CHECKING:
    import altair as alt


@dataclass(frozen=True)
class Picture:
    """What is drawn, under the finding it shows; `draw` None: nothing can be drawn, `sub` why."""

    draw: "Callable[[int], Drawing | alt.LayerChart] | None"
    title: str
    sub: str
    description: str  # what the drawing says, for people who do not see it
