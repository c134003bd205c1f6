"""The open deals by age and size: where the pipeline lies, and a box to draw around some of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10, sqrt

from workbench.charts import text, theme
from workbench.charts.canvas import Canvas
from workbench.charts.layers import Drawing
from workbench.charts.scale import Span, round_steps

_PLOT, _LEFT, _RIGHT, _BOTTOM = 200.0, 62.0, 16.0, 24.0
_SMALLEST, _BIGGEST = 28.0, 420.0  # px², areas of a dot
_SHORTEST = 30.0  # days the axis reaches at least


@dataclass(frozen=True, kw_only=True)
class Spot:
    """One deal, or several of about the same age and size."""

    days: float
    amount: float  # above 0
    n: int
    is_late: bool  # all of them, or most, are past their close date
    hover: str


@dataclass(frozen=True)
class MapScale:
    """Where age and amount stand on a map; the amount by its logarithm."""

    days: Span
    size: Span  # of log10 of the amount, upwards

    def x(self, days: float) -> float:
        """Give the px from the left."""
        return self.days.at(days)

    def y(self, amount: float) -> float:
        """Give the px from the top."""
        return _PLOT - self.size.at(log10(amount))

    def days_between(self, low: float, high: float) -> tuple[int, int]:
        """Read px from the left as whole days."""
        one, other = (_value(self.days, px) for px in sorted((low, high)))
        return max(ceil(one - 1e-6), 0), floor(other + 1e-6)

    def amounts_between(self, low: float, high: float) -> tuple[float, float]:
        """Read px from the top as amounts, two digits each."""
        bottom, top = sorted((low, high), reverse=True)
        ends = [10 ** _value(self.size, _PLOT - px) for px in (bottom, top)]
        return _coarse(ends[0], floor), _coarse(ends[1], ceil)

    def box(
        self, days: tuple[int, int] | None, amounts: tuple[float, float] | None
    ) -> tuple[tuple[float, float], tuple[float, float]] | None:
        """Give where a box of days and amounts stands, in px from the left and from the top.

        A side nothing is asked of is that of the map; a box ends where the map does. None where
        nothing is asked at all.
        """
        if days is None and amounts is None:
            return None
        across = (self.days.low, self.days.high) if days is None else days
        left, right = (self.days.at(self.days.inside(end) or 0.0) for end in across)
        top, bottom = 0.0, _PLOT
        if amounts is not None:
            sizes = [log10(end) if end > 0 else self.size.low for end in amounts]
            bottom, top = (_PLOT - self.size.at(self.size.inside(end) or 0.0) for end in sizes)
        return (left, right), (top, bottom)


def map_scale(spots: Sequence[Spot], width: int) -> MapScale:
    """Choose the axes that hold every spot."""
    plot = max(width - _LEFT - _RIGHT, 80.0)
    far = round_steps(max([_SHORTEST, *(spot.days for spot in spots)]))[-1]
    sizes = [log10(spot.amount) for spot in spots] or [3.0, 6.0]
    low, high = floor(min(sizes) - 0.05), ceil(max(sizes) + 0.05)
    return MapScale(Span(0, far, plot), Span(low, max(high, low + 1), _PLOT))


def deal_map(
    spots: Sequence[Spot],
    *,
    width: int,
    days_text: Callable[[float], str],
    amount_text: Callable[[float], str],
) -> Drawing:
    """Draw open deals by age and amount; a box a reader draws is told as `box`, in px.

    Parameters
    ----------
    spots
        A dot's area is the number of deals; orange is past due.
    width
        Outer width in px.
    days_text, amount_text
        Write axis values.
    """
    scale = map_scale(spots, width)
    plot = scale.days.pixels
    canvas = Canvas(width=plot, height=_PLOT, left=_LEFT, right=_RIGHT, top=12, bottom=_BOTTOM)
    days = round_steps(scale.days.high)
    amounts = [10.0**power for power in range(int(scale.size.low), int(scale.size.high) + 1)]
    return canvas.finish(
        [
            canvas.lines(_level(scale, amounts) + _upright(scale, days), size=1),
            canvas.words(_days(scale, days, days_text), align="center"),
            canvas.words(_amounts(scale, amounts, amount_text), align="right"),
            canvas.brushed(_dots(spots, scale), "box", fillOpacity=0.75, strokeWidth=1),
        ]
    )


def _value(span: Span, px: float) -> float:
    return span.low + px / span.pixels * (span.high - span.low)


def _coarse(value: float, towards: Callable[[float], int]) -> float:
    step = 10.0 ** (floor(log10(value)) - 1)
    return towards(round(value / step, 6)) * step


def _dots(spots: Sequence[Spot], scale: MapScale) -> list[dict[str, object]]:
    most = max((spot.n for spot in spots), default=1)
    rows = []
    for spot in sorted(spots, key=lambda spot: (spot.is_late, -spot.n)):
        part = sqrt(spot.n / most) if most > 1 else 0.33
        colour = theme.WARN if spot.is_late else theme.REP
        rows.append(
            {"x": scale.x(spot.days), "y": scale.y(spot.amount), "colour": colour,
             "edge": theme.PAPER, "size": _SMALLEST + part**2 * (_BIGGEST - _SMALLEST),
             "hover": spot.hover}
        )  # fmt: skip
    return rows


def _level(scale: MapScale, amounts: Sequence[float]) -> list[dict[str, object]]:
    return [
        {"x": 0, "x2": scale.days.pixels, "y": scale.y(at), "y2": scale.y(at), "colour": theme.RULE}
        for at in amounts
    ]


def _upright(scale: MapScale, days: Sequence[float]) -> list[dict[str, object]]:
    return [
        {"x": scale.x(at), "x2": scale.x(at), "y": 0, "y2": _PLOT, "colour": theme.RULE}
        for at in days
    ]


def _days(
    scale: MapScale, days: Sequence[float], written: Callable[[float], str]
) -> list[dict[str, object]]:
    return [
        {"x": scale.x(at), "y": _PLOT + 14, "label": written(at), "colour": theme.INK3}
        for at in days
    ]


def _amounts(
    scale: MapScale, amounts: Sequence[float], written: Callable[[float], str]
) -> list[dict[str, object]]:
    return [
        {
            "x": -8,
            "y": scale.y(at),
            "label": text.shorten(written(at), _LEFT - 8),
            "colour": theme.INK3,
        }
        for at in amounts
    ]
