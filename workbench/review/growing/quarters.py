"""The quarters a look back goes over."""

from workbench.model.calendar import Calendar
from workbench.model.period import Period
from workbench.model.written_periods import shifted

_QUARTER_DAYS = (80, 105)
_MONTHS_BACK = 2  # of the month that is a quarter's last


def quarters_to(calendar: Calendar, period: Period, count: int) -> list[Period]:
    """Give the last quarters up to a period, the earliest first.

    A quarter, or a range of a quarter's length, is the last one, and those before are its
    neighbours in the company's own calendar; of a longer or shorter period, the last one is the
    quarter that ends with it, else the three months to its last month.
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
    is_as_long = period.kind == "range" and shortest <= (period.end - period.start).days <= longest
    if period.kind == "quarter" or is_as_long:
        return period
    own = _own(calendar, period)
    if own is not None:
        return own
    end = period.last_day.replace(day=1)
    if period.end.day == 1 and (period.end.month - 1) % 3 == 0:
        start = shifted(period.end, -3)
        return calendar.period(f"{start.year}-Q{(start.month - 1) // 3 + 1}")
    start = shifted(end, -2)
    return calendar.period(f"{start}..{period.last_day}")


def _own(calendar: Calendar, period: Period) -> Period | None:
    """Find the company's own quarter that ends with a period, or its own three months to it."""
    for each in calendar.own(period):
        if each.kind == "quarter" and each.end == period.end:
            return each
    first: Period | None = period if period.kind == "month" else None
    for _ in range(_MONTHS_BACK):
        first = calendar.preceding(first) if first is not None else None
    is_own = first is not None and bool(calendar.own(period))
    return calendar.period(f"{first.start}..{period.last_day}") if is_own and first else None
