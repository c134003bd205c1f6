"""One drawing of an exploration with its words."""

from collections.abc import Callable
from dataclasses import dataclass

from workbench.charts.layers import Drawing


@dataclass(frozen=True)
class Picture:
    """What is drawn, under the finding it shows; `draw` None: nothing can be drawn, `sub` why."""

    draw: Callable[[int], Drawing] | None
    title: str
    sub: str
    description: str  # what the drawing says, for people who do not see it
