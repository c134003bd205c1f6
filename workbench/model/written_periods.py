"""The days of a period that calendar notation names, and the names of those beside it."""

from dataclasses import replace
from datetime import date, timedelta

from workbench.model.notation import MONTHS, Notation, no_such_week
from workbench.model.period import Period, span_name

_WEEK = timedelta(days=7)


def first_of_month(year: int, months: int) -> date:
    """Give the first day of the month `months` after January of `year` (0 is January)."""
    return date(year + months // 12, months % 12 + 1, 1)


def shifted(day: date, months: int) -> date:
    """Move the first day of a month by whole months."""
    return first_of_month(day.year, day.month - 1 + months)


def fiscal_offset(start: int) -> int:
    """Months from January of the naming year to the start of its fiscal year."""
    return start - 1 - (12 if start > 1 else 0)


def written(named: Notation, offset: int) -> Period:
    """Give the period of a notation; weeks are those of ISO 8601, from Monday on.

    Parameters
    ----------
    offset
        Months from January to the start of the fiscal year; read for a fiscal one alone.

    Raises
    ------
    ValueError
        For a year there is none of, or week 53 of a year that has 52.
    """
    if named.kind == "week":
        return _week(named)
    start = first_of_month(named.year, named.months + (offset if named.is_fiscal else 0))
    return Period(named.name, start, shifted(start, MONTHS[named.kind]), named.kind)


def stepped(named: Notation, step: int) -> Notation:
    """Name the period right after (1) or before (-1) one of a notation."""
    if named.kind == "week":
        year, number, _day = (_monday(named) + _WEEK * step).isocalendar()
        return replace(named, year=year, number=number)
    count = MONTHS["year"] // MONTHS[named.kind]  # periods of its kind in a year
    years, before = divmod(named.number - 1 + step, count)
    return replace(named, year=named.year + years, number=before + 1)


def span(first: date, last: date) -> Period:
    """Give the period between two days, the last one included."""
    return Period(span_name(first, last), first, last + timedelta(days=1), "range")


def _week(named: Notation) -> Period:
    monday = _monday(named)
    if monday.isocalendar()[:2] != (named.year, named.number):
        raise no_such_week(f"{named.year}", named.number)
    return Period(named.name, monday, monday + _WEEK, "week")


def _monday(named: Notation) -> date:
    return date.fromisocalendar(named.year, 1, 1) + _WEEK * (named.number - 1)
