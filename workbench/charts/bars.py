"""Sorted or ordered amounts, one bar per row, each with its figure at the end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.charts import text, theme
from workbench.charts.layers import Drawing
from workbench.charts.plane import Plane, axis_room
from workbench.charts.scale import LABEL_GAP, fitting, plain

Tone = Literal["rep", "soft", "peer", "warn", "ink"]
COLOURS: dict[Tone, str] = {
    "rep": theme.REP,
    "soft": theme.SOFT,
    "peer": theme.PEER,
    "warn": theme.WARN,
    "ink": theme.INK,
}
_NAME_SHARE = 0.42  # of the width, at most, for the rows' names


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One row: a name, an amount and how it is written."""

    name: str
    value: float | None  # None: not computable; `label` says why
    label: str  # "342.0万，14单"
    tone: Tone = "rep"
    hover: str = ""  # said when pointed at; name and label when empty


def bars(
    rows: Sequence[Bar],
    *,
    width: int,
    row_height: float = 26,
    axis_text: Callable[[float], str] = plain,
) -> Drawing:
    """Draw one bar per row from zero, in the order given.

    Parameters
    ----------
    rows
        One row per bar, the first on top.
    width
        Outer width in px.
    row_height
        Height of a row in px.
    axis_text
        Writes a value of the axis that stands where one is below zero.
    """
    left = name_room([row.name for row in rows], width)
    ends = [(row.value or 0.0, LABEL_GAP + text.width(row.label) + 2) for row in rows]
    span = fitting(width - left, ends)
    plane = Plane(
        span=span, rows=len(rows), row_height=row_height, left=left, top=2, bottom=axis_room(span)
    )
    layers = plane.below_zero([row.value or 0.0 for row in rows], axis_text)
    layers.append(plane.names([row.name for row in rows]))
    for tone in dict.fromkeys(row.tone for row in rows if row.value is not None):
        layers.append(plane.bars(_of_tone(rows, tone), COLOURS[tone], size=row_height * 0.62))
    layers.append(plane.words(_labels(plane, rows)))
    return plane.finish(layers)


def name_room(names: Sequence[str], width: float) -> float:
    """Give the room in px that names need to the left of the plot, at most a share of the width."""
    return min(text.widest(names) + 10, width * _NAME_SHARE) if any(names) else 0.0


def _of_tone(rows: Sequence[Bar], tone: Tone) -> list[dict[str, object]]:
    return [
        {"row": n, "start": 0, "value": row.value, "hover": row.hover or f"{row.name} {row.label}"}
        for n, row in enumerate(rows)
        if row.tone == tone and row.value is not None
    ]


def _labels(plane: Plane, rows: Sequence[Bar]) -> list[dict[str, object]]:
    return [
        {
            "row": n,
            "x": plane.span.at(max(row.value or 0.0, 0.0)) + LABEL_GAP,
            "label": text.shorten(row.label, plane.span.pixels * 0.8 - LABEL_GAP),
        }
        for n, row in enumerate(rows)
    ]
