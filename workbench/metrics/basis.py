"""On what basis figures are computed: the period, the day, and the workspace's rules."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from workbench.model.period import Period
from workbench.model.rules import Rules

AmountBasis = Literal["bookings", "acv", "tcv"]
AMOUNT_COLUMNS: dict[str, str] = {"bookings": "amount", "acv": "acv", "tcv": "tcv"}


@dataclass(frozen=True, kw_only=True)
class Basis(Rules):
    """What is the same for every metric of one computation: the rules, the period, the day."""

    period: Period
    as_of: date  # all that was known at the end of this day
    data_of: date | None = None  # the day of the tables, where it is a later one

    @property
    def amount_column(self) -> str:
        """The column of deals that holds the amount of this basis."""
        return AMOUNT_COLUMNS[self.amount_basis]

    @property
    def end(self) -> date:
        """Exclusive end of what has happened of the period."""
        return self.period.elapsed_end(self.as_of)

    @property
    def has_begun(self) -> bool:
        """Whether a day of the period has come."""
        return self.end > self.period.start

    @property
    def last_day(self) -> date:
        """Day whose organisation holds: the period's last, or `as_of` before it is over."""
        return max(self.period.start, min(self.period.last_day, self.as_of))

    @property
    def state_day(self) -> date:
        """Day at whose end the period's states stand: what was open on a later day is not its own.

        Of a period that is not over it is `as_of`.
        """
        return min(self.period.last_day, self.as_of)

    @property
    def history_start(self) -> date:
        """Day to which won deals must reach back for new customers to be told: 12 months before."""
        start = self.period.start
        first = start.replace(day=1) if (start.month, start.day) == (2, 29) else start
        return first.replace(year=start.year - 1)

    @property
    def tomorrow(self) -> date:
        """Day after `as_of`."""
        return self.as_of + timedelta(days=1)
