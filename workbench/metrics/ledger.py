"""What figures made of other figures are made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from workbench.metrics.metric import Metric, Outcome, absent
from workbench.model.employment import Employment


@dataclass(frozen=True)
class Ledger:
    """What is known of one rep when the derived figures are made."""

    outcomes: Mapping[str, Outcome]  # the totals computed so far, by metric
    quota: Outcome
    due: Outcome  # open amount expected to close in the period, past due apart
    weighted: Outcome
    weighted_due: Outcome  # of the open deals expected to close in the period
    season: Outcome  # share of the period's revenue that earlier years had won by this day
    working_days: int  # of the period, those at work
    elapsed_days: int  # of these, those that have elapsed
    has_begun: bool  # whether a day of it has come
    employment: Employment
    last_day: date  # the last day that has come of the period

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

    @property
    def gone(self) -> Outcome | None:
        """Say that they have left, so that nothing ahead is theirs to reach; None while at work."""
        if not self.employment.has_left(self.last_day):
            return None
        return absent("has_left", note=f"left:{self.employment.last_on}")

    @property
    def is_whole(self) -> bool:
        """Whether the days at work are those of everybody, so that a season can be laid on them."""
        return not (self.employment.joins or self.employment.leaves)

    @property
    def days_note(self) -> str:
        """The codes of what makes their days at work other than everybody's."""
        return " ".join(self.employment.notes)


@dataclass(frozen=True, kw_only=True)
class Derived(Metric):
    """A metric computed from a ledger, not from rows."""

    derive: Callable[[Ledger], Outcome]


def not_at_work(employment: Employment) -> Outcome | None:
    """Say that a rep is not at work in a period: gone before it, or hired after it."""
    if employment.start < employment.end:
        return None
    last = employment.last_on
    if last is not None and last < employment.period.start:
        return absent("has_left", note=f"left:{last}")
    return absent("not_hired_yet", note=f"hired:{employment.hired_on}")
