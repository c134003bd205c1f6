"""Where values stand: domains that leave room for labels, and round steps for a grid."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

Reach = tuple[float, float]  # the lowest and the highest value an axis is held to
LABEL_GAP = 6.0  # px between a mark and its label


@dataclass(frozen=True)
class Span:
    """A linear axis: values `low`..`high` over `pixels` px."""

    low: float
    high: float
    pixels: float

    @property
    def domain(self) -> list[float]:
        """The two ends, as a Vega-Lite domain."""
        return [self.low, self.high]

    def at(self, value: float) -> float:
        """Give the position of a value in px from the low end."""
        return (value - self.low) / (self.high - self.low) * self.pixels

    def value_at(self, position: float) -> float:
        """Give the value at a position in px from the low end."""
        return self.low + position / self.pixels * (self.high - self.low)

    def arrow(self, value: float | None, low: str, high: str) -> str:
        """Give the one of two arrows that says where a value lies beyond the axis; "" within."""
        if value is None or self.low <= value <= self.high:
            return ""
        return low if value < self.low else high

    def inside(self, value: float | None) -> float | None:
        """Give a value, or the end of the axis it lies beyond; what is not known stays so."""
        return None if value is None else min(max(value, self.low), self.high)


def fitting(pixels: float, ends: Iterable[tuple[float, float]]) -> Span:
    """Choose a domain from zero, or a round value below the lowest, in which all marks fit.

    Parameters
    ----------
    pixels
        Width of the plot.
    ends
        One pair per mark: its value, and the px its label needs to the right of it.
    """
    pairs = [(max(value, 0.0), value, room) for value, room in ends]
    low = steps([value for _, value, _ in pairs])[0]
    per_unit = min(
        (
            max(pixels - room, pixels * 0.2) / (reach - low)
            for reach, _, room in pairs
            if reach > low
        ),
        default=pixels,
    )
    return Span(low, low + pixels / per_unit, pixels)


def round_steps(high: float, count: int = 4) -> list[float]:
    """Give round grid values from 0 up to the first one that reaches `high`, about `count`."""
    if high <= 0:
        return [0.0, 1.0]
    raw = high / count
    power = 10.0 ** floor(log10(raw))
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if raw <= power * factor * 1.0001)
    values = [0.0]
    while values[-1] < high:
        values.append(step * len(values))
    return values


def steps(values: Iterable[float], count: int = 4) -> list[float]:
    """Give round grid values that hold 0 and all `values`, one step apart, also below zero."""
    held = [0.0, *values]
    low, high = min(held), max(held)
    if low >= 0:
        return round_steps(high, count)
    step = round_steps(max(high, -low), count)[1]
    return [step * n for n in range(floor(low / step + 1e-6), ceil(high / step - 1e-6) + 1)]


def plain(value: float) -> str:
    """Write an axis value where a chart is told of no better way."""
    return f"{value:,g}".replace("-", "−")


def apart(positions: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Push positions apart until neighbours are `gap` px from each other, inside `low`..`high`."""
    order = sorted(range(len(positions)), key=lambda index: positions[index])
    placed = [0.0] * len(positions)
    edge = low - gap
    for index in order:
        edge = max(positions[index], edge + gap, low)
        placed[index] = edge
    edge = high + gap
    for index in reversed(order):
        edge = min(placed[index], edge - gap)
        placed[index] = edge
    return placed


def centred(position: float, label_width: float, pixels: float) -> float:
    """Give the middle of a label over `position`, moved so that it stays inside 0..`pixels`."""
    half = label_width / 2
    return min(max(position, half), max(pixels - half, half))
