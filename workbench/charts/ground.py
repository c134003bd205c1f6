"""What a drawing's px stand for: the values across and, with two measured axes, upwards."""

from dataclasses import dataclass

from workbench.charts.scale import Span


@dataclass(frozen=True)
class Ground:
    """The scales of a drawing, by which it is read back into values."""

    x: Span
    y: Span | None = None  # None: rows from top to bottom, told by their number
    rows: int = 0  # how many
    row_height: float = 0.0  # px of one
