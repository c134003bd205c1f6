"""The rules a company's figures are computed by: one value, hashed once."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from workbench.model.calendar import Calendar

AGE_EDGES = (30, 60, 90, 180)  # the last day of each age bucket but the oldest


@dataclass(frozen=True, kw_only=True)
class Rules:
    """What, besides the tables, the day and the period, decides a figure.

    Whatever is added here is handed to every computation and is part of every key by itself.
    """

    calendar: Calendar
    currency: str  # the reporting currency
    amount_basis: str = "bookings"
    deals_kind: str = "deals"  # "orders": no lost deals are recorded
    prorate_quotas: bool = False
    manager_scope: str = "team"  # "own": a manager's quota rows are personal
    age_edges: tuple[int, ...] = AGE_EDGES

    @cached_property
    def digest(self) -> str:
        """Hash of all of them."""
        return sha256(repr(self).encode()).hexdigest()
