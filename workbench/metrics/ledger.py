"""What figures made of other figures are made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

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

    @property
    def won(self) -> Outcome:
        """Won revenue."""
        return self.outcomes["won_revenue"]


@dataclass(frozen=True, kw_only=True)
class Derived(Metric):
    """A metric computed from a ledger, not from rows."""

    derive: Callable[[Ledger], Outcome]
