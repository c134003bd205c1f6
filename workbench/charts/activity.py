"""How often a rep called, met and wrote, against the middle half of the peers."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.charts import text, theme
from workbench.charts.bars import name_room
from workbench.charts.layers import Drawing, MarkLayer
from workbench.charts.plane import Plane
from workbench.charts.scale import LABEL_GAP, fitting

_ROW = 30.0


@dataclass(frozen=True, kw_only=True)
class CountRow:
    """One kind of activity: the rep's count and the peers' quartiles."""

    name: str
    value: float | None  # None: not recorded; `label` says why
    label: str  # "46"
    peer_low: float | None = None  # None with fewer than five others
    peer_middle: float | None = None
    peer_high: float | None = None
    hover: str = ""


def activity(rows: Sequence[CountRow], *, width: int, peer_label: str = "") -> Drawing:
    """Draw counts as bars over the band of the peers, with a tick at their median.

    Parameters
    ----------
    rows
        One row per kind of activity.
    width
        Outer width in px.
    peer_label
        Names the band over the first row that has one.
    """
    left = name_room([row.name for row in rows], width)
    ends = [(max(row.value or 0.0, row.peer_high or 0.0), _room(row)) for row in rows]
    span = fitting(width - left, ends)
    top = 20.0 if peer_label and rows and rows[0].peer_high is not None else 2.0
    plane = Plane(span=span, rows=len(rows), row_height=_ROW, left=left, top=top)
    layers = [plane.names([text.shorten(row.name, left - 10) for row in rows])]
    layers += _bands(plane, rows)
    counts = [
        {"row": n, "start": 0, "value": row.value, "hover": row.hover or f"{row.name} {row.label}"}
        for n, row in enumerate(rows)
        if row.value is not None
    ]
    layers += [plane.bars(counts, theme.REP, size=9)] if counts else []
    layers += _middles(plane, rows)
    return plane.finish(
        [*layers, plane.words(_labels(plane, rows)), *_key(plane, rows, peer_label)]
    )


def _room(row: CountRow) -> float:
    return LABEL_GAP + text.width(row.label) + 2


def _bands(plane: Plane, rows: Sequence[CountRow]) -> list[MarkLayer]:
    bands = [
        {"row": n, "start": row.peer_low, "value": row.peer_high, "hover": row.hover}
        for n, row in enumerate(rows)
        if row.peer_low is not None and row.peer_high is not None
    ]
    return [plane.bars(bands, theme.BAND, size=20)] if bands else []


def _middles(plane: Plane, rows: Sequence[CountRow]) -> list[MarkLayer]:
    ticks = [
        {"row": n, "value": row.peer_middle, "hover": row.hover}
        for n, row in enumerate(rows)
        if row.peer_middle is not None
    ]
    return [plane.ticks(ticks, theme.PEER, size=20, thickness=2)] if ticks else []


def _labels(plane: Plane, rows: Sequence[CountRow]) -> list[dict[str, object]]:
    placed = []
    for n, row in enumerate(rows):
        reach = max(row.value or 0.0, row.peer_high or 0.0)
        placed.append({"row": n, "x": plane.span.at(reach) + LABEL_GAP, "label": row.label})
    return placed


def _key(plane: Plane, rows: Sequence[CountRow], label: str) -> list[MarkLayer]:
    first = rows[0] if rows else None
    if not label or first is None or first.peer_low is None or first.peer_high is None:
        return []
    half = text.width(label) / 2
    middle = plane.span.at((first.peer_low + first.peer_high) / 2)
    at = min(max(middle, half), plane.span.pixels - half)
    return [plane.heading([{"x": at, "label": label}], color=theme.INK3)]
