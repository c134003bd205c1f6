"""Whether the year closes: what is closed of it, and what stretches of the same length brought.

The rule is fixed and the same for everybody: to the months closed so far is added what every
stretch of as many months as are left brought before, the middle half of them and their median. The
same rule, asked at earlier quarter ends with what was known then, says how far it can be trusted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import accumulate
from statistics import quantiles
from typing import TYPE_CHECKING, Any

from workbench.errors import PeriodError
from workbench.model.period import Period
from workbench.model.written_periods import shifted
from workbench.snapshots.some_facts import some_facts
from workbench.snapshots.won_months import months_won

if TYPE_CHECKING:
    from workbench.review.rep_period import RepPeriod

FEWEST = 8  # stretches
_QUARTER = 3  # months
Row = Mapping[str, Any]
Won = Decimal | None  # of a month; None: away, or an amount is unknown


@dataclass(frozen=True)
class Band:
    """The middle half of what was brought, and its median."""

    low: Decimal
    middle: Decimal
    high: Decimal


@dataclass(frozen=True)
class YearEnd:
    """A year in its course."""

    year: str
    months: Sequence[date]  # the first days of its months
    so_far: Sequence[Decimal]  # won by the end of each closed month
    bands: Sequence[Band] = ()  # of what is won by the end of each month to come
    stretches: int = 0  # behind the last band
    target: Decimal | None = None
    held: int = 0  # earlier estimates whose outcome lay inside
    tried: int = 0

    @property
    def left(self) -> int:
        """How many months are to come."""
        return len(self.months) - len(self.so_far)


def year_end_of(review: "RepPeriod") -> YearEnd | None:
    """Look ahead to the end of the year of a review, from the end of its last closed month.

    None where the year is over by then or does not go by calendar months, where the rep has left,
    and where a month of it cannot be told.
    """
    year = _year(review)
    closed = _closed_until(review)
    if year is None or review.has_left or not year.start < closed < year.end:
        return None
    own, first = _by_month(review)
    months = _months(year.start, closed)
    known = [_amount(own.get(each)) for each in months if first is not None and first <= each]
    so_far = [each for each in known if each is not None]
    if len(so_far) < len(months):
        return None
    made = YearEnd(year.name, _months(year.start, year.end), tuple(accumulate(so_far)))
    won = _won(own, closed, first, review)
    return replace(_estimated(made, won), target=_target(year, review))


def _estimated(made: YearEnd, won: Sequence[Won]) -> YearEnd:
    """Add the bands, and how such ones would have held; as it is where too little is known."""
    found = [stretches(won, months) for months in range(1, made.left + 1)]
    if len(found[-1]) < FEWEST:
        return replace(made, stretches=len(found[-1]))
    reached = made.so_far[-1]
    bands = [band_of(each) for each in found]
    tried = earlier_tries(won, made.left)
    return replace(
        made, bands=[Band(*(reached + end for end in vars(each).values())) for each in bands],
        stretches=len(found[-1]), held=sum(tried), tried=len(tried),
    )  # fmt: skip


def stretches(won: Sequence[Won], months: int) -> list[Decimal]:
    """Add up every stretch of as many months, the earliest first; none that has a gap."""
    runs = (won[at : at + months] for at in range(len(won) - months + 1))
    whole = ([each for each in run if each is not None] for run in runs)
    return [sum(run, Decimal(0)) for run in whole if len(run) == months]


def band_of(sums: Sequence[Decimal]) -> Band:
    """Give the quartiles; of two sums or more."""
    return Band(*quantiles(sums, n=4, method="inclusive"))


def earlier_tries(won: Sequence[Won], months: int) -> list[bool]:
    """Say of each earlier quarter end whether what came lay in the band told of it then.

    Quarters are counted back from the end of what is known. Of who knew too little then, and of a
    stretch with a gap, nothing is said.
    """
    found = []
    for at in range(len(won) - months, 0, -_QUARTER):
        known, came = stretches(won[:at], months), stretches(won[at : at + months], months)
        if len(known) >= FEWEST and came:
            band = band_of(known)
            found.append(band.low <= came[0] <= band.high)
    return found


def _year(review: "RepPeriod") -> Period | None:
    """Find the year a period is part of, where it is one of calendar months."""
    period, calendar = review.period, review.calendar
    try:
        year = calendar.period(period.parent or period.name.partition("-")[0])
    except PeriodError:
        return None
    by_months = year.start.day == year.end.day == 1
    return year if year.kind == "year" and year.holds(period) and by_months else None


def _closed_until(review: "RepPeriod") -> date:
    """Give the day after the last month that was over when the period ended, or the data did."""
    return review.period.elapsed_end(review.as_of).replace(day=1)


def _months(start: date, end: date) -> list[date]:
    found = []
    while start < end:
        found.append(start)
        start = shifted(start, 1)
    return found


def _by_month(review: "RepPeriod") -> tuple[dict[date, Row], date | None]:
    """Give what the rep won by month, and the first month in which the company won anything."""
    rows = months_won(review.snapshot, review.workspace).to_pylist()
    own = {row["month"]: row for row in rows if row["rep_id"] == review.rep.rep_id}
    return own, min((row["month"] for row in rows), default=None)


def _won(
    own: Mapping[date, Row], closed: date, first: date | None, review: "RepPeriod"
) -> list[Won]:
    """Give what was won in each whole month, from the first to the last closed."""
    if first is None:
        return []
    start, hired = shifted(first, 1), review.rep.hired_on  # the first may be a part of a month
    if hired is not None:
        start = max(start, hired if hired.day == 1 else shifted(hired.replace(day=1), 1))
    return [
        _amount(own.get(each)) if _is_worked(each, review) else None
        for each in _months(start, closed)
    ]


def _is_worked(first: date, review: "RepPeriod") -> bool:
    month = Period("", first, shifted(first, 1), "month")
    return replace(review.employment, period=month).is_worked(review.calendar)


def _amount(row: Row | None) -> Won:
    """Read what a month brought: nothing where no deal was won in it."""
    if row is None:
        return Decimal(0)
    amount: Won = row["amount"]
    return None if row["unknown"] else amount


def _target(year: Period, review: "RepPeriod") -> Decimal | None:
    asked, rep_id = ("effective_quota",), review.rep.rep_id
    rows = some_facts(review.snapshot, review.workspace, year, asked, rep_id).to_pylist()
    found: Decimal | None = rows[0]["value"] if rows else None
    return found or None
