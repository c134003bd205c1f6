"""Deals counted by where they stand, and what the won ones are worth in each currency."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

State = Literal["won", "lost", "open", "unclear"]  # unclear: no word of ours says which
STATES: tuple[State, ...] = ("won", "lost", "open", "unclear")


@dataclass(frozen=True)
class Counted:
    """A count, or the difference of two."""

    deals: Mapping[State, int] = field(default_factory=dict)
    sums: Mapping[str, Decimal] = field(default_factory=dict)  # of won deals, by currency

    @property
    def is_nothing(self) -> bool:
        """Whether there is neither a deal nor a sum; deals may be apart while sums agree."""
        return not any(self.deals.values()) and not any(self.sums.values())

    def __add__(self, other: "Counted") -> "Counted":
        return total((self, other))

    def __neg__(self) -> "Counted":
        deals = {state: -n for state, n in self.deals.items()}
        return Counted(deals, {currency: -value for currency, value in self.sums.items()})

    def __sub__(self, other: "Counted") -> "Counted":
        return self + -other


def one(state: State, amount: Decimal | None, currency: str) -> Counted:
    """Count one deal: its amount where it is won and known."""
    has_worth = state == "won" and amount is not None
    return Counted({state: 1}, {currency: amount} if has_worth and amount is not None else {})


def total(parts: Iterable[Counted]) -> Counted:
    """Add up."""
    deals: dict[State, int] = {}
    sums: dict[str, Decimal] = {}
    for part in parts:
        for state, n in part.deals.items():
            deals[state] = deals.get(state, 0) + n
        for currency, value in part.sums.items():
            sums[currency] = sums.get(currency, Decimal(0)) + value
    return Counted(deals, sums)
