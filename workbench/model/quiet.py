"""Quiet hours: when nobody is written to, and when the next message may go."""

import re
from datetime import datetime, time, timedelta

from workbench.model.calendar import Calendar

_HOURS = re.compile(r"(\d{2}):(\d{2})-(\d{2}):(\d{2})")
_LOOKED_AHEAD = 62  # days; no company is closed for longer


def quiet_hours(text: str) -> tuple[time, time]:
    """Read `19:00-08:30`: from when to when it is quiet, over midnight where it ends earlier.

    Raises
    ------
    ValueError
        When it is no such range, or begins when it ends.
    """
    found = _HOURS.fullmatch(text)
    if found is None:
        raise ValueError("quiet hours are written as 19:00-08:30")
    begin, end = (time(int(found[n]), int(found[n + 1])) for n in (1, 3))
    if begin == end:
        raise ValueError("quiet hours that begin when they end leave no time to write in")
    return begin, end


def is_quiet(at: datetime, hours: tuple[time, time], calendar: Calendar) -> bool:
    """Whether nobody is written to at a local time: in quiet hours, or on a day off."""
    begin, end = hours
    clock = at.time()
    is_between = begin <= clock < end if begin < end else clock >= begin or clock < end
    return is_between or not calendar.is_working_day(at.date())


def loud_from(at: datetime, hours: tuple[time, time], calendar: Calendar) -> datetime | None:
    """Give the local time from which messages go again; None where no working day is near."""
    if not is_quiet(at, hours, calendar):
        return at
    begin, end = hours
    first = end if begin > end else time(0)
    for ahead in range(_LOOKED_AHEAD):
        day = at.date() + timedelta(days=ahead)
        for start in dict.fromkeys((first, end)):
            found = datetime.combine(day, start, tzinfo=at.tzinfo)
            if found >= at and not is_quiet(found, hours, calendar):
                return found
    return None
