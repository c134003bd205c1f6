"""The periods statements are made for: those of a plan inside the one asked for, and all before."""

from datetime import date

from workbench.errors import PlanError
from workbench.model.calendar import Calendar
from workbench.model.period import Period, PeriodKind

_MONTHS: dict[PeriodKind, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def pay_periods(asked: Period, kind: PeriodKind, calendar: Calendar) -> tuple[Period, ...]:
    """Split the period asked for into those a plan pays by.

    A named period, or one given by two dates, is taken as it is.

    Raises
    ------
    PlanError
        When it is shorter than what the plan pays by.
    """
    if asked.kind == kind or asked.kind not in _MONTHS:
        return (asked,)
    if kind not in _MONTHS or _MONTHS[asked.kind] < _MONTHS[kind]:
        raise PlanError(
            f"The plan pays by {kind}, and {asked.name} is a {asked.kind}. "
            f"Ask for a {kind} or a longer period."
        )
    found = [_starting(asked.start, kind, calendar)]
    while found[-1].end < asked.end:
        following = calendar.following(found[-1])
        assert following is not None  # calendar notation never ends
        found.append(following)
    return tuple(found)


def chain(first_day: date, last: Period, calendar: Calendar) -> tuple[Period, ...]:
    """List the periods from the one that holds a day to the last, each after the other."""
    found = [last]
    while found[0].start > first_day:
        before = calendar.preceding(found[0])
        if before is None or before.start >= found[0].start:
            break
        found.insert(0, before)
    return tuple(found)


def _starting(day: date, kind: PeriodKind, calendar: Calendar) -> Period:
    """Find the period of a kind that starts on a day, by calendar or fiscal year."""
    count = 12 // _MONTHS[kind]
    letter = {"quarter": "-Q{}", "half": "-H{}", "month": "-{:02d}"}.get(kind, "")
    names = [
        f"{fiscal}{year}{letter.format(number)}"
        for fiscal in ("", "FY")
        for year in (day.year, day.year + 1)
        for number in range(1, count + 1)
    ]
    return next(period for period in map(calendar.period, names) if period.start == day)
