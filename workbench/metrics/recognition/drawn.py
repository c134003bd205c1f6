"""Figures drawn to the middle of all, so that luck on few deals does not win.

A rule states its strength: everybody's figure is counted as if so many deals more had gone as they
go for all. Who has many deals keeps nearly the own figure; who has few is drawn to the middle.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext

from workbench.model.money import FACT_SCALE, round_half_up

Segments = Mapping[str, tuple[int, int]]  # hits and cases by segment
_CONTEXT = Context(prec=60)  # squares of money stay exact, so that no order of rows shows
_Z = Decimal("1.959963984540054")  # the 97.5 % point of the normal distribution


@dataclass(frozen=True)
class Drawn:
    """A figure drawn to the middle, and how far chance alone would move it."""

    value: Decimal
    error: Decimal  # standard error

    @property
    def low(self) -> Decimal:
        """Lower end of the 95 % interval."""
        return round_half_up(self.value - _Z * self.error, FACT_SCALE)

    @property
    def high(self) -> Decimal:
        """Upper end of the 95 % interval."""
        return round_half_up(self.value + _Z * self.error, FACT_SCALE)

    def less(self, other: "Drawn") -> "Drawn":
        """Give the difference from another figure, whose chance is independent."""
        error = (self.error**2 + other.error**2).sqrt()
        return Drawn(self.value - other.value, round_half_up(error, FACT_SCALE))


def typical_deal(amounts: Sequence[Decimal]) -> Decimal | None:
    """Give Σx² / Σx, the deal an average unit of money came from; None when nothing was won."""
    with localcontext(_CONTEXT):
        total = sum(amounts, Decimal(0))
        return sum((each * each for each in amounts), Decimal(0)) / total if total > 0 else None


def drawn_attainment(
    attainment: Decimal, deals_in_quota: Decimal, middle: Decimal, strength: int
) -> Drawn:
    """Draw an attainment: (n × attainment + strength × middle) / (n + strength).

    Parameters
    ----------
    attainment
        Won revenue by quota.
    deals_in_quota
        n, above 0: the quota by the rep's typical deal. One giant deal makes it small.
    middle
        Won revenue of all by quota of all.
    strength
        How many deals more are counted at the middle.

    Notes
    -----
    Won revenue is a sum of a random number of deals (compound Poisson): an attainment of mean m
    has variance m / n. The error is that, drawn by the same share.
    """
    with localcontext(_CONTEXT):
        n, more = deals_in_quota, Decimal(strength)
        value = (n * attainment + more * middle) / (n + more)
        error = n / (n + more) * (max(value, Decimal(0)) / n).sqrt()
        return _rounded(value, error)


def drawn_rate(own: Segments, group: Segments, strength: int) -> Drawn | None:
    """Draw a rate at the group's mix of segments.

    Each segment weighs as it does in the group, and counts as if the rep had `strength` more cases
    spread over the segments as the group's are, at the group's rates.

    Parameters
    ----------
    own, group
        Hits and cases by segment; the group includes the rep.

    Returns
    -------
    Drawn or None
        None when the group has no case.
    """
    total = sum(cases for _hits, cases in group.values())
    if not total:
        return None
    with localcontext(_CONTEXT):
        value, variance = Decimal(0), Decimal(0)
        for segment, (hits, cases) in sorted(group.items()):
            if not cases:
                continue
            weight, rate = Decimal(cases) / total, Decimal(hits) / cases
            won, decided = own.get(segment, (0, 0))
            more = strength * weight
            here = (won + more * rate) / (decided + more)
            value += weight * here
            variance += (weight / (decided + more)) ** 2 * decided * here * (1 - here)
        return _rounded(value, variance.sqrt())


def _rounded(value: Decimal, error: Decimal) -> Drawn:
    return Drawn(round_half_up(value, FACT_SCALE), round_half_up(error, FACT_SCALE))
