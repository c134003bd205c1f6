"""Open deals: how old they are in which stage, and where the amount stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import pi, sqrt

from workbench.charts import text, theme
from workbench.charts.bars import name_room
from workbench.charts.layers import Drawing, MarkLayer
from workbench.charts.plane import Plane
from workbench.charts.scale import Span, round_steps

_ROW = 42.0  # px
_BIGGEST, _SMALLEST = 190.0, 16.0  # px², areas of the largest and the smallest dot
_LANES = (0, 8, -8, 14, -14)  # px above the row's middle
_NAME = 130.0  # px a name takes at most
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
    deal_id: str = ""  # what a reader picks it by, where a chart is live


def open_deals(
    deals: Sequence[OpenDeal],
    stages: Sequence[str],
    *,
    width: int,
    days_text: Callable[[float], str],
) -> Drawing:
    """Draw each open deal by stage and age; its area is its amount.

    Parameters
    ----------
    deals
        One row per open deal; its stage is one of `stages`. A past-due one is orange and named,
        the largest first where there are too many names to fit.
    stages
        In the order a deal goes through them, from top to bottom.
    width
        Outer width in px.
    days_text
        Writes a number of days: "20天".
    """
    left = name_room(stages, width)
    oldest = max([deal.age_days for deal in deals] or [0.0])
    ticks = round_steps(max(oldest, 20.0))  # from 20 on the steps are whole days
    span = Span(0, ticks[-1], width - left - 22)
    plane = Plane(
        span=span, rows=max(len(stages), 1), row_height=_ROW, left=left, right=22, top=6, bottom=24
    )
    layers = plane.grid(ticks, [days_text(tick) for tick in ticks])
    layers.append(plane.names(stages))
    for is_past_due, colour in ((False, theme.REP), (True, theme.WARN)):
        rows = [
            dot
            for dot, deal in zip(dots_of(plane, deals, stages), deals, strict=True)
            if deal.is_past_due is is_past_due
        ]
        layers += [plane.dots(rows, colour)] if rows else []
    return plane.finish([*layers, *names_of(plane, deals, stages)])


def dots_of(
    plane: Plane, deals: Sequence[OpenDeal], stages: Sequence[str]
) -> list[dict[str, object]]:
    """Size dots by amount, and lift those that would cover another into a free lane."""
    largest = max((deal.amount or 0.0 for deal in deals), default=0.0)
    lanes: dict[tuple[int, int], float] = {}  # where the last dot of a row's lane ends
    dots: list[dict[str, object]] = [{} for _ in deals]
    for n in sorted(range(len(deals)), key=lambda n: deals[n].age_days):
        deal, row = deals[n], stages.index(deals[n].stage)
        part = max(deal.amount or 0.0, 0.0) / largest if largest > 0 else 0.0
        size = _SMALLEST + part * (_BIGGEST - _SMALLEST)
        x, radius = plane.span.at(deal.age_days), sqrt(size / pi)
        ends = [lanes.get((row, lane), -1.0) for lane in _LANES]
        free = (lane for lane, end in zip(_LANES, ends, strict=True) if end <= x - radius)
        lane = next(free, _LANES[ends.index(min(ends))])
        lanes[row, lane] = x + radius
        hover = deal.hover or deal.name
        dots[n] = {"row": row, "value": deal.age_days, "size": size, "hover": hover, "lift": lane}
        if deal.deal_id:
            dots[n]["deal_id"] = deal.deal_id
    return dots


def names_of(plane: Plane, deals: Sequence[OpenDeal], stages: Sequence[str]) -> list[MarkLayer]:
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
    names = text.distinct([deal.name for deal in late], _NAME)
    for deal, name in zip(late, names, strict=True):
        row, x = stages.index(deal.stage), plane.span.at(deal.age_days)
        spot = _spot(x, row, plane, name, taken)
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
