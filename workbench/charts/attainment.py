"""Won revenue per period against its target: bars with a tick."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.charts import text, theme
from workbench.charts.layers import Drawing, MarkLayer
from workbench.charts.plane import Plane, axis_room
from workbench.charts.scale import LABEL_GAP, Span, centred, fitting, plain

_BAR, _TICK = 20.0, 30.0


@dataclass(frozen=True, kw_only=True)
class PeriodBar:
    """One period: what was won, and what was to be won."""

    name: str  # the period, as the axis names it
    value: float | None  # None: not computable; `label` says why
    label: str  # the figure, written: "181.0万，120.7%"
    target: float | None = None  # None: no tick
    is_this: bool = True  # False: drawn in grey, as something to compare with
    hover: str = ""  # said when pointed at; `label` when empty


def attainment(
    bars: Sequence[PeriodBar],
    *,
    width: int,
    target_label: str = "",
    axis_text: Callable[[float], str] = plain,
) -> Drawing:
    """Draw won revenue per period with its target.

    Parameters
    ----------
    bars
        One row per period, this period first.
    width
        Outer width in px.
    target_label
        Names the first row's tick: "目标150.0万".
    axis_text
        Writes a value of the axis that stands where one is below zero.
    """
    left = min(text.widest(bar.name for bar in bars) + 10, width * 0.4)
    span = _span(bars, width - left)
    top = 20.0 if target_label and bars and bars[0].target is not None else 2.0
    plane = Plane(
        span=span, rows=len(bars), row_height=34, left=left, top=top, bottom=axis_room(span)
    )
    layers = plane.below_zero([bar.value or 0.0 for bar in bars], axis_text)
    layers.append(plane.names([bar.name for bar in bars]))
    for is_this, colour in ((False, theme.PEER), (True, theme.REP)):
        drawn = _values(bars, is_this=is_this)
        if drawn:
            layers.append(plane.bars(drawn, colour, size=_BAR))
    layers += [_labels(plane, bars, is_this=flag) for flag in (True, False)]
    return plane.finish([*layers, *_targets(plane, bars, target_label)])


def _span(bars: Sequence[PeriodBar], pixels: float) -> Span:
    """Leave room for each label behind its bar, and behind a tick that the bar falls short of."""
    ends = []
    for bar in bars:
        value, room = bar.value or 0.0, LABEL_GAP + text.width(bar.label, is_bold=bar.is_this) + 2
        ends.append((value, room))
        if bar.target is not None:
            ends.append((bar.target, room if value < bar.target else 3.0))
    return fitting(pixels, ends)


def _values(bars: Sequence[PeriodBar], *, is_this: bool) -> list[dict[str, object]]:
    return [
        {"row": row, "start": 0, "value": bar.value, "hover": bar.hover or bar.label}
        for row, bar in enumerate(bars)
        if bar.is_this is is_this and bar.value is not None
    ]


def _labels(plane: Plane, bars: Sequence[PeriodBar], *, is_this: bool) -> MarkLayer:
    rows = [
        {"row": row, "x": _label_x(plane, bar), "label": bar.label}
        for row, bar in enumerate(bars)
        if bar.is_this is is_this
    ]
    colour, weight = (theme.INK, 600) if is_this else (theme.INK2, 400)
    return plane.words(rows, colour, fontWeight=weight)


def _label_x(plane: Plane, bar: PeriodBar) -> float:
    """Right of the bar, and right of a tick that the label would cross."""
    end = plane.span.at(max(bar.value or 0.0, 0.0)) + LABEL_GAP
    if bar.target is None:
        return end
    tick = plane.span.at(bar.target)
    reach = end + text.width(bar.label, is_bold=bar.is_this)
    crosses = end - LABEL_GAP <= tick <= reach + LABEL_GAP
    return tick + LABEL_GAP if crosses else end


def _targets(plane: Plane, bars: Sequence[PeriodBar], label: str) -> list[MarkLayer]:
    rows = [
        {"row": row, "value": bar.target, "hover": label if row == 0 else ""}
        for row, bar in enumerate(bars)
        if bar.target is not None
    ]
    if not rows:
        return []
    ticks = plane.ticks(rows, theme.INK, size=_TICK)
    first = bars[0].target
    if not label or first is None:
        return [ticks]
    at = centred(plane.span.at(first), text.width(label), plane.span.pixels)
    return [ticks, plane.heading([{"x": at, "label": label}])]
