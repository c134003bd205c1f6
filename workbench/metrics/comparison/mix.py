"""M48, the rate adjusted for the mix of segments, and a check for Simpson's paradox."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from workbench.model.money import quotient

Segments = Mapping[str, tuple[int, int]]  # hits and cases by segment


@dataclass(frozen=True)
class Adjusted:
    """A rate as it would be with the group's mix of segments."""

    value: Decimal
    borrowed: tuple[str, ...]  # segments without cases, where the group's rate stands in


def mix_adjusted(own: Segments, group: Segments) -> Adjusted | None:
    """Weight a rep's rates by segment with the group's share of cases.

    Parameters
    ----------
    own, group
        Hits and cases by segment; the group includes the rep.

    Returns
    -------
    Adjusted or None
        None when the rep or the group has no case at all.
    """
    total = sum(cases for _hits, cases in group.values())
    if not total or not any(cases for _hits, cases in own.values()):
        return None
    value, borrowed = Decimal(0), []
    for segment, (hits, cases) in sorted(group.items()):
        if not cases:
            continue
        own_hits, own_cases = own.get(segment, (0, 0))
        if not own_cases:
            borrowed.append(segment)
            own_hits, own_cases = hits, cases
        value += quotient(Decimal(cases * own_hits), total * own_cases)
    return Adjusted(value, tuple(borrowed))


def pooled_rate(segments: Segments) -> Decimal | None:
    """Give the plain rate over all segments; None without cases."""
    hits, cases = (sum(column) for column in zip(*segments.values(), strict=True))
    return quotient(hits, cases) if cases else None


def is_reversed(own: Segments, other: Segments) -> bool:
    """Whether one is better in every common segment and yet worse in all, or the other way.

    Simpson's paradox: the mix of segments, not the work in them, makes the difference.
    """
    common = [key for key in own if key in other and own[key][1] and other[key][1]]
    mine, theirs = pooled_rate(own), pooled_rate(other)
    if len(common) < 2 or mine is None or theirs is None:  # noqa: PLR2004 (one segment has no mix)
        return False
    # a/b against c/d as a·d against c·b, so that nothing is rounded
    gaps = [own[key][0] * other[key][1] - other[key][0] * own[key][1] for key in common]
    is_better, is_worse = all(gap > 0 for gap in gaps), all(gap < 0 for gap in gaps)
    return (is_better and mine < theirs) or (is_worse and mine > theirs)
