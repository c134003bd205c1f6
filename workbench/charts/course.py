"""How a figure went over the last periods: a line with its interval, the others' in grey."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import ceil

from workbench.charts import text, theme
from workbench.charts.canvas import Canvas, level
from workbench.charts.layers import Drawing
from workbench.charts.scale import Reach, Span, apart, steps

_PLOT, _LEFT, _BOTTOM = 176.0, 44.0, 44.0
_GAP = 4.0  # px between two names of periods
_END = 76.0  # px for the labels at the end of the lines


@dataclass(frozen=True, kw_only=True)
class Point:
    """A figure in one period."""

    name: str  # of the period
    value: float | None  # None: absent, the line breaks
    label: str  # "31.8%"
    n_label: str = ""  # "n = 330", under the axis
    low: float | None = None  # 95 % interval
    high: float | None = None
    is_this: bool = False  # the period looked at
    is_unsteady: bool = False  # n < 10: hollow


@dataclass(frozen=True, kw_only=True)
class Line:
    """Whose course it is."""

    name: str
    points: Sequence[Point]


def course(
    main: Line,
    other: Line | None,
    *,
    width: int,
    axis_text: Callable[[float], str],
    is_share: bool = False,
    reach: Reach | None = None,
) -> Drawing:
    """Draw a figure over periods; a click on a period is told as `period`.

    Parameters
    ----------
    main
        Drawn in blue, with its interval as a band where it has one.
    other
        Drawn in grey beside it, over the same periods; None draws it alone.
    width
        Outer width in px.
    axis_text
        Writes an axis value.
    is_share
        Whether the axis ends at 1 at the latest.
    reach
        Values the axis goes between, whatever the points are worth: what lies beyond stands at its
        end, with an arrow. None: as far as the points go.
    """
    plot = max(width - _LEFT - _END, 80.0)
    lines = [(main, theme.REP)] + ([(other, theme.PEER)] if other else [])
    ends = reach if reach is not None else _ends_of([line for line, _ in lines])
    ticks = _ticks(ends, is_share=is_share)
    canvas = Canvas(width=plot, height=_PLOT, left=_LEFT, right=_END, top=14, bottom=_BOTTOM)
    span = Span(ticks[0], ticks[-1], _PLOT)
    step = plot / max(len(main.points), 1)
    beyond = [row for line, ink in lines for row in _beyond(line, span, step, ink)]
    if reach is not None:
        main, lines = _inside(main, span), [(_inside(line, span), ink) for line, ink in lines]
    placed = [(_placed(line, span, step), line, colour) for line, colour in lines]
    grid = [
        {
            "x": 0,
            "x2": plot,
            "y": _PLOT - span.at(at),
            "y2": _PLOT - span.at(at),
            "colour": level(at, span),
        }
        for at in ticks
    ]
    axis = [
        {
            "x": -8,
            "y": _PLOT - span.at(at),
            "label": text.shorten(axis_text(at), _LEFT - 10),
            "colour": theme.INK3,
        }
        for at in ticks
    ]
    return canvas.finish(
        [
            canvas.lines(grid, size=1),
            canvas.words(axis, align="right"),
            canvas.bands(_band(main, span, step), theme.SOFT),
            canvas.paths([row for rows, _, colour in placed for row in _path(rows, colour)]),
            canvas.dots([dot for rows, _, colour in placed for dot in _dots(rows, colour)]),
            canvas.words(_ends(placed, plot), align="left"),
            canvas.words(_periods(main, step), align="center"),
            canvas.words(_counts(main, step), align="center", fontSize=10.5),
            canvas.words(beyond, align="center"),
            canvas.targets(_targets(canvas, main, step), "period"),
        ]
    )


def _ends_of(lines: Sequence[Line]) -> list[float]:
    return [
        end
        for line in lines
        for point in line.points
        for end in (point.value, point.high, point.low)
        if end is not None
    ]


def _inside(line: Line, span: Span) -> Line:
    points = [
        replace(point, value=span.inside(point.value), low=span.inside(point.low),
                high=span.inside(point.high))
        for point in line.points
    ]  # fmt: skip
    return replace(line, points=points)


def _ticks(ends: Sequence[float], *, is_share: bool) -> list[float]:
    ticks = [tick for tick in steps(ends, 3) if not is_share or tick <= 1]
    return ticks + ([1.0] if is_share and max([*ends, 0.0]) > ticks[-1] else [])


def _placed(line: Line, span: Span, step: float) -> list[dict[str, object]]:
    """Place the known points; `part` changes where the line breaks."""
    rows: list[dict[str, object]] = []
    part = 0
    for n, point in enumerate(line.points):
        if point.value is None:
            part += 1
            continue
        rows.append(
            {"x": (n + 0.5) * step, "y": _PLOT - span.at(point.value),
             "part": f"{line.name} {part}", "label": point.label, "is_this": point.is_this,
             "is_hollow": point.is_unsteady,
             "hover": f"{line.name} {point.name} {point.label} {point.n_label}"}
        )  # fmt: skip
    return rows


def _beyond(line: Line, span: Span, step: float, colour: str) -> list[dict[str, object]]:
    """Set an arrow where a point lies beyond the axis."""
    found: list[dict[str, object]] = []
    for n, point in enumerate(line.points):
        arrow = span.arrow(point.value, "↓", "↑")
        if arrow:
            y = -8 if arrow == "↑" else _PLOT - 8
            found.append({"x": (n + 0.5) * step, "y": y, "label": arrow, "colour": colour})
    return found


def _path(rows: Sequence[dict[str, object]], colour: str) -> list[dict[str, object]]:
    return [{**row, "colour": colour} for row in rows]


def _dots(rows: Sequence[dict[str, object]], colour: str) -> list[dict[str, object]]:
    return [
        {**row, "colour": theme.PAPER if row["is_hollow"] else colour,
         "edge": colour if row["is_hollow"] else theme.PAPER, "size": 80 if row["is_this"] else 40}
        for row in rows
    ]  # fmt: skip


def _band(line: Line, span: Span, step: float) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    part = 0
    for n, point in enumerate(line.points):
        if point.low is None or point.high is None:
            part += 1
            continue
        rows.append(
            {"x": (n + 0.5) * step, "y": _PLOT - span.at(point.high),
             "y2": _PLOT - span.at(point.low), "part": str(part)}
        )  # fmt: skip
    return rows


def _ends(
    placed: Sequence[tuple[list[dict[str, object]], Line, str]], plot: float
) -> list[dict[str, object]]:
    """Write each line's last figure and its name beside its end, kept apart from each other."""
    last = [(rows[-1], line, colour) for rows, line, colour in placed if rows]
    heights = apart([float(str(row["y"])) for row, _, _ in last], 30, 4, _PLOT)
    words = []
    for (row, line, colour), height in zip(last, heights, strict=True):
        at = min(float(str(row["x"])) + 10, plot + 4)
        for label, lift in ((row["label"], -6), (line.name, 7)):
            fitted = text.shorten(str(label), plot + _END - at)
            ink = colour if colour == theme.REP else theme.INK3
            words.append({"x": at, "y": height + lift, "label": fitted, "colour": ink})
    return words


