"""Rates of one rep with their intervals, against the middle half of the peers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.charts import text, theme
from workbench.charts.bars import name_room
from workbench.charts.layers import Drawing, MarkLayer
from workbench.charts.plane import Plane
from workbench.charts.scale import Span

_ROW, _GAP = 36.0, 12.0
_SIDE_SHARE = 0.34  # of the width, at most, for the figures on the right


@dataclass(frozen=True, kw_only=True)
class RateRow:
    """One rate: the rep's value and interval, the peers' quartiles, what is written beside it."""

    name: str
    value: float | None  # None: absent; `label` is "—" and `note` the reason
    label: str  # "35.7%"
    note: str = ""  # "5 / 14", "3 / 8 小样本", or the reason for an absent rate
    low: float | None = None  # the 95 % interval
    high: float | None = None
    peer_low: float | None = None  # first quartile of the peers; None with fewer than five others
    peer_middle: float | None = None  # their median
    peer_high: float | None = None  # third quartile
    is_unsteady: bool = False  # n < 10: drawn hollow
    hover: str = ""


def peers(
    rows: Sequence[RateRow],
    *,
    width: int,
    rep_label: str,
    peer_label: str,
    domain: tuple[float, float] = (0.0, 1.0),
    axis_text: Callable[[float], str] = "{:.0%}".format,
) -> Drawing:
    """Draw one row per rate: a dot on its interval, over the band of the peers.

    Parameters
    ----------
    rows
        One row per rate.
    width
        Outer width in px.
    rep_label, peer_label
        Name the dot and the band, over the first row that has them.
    domain
        Ends of the axis; 0..1 for rates.
    axis_text
        Writes an axis value.
    """
    left = name_room([row.name for row in rows], width)
    side = [part for row in rows if row.value is not None for part in (row.label, row.note)]
    right = min(text.widest(side, is_bold=True) + _GAP, width * _SIDE_SHARE)
    span = Span(*domain, width - left - right)
    plane = Plane(
        span=span, rows=len(rows), row_height=_ROW, left=left, right=right, top=20, bottom=24
    )
    ticks = [domain[0] + (domain[1] - domain[0]) * n / 4 for n in range(5)]
    shown = ticks if span.pixels > 300 else ticks[::2]  # noqa: PLR2004 (px in which five labels fit)
    layers = plane.grid(shown, [axis_text(value) for value in shown])
    layers.append(plane.names([row.name for row in rows]))
    layers += _bands(plane, rows) + _dots(plane, rows) + _side(plane, rows)
    return plane.finish([*layers, *_key(plane, rows, rep_label, peer_label)])


def _bands(plane: Plane, rows: Sequence[RateRow]) -> list[MarkLayer]:
    bands = [
        {"row": n, "start": row.peer_low, "value": row.peer_high, "hover": row.hover}
        for n, row in enumerate(rows)
        if row.peer_low is not None and row.peer_high is not None
    ]
    middles = [
        {"row": n, "value": row.peer_middle, "hover": row.hover}
        for n, row in enumerate(rows)
        if row.peer_middle is not None
    ]
    layers = [plane.bars(bands, theme.BAND, size=18)] if bands else []
    return layers + ([plane.ticks(middles, theme.PEER, size=18, thickness=2)] if middles else [])


def _dots(plane: Plane, rows: Sequence[RateRow]) -> list[MarkLayer]:
    lines = [
        {"row": n, "start": row.low, "value": row.high, "hover": row.hover}
        for n, row in enumerate(rows)
        if row.value is not None and row.low is not None and row.high is not None
    ]
    layers = [plane.lines(lines, theme.REP, size=2)] if lines else []
    for is_hollow in (False, True):
        dots = [
            {"row": n, "value": row.value, "size": 80, "hover": row.hover}
            for n, row in enumerate(rows)
            if row.value is not None and row.is_unsteady is is_hollow
        ]
        if dots:
            layers.append(plane.dots(dots, theme.REP, is_hollow=is_hollow))
    return layers


def _side(plane: Plane, rows: Sequence[RateRow]) -> list[MarkLayer]:
    """Write figures right of the plot; an absent rate says its reason in the empty row."""
    x = plane.span.pixels + _GAP
    room = plane.right - _GAP
    labels, notes, reasons = [], [], []
    for n, row in enumerate(rows):
        if row.value is None:
            reason = f"{row.label} {row.note}".strip()
            fitted = text.shorten(reason, plane.span.pixels + plane.right - 8)
            reasons.append({"row": n, "x": 4, "label": fitted})
            continue
        labels.append({"row": n, "x": x, "label": text.shorten(row.label, room)})
        notes.append({"row": n, "x": x, "label": text.shorten(row.note, room)})
    return [
        plane.words(labels, theme.INK, dy=-7, fontWeight=600),
        plane.words(notes, theme.INK3, dy=7),
        plane.words(reasons, theme.INK3),
    ]


def _key(plane: Plane, rows: Sequence[RateRow], rep_label: str, peer_label: str) -> list[MarkLayer]:
    """Name dot and band over the first row that shows both, kept apart from each other."""
    first = next((row for row in rows if row.value is not None), None)
    if first is None or first is not rows[0] or first.value is None:
        return []
    rep_x, rep_half = plane.span.at(first.value), text.width(rep_label, is_bold=True) / 2
    layers = [_named(plane, rep_x, rep_half, rep_label, is_rep=True)]
    if first.peer_middle is None:
        return layers
    half = text.width(peer_label) / 2
    x, distance = plane.span.at(first.peer_middle), rep_half + half + 10
    if abs(x - rep_x) < distance:
        x = rep_x - distance if x <= rep_x else rep_x + distance
        if not half <= x <= plane.span.pixels - half:
            x = rep_x + distance if x < half else rep_x - distance
    return [*layers, _named(plane, x, half, peer_label, is_rep=False)]


def _named(plane: Plane, x: float, half: float, label: str, *, is_rep: bool) -> MarkLayer:
    at = min(max(x, half - plane.left), plane.span.pixels + plane.right - half)
    style = {"color": theme.REP, "fontWeight": 600} if is_rep else {"color": theme.INK3}
    return plane.heading([{"x": at, "label": label}], y=-10, **style)
