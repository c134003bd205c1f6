"""The company's calendar: what a period's name means, and which days are worked.

A name from the workspace's table of periods wins over calendar notation, so that 4-4-5 quarters
and other odd windows can be given the names people use for them. Where years are made of whole
weeks, `FY2026-Q1` and its like are those years'.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from workbench.errors import PeriodError, Said, hint, hint_said, plain_name, telling
from workbench.model.fiscal_weeks import FiscalWeeks
from workbench.model.given import text_of
from workbench.model.notation import Notation, read_notation, read_range
from workbench.model.own_periods import inside, last_before, neighbour, year_before
from workbench.model.period import Period, PeriodKind
from workbench.model.public_holidays import public_holidays
from workbench.model.spelling import folded
from workbench.model.written_periods import fiscal_offset, span, stepped, written

if TYPE_CHECKING:
    from holidays import HolidayBase

_FORMS = "2026, 2026-H2, 2026-Q3, 2026-09, 2026-W30, FY2026-Q1 or 2026-03-01..2026-05-31"
_FORMS_SAID = Said("period-forms")
_OFFICE = {0, 1, 2, 3, 4}  # Monday to Friday
_NEVER_ALL_OFF = 20  # of those; the most in a row in any of 250 countries, 2012 to 2030, is 8


@dataclass(frozen=True)
class Calendar:
    """Fiscal year, named periods, working days."""

    fiscal_year_start: int = 1  # month; the fiscal year is named after the year it ends in
    weeks: FiscalWeeks | None = None  # fiscal years of whole weeks; None: of months
    periods: tuple[Period, ...] = ()  # the workspace's own, in order of time
    country: str = ""  # whose public holidays are not worked, e.g. "CN"; "" knows none
    working_weekdays: tuple[int, ...] = (0, 1, 2, 3, 4)  # Monday is 0
    working_hours: tuple[time, time] = (time(9), time(18))  # of a working day, local time
    zone: str = "UTC"  # in which days begin

    def period(self, text: str) -> Period:
        """Read a period as people write it; the same one always gets the same name.

        Parameters
        ----------
        text
            A name from the table of periods, or calendar notation (`2026-Q3`, `2026-H2`, `2026`,
            `2026-09`, `2026-W30`, `FY2026-Q1`), or `2026-03-01..2026-05-31` with the last day
            included. Case, width, dashes and order are free: `2026Q3`, `q3 2026` and
            `2026年第三季度` are 2026-Q3, FY26 is FY2026.

        Raises
        ------
        PeriodError
            When it is none of these, could be two, or ends before it starts.
        """
        text = text_of("period", text)
        try:
            found = self._named(text) or self._range(text) or self._notation(text)
        except ValueError as reason:  # month 13, 30 February, year 0
            made = PeriodError(f"There is no period {text!r}: {reason}. Write {_FORMS}.")
            why = getattr(reason, "said", Said("period-why-no-day"))
            name = plain_name(text)
            raise telling(
                made, "period-impossible", name=name, why=why, forms=_FORMS_SAID
            ) from reason
        if found is None:
            names = [period.name for period in self.periods]
            offer = f" {hint(text, names)}" if names else ""
            made = PeriodError(f"There is no period {text!r}. Write {_FORMS}.{offer}")
            key = "period-unknown-near" if names else "period-unknown"
            near = hint_said(text, names)
            raise telling(made, key, name=plain_name(text), forms=_FORMS_SAID, hint=near)
        return found

    def following(self, period: Period) -> Period | None:
        """Give the period right after, of the same kind; None where no named one touches."""
        return self._neighbour(period, 1)

    def outlook(self, period: Period, as_of: date) -> Period | None:
        """Give the following period as what looks ahead is told of it; None where there is none.

        Once a period is over, how far the next one is covered is told as of its last day: what
        came later is no part of its review.
        """
        found = self.following(replace(period, seen_on=None))
        is_past = found is not None and period.last_day < as_of
        return replace(found, seen_on=period.last_day) if found and is_past else found

    def preceding(self, period: Period) -> Period | None:
        """Give the period right before, of the same kind; None where no named one touches."""
        return self._neighbour(period, -1)

    def year_before(self, period: Period) -> Period | None:
        """Give the same period a year earlier: that of the same number in the year before.

        None for a range, for week 53 after a year of 52, and where the table of periods tells no
        year.
        """
        own = self.own(period)
        if own:
            return year_before(own, period)
        named = _notation(period)
        if named is None:
            return None
        try:
            return self.period(replace(named, year=named.year - 1).name)
        except PeriodError:
            if named.kind == "week":
                return None
            raise

    def last_before(self, period: Period) -> Period | None:
        """Give the latest named period of the kind before one, though days may lie between."""
        return last_before(self.own(period), period)

    def inside(self, period: Period, kind: PeriodKind) -> tuple[Period, ...]:
        """Give the company's own periods of a kind that make up an own one; () where none do."""
        return inside(self.own(period), period, kind)

    def own(self, period: Period) -> Sequence[Period]:
        """Give the company's own periods that one is stepped among; () for calendar notation."""
        if period in self.periods:
            return self.periods
        named = _notation(period)
        if self.weeks is None or named is None or not named.is_fiscal:
            return ()
        return self.weeks.around(named.year)

    def is_working_day(self, day: date) -> bool:
        """Whether people work on that day, holidays and make-up days considered."""
        if self._holidays is None:
            return day.weekday() in self.working_weekdays
        return bool(self._holidays.is_working_day(day))

    def working_days(self, start: date, end: date) -> int:
        """Count the working days from `start` to before `end`; 0 when there are none."""
        days = (start + timedelta(days=offset) for offset in range((end - start).days))
        return sum(self.is_working_day(day) for day in days)

    def has_working_day(self, start: date, end: date) -> bool:
        """Whether a day from `start` to before `end` is worked.

        Twenty days from Monday to Friday in a row are no country's holidays: of so many none is
        looked up, which would load the calendars of all countries.
        """
        days = [start + timedelta(days=offset) for offset in range((end - start).days)]
        weekdays = [day for day in days if day.weekday() in _OFFICE & {*self.working_weekdays}]
        return len(weekdays) >= _NEVER_ALL_OFF or any(map(self.is_working_day, days))

    def working_day(self, day: date, n: int) -> date:
        """Give the n-th working day after a day; the day itself for 0."""
        while n > 0:
            day += timedelta(days=1)
            n -= self.is_working_day(day)
        return day

    @cached_property
    def _holidays(self) -> "HolidayBase | None":
        return public_holidays(self.country, self.working_weekdays) if self.country else None

    def _named(self, text: str) -> Period | None:
        """Find a period of the workspace's table; another spelling counts where it fits one."""
        for period in self.periods:
            if period.name == text:
                return period
        if not text.strip():
            return None
        fitting = [period for period in self.periods if _spelling(period.name) == _spelling(text)]
        if len(fitting) > 1:
            names = ", ".join(repr(period.name) for period in fitting)
            made = PeriodError(f"{text!r} may be any of the periods {names}. Write one as it is.")
            listed = tuple(
                Said("hint-name", (("name", plain_name(each.name)),)) for each in fitting
            )
            raise telling(made, "period-several", name=plain_name(text), names=listed)
        return fitting[0] if fitting else None

    def _range(self, text: str) -> Period | None:
        days = read_range(text)
        if days is None:
            return None
        first, last = days
        if last < first:
            made = PeriodError(f"Period {text!r} ends before it starts. Swap the two dates.")
            raise telling(made, "period-backwards", name=plain_name(text))
        return span(first, last)

    def _notation(self, text: str) -> Period | None:
        found = read_notation(text)
        if found is None:
            return None
        if not found.is_fiscal:
            return written(found, 0)
        if self.weeks is not None:
            return self.weeks.period(found)
        is_week = found.kind == "week"  # of a fiscal year of months: nobody knows which
        return None if is_week else written(found, fiscal_offset(self.fiscal_year_start))

    def _neighbour(self, period: Period, step: int) -> Period | None:
        own = self.own(period)
        if own:
            return neighbour(own, period, step)
        if period.kind == "range":
            days = (period.end - period.start) * step
            return span(period.start + days, period.last_day + days)
        named = _notation(period)
        if named is None:
            made = PeriodError(f"{period.name!r} is not a period of the calendar. Write {_FORMS}.")
            name = plain_name(period.name)
            raise telling(made, "period-unwritten", name=name, forms=_FORMS_SAID)
        return self.period(stepped(named, step).name)


def _notation(period: Period) -> Notation | None:
    return None if period.kind == "range" else read_notation(period.name)


def _spelling(text: str) -> str:
    """Give what all spellings of a period have in common: its notation, else its letters."""
    try:
        found = read_notation(text)
    except ValueError:
        found = None
    return found.name if found else folded(text)
