"""How ratings are spread, for calibration: shown as it is, never forced into a curve."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

FEWEST = 5  # ratings a manager needs for an own line


@dataclass(frozen=True)
class Spread:
    """How many ratings of each level a circle gave."""

    circle: str  # a manager, or "" for all
    counts: Mapping[int, int] | None  # by level; None with fewer than five ratings
    n: int


def rating_spread(ratings: Iterable[tuple[str, int]], levels: Sequence[int]) -> list[Spread]:
    """Count the ratings of all and of each manager.

    Parameters
    ----------
    ratings
        Manager and level of each rating.
    levels
        All levels there are, so that one nobody used shows as 0.
    """
    rows = list(ratings)
    managers = sorted({manager for manager, _level in rows})
    circles = [("", rows)] + [(name, [row for row in rows if row[0] == name]) for name in managers]
    return [_spread(name, [level for _manager, level in own], levels) for name, own in circles]


def _spread(circle: str, given: Sequence[int], levels: Sequence[int]) -> Spread:
    counted = Counter(given)
    is_told = not circle or len(given) >= FEWEST
    counts = {level: counted[level] for level in levels} if is_told else None
    return Spread(circle, counts, len(given))
