"""A rate before and after something, and whether the change is more than chance."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.metrics.comparison.two_groups import Difference, difference

Cases = tuple[int, int]  # hits, out of
FEWEST = 5  # cases on either side from which a change is told


@dataclass(frozen=True)
class BeforeAfter:
    """Two windows of one rate."""

    before: Cases
    after: Cases
    change: Difference | None  # after less before; None with too few cases
    verdict: str  # above, below, not_distinguishable; no_before, no_after, too_few


def before_after(before: Iterable[Cases], after: Iterable[Cases]) -> BeforeAfter:
    """Compare a rate over some periods with the same rate over others.

    Counts are summed, never rates averaged. A change is told from chance by Newcombe's interval; it
    says nothing of the cause: who is sent to a course when a figure is low, rises by luck alone.
    """
    first, second = _summed(before), _summed(after)
    why = _too_little(first, second)
    if why:
        return BeforeAfter(first, second, None, why)
    change = difference(second, first)
    if change.low <= 0 <= change.high:
        return BeforeAfter(first, second, change, "not_distinguishable")
    return BeforeAfter(first, second, change, "above" if change.low > 0 else "below")


def _too_little(before: Cases, after: Cases) -> str:
    if not before[1]:
        return "no_before"
    if not after[1]:
        return "no_after"
    return "too_few" if min(before[1], after[1]) < FEWEST else ""


def _summed(windows: Iterable[Cases]) -> Cases:
    found = list(windows)
    return sum(hits for hits, _ in found), sum(cases for _, cases in found)
