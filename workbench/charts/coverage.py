"""What is open for the next period against what the quota needs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.charts import text, theme
from workbench.charts.bars import name_room
from workbench.charts.layers import Drawing, MarkLayer
from workbench.charts.plane import Plane, axis_room
from workbench.charts.scale import LABEL_GAP, Span, centred, fitting, plain


@dataclass(frozen=True, kw_only=True)
class OpenAmount:
    """One row of open deals."""

    name: str
    value: float
    label: str  # "342.0万，14单"
    is_counted: bool = True  # False: drawn hollow, since it does not cover anything


@dataclass(frozen=True)
class Mark:
    """An upright tick over the counted row: the quota that remains, the amount needed."""

    value: float
    label: str


def coverage(
    rows: Sequence[OpenAmount],
    marks: Sequence[Mark],
    *,
    width: int,
    axis_text: Callable[[float], str] = plain,
) -> Drawing:
    """Draw open amounts with the ticks they are measured against.

    Parameters
    ----------
    rows
        The counted amount first, then what is left out (past due).
    marks
        Ticks of the first row; none when there is no quota.
    width
        Outer width in px.
    axis_text
        Writes a value of the axis that stands where one is below zero.
    """
    left = name_room([row.name for row in rows], width)
    ends = [(row.value, LABEL_GAP + text.width(row.label) + 2) for row in rows]
    span = fitting(width - left, [*ends, *((mark.value, 3.0) for mark in marks)])
    headings = _headings(marks, span)
    top = 6.0 + 14 * len(headings)
    plane = Plane(
        span=span, rows=len(rows), row_height=40, left=left, top=top, bottom=axis_room(span)
    )
    layers = plane.below_zero([row.value for row in rows], axis_text)
    layers.append(plane.names([row.name for row in rows]))
    layers += _bars(plane, rows)
    layers += _labels(plane, rows, marks)
    if marks:
        ticks = [{"row": 0, "value": mark.value, "hover": mark.label} for mark in marks]
        layers.append(plane.ticks(ticks, theme.INK, size=34))
    layers += [plane.heading(line, y=-8 - 14 * n) for n, line in enumerate(headings)]
    return plane.finish(layers)


def _bars(plane: Plane, rows: Sequence[OpenAmount]) -> list[MarkLayer]:
    drawn = [
        {"row": n, "start": 0, "value": row.value, "hover": f"{row.name} {row.label}"}
        for n, row in enumerate(rows)
    ]
    counted = [mark for mark, row in zip(drawn, rows, strict=True) if row.is_counted and row.value]
    others = [
        mark for mark, row in zip(drawn, rows, strict=True) if not row.is_counted and row.value
    ]
    hollow = {"stroke": theme.INK3, "strokeDash": [3, 2], "strokeWidth": 1.2}
    layers = [plane.bars(counted, theme.REP, size=22)] if counted else []
    return layers + ([plane.bars(others, theme.PAPER, size=22, **hollow)] if others else [])


def _labels(plane: Plane, rows: Sequence[OpenAmount], marks: Sequence[Mark]) -> list[MarkLayer]:
    """Write each row's figure behind its bar; inside it where a tick leaves no room behind it."""
    outside, inside = [], []
    for n, row in enumerate(rows):
        end, size = plane.span.at(max(row.value, 0.0)), text.width(row.label)
        ticks = sorted(plane.span.at(mark.value) for mark in marks if n == 0)
        x = _free(end, size, ticks, plane.span.pixels)
        if x is None and size + 2 * LABEL_GAP < end:
            inside.append({"row": n, "x": LABEL_GAP, "label": row.label})
        else:
            outside.append({"row": n, "x": end + LABEL_GAP if x is None else x, "label": row.label})
    return [plane.words(outside), plane.words(inside, theme.PAPER, fontWeight=600)]


def _free(end: float, size: float, ticks: Sequence[float], pixels: float) -> float | None:
    """Find where a label behind a bar touches no tick."""
    for x in (end + LABEL_GAP, *(tick + LABEL_GAP for tick in ticks if tick >= end)):
        is_clear = all(not x - 4 < tick < x + size + 4 for tick in ticks)
        if is_clear and x + size <= pixels:
            return x
    return None


def _headings(marks: Sequence[Mark], span: Span) -> list[list[dict[str, object]]]:
    """Place the ticks' labels in one line, or one above the other where they would touch."""
    lines: list[list[dict[str, object]]] = []
    ends: list[float] = []
    for mark in sorted(marks, key=lambda mark: mark.value):
        size = text.width(mark.label)
        at = centred(span.at(mark.value), size, span.pixels)
        line = next((n for n, end in enumerate(ends) if at - size / 2 >= end + 10), len(lines))
        if line == len(lines):
            lines.append([])
            ends.append(0.0)
        lines[line].append({"x": at, "label": mark.label})
        ends[line] = at + size / 2
    return lines
