"""A sum as it grew, and between what it may come to: a line that opens into a band."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.charts import text, theme
from workbench.charts.field import Field, growing
from workbench.charts.layers import Drawing, MarkLayer

_PLOT = 170.0  # px


@dataclass(frozen=True)
class Ahead:
    """Between what the sum may stand after one step to come."""

    low: float
    middle: float
    high: float
    label: str = ""  # of the middle, written where it is the last


def fan(
    so_far: Sequence[float],
    ahead: Sequence[Ahead],
    names: Sequence[str],
    *,
    width: int,
    amount_text: Callable[[float], str],
    target: float | None = None,
    target_label: str = "",
) -> Drawing:
    """Draw what was reached step by step, and the band of what is to come.

    Parameters
    ----------
    so_far
        The sum at the end of each step that is over, from one step on.
    ahead
        Of the steps to come, in order.
    names
        Of all steps, from the first to the last.
    width
        Outer width in px.
    amount_text
        Writes an amount of the axis.
    target
        Drawn as a dashed line with `target_label`; None: no line.
    """
    ends = [*so_far, *(end for each in ahead for end in (each.low, each.high)), target or 0.0]
    right = text.widest(each.label for each in ahead) + 14
    field, layers = growing(
        ends, len(names), size=(width, _PLOT), right=right, amount_text=amount_text
    )
    layers += _names(field, names)
    layers += _band(field, so_far, ahead)
    line = [{"x": n, "y": y} for n, y in enumerate([0.0, *so_far])]
    layers += [field.path(line, theme.REP, strokeWidth=2.2)]
    if target is not None:
        layers += field.target(target, target_label, max(field.height_of(target) - 8, -12))
    return field.finish(layers)


def _band(field: Field, so_far: Sequence[float], ahead: Sequence[Ahead]) -> list[MarkLayer]:
    n, now = len(so_far), so_far[-1]
    rows = [{"x": n, "y": now, "y2": now}]
    rows += [{"x": n + m, "y": each.high, "y2": each.low} for m, each in enumerate(ahead, 1)]
    middle = [{"x": n + m, "y": y} for m, y in enumerate([now, *(each.middle for each in ahead)])]
    end = field.height_of(ahead[-1].middle)
    said = {"px": field.x.at(field.x.high) + 6, "py": end, "label": ahead[-1].label}
    return [
        field.band(rows, theme.SOFT),
        field.path(middle, theme.REP, strokeWidth=1.6, strokeDash=[2, 3]),
        field.words([said], theme.REP, align="left", fontWeight=600),
    ]


def _names(field: Field, names: Sequence[str]) -> list[MarkLayer]:
    """Name the steps beneath their middle: every one, or every other where room is scarce."""
    step = field.x.pixels / len(names)
    every = max(int(-(-(text.widest(names) + 4) // step)), 1)
    rows = [
        {"px": (n + 0.5) * step, "py": field.y.pixels + 15, "label": name}
        for n, name in enumerate(names)
        if n % every == 0
    ]
    return [field.words(rows, theme.INK3)]
