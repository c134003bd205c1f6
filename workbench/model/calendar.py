"""The company's calendar: what a period's name means, and which days are worked.

A name from the workspace's table of periods wins over calendar notation, so that 4-4-5 quarters
and other odd windows can be given the names people use for them.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from functools import cached_property

import holidays

from workbench.errors import PeriodError, hint
from workbench.model.given import text_of
from workbench.model.notation import MONTHS, read_notation, read_range
from workbench.model.period import Period
from workbench.model.spelling import folded

_FORMS = "2026, 2026-H2, 2026-Q3, 2026-09, FY2026-Q1 or 2026-03-01..2026-05-31"


def first_of_month(year: int, months: int) -> date:
    """Give the first day of the month `months` after January of `year` (0 is January)."""
    return date(year + months // 12, months % 12 + 1, 1)


def shifted(day: date, months: int) -> date:
    """Move the first day of a month by whole months."""
    return first_of_month(day.year, day.month - 1 + months)


@dataclass(frozen=True)
class Calendar:
    """Fiscal year, named periods, working days."""

    fiscal_year_start: int = 1  # month; the fiscal year is named after the year it ends in
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
            `2026-09`, `FY2026-Q1`), or `2026-03-01..2026-05-31` with the last day included. Case,
            width, dashes and order are free: `2026Q3`, `q3 2026` and `2026年第三季度` are 2026-Q3,
            FY26 is FY2026.

        Raises
        ------
        PeriodError
            When it is none of these, could be two, or ends before it starts.
        """
        text = text_of("period", text)
        try:
            found = self._named(text) or self._range(text) or self._notation(text)
        except ValueError as reason:  # month 13, 30 February, year 0
            raise PeriodError(f"There is no period {text!r}: {reason}. Write {_FORMS}.") from reason
        if found is None:
            names = [period.name for period in self.periods]
            offer = f" {hint(text, names)}" if names else ""
            raise PeriodError(f"There is no period {text!r}. Write {_FORMS}.{offer}")
        return found

    def following(self, period: Period) -> Period | None:
        """Give the period right after, of the same kind; None after the last named one."""
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
        """Give the period right before, of the same kind; None before the first named one."""
        return self._neighbour(period, -1)

    def year_before(self, period: Period) -> Period | None:
        """Give the same period a year earlier; None for a named one or a free range."""
        if period.kind not in MONTHS:
            return None
        return self.period(re.sub(r"\d{4}", lambda year: f"{int(year[0]) - 1:04d}", period.name))

    def is_working_day(self, day: date) -> bool:
        """Whether people work on that day, holidays and make-up days considered."""
        if self._holidays is None:
            return day.weekday() in self.working_weekdays
        return bool(self._holidays.is_working_day(day))

    def working_days(self, start: date, end: date) -> int:
        """Count the working days from `start` to before `end`; 0 when there are none."""
        days = (start + timedelta(days=offset) for offset in range((end - start).days))
        return sum(self.is_working_day(day) for day in days)

    @cached_property
    def _holidays(self) -> holidays.HolidayBase | None:
        if not self.country:
            return None
        try:
            known = holidays.country_holidays(self.country)
        except NotImplementedError as reason:
            raise PeriodError(
                f"There is no holiday calendar for country {self.country!r}. "
                "Write a two-letter code such as CN or DE in workbench.toml, [calendar] country."
            ) from reason
        known.weekend = set(range(7)) - set(self.working_weekdays)
        return known

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
            raise PeriodError(f"{text!r} may be any of the periods {names}. Write one as it is.")
        return fitting[0] if fitting else None

    def _range(self, text: str) -> Period | None:
        days = read_range(text)
        if days is None:
            return None
        first, last = days
        if last < first:
            raise PeriodError(f"Period {text!r} ends before it starts. Swap the two dates.")
        return _span(first, last)

    def _notation(self, text: str) -> Period | None:
        found = read_notation(text)
        if found is None:
            return None
        months = found.months + (self._fiscal_offset if found.is_fiscal else 0)
        start = first_of_month(found.year, months)
        return Period(found.name, start, shifted(start, MONTHS[found.kind]), found.kind)

    @property
    def _fiscal_offset(self) -> int:
        """Months from January of the naming year to the start of its fiscal year."""
        return self.fiscal_year_start - 1 - (12 if self.fiscal_year_start > 1 else 0)

    def _neighbour(self, period: Period, step: int) -> Period | None:
        if period.kind == "named":
            index = self.periods.index(period) + step
            return self.periods[index] if 0 <= index < len(self.periods) else None
        if period.kind == "range":
            span = (period.end - period.start) * step
            return _span(period.start + span, period.last_day + span)
        return self._shifted_name(period, step)

    def _shifted_name(self, period: Period, step: int) -> Period:
        named = read_notation(period.name)
        if named is None:
            raise PeriodError(f"{period.name!r} is no period of the calendar. Write {_FORMS}.")
        offset = self._fiscal_offset if named.is_fiscal else 0
        size = MONTHS[period.kind]
        start = shifted(period.start, size * step)
        months = (start.year - named.year) * 12 + start.month - 1 - offset  # since the naming year
        year, number = named.year + months // 12, months % 12 // size + 1
        return self.period(replace(named, year=year, number=number).name)


def _spelling(text: str) -> str:
    """Give what all spellings of a period have in common: its notation, else its letters."""
    try:
        found = read_notation(text)
    except ValueError:
        found = None
    return found.name if found else folded(text)


def _span(first: date, last: date) -> Period:
    return Period(f"{first}..{last}", first, last + timedelta(days=1), "range")
