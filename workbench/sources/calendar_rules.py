"""`[calendar]` of `workbench.toml`: days, hours and periods, each with what it means."""

from datetime import time
from functools import cache
from pathlib import Path
from typing import Literal
from zoneinfo import available_timezones

from pydantic import field_validator, model_validator

from workbench.errors import WorkspaceError, hint
from workbench.model.fiscal_weeks import FiscalWeeks
from workbench.model.year_ends import read_year_ends
from workbench.sources.table_source import Strict, TableSource, option

_WEEKS, _YEAR_ENDS = 'weeks = "4-4-5"', 'year_ends = "last Saturday of January"'


@cache
def _zones() -> frozenset[str]:
    """List the time zones there are; the system is asked once, which reads many files."""
    return frozenset(available_timezones())


class CalendarRules(Strict):
    """`[calendar]`: days, hours and periods."""

    zone: str = option(
        "the time zone in which instants become days", 'zone = "Europe/Berlin"', default="UTC"
    )
    fiscal_year_start: int = option(
        "the month the fiscal year begins with", "fiscal_year_start = 4", default=1
    )
    weeks: Literal["", "4-4-5", "4-5-4", "5-4-4"] = option(
        "the weeks of a quarter's three months, where fiscal years are of whole weeks: FY2026, "
        "FY2026-H1, FY2026-Q1, FY2026-P01 and FY2026-W01 are then of these; week 53 is the last "
        "month's",
        'weeks = "4-4-5"',
        default="",
    )
    year_ends: str = option(
        "the last day of such a year, which is named after the year that day is told in: `last "
        "Saturday of January`, `Saturday nearest 31 January`, 1月最后一个星期六",
        'year_ends = "last Saturday of January"',
        default="",
    )
    country: str = option(
        'whose public holidays are not worked; "" knows none', 'country = "DE"', default=""
    )
    working_weekdays: tuple[int, ...] = option(
        "the days of work, Monday is 0",
        "working_weekdays = [6, 0, 1, 2, 3]",
        default=(0, 1, 2, 3, 4),
    )
    working_hours: tuple[time, time] = option(
        "from when to when leads are to be answered",
        "working_hours = [08:30:00, 17:30:00]",
        default=(time(9), time(18)),
    )
    periods: TableSource | None = option(
        "periods of its own: a table of name, start_on, end_on (the day after the last), and, where"
        " lengths do not tell it, kind (week, month, quarter, half, year, range) and parent (the"
        " name of the longer period it is a part of)",
        'periods = { file = "periods.csv" }',
        default=None,
    )

    @field_validator("year_ends")
    @classmethod
    def _end_is_known(cls, told: str) -> str:
        if told:
            read_year_ends(told)
        return told

    @model_validator(mode="after")
    def _year_is_of_one_make(self) -> "CalendarRules":
        if self.weeks and self.fiscal_year_start != 1:
            raise ValueError(
                "a fiscal year begins with a month or is of whole weeks, not both; drop "
                "fiscal_year_start, or weeks and year_ends"
            )
        return self

    @field_validator("zone")
    @classmethod
    def _zone_is_known(cls, zone: str) -> str:
        if zone not in _zones():
            raise ValueError(f"there is no time zone {zone!r}. {hint(zone, _zones())}")
        return zone

    @field_validator("working_hours")
    @classmethod
    def _hours_go_forward(cls, hours: tuple[time, time]) -> tuple[time, time]:
        if hours[0] >= hours[1]:
            raise ValueError(f"the working day ends at {hours[1]}, before it begins")
        return hours

    @field_validator("fiscal_year_start")
    @classmethod
    def _month_is_known(cls, month: int) -> int:
        if not 1 <= month <= 12:  # noqa: PLR2004 (months)
            raise ValueError("a month is 1 to 12")
        return month


def weeks_of(rules: CalendarRules, file: Path) -> FiscalWeeks | None:
    """Give the fiscal years of whole weeks; None where they are of months.

    Raises
    ------
    WorkspaceError
        When one of the two lines is there without the other.
    """
    if rules.weeks and rules.year_ends:
        return FiscalWeeks(rules.weeks, rules.year_ends)
    if rules.weeks or rules.year_ends:
        told = f"weeks = {rules.weeks!r}" if rules.weeks else f"year_ends = {rules.year_ends!r}"
        raise WorkspaceError(
            f"{file}, calendar.{told}: a year of whole weeks takes two lines; add "
            f"{_YEAR_ENDS if rules.weeks else _WEEKS}."
        )
    return None
