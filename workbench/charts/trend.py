"""Won revenue and target over the last periods: columns with a tick."""

from collections.abc import Callable, Sequence

from workbench.charts import text, theme
from workbench.charts.attainment import PeriodBar
from workbench.charts.field import Field
from workbench.charts.layers import Drawing, MarkLayer
from workbench.charts.scale import Span, centred, plain, steps

_PLOT = 150.0  # px, height of the plot
_LABEL, _TICK = 18.0, 4.0  # px a label and a tick take
_GAP = 6.0  # px between the labels of two columns


def trend(
    periods: Sequence[PeriodBar], *, width: int, axis_text: Callable[[float], str] = plain
) -> Drawing:
    """Draw periods in order of time, this one in the rep's colour, the rest in grey.

    Parameters
    ----------
    periods
        The earliest first; at most eight read well. Labels that would touch are left out, this
        period's and the highest one's never.
    width
        Outer width in px.
    axis_text
        Writes a value of the axis that stands where one is below zero.
    """
    count = max(len(periods), 1)
    field, layers = _ground(periods, width, axis_text)
    column = min(field.x.pixels / count * 0.56, 44)
    for is_this, colour in ((False, theme.PEER), (True, theme.REP)):
        rows = _columns(periods, is_this=is_this)
        layers += [field.columns(rows, colour, size=column)] if rows else []
    targets = [
        {"x": n + 0.5, "y": bar.target, "hover": bar.hover}
        for n, bar in enumerate(periods)
        if bar.target is not None
    ]
    layers += [field.ticks(targets, theme.INK, size=column + 10)] if targets else []
    return field.finish([*layers, *_names(field, periods), *_labels(field, periods)])


def _ground(
    periods: Sequence[PeriodBar], width: int, axis_text: Callable[[float], str]
) -> tuple[Field, list[MarkLayer]]:
    """Give the field with its line of zero, and its values on the left if one is below zero."""
    amounts = [bar.value or 0.0 for bar in periods]
    high = max([0.0, *amounts, *(bar.target or 0.0 for bar in periods)]) or 1.0
    levels = steps(amounts, 3) if min([0.0, *amounts]) < 0 else []
    labels = [axis_text(each) for each in levels]
    left = text.widest(labels) + 10 if levels else 0.0
    field = Field(
        x=Span(0, max(len(periods), 1), width - left),
        y=Span(min([0.0, *levels]), max([high, *levels]), _PLOT),
        left=left, top=22, bottom=24,
    )  # fmt: skip
    return field, field.levels(levels, labels) if levels else [field.zero(theme.AXIS)]


def _columns(periods: Sequence[PeriodBar], *, is_this: bool) -> list[dict[str, object]]:
    return [
        {"x": n + 0.5, "y": bar.value, "zero": 0, "hover": bar.hover or f"{bar.name} {bar.label}"}
        for n, bar in enumerate(periods)
        if bar.value is not None and bar.is_this is is_this
    ]


def _names(field: Field, periods: Sequence[PeriodBar]) -> list[MarkLayer]:
    room = field.x.pixels / max(len(periods), 1)
    step = 1 if text.widest(bar.name for bar in periods) + _GAP <= room else 2
    names = text.distinct([bar.name for bar in periods], room * step)
    layers = []
    for is_this in (False, True):
        rows = [
            {
                "px": centred(field.x.at(n + 0.5), _width(names[n], bar), field.x.pixels),
                "py": field.y.pixels + 14,
                "label": names[n],
            }
            for n, bar in enumerate(periods)
            if bar.is_this is is_this and (len(periods) - 1 - n) % step == 0
        ]
        colour = theme.INK if is_this else theme.INK3
        layers += [field.words(rows, colour, fontWeight=600 if is_this else 400)] if rows else []
    return layers


def _width(name: str, bar: PeriodBar) -> float:
    return text.width(name, is_bold=bar.is_this)


def _labels(field: Field, periods: Sequence[PeriodBar]) -> list[MarkLayer]:
    """Write figures over the columns, the most telling first, leaving out what would touch."""
    order = sorted(
        range(len(periods)), key=lambda n: (not periods[n].is_this, -(periods[n].value or 0.0))
    )
    taken: list[tuple[float, float]] = []
    rows: dict[bool, list[dict[str, object]]] = {True: [], False: []}
    for n in order:
        bar, half = periods[n], text.width(periods[n].label, is_bold=True) / 2
        px = centred(field.x.at(n + 0.5), 2 * half, field.x.pixels)
        if any(px - half - _GAP < end and px + half + _GAP > start for start, end in taken):
            continue
        taken.append((px - half, px + half))
        row = {"px": px, "py": field.height_of(_top(field, bar)) - 10, "label": bar.label}
        rows[bar.is_this].append(row)
    return [
        *([field.words(rows[False])] if rows[False] else []),
        *([field.words(rows[True], theme.INK, fontWeight=600)] if rows[True] else []),
    ]


def _top(field: Field, bar: PeriodBar) -> float:
    """Give the value a label stands over: the column, or a tick that would cross the label."""
    reach = max(bar.value or 0.0, 0.0)
    if bar.target is None:
        return reach
    above = field.y.at(bar.target) - field.y.at(reach)
    return bar.target if -_TICK < above < _LABEL else reach
