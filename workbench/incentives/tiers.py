"""Rate tables: tiers without gaps, and the walk of a credit through them."""

import itertools
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple, Protocol, TypeVar

from workbench.incentives.fault import PlanFault, fault


class Bounds(Protocol):
    """Anything with a lower bound that belongs to it and an upper one that does not."""

    @property
    def low(self) -> Decimal: ...  # noqa: D102
    @property
    def high(self) -> Decimal | None: ...  # noqa: D102


_NONE = Decimal(0)
_T = TypeVar("_T", bound=Bounds)


class Step(NamedTuple):
    """One tier in units of credit."""

    low: Decimal
    high: Decimal | None  # None: without end
    rate: Decimal


class Part(NamedTuple):
    """What of a credit fell into one tier; negative when a credit was taken back."""

    credit: Decimal
    rate: Decimal


def tiling_fault(tiers: Sequence[Bounds], kind: str = "tiers") -> PlanFault | None:
    """Say what is wrong with the bounds of a table; None when they meet without gap or overlap.

    Parameters
    ----------
    tiers
        In the order written; each from its lower bound to before its upper one.
    kind
        Whether a bound stands alone (spans) or beside what it pays (tiers).
    """
    if not tiers:
        return fault("tiers-none")
    if tiers[0].low != 0:
        return fault("tiers-first", low=str(tiers[0].low), kind=kind)
    for one, following in itertools.pairwise(tiers):
        wrong = _joint_fault(one, following)
        if wrong is not None:
            return wrong
    last = tiers[-1]
    if last.high is not None:
        return fault("tiers-last", high=str(last.high))
    return None


def _joint_fault(one: Bounds, following: Bounds) -> PlanFault | None:
    low, high, next_ = (str(each) for each in (one.low, one.high, following.low))
    if one.high is None:
        return fault("tiers-open", low=low, next=next_)
    if one.high <= one.low:
        return fault("tiers-turned", low=low, high=high)
    if one.high < following.low:
        return fault("tiers-gap", high=high, next=next_)
    if one.high > following.low:
        return fault("tiers-overlap", high=high, next=next_)
    return None


def walk(steps: Sequence[Step], start: Decimal, credit: Decimal) -> tuple[Part, ...]:
    """Walk a credit through marginal tiers, from what was cumulated before it.

    A negative credit walks back through the tiers it leaves. Below 0 the first tier goes on, so
    that what is paid grows with the credit everywhere and never jumps.
    """
    end = start + credit
    low, high = (start, end) if credit >= 0 else (end, start)
    parts = []
    for number, step in enumerate(steps):
        bottom = low if number == 0 or low > step.low else step.low
        top = high if step.high is None or high < step.high else step.high
        if top > bottom:
            part = top - bottom
            parts.append(Part(part if credit >= 0 else -part, step.rate))
        if step.high is None or high <= step.high:
            break
    return tuple(parts)


def worth(parts: Iterable[Part]) -> Decimal:
    """Add up what the parts of a credit earn."""
    total = _NONE
    for credit, rate in parts:
        total += credit * rate
    return total


def tier_of(tiers: Sequence[_T], value: Decimal) -> _T | None:
    """Give the tier a value lies in; below 0 the first; None outside all."""
    for number, tier in enumerate(tiers):
        is_above = value >= tier.low or (number == 0 and tier.low == 0)
        if is_above and (tier.high is None or value < tier.high):
            return tier
    return None
