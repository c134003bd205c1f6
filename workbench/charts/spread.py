"""Views of several people on one scale: how far they lie apart, one row per person rated."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.charts import text, theme
from workbench.charts.bars import name_room
from workbench.charts.layers import Drawing, MarkLayer
from workbench.charts.plane import Plane
from workbench.charts.scale import Span

_ROW, _DOT, _STEP, _GAP = 32.0, 90.0, 9.0, 12.0  # px; area of a dot in px²


@dataclass(frozen=True)
class Mark:
    """One view."""

    level: int
    is_own: bool  # of the own manager: drawn filled
    hover: str


@dataclass(frozen=True, kw_only=True)
class SpreadRow:
    """One person rated."""

    name: str
    marks: Sequence[Mark]
    now: int | None  # the level that holds when it was changed; None: no tick
    label: str  # written to the right: the score from figures


def spread(rows: Sequence[SpreadRow], *, levels: int, width: int, side: str) -> Drawing:
    """Draw each person's views as dots on a bar from the lowest to the highest.

    Parameters
    ----------
    rows
        One row per person, in the order given.
    levels
        How many levels the scale has.
    width
        Outer width in px.
    side
        Heads the labels on the right.
    """
    left = name_room([row.name for row in rows], width)
    right = text.widest([side, *(row.label for row in rows)], is_bold=True) + _GAP
    pixels = width - left - right
    plane = Plane(
        span=Span(0.5, levels + 0.5, pixels), rows=len(rows), row_height=_ROW,
        left=left, right=right, top=20, bottom=24,
    )  # fmt: skip
    steps = [float(step) for step in range(1, levels + 1)]
    layers = plane.grid(steps, [f"{step:.0f}" for step in steps])
    layers.append(plane.names([row.name for row in rows]))
    layers += _bars(plane, rows) + _dots(plane, rows) + _now(plane, rows)
    labels = [{"row": n, "x": pixels + _GAP, "label": row.label} for n, row in enumerate(rows)]
    head = {"x": pixels + _GAP + text.width(side) / 2, "label": side}
    return plane.finish([*layers, plane.words(labels), plane.heading([head], color=theme.INK3)])


def _bars(plane: Plane, rows: Sequence[SpreadRow]) -> list[MarkLayer]:
    drawn = []
    for n, row in enumerate(rows):
        levels = [mark.level for mark in row.marks]
        if levels and max(levels) > min(levels):
            drawn.append({"row": n, "start": min(levels), "value": max(levels), "hover": row.name})
    return [plane.bars(drawn, theme.SOFT, size=6)] if drawn else []


def _dots(plane: Plane, rows: Sequence[SpreadRow]) -> list[MarkLayer]:
    """Set dots of the same level beside each other, upwards from the middle."""
    own: list[dict[str, object]] = []
    others: list[dict[str, object]] = []
    for n, row in enumerate(rows):
        taken: dict[int, int] = {}
        for mark in sorted(row.marks, key=lambda mark: not mark.is_own):
            place = taken.get(mark.level, 0)
            taken[mark.level] = place + 1
            dot = {"row": n, "value": mark.level, "size": _DOT, "hover": mark.hover,
                   "lift": _STEP * place}  # fmt: skip
            (own if mark.is_own else others).append(dict(dot))
    layers = [plane.dots(others, theme.PEER, is_hollow=True)] if others else []
    return [*layers, plane.dots(own, theme.REP)] if own else layers


def _now(plane: Plane, rows: Sequence[SpreadRow]) -> list[MarkLayer]:
    ticks = [
        {"row": n, "value": row.now, "hover": row.name}
        for n, row in enumerate(rows)
        if row.now is not None
    ]
    return [plane.ticks(ticks, theme.INK, size=22)] if ticks else []
