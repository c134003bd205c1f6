"""Reps side by side: a dot on its interval, sorted, without places; the group's value as a line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from workbench.charts import text, theme
from workbench.charts.bars import name_room
from workbench.charts.canvas import Canvas, level
from workbench.charts.layers import Drawing
from workbench.charts.scale import Reach, Span, centred, steps

Tone = Literal["rep", "peer"]
_ROW, _BAR, _DOT = 26.0, 5.0, 62.0
_SIDE = {"wide": 118.0, "slim": 84.0}  # px right of the plot
_SLIM = 420  # px; below it there is less room on the right


@dataclass(frozen=True, kw_only=True)
class Standing:
    """One rep's figure."""

    key: str
    name: str
    value: float | None  # None: absent; `note` says why
    label: str  # "45%"
    note: str  # "15 / 33"; what stands behind two spaces is left out where there is no room
    low: float | None = None  # 95 % interval
    high: float | None = None
    tone: Tone = "rep"  # peer: not told from the group
    is_small: bool = False  # n < 5: hollow, its interval dotted, compared with nobody
    is_unsteady: bool = False  # n < 10: hollow
    is_picked: bool = False


def ranking(
    rows: Sequence[Standing],
    *,
    width: int,
    line: float | None,
    line_label: str,
    axis_text: Callable[[float], str],
    is_share: bool = False,
    reach: Reach | None = None,
) -> Drawing:
    """Draw one row per rep in the order given; a click on a row is told as `rep`.

    Parameters
    ----------
    rows
        Sorted by the caller: who is compared first, small samples last.
    width
        Outer width in px.
    line, line_label
        The value of all together, and how it is named; None draws no line.
    axis_text
        Writes an axis value.
    is_share
        Whether the axis ends at 1 at the latest.
    reach
        Values the axis goes between, whatever the rows are worth: what lies beyond stands at its
        end, with an arrow. None: as far as the rows go.
    """
    left = max(name_room([row.name for row in rows], width), 40.0)
    right = _SIDE["wide" if width >= _SLIM else "slim"]
    plot = max(width - left - right, 60.0)
    height = max(len(rows), 1) * _ROW
    ticks = _ticks(_ends(rows, line) if reach is None else reach, is_share=is_share)
    span = Span(min(ticks), max(ticks), plot)
    beyond = _beyond(rows, span)
    if reach is not None:
        rows, line = [_inside(row, span) for row in rows], span.inside(line)
    canvas = Canvas(width=plot, height=height, left=left, right=right, top=22, bottom=24)
    shown = ticks if plot > 240 else [ticks[0], ticks[-1]]  # noqa: PLR2004 (px all labels fit in)
    axis = [
        {"x": span.at(at), "y": height + 14, "label": axis_text(at), "colour": theme.INK3}
        for at in shown
    ]
    grid = [
        {"x": span.at(at), "x2": span.at(at), "y": 0, "y2": height, "colour": level(at, span)}
        for at in ticks
    ]
    return canvas.finish(
        [
            canvas.boxes(_picked(canvas, rows)),
            canvas.lines(grid, size=1),
            canvas.words(axis, align="center"),
            canvas.lines(_line(span, line, height), size=1, strokeDash=[4, 3]),
            canvas.words(_line_label(span, line, line_label), align="center"),
            canvas.lines(_intervals(rows, span, is_small=False), size=_BAR, strokeCap="round"),
            canvas.lines(_intervals(rows, span, is_small=True), size=1, strokeDash=[2, 2]),
            canvas.dots(_dots(rows, span)),
            canvas.words(_names(rows, left), align="right"),
            canvas.words(_sides(rows, plot, right), align="left"),
            canvas.words(beyond, align="center"),
            canvas.targets(_targets(canvas, rows), "rep"),
        ]
    )


def _middle(n: int) -> float:
    return (n + 0.5) * _ROW


def _ends(rows: Sequence[Standing], line: float | None) -> list[float]:
    ends = [end for row in rows for end in (row.value, row.low, row.high) if end is not None]
    return ends if line is None else [*ends, line]


def _beyond(rows: Sequence[Standing], span: Span) -> list[dict[str, object]]:
    """Set an arrow where a figure or its interval goes on beyond the axis."""
    found: list[dict[str, object]] = []
    for n, row in enumerate(rows):
        for value in (row.low, row.high) if row.low is not None else (row.value,):
            arrow = span.arrow(value, "‹", "›")
            if arrow:
                x = -4 if arrow == "‹" else span.pixels + 6
                found.append({"x": x, "y": _middle(n), "label": arrow, "colour": theme.INK2})
    return found


