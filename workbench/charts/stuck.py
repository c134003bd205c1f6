"""Open deals by stage and days in it, with the line from which a deal counts as stuck."""

from collections.abc import Callable, Collection, Mapping, Sequence

from workbench.charts import text, theme
from workbench.charts.bars import name_room
from workbench.charts.layers import Drawing, MarkLayer
from workbench.charts.pipeline import OpenDeal, dots_of, names_of
from workbench.charts.plane import Plane
from workbench.charts.scale import Span, centred, round_steps

_ROW, _BAND, _TARGET = 46.0, 38.0, 620.0  # px, px, px² of what can be hit


def stuck(
    deals: Sequence[OpenDeal],
    stages: Sequence[str],
    lines: Mapping[str, float],
    *,
    width: int,
    days_text: Callable[[float], str],
    line_text: str,
    picked: Collection[str] = (),
) -> Drawing:
    """Draw each open deal by stage and days in it; its area is its amount.

    Parameters
    ----------
    deals
        One row per open deal; `age_days` is its days in the stage, `is_past_due` whether it is
        stuck: then it is orange and named.
    stages
        From top to bottom.
    lines
        Days from which a deal of a stage is stuck; a stage without one has no line.
    picked
        Ids of deals with a ring around them.
    """
    left = name_room(stages, width)
    ends = [deal.age_days for deal in deals] + [line + 7 for line in lines.values()]
    ticks = round_steps(max([*ends, 20.0]))
    plane = Plane(
        span=Span(0, ticks[-1], width - left - 22), rows=max(len(stages), 1), row_height=_ROW,
        left=left, right=22, top=20, bottom=24,
    )  # fmt: skip
    dots = dots_of(plane, deals, stages)
    layers = [
        *_zone(plane, stages, lines, line_text),
        *plane.grid(ticks, [days_text(tick) for tick in ticks]),
        plane.names(stages),
    ]
    # Always every layer, also an empty one: only rows differ when another deal is picked
    for is_stuck, colour in ((False, theme.REP), (True, theme.WARN)):
        rows = [d for d, deal in zip(dots, deals, strict=True) if deal.is_past_due is is_stuck]
        layers.append(plane.dots(rows, colour, opacity=1 if is_stuck else 0.75))
    layers += names_of(plane, deals, stages)
    rings = [{**dot, "size": 340} for dot in dots if dot.get("deal_id") in picked]
    layers.append(plane.dots(rings, theme.INK, fill="transparent", stroke=theme.INK, strokeWidth=2))
    return plane.finish([*layers, _targets(plane, dots)])


def _zone(
    plane: Plane, stages: Sequence[str], lines: Mapping[str, float], line_text: str
) -> list[MarkLayer]:
    known = [(row, lines[stage]) for row, stage in enumerate(stages) if stage in lines]
    if not known:
        return []
    end = plane.span.high
    zones = [{"row": row, "start": line, "value": end, "hover": ""} for row, line in known]
    marks = [{"row": row, "value": line, "hover": ""} for row, line in known]
    at = plane.span.at(known[0][1])
    head = [{"x": centred(at, text.width(line_text), plane.span.pixels), "label": line_text}]
    return [
        plane.bars(zones, theme.BAND, size=_BAND, opacity=0.55),
        plane.ticks(marks, theme.INK2, size=_BAND, thickness=1.5),
        plane.heading(head, color=theme.INK2),
    ]


def _targets(plane: Plane, dots: Sequence[Mapping[str, object]]) -> MarkLayer:
    """Lay a clear disc over each dot, large enough to hit."""
    discs = [{**dot, "size": _TARGET} for dot in dots]
    return plane.dots(
        discs, theme.INK, pick="deal_id", fill="transparent", stroke="transparent", cursor="pointer"
    )
