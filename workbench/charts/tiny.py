"""Drawings of one line of text: a bullet, an interval and a course, for summaries."""

from collections.abc import Sequence

from workbench.charts import theme
from workbench.charts.field import Field
from workbench.charts.layers import Drawing, MarkLayer, Row
from workbench.charts.plane import Plane
from workbench.charts.scale import Span

_HEIGHT, _EDGE = 20.0, 4.0  # px; the edge keeps a dot at 0 or 1 whole
_REACH = 1.5  # a bullet ends at one and a half targets
_BELOW = 0.5  # of a target, as far as a bullet goes below zero


def bullet(
    value: float | None,
    target: float,
    *,
    width: int = 168,
    is_short: bool = False,
) -> Drawing:
    """Draw a value on its track with a tick at the target.

    Parameters
    ----------
    value
        Drawn from zero; longer than one and a half targets it ends torn, with an arrow, as it
        does further than half a target below zero. None: track only.
    target
        Above zero, in the unit of `value`.
    is_short
        Draw the bar in the colour that asks for a decision.
    """
    plane = _plane(-target * _BELOW if value is not None and value < 0 else 0.0,
                   target * _REACH, width)  # fmt: skip
    colour = theme.WARN if is_short else theme.REP
    layers = [plane.bars([_mark(0, plane.span.high)], theme.BAND, size=12)]
    layers += _bar(plane, value, colour) if value else []
    if plane.span.low < 0:
        layers.append(plane.ticks([_mark(0, 0)], theme.INK3, size=18, thickness=1))
    return plane.finish([*layers, plane.ticks([_mark(0, target)], theme.INK, size=18, thickness=2)])


def _bar(plane: Plane, value: float, colour: str) -> list[MarkLayer]:
    mark = _mark(0, plane.span.inside(value) or 0.0)
    layers = [plane.bars([mark], colour, size=6)]
    if mark["value"] != value:
        layers += plane.torn([mark], colour, size=9)
    return layers


def interval(
    value: float | None,
    bounds: tuple[float, float] | None = None,
    *,
    reference: float | None = None,
    band: tuple[float, float] | None = None,
    domain: tuple[float, float] = (0.0, 1.0),
    width: int = 168,
    is_unsteady: bool = False,
) -> Drawing:
    """Draw a rate as a dot on its interval, with a reference tick and the band of the peers.

    Parameters
    ----------
    value
        None: only the ground, the band and the tick.
    bounds
        Ends of the 95 % interval.
    reference
        The target or the peers' median.
    band
        The peers' quartiles.
    is_unsteady
        n < 10: a hollow dot.
    """
    plane = _plane(*domain, width)
    layers = [plane.lines([_mark(*domain)], theme.RULE, size=1.5)]
    if domain[0] < 0 < domain[1]:
        layers.append(plane.ticks([_mark(0, 0)], theme.INK3, size=18, thickness=1))
    if band is not None:
        layers.append(plane.bars([_mark(*band)], theme.BAND, size=12))
    if reference is not None:
        layers.append(plane.ticks([_mark(0, reference)], theme.INK2, size=16, thickness=2))
    if value is not None and bounds is not None:
        layers.append(plane.lines([_mark(*bounds)], theme.REP, size=2))
    if value is not None:
        dot = {**_mark(0, value), "size": 44}
        layers.append(plane.dots([dot], theme.REP, is_hollow=is_unsteady))
    return plane.finish(layers)


def course(
    values: Sequence[float | None], *, width: int = 96, reference: float | None = None
) -> Drawing:
    """Draw how a figure went: a line through its periods, a dot at the last.

    Parameters
    ----------
    values
        Oldest first; None leaves a gap, and a value between two gaps is a dot.
    reference
        Drawn level behind the line: what was asked for. None: nothing was.
    """
    known = [(n, value) for n, value in enumerate(values) if value is not None]
    ends = [value for _, value in known] + ([] if reference is None else [reference])
    low, high = min(ends, default=0.0), max(ends, default=1.0)
    room = (high - low) * 0.1 or 1.0
    field = Field(
        x=Span(0, max(len(values) - 1, 1), width - 2 * _EDGE),
        y=Span(low - room, high + room, _HEIGHT - 2 * _EDGE),
        left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE,
    )  # fmt: skip
    layers = [field.zero(theme.AXIS)] if low < 0 < high else []
    if reference is not None:
        level = [{"x": field.x.low, "y": reference}, {"x": field.x.high, "y": reference}]
        layers.append(field.path(level, theme.AXIS, strokeWidth=1))
    for run in _runs(values):
        alone = field.dots(run, theme.REP, size=14)
        layers.append(field.path(run, theme.REP, strokeWidth=1.5) if len(run) > 1 else alone)
    last = [{"x": n, "y": value, "hover": ""} for n, value in known[-1:]]
    return field.finish([*layers, field.dots(last, theme.REP, size=30)])


def _runs(values: Sequence[float | None]) -> list[list[Row]]:
    """Cut a course where a value is absent."""
    runs: list[list[Row]] = [[]]
    for n, value in enumerate(values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append({"x": n, "y": value, "hover": ""})
    return [run for run in runs if run]


def _plane(low: float, high: float, width: int) -> Plane:
    span = Span(low, high, width - 2 * _EDGE)
    return Plane(span=span, rows=1, row_height=_HEIGHT, left=_EDGE, right=_EDGE)


def _mark(start: float, value: float) -> dict[str, object]:
    return {"row": 0, "start": start, "value": value, "hover": ""}