def _inside(row: Standing, span: Span) -> Standing:
    value, low, high = (span.inside(end) for end in (row.value, row.low, row.high))
    return replace(row, value=value, low=low, high=high)


def _ticks(ends: Sequence[float], *, is_share: bool) -> list[float]:
    """Give round grid values that hold every dot and interval."""
    ticks = steps(ends)
    if is_share:
        ticks = [tick for tick in ticks if tick <= 1.0]
        ticks += [1.0] if max([*ends, 0.0]) > ticks[-1] or ticks == [0.0] else []
    return ticks


def _picked(canvas: Canvas, rows: Sequence[Standing]) -> list[dict[str, object]]:
    return [
        {"x": -canvas.left, "x2": canvas.width + canvas.right, "y": n * _ROW + 1,
         "y2": (n + 1) * _ROW - 1, "colour": theme.BAND, "hover": row.name}
        for n, row in enumerate(rows)
        if row.is_picked
    ]  # fmt: skip


def _line(span: Span, line: float | None, height: float) -> list[dict[str, object]]:
    if line is None:
        return []
    return [{"x": span.at(line), "x2": span.at(line), "y": -4, "y2": height, "colour": theme.INK}]


def _line_label(span: Span, line: float | None, label: str) -> list[dict[str, object]]:
    if line is None:
        return []
    at = centred(span.at(line), text.width(label), span.pixels)
    return [{"x": at, "y": -13, "label": label, "colour": theme.INK2}]


def _intervals(rows: Sequence[Standing], span: Span, *, is_small: bool) -> list[dict[str, object]]:
    soft = {"rep": theme.SOFT, "peer": theme.BAND}
    return [
        {"x": span.at(row.low), "x2": span.at(row.high), "y": _middle(n), "y2": _middle(n),
         "colour": theme.AXIS if is_small else soft[row.tone]}
        for n, row in enumerate(rows)
        if row.low is not None and row.high is not None and row.is_small is is_small
    ]  # fmt: skip


def _dots(rows: Sequence[Standing], span: Span) -> list[dict[str, object]]:
    drawn = []
    for n, row in enumerate(rows):
        if row.value is None:
            continue
        colour = theme.PEER if row.tone == "peer" or row.is_small else theme.REP
        fill = theme.PAPER if row.is_small or row.is_unsteady else colour
        drawn.append(
            {"x": span.at(row.value), "y": _middle(n), "size": _DOT, "colour": fill,
             "edge": colour, "hover": f"{row.name} {row.label} {row.note}"}
        )  # fmt: skip
    return drawn


def _names(rows: Sequence[Standing], left: float) -> list[dict[str, object]]:
    names = text.distinct([row.name for row in rows], left - 8)
    return [
        {"x": -8, "y": _middle(n), "label": name, "colour": theme.INK}
        for n, name in enumerate(names)
    ]


def _sides(rows: Sequence[Standing], plot: float, right: float) -> list[dict[str, object]]:
    """Write figure and counts right of the plot; an absent figure tells why in its row."""
    drawn: list[dict[str, object]] = []
    for n, row in enumerate(rows):
        label = f"{row.label}\u3000{row.note}" if row.note else row.label
        if row.value is None:
            fitted = text.shorten(label, plot + right - 6)
            drawn.append({"x": 6, "y": _middle(n), "label": fitted, "colour": theme.INK3})
            continue
        colour = theme.INK3 if row.is_small else theme.INK
        if text.width(label) > right - 12:
            label = f"{row.label}\u3000{row.note.partition('  ')[0]}"
        fitted = text.shorten(label, right - 12)
        drawn.append({"x": plot + 12, "y": _middle(n), "label": fitted, "colour": colour})
    return drawn


def _targets(canvas: Canvas, rows: Sequence[Standing]) -> list[dict[str, object]]:
    return [
        {"x": -canvas.left, "x2": canvas.width + canvas.right, "y": n * _ROW, "y2": (n + 1) * _ROW,
         "key": row.key, "hover": f"{row.name} {row.label} {row.note}"}
        for n, row in enumerate(rows)
    ]  # fmt: skip
