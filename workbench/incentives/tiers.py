"""Rate tables: tiers without gaps, and the walk of a credit through them."""

import itertools
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple, Protocol, TypeVar


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


def tiling_fault(tiers: Sequence[Bounds]) -> str:
    """Say what is wrong with the bounds of a table; "" when they meet without gap or overlap.

    Parameters
    ----------
    tiers
        In the order written; each from its lower bound to before its upper one.
    """
    if not tiers:
        return "a table needs at least one tier"
    if tiers[0].low != 0:
        return (
            f"the first tier begins at {tiers[0].low}, which leaves a gap from 0; "
            f"add {{ from = 0, to = {tiers[0].low}, rate = 0 }}"
        )
    for one, following in itertools.pairwise(tiers):
        fault = _joint_fault(one, following)
        if fault:
            return fault
    last = tiers[-1]
    if last.high is not None:
        return f"the last tier ends at {last.high}, which leaves a gap above; drop its `to`"
    return ""


def _joint_fault(one: Bounds, following: Bounds) -> str:
    if one.high is None:
        return f"the tier from {one.low} has no `to`, but another follows; add to = {following.low}"
    if one.high <= one.low:
        return f"the tier from {one.low} ends at {one.high}; its `to` must be above its `from`"
    if one.high < following.low:
        return f"there is a gap between {one.high} and {following.low}; write to = {following.low}"
    if one.high > following.low:
        return (
            f"the tiers overlap between {following.low} and {one.high}; write to = {following.low}"
        )
    return ""


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
