"""What figures made of other figures are made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from workbench.metrics.metric import Metric, Outcome


@dataclass(frozen=True)
class Ledger:
    """What is known of one rep when the derived figures are made."""

    outcomes: Mapping[str, Outcome]  # the totals computed so far, by metric
    quota: Outcome
    due: Outcome  # open amount expected to close in the period, past due apart
    weighted: Outcome
    weighted_due: Outcome  # of the open deals expected to close in the period
    season: Outcome  # share of the period's revenue that earlier years had won by this day
    working_days: int  # of the period
    elapsed_days: int  # working days that have elapsed of it
    has_begun: bool  # whether a day of it has come

    @property
    def won(self) -> Outcome:
        """Won revenue."""
        return self.outcomes["won_revenue"]

    @property
    def won_so_far(self) -> Outcome:
        """Won revenue for what looks ahead: of a period not begun, nothing can be won yet.

        What is left of a quota, and how far open deals cover it, are plans; they are told before
        their period begins. As a result, won revenue stays absent then.
        """
        is_ahead = not self.has_begun and self.won.reason == "outside_record"
        return Outcome(Decimal(0), Decimal(0)) if is_ahead else self.won


@dataclass(frozen=True, kw_only=True)
class Derived(Metric):
    """A metric computed from a ledger, not from rows."""

    derive: Callable[[Ledger], Outcome]
