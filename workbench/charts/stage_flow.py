"""A funnel told honestly: of the deals that entered a stage, which passed, stay, or were lost."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.charts import text, theme
from workbench.charts.bars import name_room
from workbench.charts.canvas import Canvas
from workbench.charts.layers import Drawing

_ROW, _BAR, _RIGHT = 46.0, 26.0, 84.0


@dataclass(frozen=True, kw_only=True)
class Stage:
    """One stage and the deals that entered it in the period."""

    key: str
    name: str
    passed: int
    still: int
    lost: int
    rate_label: str  # "83%"
    counts: str  # "302 / 363"
    is_picked: bool = False


def stage_flow(
    stages: Sequence[Stage],
    *,
    width: int,
    heads: tuple[str, str, str],
    reach: int | None = None,
) -> Drawing:
    """Draw one bar per stage, from top to bottom; a click on a stage is told as `stage`.

    Parameters
    ----------
    stages
        In the order deals go through them.
    width
        Outer width in px.
    heads
        Name the three parts, over the first bar.
    reach
        How many deals the plot holds, whatever entered; a longer bar ends torn with it. None: as
        many as entered the fullest stage.
    """
    left = max(name_room([stage.name for stage in stages], width), 40.0)
    plot = max(width - left - _RIGHT, 60.0)
    canvas = Canvas(
        width=plot, height=max(len(stages), 1) * _ROW, left=left, right=_RIGHT, top=20, bottom=4
    )
    widest = reach or max((s.passed + s.still + s.lost for s in stages), default=0) or 1
    parts = [part for n, stage in enumerate(stages) for part in _parts(n, stage, plot, widest)]
    return canvas.finish(
        [
            canvas.boxes(_picked(canvas, stages)),
            canvas.boxes(parts),
            canvas.words(_inside(parts), align="center"),
            canvas.lines(_torn(stages, plot, widest), size=2),
            canvas.words(_heads(parts, heads, plot), align="center"),
            canvas.words(_names(stages, left), align="right"),
            canvas.words(_rates(stages, plot, lift=-7), align="left", fontWeight=600),
            canvas.words(_counts(stages, plot), align="left"),
            canvas.targets(_targets(canvas, stages), "stage"),
        ]
    )


def _middle(n: int) -> float:
    return (n + 0.5) * _ROW


def _parts(n: int, stage: Stage, plot: float, widest: int) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    at = 0.0
    looks = (
        (stage.passed, theme.REP, theme.PAPER),
        (stage.still, theme.SOFT, theme.INK),
        (stage.lost, theme.WSOFT, theme.INK),
    )
    for place, (count, colour, ink) in enumerate(looks):
        end = min(at + count * plot / widest, plot)
        rows.append(
            {"x": at, "x2": max(end - 1, at), "y": _middle(n) - _BAR / 2,
             "y2": _middle(n) + _BAR / 2, "colour": colour, "ink": ink, "row": n,
             "place": place, "count": count,
             "hover": f"{stage.name} {count}"}
        )  # fmt: skip
        at = end
    return rows


def _inside(parts: Sequence[dict[str, object]]) -> list[dict[str, object]]:
    """Write a count inside its part where it fits."""
    found: list[dict[str, object]] = []
    for part in parts:
        start, end, label = float(str(part["x"])), float(str(part["x2"])), str(part["count"])
        if end - start >= text.width(label) + 4:
            y = _middle(int(str(part["row"])))
            found.append({"x": (start + end) / 2, "y": y, "label": label, "colour": part["ink"]})
    return found


def _heads(
    parts: Sequence[dict[str, object]], heads: tuple[str, str, str], plot: float
) -> list[dict[str, object]]:
    """Name the parts of the first bar, apart from each other."""
    inks = (theme.REP, theme.INK2, theme.WARN)
    found: list[dict[str, object]] = []
    edge = 0.0
    for part in parts[: len(heads)]:
        place = int(str(part["place"]))
        half = text.width(heads[place]) / 2
        at = max((float(str(part["x"])) + float(str(part["x2"]))) / 2, edge + half)
        if part["count"] and at + half <= plot + _RIGHT:
            found.append({"x": at, "y": -9, "label": heads[place], "colour": inks[place]})
            edge = at + half + 8
    return found


def _names(stages: Sequence[Stage], left: float) -> list[dict[str, object]]:
    names = text.distinct([stage.name for stage in stages], left - 8)
    return [
        {"x": -8, "y": _middle(n), "label": name, "colour": theme.INK}
        for n, name in enumerate(names)
    ]


def _torn(stages: Sequence[Stage], plot: float, widest: int) -> list[dict[str, object]]:
    """Cut a bar that goes on beyond the plot with two slanted gaps near its end."""
    return [
        {"x": plot - px - 3, "x2": plot - px + 3, "y": _middle(n) + _BAR / 2 + 1,
         "y2": _middle(n) - _BAR / 2 - 1, "colour": theme.PAPER}
        for n, stage in enumerate(stages)
        if stage.passed + stage.still + stage.lost > widest
        for px in (6, 12)
    ]  # fmt: skip


def _rates(stages: Sequence[Stage], plot: float, *, lift: float) -> list[dict[str, object]]:
    return [
        {"x": plot + 10, "y": _middle(n) + lift, "label": stage.rate_label, "colour": theme.INK}
        for n, stage in enumerate(stages)
    ]


def _counts(stages: Sequence[Stage], plot: float) -> list[dict[str, object]]:
    return [
        {"x": plot + 10, "y": _middle(n) + 7, "label": text.shorten(stage.counts, _RIGHT - 10),
         "colour": theme.INK3}
        for n, stage in enumerate(stages)
    ]  # fmt: skip


def _picked(canvas: Canvas, stages: Sequence[Stage]) -> list[dict[str, object]]:
    return [
        {"x": -canvas.left, "x2": canvas.width + canvas.right, "y": n * _ROW + 2,
         "y2": (n + 1) * _ROW - 2, "colour": theme.BAND, "hover": stage.name}
        for n, stage in enumerate(stages)
        if stage.is_picked
    ]  # fmt: skip


def _targets(canvas: Canvas, stages: Sequence[Stage]) -> list[dict[str, object]]:
    return [
        {"x": -canvas.left, "x2": canvas.width + canvas.right, "y": n * _ROW, "y2": (n + 1) * _ROW,
         "key": stage.key, "hover": f"{stage.name} {stage.rate_label} {stage.counts}"}
        for n, stage in enumerate(stages)
    ]  # fmt: skip
