"""M47, the percentile of a figure in its group, and M50, what the top fifth brings."""

from collections import Counter
from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal

from workbench.model.money import quotient

_FEWEST = 5  # in a smaller group nobody has a place
_LISTED = 10  # fewer are listed, not told as a share


def percentiles(group: Sequence[Decimal]) -> dict[Decimal, Decimal]:
    """Give the share of a group that lies below each of its values, ties counting half.

    Returns
    -------
    dict
        By value; empty for a group under five, where nobody has a place.
    """
    if len(group) < _FEWEST:
        return {}
    found, below = {}, 0
    for value, equal in sorted(Counter(group).items()):
        found[value] = quotient(2 * below + equal, 2 * len(group))
        below += equal
    return found


def pareto_share(values: Sequence[Decimal]) -> Decimal | None:
    """Give what share of the sum the top 20 % bring; None of fewer than ten or of no sum."""
    total = sum(values, Decimal(0))
    if len(values) < _LISTED or total <= 0:
        return None
    top = int((Decimal(len(values)) / 5).to_integral_value(rounding=ROUND_CEILING))
    return quotient(sum(sorted(values, reverse=True)[:top], Decimal(0)), total)
