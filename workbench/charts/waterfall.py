"""How one total became another: totals in ink, what was added in blue, what was lost in orange."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.charts import text, theme
from workbench.charts.bars import name_room
from workbench.charts.layers import Drawing, MarkLayer
from workbench.charts.plane import Plane, axis_room
from workbench.charts.scale import LABEL_GAP, fitting, plain

_ROW, _BAR = 34.0, 21.0


@dataclass(frozen=True, kw_only=True)
class Change:
    """One row: a total as it stands, or a change of the row above."""

    name: str
    value: float
    label: str  # with its sign when it is a change: "+23.5万"
    is_total: bool = False


def waterfall(
    changes: Sequence[Change], *, width: int, axis_text: Callable[[float], str] = plain
) -> Drawing:
    """Draw totals and the changes between them, joined by hairlines.

    Parameters
    ----------
    changes
        In order, the first a total. The caller sees to it that they add up.
    width
        Outer width in px.
    axis_text
        Writes a value of the axis that stands where one is below zero.
    """
    left = name_room([row.name for row in changes], width)
    bounds = _bounds(changes)
    ends = [
        (max(pair), LABEL_GAP + text.width(row.label, is_bold=True) + 2)
        for pair, row in zip(bounds, changes, strict=True)
    ]
    span = fitting(width - left, [*ends, *((min(pair), 0.0) for pair in bounds)])
    plane = Plane(
        span=span, rows=len(changes), row_height=_ROW, left=left, top=2, bottom=axis_room(span)
    )
    layers = plane.below_zero([end for pair in bounds for end in pair], axis_text)
    layers.append(plane.names([row.name for row in changes]))
    layers += _joints(plane, changes, bounds)
    for colour in (theme.INK, theme.REP, theme.WARN):
        layers += _of_colour(plane, changes, bounds, colour)
    return plane.finish(layers)


def _bounds(changes: Sequence[Change]) -> list[tuple[float, float]]:
    """Give where each bar starts and ends."""
    bounds, level = [], 0.0
    for row in changes:
        start = 0.0 if row.is_total else level
        level = start + row.value
        bounds.append((start, level))
    return bounds


def _colour(row: Change) -> str:
    if row.is_total:
        return theme.INK
    return theme.REP if row.value >= 0 else theme.WARN


def _of_colour(
    plane: Plane,
    changes: Sequence[Change],
    bounds: Sequence[tuple[float, float]],
    colour: str,
) -> list[MarkLayer]:
    rows, labels = [], []
    for n, (row, pair) in enumerate(zip(changes, bounds, strict=True)):
        if _colour(row) != colour:
            continue
        hover = f"{row.name} {row.label}"
        rows.append({"row": n, "start": pair[0], "value": pair[1], "hover": hover})
        labels.append({"row": n, "x": plane.span.at(max(pair)) + LABEL_GAP, "label": row.label})
    if not rows:
        return []
    weight = 600 if colour == theme.INK else 400
    return [plane.bars(rows, colour, size=_BAR), plane.words(labels, colour, fontWeight=weight)]


def _joints(
    plane: Plane, changes: Sequence[Change], bounds: Sequence[tuple[float, float]]
) -> list[MarkLayer]:
    rows = [
        {
            "x": plane.span.at(end),
            "top": plane.middle(n),
            "bottom": plane.middle(n + 1),
        }
        for n, (_, end) in enumerate(bounds[: len(changes) - 1])
    ]
    return [plane.joints(rows)] if rows else []
