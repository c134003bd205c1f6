"""When nobody is written to, and when messages go again. 9 January 2026 is a Friday."""

from datetime import datetime, time

import pytest

from workbench.model.calendar import Calendar
from workbench.model.quiet import is_quiet, loud_from, quiet_hours

OFFICE, NEVER = Calendar(), Calendar(working_weekdays=())
NIGHT, NOON, MORNING = (time(19), time(8, 30)), (time(12), time(13)), (time(0), time(9))


def at(day, hour, minute=0):
    return datetime(2026, 1, day, hour, minute)


def test_hours_are_read_to_the_minute_or_refused():
    assert quiet_hours("19:05-08:30") == (time(19, 5), time(8, 30))


@pytest.mark.parametrize("text", ["9:00-10:00", "19:00", "19:00-08:30 ", "25:00-08:00", "a", ""])
def test_hours_written_otherwise_are_refused(text):
    with pytest.raises(ValueError, match=r"19:00-08:30|hour must be"):
        quiet_hours(text)


def test_hours_without_length_are_refused():
    with pytest.raises(ValueError, match="leave no time"):
        quiet_hours("08:00-08:00")


@pytest.mark.parametrize(
    ("hours", "moment", "is_so"),
    [
        (NIGHT, at(9, 18, 59), False),
        (NIGHT, at(9, 19), True),  # the first minute is quiet
        (NIGHT, at(9, 8, 29), True),
        (NIGHT, at(9, 8, 30), False),  # the last is not
        (NOON, at(9, 11, 59), False),
        (NOON, at(9, 12), True),
        (NOON, at(9, 12, 59), True),
        (NOON, at(9, 13), False),
        (NOON, at(10, 15), True),  # a Saturday
    ],
)
def test_it_is_quiet_from_the_first_hour_to_before_the_last_and_on_days_off(hours, moment, is_so):
    assert is_quiet(moment, hours, OFFICE) == is_so


@pytest.mark.parametrize(
    ("hours", "moment", "then"),
    [
        (NIGHT, at(9, 10), at(9, 10)),  # nothing waits
        (NIGHT, at(8, 3), at(8, 8, 30)),
        (NIGHT, at(8, 22), at(9, 8, 30)),
        (NIGHT, at(9, 22), at(12, 8, 30)),  # over the weekend
        (NOON, at(9, 12, 30), at(9, 13)),
        (NOON, at(10, 12, 30), at(12, 0)),  # a Saturday: Monday as it begins
        (MORNING, at(10, 12), at(12, 9)),
        (MORNING, at(9, 8), at(9, 9)),
    ],
)
def test_messages_go_again_at_the_first_minute_that_is_not_quiet(hours, moment, then):
    assert loud_from(moment, hours, OFFICE) == then


def test_where_nobody_ever_works_no_time_is_promised():
    assert loud_from(at(9, 12), NIGHT, NEVER) is None
