"""Steps from a period to others, and days counted on: what stands beside, before and inside."""

from datetime import date, timedelta

import pytest

from workbench.model.calendar import Calendar
from workbench.model.fiscal_weeks import FiscalWeeks
from workbench.model.period import Period

PLAIN = Calendar()
WEEKS = Calendar(weeks=FiscalWeeks("4-4-5", "last Saturday of January"))


def quarter(name, first, after, kind="quarter", parent=""):
    return Period(name, date(2026, *first), date(2026, *after), kind, parent)


SPRING = quarter("Spring", (2, 1), (5, 1))
SUMMER = quarter("Summer", (5, 1), (8, 1))
LATE = quarter("Late", (10, 1), (12, 1))  # August and September are in no row
MAY = quarter("May", (5, 1), (6, 1), "month")
OWN = Calendar(periods=(SPRING, SUMMER, MAY, LATE))


def test_the_latest_before_is_found_over_a_hole_and_of_the_kind_alone():
    assert OWN.preceding(LATE) is None
    assert OWN.last_before(LATE) == SUMMER
    assert OWN.last_before(SUMMER) == SPRING  # over on the day it begins
    assert OWN.last_before(SPRING) is None
    assert OWN.last_before(MAY) is None


def test_by_the_plain_calendar_nothing_stands_in_a_table():
    period = PLAIN.period("2026-Q3")

    assert PLAIN.own(period) == ()
    assert PLAIN.last_before(period) is None
    assert PLAIN.inside(period, "month") == ()


@pytest.mark.parametrize("text", ["2026-03-01..2026-05-31", "2026-Q3"])
def test_years_of_weeks_are_no_home_of_ranges_and_plain_quarters(text):
    period = WEEKS.period(text)

    assert WEEKS.own(period) == ()
    assert WEEKS.following(period).start == period.end
    assert WEEKS.year_before(period) == (
        None if period.kind == "range" else PLAIN.period("2025-Q3")
    )


def test_a_range_steps_by_its_own_length():
    ten = PLAIN.period("2026-03-01..2026-03-10")

    assert PLAIN.following(ten).name == "2026-03-11..2026-03-20"
    assert PLAIN.preceding(ten).name == "2026-02-19..2026-02-28"
    assert PLAIN.year_before(ten) is None


def test_what_makes_up_a_period_covers_it_without_a_hole():
    months = [quarter(f"M{n}", (n, 1), (n + 1, 1), "month", "Summer") for n in (5, 6, 7)]
    whole = Calendar(periods=(SUMMER, *months))

    assert whole.inside(SUMMER, "month") == tuple(months)
    for missing in months:
        left = tuple(each for each in months if each != missing)
        assert Calendar(periods=(SUMMER, *left)).inside(SUMMER, "month") == ()
    assert whole.inside(SUMMER, "week") == ()


@pytest.mark.parametrize(
    ("as_of", "seen_on"),
    [
        (date(2026, 9, 29), None),  # the period goes on
        (date(2026, 9, 30), None),  # its last day: as of today
        (date(2026, 10, 1), date(2026, 9, 30)),  # over: what came later is none of its review
        (date(2027, 3, 1), date(2026, 9, 30)),
    ],
)
def test_what_follows_is_told_as_of_the_last_day_once_a_period_is_over(as_of, seen_on):
    period = PLAIN.period("2026-Q3")
    found = PLAIN.outlook(period, as_of)

    assert (found.name, found.seen_on) == ("2026-Q4", seen_on)


def test_the_outlook_of_a_period_seen_on_a_day_is_that_of_the_period():
    seen = Period("2026-Q3", date(2026, 7, 1), date(2026, 10, 1), "quarter", "", date(2026, 8, 1))

    assert PLAIN.outlook(seen, date(2026, 8, 1)).seen_on is None
    assert OWN.outlook(LATE, date(2027, 1, 1)) is None


@pytest.mark.parametrize(
    ("n", "day"), [(0, 9), (1, 12), (2, 13), (5, 16), (6, 19)]
)  # 9 January 2026 is a Friday
def test_the_nth_working_day_after_a_day_passes_over_weekends(n, day):
    assert PLAIN.working_day(date(2026, 1, 9), n) == date(2026, 1, day)


def test_from_a_day_off_the_first_working_day_is_the_next_one_worked():
    assert PLAIN.working_day(date(2026, 1, 10), 1) == date(2026, 1, 12)
    assert PLAIN.working_day(date(2026, 1, 10), 0) == date(2026, 1, 10)


@pytest.mark.parametrize("first", [1, 4, 12])
def test_a_fiscal_year_of_months_ends_in_the_year_it_is_named_after(first):
    calendar = Calendar(fiscal_year_start=first)
    year = calendar.period("FY2026")

    assert year.start == date(2026 if first == 1 else 2025, first, 1)
    assert (year.last_day + timedelta(days=1)).month == first
    assert calendar.period("FY2026-H2").end == year.end
    assert calendar.period("FY2026-P12").end == year.end
