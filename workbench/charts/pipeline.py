"""Open deals: how old they are in which stage, and where the amount stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.charts import text, theme
from workbench.charts.bars import name_room
from workbench.charts.plane import Plane
from workbench.charts.scale import Span, round_steps

if TYPE_CHECKING:
    import altair as alt

_ROW = 42.0  # px
_BIGGEST, _SMALLEST = 150.0, 16.0  # px², areas of the largest and the smallest dot
_MOST_NAMES = 8  # labels beyond these would cover dots


@dataclass(frozen=True, kw_only=True)
class OpenDeal:
    """One open deal."""

    name: str
    stage: str
    age_days: float
    amount: float | None  # None: not recorded; the smallest dot
    is_past_due: bool = False
    hover: str = ""


def open_deals(
    deals: Sequence[OpenDeal],
    stages: Sequence[str],
    *,
    width: int,
    days_text: Callable[[float], str],
) -> "alt.LayerChart":
    """Draw each open deal by stage and age; its area is its amount.

    Parameters
    ----------
    deals
        One row per open deal. A past-due one is orange and named, the largest first where there
        are too many names to fit.
    stages
        In the order a deal goes through them, from top to bottom.
    width
        Outer width in px.
    days_text
        Writes a number of days: "20天".
    """
    left = name_room(stages, width)
    oldest = max([deal.age_days for deal in deals] or [0.0])
    ticks = round_steps(max(oldest, 10.0), 4)
    span = Span(0, ticks[-1], width - left - 22)
    plane = Plane(
        span=span, rows=max(len(stages), 1), row_height=_ROW, left=left, right=22, top=6, bottom=24
    )
    layers = plane.grid(ticks, [days_text(tick) for tick in ticks])
    layers.append(plane.names([text.shorten(stage, left - 10) for stage in stages]))
    largest = max((deal.amount or 0.0 for deal in deals), default=0.0)
    for is_past_due, colour in ((False, theme.REP), (True, theme.WARN)):
        rows = [
            _dot(deal, stages.index(deal.stage), largest)
            for deal in sorted(deals, key=lambda deal: -(deal.amount or 0.0))
            if deal.is_past_due is is_past_due
        ]
        layers += [plane.dots(rows, colour)] if rows else []
    return plane.finish([*layers, *_names(plane, deals, stages)])


def _dot(deal: OpenDeal, row: int, largest: float) -> dict[str, object]:
    part = (deal.amount or 0.0) / largest if largest > 0 else 0.0
    size = _SMALLEST + max(part, 0.0) * (_BIGGEST - _SMALLEST)
    return {"row": row, "value": deal.age_days, "size": size, "hover": deal.hover or deal.name}


def _names(plane: Plane, deals: Sequence[OpenDeal], stages: Sequence[str]) -> list["alt.Chart"]:
    """Name past-due deals, the largest first, where no name covers another or another dot."""
    late = sorted((d for d in deals if d.is_past_due), key=lambda deal: -(deal.amount or 0.0))
    taken = [
        (
            stages.index(deal.stage),
            plane.span.at(deal.age_days) - 6,
            plane.span.at(deal.age_days) + 6,
        )
        for deal in deals
    ]
    rows: list[dict[str, object]] = []
    for deal in late:
        row, x = stages.index(deal.stage), plane.span.at(deal.age_days)
        spot = _spot(x, row, plane, text.shorten(deal.name, 130), taken)
        if spot is not None and len(rows) < _MOST_NAMES:
            start, label = spot
            taken.append((row, start, start + text.width(label)))
            rows.append({"row": row, "x": start, "label": label})
    return [plane.words(rows, theme.WARN)] if rows else []


def _spot(
    x: float, row: int, plane: Plane, label: str, taken: Sequence[tuple[int, float, float]]
) -> tuple[float, str] | None:
    """Find room for a name right of its dot, else left of it."""
    size = text.width(label)
    for start in (x + 10, x - 10 - size):
        end = start + size
        is_inside = start >= 0 and end <= plane.span.pixels + plane.right
        crosses = any(
            other == row and start - 2 < right and end + 2 > left for other, left, right in taken
        )
        if is_inside and not crosses:
            return start, label
    return None