def _periods(line: Line, step: float) -> list[dict[str, object]]:
    """Name the periods: without the century, and only every other one, where room is scarce."""
    is_wide = text.widest(point.name for point in line.points) > step - _GAP
    names = [point.name.removeprefix("20") if is_wide else point.name for point in line.points]
    every = max(ceil((text.widest(names) + _GAP) / step), 1)
    return [
        {"x": (n + 0.5) * step, "y": _PLOT + 16, "label": name,
         "colour": theme.INK if point.is_this else theme.INK3}
        for n, (point, name) in enumerate(zip(line.points, names, strict=True))
        if (len(names) - 1 - n) % every == 0
    ]  # fmt: skip


def _counts(line: Line, step: float) -> list[dict[str, object]]:
    return [
        {"x": (n + 0.5) * step, "y": _PLOT + 32, "label": _fitting(point.n_label, step),
         "colour": theme.INK3}
        for n, point in enumerate(line.points)
    ]  # fmt: skip


def _fitting(label: str, room: float) -> str:
    """Drop what a reader can do without where there is no room: "n = "."""
    is_wide = text.width(label) > room - 4
    return text.shorten(label.removeprefix("n = ") if is_wide else label, room)


def _targets(canvas: Canvas, line: Line, step: float) -> list[dict[str, object]]:
    return [
        {"x": n * step, "x2": (n + 1) * step, "y": -canvas.top, "y2": canvas.height + canvas.bottom,
         "key": point.name, "hover": f"{point.name} {point.label} {point.n_label}"}
        for n, point in enumerate(line.points)
    ]  # fmt: skip
