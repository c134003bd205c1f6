"""Won revenue as it grew through a period: a step for every deal."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.charts import text, theme
from workbench.charts.field import Field, growing
from workbench.charts.layers import Drawing, MarkLayer
from workbench.charts.scale import apart

_PLOT, _LINE = 200.0, 14.0  # px: height of the plot, distance of two labels


@dataclass(frozen=True)
class Step:
    """One won deal: the day counted from the start of the period, and the sum from then on."""

    day: float
    total: float
    hover: str = ""


@dataclass(frozen=True, kw_only=True)
class Run:
    """One line: the deals of a period in order of their day."""

    label: str  # written at the line's end
    steps: Sequence[Step]
    last_day: float  # where the line stops: the period's length, or the day of as_of
    is_this: bool = True


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """The days from left to right."""

    days: float  # length of the period
    months: Sequence[tuple[float, float, str]]  # first day, day after the last, name


def cumulative(
    runs: Sequence[Run],
    calendar: Calendar,
    *,
    width: int,
    amount_text: Callable[[float], str],
    target: float | None = None,
    target_label: str = "",
) -> Drawing:
    """Draw cumulated won revenue day by day.

    Parameters
    ----------
    runs
        This period, and a year ago for comparison (`is_this` False, grey).
    calendar
        The period's length and months.
    width
        Outer width in px.
    amount_text
        Writes an amount of the axis.
    target
        Drawn as a dashed line with `target_label`; None: no line.
    """
    reached = [step.total for run in runs for step in run.steps] + [target or 0.0]
    right = text.widest((r.label for r in runs), is_bold=True) + 12
    field, layers = growing(
        reached, calendar.days, size=(width, _PLOT), right=right, amount_text=amount_text
    )
    layers += _months(field, calendar)
    for run in sorted(runs, key=lambda run: run.is_this):
        layers += _line(field, run)
    if target is not None:
        layers += _target(field, target, target_label, runs)
    return field.finish([*layers, *_ends(field, runs)])


def _months(field: Field, calendar: Calendar) -> list[MarkLayer]:
    rows = [
        {"px": field.x.at((first + end) / 2), "py": field.y.pixels + 15, "label": name}
        for first, end, name in calendar.months
        if field.x.at(end) - field.x.at(first) >= text.width(name)
    ]
    return [field.words(rows, theme.INK3)] if rows else []


def _line(field: Field, run: Run) -> list[MarkLayer]:
    points = [{"x": day, "y": total} for day, total in _points(run)]
    if not run.is_this:
        return [field.path(points, theme.PEER, strokeWidth=1.5)]
    dots = [{"x": step.day, "y": step.total, "hover": step.hover} for step in run.steps]
    layers = [field.path(points, theme.REP, strokeWidth=2.2)]
    return [*layers, field.dots(dots, theme.REP)] if dots else layers


def _points(run: Run) -> list[tuple[float, float]]:
    """Give the corners of a line, from left to right."""
    points, total = [(0.0, 0.0)], 0.0
    for step in run.steps:
        points += [(step.day, total), (step.day, step.total)]
        total = step.total
    return [*points, (run.last_day, total)]


def _target(field: Field, target: float, label: str, runs: Sequence[Run]) -> list[MarkLayer]:
    """Name the target over its line or under it, where less of the courses runs through it."""
    width, height = text.width(label) + 8, field.height_of(target)
    above, below = height - 8, height + 10
    crossed = {py: sum(_crossed(field, run, width, py) for run in runs) for py in (above, below)}
    return field.target(target, label, below if crossed[below] < crossed[above] else above)


def _crossed(field: Field, run: Run, width: float, py: float) -> float:
    """Give how many px of a line run through a label that begins at the left."""
    corners = [(field.x.at(day), field.height_of(total)) for day, total in _points(run)]
    return sum(
        _common((x, end), (0, width)) + _common((y, y_end), (py - _LINE / 2, py + _LINE / 2))
        for (x, y), (end, y_end) in itertools.pairwise(corners)
        if _touch((x, end), (0, width)) and _touch((y, y_end), (py - _LINE / 2, py + _LINE / 2))
    )


def _touch(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return min(one) <= max(other) and min(other) <= max(one)


def _common(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Give how much two stretches share."""
    return max(min(max(one), max(other)) - max(min(one), min(other)), 0.0)


def _ends(field: Field, runs: Sequence[Run]) -> list[MarkLayer]:
    heights = [field.height_of(run.steps[-1].total if run.steps else 0.0) for run in runs]
    placed = apart(heights, _LINE, 0, field.y.pixels)
    layers = []
    for run, py in zip(runs, placed, strict=True):
        row = {"px": field.x.at(run.last_day) + 6, "py": py, "label": run.label}
        colour, weight = (theme.REP, 600) if run.is_this else (theme.INK3, 400)
        layers.append(field.words([row], colour, align="left", fontWeight=weight))
    return layers
