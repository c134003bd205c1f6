"""The company's calendar: what a period's name means, and which days are worked.

A name from the workspace's table of periods wins over calendar notation, so that 4-4-5 quarters
and other odd windows can be given the names people use for them.
"""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cached_property

import holidays

from workbench.errors import PeriodError, hint
from workbench.model.period import Period, PeriodKind

_NOTATION = re.compile(r"(FY)?(\d{4})(?:-(?:Q([1-4])|H([12])|(\d{2})))?", re.ASCII)
_RANGE = re.compile(r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})", re.ASCII)
_FORMS = "2026, 2026-H2, 2026-Q3, 2026-09, FY2026-Q1 or 2026-03-01..2026-05-31"
_MONTHS: dict[PeriodKind, int] = {"year": 12, "half": 6, "quarter": 3, "month": 1}
_DECEMBER = 12


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
        """Read a period.

        Parameters
        ----------
        text
            A name from the table of periods, or calendar notation (`2026-Q3`, `2026-H2`, `2026`,
            `2026-09`, `FY2026-Q1`), or `2026-03-01..2026-05-31` with the last day included.

        Raises
        ------
        PeriodError
            When it is none of these, or ends before it starts.
        """
        for period in self.periods:
            if period.name == text:
                return period
        try:
            found = self._range(text) or self._notation(text)
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

    def preceding(self, period: Period) -> Period | None:
        """Give the period right before, of the same kind; None before the first named one."""
        return self._neighbour(period, -1)

    def year_before(self, period: Period) -> Period | None:
        """Give the same period a year earlier; None for a named one or a free range."""
        if period.kind not in _MONTHS:
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

    def _range(self, text: str) -> Period | None:
        match = _RANGE.fullmatch(text)
        if match is None:
            return None
        start, last = map(date.fromisoformat, match.groups())
        if last < start:
            raise PeriodError(f"Period {text!r} ends before it starts. Swap the two dates.")
        return Period(text, start, last + timedelta(days=1), "range")

    def _notation(self, text: str) -> Period | None:
        match = _NOTATION.fullmatch(text)
        if match is None:
            return None
        fiscal, year, quarter, half, month = match.groups()
        kind: PeriodKind = (
            "quarter" if quarter else "half" if half else "month" if month else "year"
        )
        number = int(quarter or half or month or 1)
        if kind == "month" and not 1 <= number <= _DECEMBER:
            raise ValueError("month must be 01 to 12")
        months = (number - 1) * _MONTHS[kind] + (self._fiscal_offset if fiscal else 0)
        start = first_of_month(int(year), months)
        return Period(text, start, shifted(start, _MONTHS[kind]), kind)

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
            first, last = period.start + span, period.last_day + span
            return Period(f"{first}..{last}", first, last + timedelta(days=1), "range")
        return self._shifted_name(period, step)

    def _shifted_name(self, period: Period, step: int) -> Period:
        fiscal, year, *_ = _NOTATION.fullmatch(period.name).groups()  # type: ignore[union-attr]
        offset = self._fiscal_offset if fiscal else 0
        size = _MONTHS[period.kind]
        start = shifted(period.start, size * step)
        months = (start.year - int(year)) * 12 + start.month - 1 - offset  # since the naming year
        named_year, number = int(year) + months // 12, months % 12 // size + 1
        suffix = {"year": "", "half": f"-H{number}", "quarter": f"-Q{number}"}
        tail = suffix.get(period.kind, f"-{number:02d}")
        return self.period(f"{fiscal or ''}{named_year:04d}{tail}")
