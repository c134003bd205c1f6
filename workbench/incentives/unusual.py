"""Whether a sum is beyond what the same person's earlier ones lead one to expect; pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

FEWEST = 4  # earlier sums; of fewer nothing is said
WIDTH = Decimal(3)  # in spreads
_TO_SPREAD = Decimal("1.4826")  # makes of the median distance what a standard deviation would be
_FLOOR = Decimal("0.25")  # of the median: who is always paid about the same may be paid a bit more


@dataclass(frozen=True)
class Usual:
    """Between which sums somebody was paid as ever."""

    n: int  # earlier sums
    low: Decimal
    high: Decimal

    def holds(self, value: Decimal) -> bool:
        """Whether a sum is as ever; the bounds themselves are."""
        return self.low <= value <= self.high


def usual(earlier: Sequence[Decimal]) -> Usual | None:
    """Give the range of what is as ever: the median, and three spreads to either side.

    The spread is the median distance from the median, which one sum far out moves as little as
    the median itself. A side is at least a quarter of the median wide, so that tiny spreads do
    not shout.

    Parameters
    ----------
    earlier
        What was paid before, in one currency; unknown sums are not among them.

    Returns
    -------
    Usual or None
        None where fewer than four are known.
    """
    if len(earlier) < FEWEST:
        return None
    middle = median(earlier)
    distance = median(abs(each - middle) for each in earlier)
    room = max(WIDTH * _TO_SPREAD * distance, _FLOOR * abs(middle))
    return Usual(len(earlier), middle - room, middle + room)
