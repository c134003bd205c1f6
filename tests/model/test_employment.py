"""Which days of a period somebody is at work, and how much of a quota holds on them.

The week is that of Monday 5 January 2026, all days worked unless a test says otherwise.
"""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from workbench.model.calendar import Calendar
from workbench.model.employment import Away, Employment, employments
from workbench.model.period import Period

HALF = Decimal("0.5")
EVERY_DAY, OFFICE = Calendar(working_weekdays=(0, 1, 2, 3, 4, 5, 6)), Calendar()


def day(number):
    return date(2026, 1, number)


def away(first, after, factor=Decimal(0), kind="leave"):
    return Away(day(first), day(after), Decimal(factor), kind)


WEEK = Period("2026-W02", day(5), day(12), "week")


def at_work(hired_on=None, left_on=None, *absent):
    dates = (each and day(each) for each in (hired_on, left_on))
    return Employment(WEEK, *dates, absent)


@pytest.mark.parametrize(
    ("hired_on", "left_on", "first", "after", "notes"),
    [
        (None, None, 5, 12, ()),
        (5, 11, 5, 12, ()),  # the whole week, to the day
        (1, 31, 5, 12, ()),
        (6, 10, 6, 11, ("hired:2026-01-06", "left:2026-01-10")),
        (6, 6, 6, 7, ("hired:2026-01-06", "left:2026-01-06")),  # one day
        (None, 4, 5, 5, ("left:2026-01-04",)),  # gone before
        (12, None, 12, 12, ("hired:2026-01-12",)),  # not yet there
        (8, 2, 8, 12, ("hired:2026-01-08",)),  # came back: the earlier leaving bounds nothing
    ],
)
def test_first_and_last_day_bound_the_days_at_work(hired_on, left_on, first, after, notes):
    found = at_work(hired_on, left_on)

    assert (found.start, found.end, found.notes) == (day(first), day(after), notes)
    assert found.working_days(EVERY_DAY) == after - first
    assert found.is_worked(EVERY_DAY) == (after > first)
    assert found.is_plain == (not notes)


@pytest.mark.parametrize(
    ("hired_on", "left_on", "on", "is_gone"),
    [
        (None, None, 31, False),
        (None, 8, 7, False),
        (None, 8, 8, True),  # at the end of the last day nothing is left to be done
        (None, 8, 9, True),
        (9, 8, 31, False),
    ],
)
def test_who_has_left_has_their_last_day_behind_them(hired_on, left_on, on, is_gone):
    assert at_work(hired_on, left_on).has_left(day(on)) == is_gone


def test_on_each_day_the_lowest_share_holds():
    found = at_work(None, None, away(6, 10, HALF, "ramp"), away(8, 9))

    assert [found.factor(day(each)) for each in range(5, 12)] == [1, HALF, HALF, 0, HALF, 1, 1]
    assert found.working_days(EVERY_DAY) == 6  # 8 January is leave
    assert found.is_worked(EVERY_DAY)
    assert found.held_days(EVERY_DAY) == (Decimal("4.5"), 7)
    assert found.notes == ("on_leave", "ramping")
    assert not found.is_plain


@pytest.mark.parametrize(
    ("absent", "notes"),
    [
        (away(1, 5), ()),  # over on the day the week begins
        (away(12, 20), ()),
        (away(1, 6), ("on_leave",)),
        (away(11, 20), ("on_leave",)),
        (away(6, 7, "0.99", "ramp"), ("ramping",)),
        (away(6, 7, 1), ()),  # all of the quota holds
        (away(6, 7, kind=""), ()),  # nobody said what it is
    ],
)
def test_days_away_are_told_where_they_touch_and_take_something(absent, notes):
    assert at_work(None, None, absent).notes == notes


def test_leave_beyond_the_days_at_work_tells_nothing():
    assert at_work(None, 7, away(8, 9)).notes == ("left:2026-01-07",)
    assert at_work(8, None, away(6, 8)).notes == ("hired:2026-01-08",)


def test_days_are_counted_before_a_day_and_only_those_worked():
    found = at_work(6, None)

    assert found.working_days(OFFICE) == 4  # Tuesday to Friday
    assert found.working_days(OFFICE, day(8)) == 2
    assert found.working_days(OFFICE, day(5)) == 0
    assert found.working_days(OFFICE, day(31)) == 4


def test_rows_give_each_rep_their_dates_and_days_away():
    reps = [
        {"rep_id": "ana", "hired_on": day(6), "left_on": None},
        {"rep_id": "bo", "left_on": day(9)},
    ]
    rows = [
        {"rep_id": "ana", "start_on": day(7), "end_on": day(8), "kind": "ramp", "factor": HALF},
        {"rep_id": "ana", "start_on": day(9), "end_on": day(10), "kind": None, "factor": None},
        {"rep_id": "gone", "start_on": day(9), "end_on": day(10)},
    ]

    found = employments(WEEK, reps, rows)

    assert found == {
        "ana": at_work(6, None, away(7, 8, HALF, "ramp"), away(9, 10, 0, "")),
        "bo": at_work(None, 9),
    }
    assert found["ana"].factor(day(9)) == 0  # no share told: none holds


def test_a_factor_of_nought_is_kept_and_no_whole_quota():
    rows = [{"rep_id": "ana", "start_on": day(5), "end_on": day(12), "factor": Decimal(0)}]

    found = employments(WEEK, [{"rep_id": "ana"}], rows)["ana"]

    assert found.held_days(EVERY_DAY) == (0, (WEEK.end - WEEK.start) // timedelta(days=1))


def test_of_a_week_on_leave_no_day_is_worked():
    assert not at_work(None, None, away(1, 20)).is_worked(OFFICE)
    assert at_work(None, None, away(1, 12)).is_worked(EVERY_DAY) is False
    assert at_work(None, None, away(1, 10)).is_worked(OFFICE) is False  # the weekend is left
    assert at_work(None, None, away(1, 9)).is_worked(OFFICE)
    assert at_work(None, None, away(1, 20, "0.5", "ramp")).is_worked(OFFICE)
