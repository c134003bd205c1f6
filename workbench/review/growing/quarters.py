"""The quarters a look back goes over."""

from workbench.model.calendar import Calendar, shifted
from workbench.model.period import Period

_QUARTER_DAYS = (80, 105)


def quarters_to(calendar: Calendar, period: Period, count: int) -> list[Period]:
    """Give the last quarters up to a period, the earliest first.

    A period of a quarter's length is the last one, and those before are its neighbours in the
    company's own calendar; of a longer or shorter period, the last one is the three months to its
    last month.
    """
    last: Period | None = _last(calendar, period)
    found: list[Period] = []
    while last is not None and len(found) < count:
        found.append(last)
        last = calendar.preceding(last)
    return found[::-1]


def quarter_of(calendar: Calendar, period: Period, back: int) -> Period | None:
    """Give the quarter `back` quarters before the last one of a period."""
    found = quarters_to(calendar, period, back + 1)
    return found[0] if len(found) == back + 1 else None


def _last(calendar: Calendar, period: Period) -> Period:
    shortest, longest = _QUARTER_DAYS
    if shortest <= (period.end - period.start).days <= longest:
        return period
    end = period.last_day.replace(day=1)
    if period.end.day == 1 and (period.end.month - 1) % 3 == 0:
        start = shifted(period.end, -3)
        return calendar.period(f"{start.year}-Q{(start.month - 1) // 3 + 1}")
    start = shifted(end, -2)
    return calendar.period(f"{start}..{period.last_day}")
