"""What may be told of a group of people, so that nobody's figure can be read from it.

A quartile of few people is one person's figure, and rounding does not hide it: two digits of a
count below 100 are the count. So every figure of a group falls into a cell of a fixed scale whose
steps fit the group's spread, and a cell that holds fewer than three of the group is not told. The
group is the same for all who look, the reader in it: two readers who compare learn nothing.

Of fewer than five others nothing is told; from five on a band in which the middle lies, from twelve
on a narrower one. Of rates nothing but the verdict is told before twelve, then a fifth of what they
can be, or more; from thirty others on the quartiles, rounded to the scale, and where somebody's
rate stands, and what it comes to drawn to the group.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from workbench.model.money import quotient

FEWEST = 5  # others of whom anything is told
NARROWER_FROM = 12  # others of whom a narrower band is told, of rates any; each verdict of a rate
RATES_FROM = 30  # others of whose rates quartiles and places are told
HELD = 3  # people a cell holds before it is told
# The least step of a scale, whatever the spread: a cell of one count is one person's count
_LEAST = {"share": Decimal("0.05"), "ratio": Decimal("0.1"), "index": Decimal("0.1")}
_LEAST_COUNTED = Decimal(10)
# Scales: what steps a power of ten is cut into. How many middle halves of the group a step is wide
# is measured by what an attacker gains (benchmarks/disclosure.py): a step tells the spread too, so
# few people have the coarsest, and quartiles of counts and sums can be told of no group
_FIVES, _TENS = (1, 2, 5, 10), (1, 10)
_RATES = Decimal("0.5")  # of rates, which vary by chance alone: less hides them
_CELL = Decimal("0.2")  # of rates of few: a fifth of all they can be tells nothing of their spread
_WIDEST = 12  # steps tried before a group is given up
_RATE_STEPS = ((30, Decimal("0.01")), (NARROWER_FROM, Decimal("0.02")), (0, Decimal("0.05")))
_PARTS = 10  # of a group, in one of which a place is told


@dataclass(frozen=True)
class Middle:
    """Where the middle of a group lies."""

    low: Decimal  # the band's lower end, or the first quartile
    high: Decimal  # its upper end, or the third
    middle: Decimal | None = None  # the median; None where a band alone is told


def middle_of(
    values: Sequence[Decimal], unit: str, others: int, most: Decimal | None = None
) -> Middle | None:
    """Tell where the middle of a group lies.

    Parameters
    ----------
    values
        Of everybody in the group, sorted; where the reader belongs to it, with the reader.
    unit
        Of the values, as in facts.
    others
        People in it besides the reader.
    most
        What such a figure can be at all; the last cell of the scale ends there and holds it.

    Returns
    -------
    Middle or None
        None with fewer than five others, of rates than twelve, or where people are so alike that
        no cell hides one.
    """
    is_rate, is_few = unit == "share", others < NARROWER_FROM
    if others < (NARROWER_FROM if is_rate else FEWEST):
        return None
    if not is_rate:
        halves, scale = (Decimal(3), _TENS) if is_few else (Decimal("1.5"), _FIVES)
        return _band(values, _step(values, unit, halves, scale), scale, most)
    step = _step(values, unit, _RATES)
    if others < RATES_FROM:
        return _band(values, max(_CELL, step), _FIVES, most)
    low, middle, high = (_rounded(quantile(values, quarter), step) for quarter in (1, 2, 3))
    return Middle(low, high, middle)


def sum_told(total: Decimal, values: Sequence[Decimal], unit: str) -> Decimal | None:
    """Tell the sum of a group in steps that hide what one person has of it.

    Returns
    -------
    Decimal or None
        None with fewer than five people.
    """
    if len(values) < FEWEST:
        return None
    step = _step(sorted(values), unit, Decimal(1))
    return _rounded(total, step) if step else total


def rate_told(rate: Decimal, others: int) -> Decimal:
    """Tell a rate that a whole group's cases went into, as coarse as the group is small."""
    return _rounded(rate, next(step for least, step in _RATE_STEPS if others >= least))


def drawn_told(rate: Decimal | None, others: int) -> Decimal | None:
    """Tell a rate drawn to its group, or an end of its interval; None with fewer than thirty.

    Who knows the own cases reads from it where the group's middle lies, and how far apart it is.
    """
    return None if rate is None or others < RATES_FROM else rate_told(rate, others)


def place_told(place: Decimal, others: int) -> tuple[Decimal, Decimal] | None:
    """Tell a place of 0..1 in a group as the tenth it lies in; None of fewer than thirty."""
    if others < RATES_FROM:
        return None
    part = min(int(place * _PARTS), _PARTS - 1)
    low, high = (quotient(end, _PARTS) for end in (part, part + 1))
    return low, high


def quantile(values: Sequence[Decimal], quarter: int) -> Decimal:
    """Give a quartile of sorted values, exact, by linear interpolation between the nearest."""
    place = Decimal((len(values) - 1) * quarter) / 4
    index = int(place)
    upper = values[min(index + 1, len(values) - 1)]
    return values[index] + (upper - values[index]) * (place - index)


def _band(
    values: Sequence[Decimal], step: Decimal, scale: Sequence[int], most: Decimal | None
) -> Middle | None:
    """Give the cell of the median, the narrowest from a step on that holds enough people."""
    median = quantile(values, 2)
    for _ in range(_WIDEST if step else 0):
        low, end = _cell(median, step, most)
        reached = bisect_right if end == most else bisect_left
        if reached(values, end) - bisect_left(values, low) >= HELD:
            return Middle(low, end)
        step = _above(step * 2, scale)
    return None


def _cell(value: Decimal, step: Decimal, most: Decimal | None) -> tuple[Decimal, Decimal]:
    """Give the ends of a value's cell; none begins where no figure can be more."""
    low = _floor(value, step)
    if most is None:
        return low, low + step
    low = most - step if low >= most else low
    return low, min(low + step, most)


def _step(
    values: Sequence[Decimal], unit: str, halves: Decimal, scale: Sequence[int] = _FIVES
) -> Decimal:
    """Give the step of a scale: so many middle halves or more; 0 where there is none."""
    spread = quantile(values, 3) - quantile(values, 1)
    least = Decimal(0) if unit.startswith("money") else _LEAST.get(unit, _LEAST_COUNTED)
    wanted = max(spread * halves, least)
    if not wanted:  # all alike: a tenth of what they have
        wanted = abs(quantile(values, 2)) / 10
    return _above(wanted, scale) if wanted else wanted


def _above(wanted: Decimal, scale: Sequence[int]) -> Decimal:
    """Give the next step of a scale that is not less."""
    unit = Decimal(1).scaleb(wanted.adjusted())
    return next(each for n in scale if (each := n * unit) >= wanted)


def _floor(value: Decimal, step: Decimal) -> Decimal:
    return (value / step).to_integral_value(ROUND_FLOOR) * step


def _rounded(value: Decimal, step: Decimal) -> Decimal:
    return (value / step).to_integral_value(ROUND_HALF_UP) * step
