"""Of which day, and of which period, a promise's figure is told."""

from datetime import date
from zoneinfo import ZoneInfo

from workbench.errors import PeriodError
from workbench.model.calendar import Calendar
from workbench.model.day import day_of
from workbench.model.period import Period
from workbench.store.promises import Promise


def settled_on(kept: Promise, zone: ZoneInfo, left_on: date | None = None) -> date | None:
    """Give the day from which a promise's figure stands still; None while nothing ends it.

    The day it is due; that of its answer, or the rep's last, where that came earlier.
    """
    known = kept.state != "open" and kept.answered_at is not None
    answered = day_of(kept.answered_at, zone) if known and kept.answered_at else None
    days = (kept.due_on, answered, left_on)
    return min((day for day in days if day is not None), default=None)


def is_untold(kept: Promise) -> bool:
    """Whether it was answered on a day nothing tells, as in stores of before."""
    return kept.state != "open" and kept.answered_at is None


def made_in(kept: Promise) -> str:
    """Name the period of the review or session it was agreed in."""
    return kept.cycle.partition(":")[0]


def period_holding(calendar: Calendar, name: str, day: date) -> Period | None:
    """Find the period that holds a day, of the kind of the one named; None where none does."""
    try:
        at: Period | None = calendar.period(name)
    except PeriodError:
        return None
    while at is not None and at.end <= day:
        at = calendar.following(at)
    while at is not None and at.start > day:
        at = calendar.preceding(at)
    return at if at is not None and at.start <= day < at.end else None


def read_on(period: Period, as_of: date) -> date:
    """Give the day a review's figure is of: its period's last, or `as_of` before it is over."""
    return min(period.last_day, as_of)
