"""Years of whole weeks, of which some have 53."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import PeriodError
from workbench.model.calendar import Calendar
from workbench.model.fiscal_weeks import PATTERNS, FiscalWeeks
from workbench.model.year_ends import read_year_ends

JANUARY = Calendar(weeks=FiscalWeeks("4-4-5", "last Saturday of January"))
# The last Saturdays of January: 2022-01-29, 2023-01-28, 2024-01-27, 2025-01-25, 2026-01-31
CASES = [
    (pattern, ends)
    for pattern in PATTERNS
    for ends in ("last Saturday of January", "Sunday nearest 31 December", "last Friday of June")
]


def days(name, calendar=JANUARY):
    period = calendar.period(name)
    return period.start, period.last_day


def test_a_year_of_53_weeks_by_eye():
    assert days("FY2026") == (date(2025, 1, 26), date(2026, 1, 31))  # 371 days
    assert days("FY2026-Q1") == (date(2025, 1, 26), date(2025, 4, 26))
    assert days("FY2026-P01") == (date(2025, 1, 26), date(2025, 2, 22))  # 4 weeks
    assert days("FY2026-P02") == (date(2025, 2, 23), date(2025, 3, 22))  # 4 weeks
    assert days("FY2026-P03") == (date(2025, 3, 23), date(2025, 4, 26))  # 5 weeks
    assert days("FY2026-P12") == (date(2025, 12, 21), date(2026, 1, 31))  # 5 weeks and the 53rd
    assert days("FY2026-W53") == (date(2026, 1, 25), date(2026, 1, 31))
    assert days("FY2026-H2") == (date(2025, 7, 27), date(2026, 1, 31))


@pytest.mark.parametrize(
    ("name", "kind", "parent"),
    [
        ("FY2026", "year", ""),
        ("FY2026-H2", "half", "FY2026"),
        ("FY2026-Q3", "quarter", "FY2026-H2"),
        ("FY2026-P12", "month", "FY2026-Q4"),
        ("FY2026-W53", "week", "FY2026-P12"),
    ],
)
def test_each_period_is_a_part_of_the_next_longer(name, kind, parent):
    period = JANUARY.period(name)

    assert (period.kind, period.parent) == (kind, parent)


def test_a_year_of_52_weeks_has_no_week_53():
    assert days("FY2025-P12") == (date(2024, 12, 22), date(2025, 1, 25))  # 5 weeks
    with pytest.raises(PeriodError, match="FY2025 has 52 weeks"):
        JANUARY.period("FY2025-W53")


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("FY2026", "FY2025"),
        ("FY2026-Q4", "FY2025-Q4"),
        ("FY2026-P12", "FY2025-P12"),
        ("FY2026-W52", "FY2025-W52"),
        ("FY2026-W53", None),
        ("FY2027-W01", "FY2026-W01"),  # not the 53rd week before it
    ],
)
def test_the_same_a_year_before_has_the_same_number(name, before):
    found = JANUARY.year_before(JANUARY.period(name))

    assert (found and found.name) == before


def test_the_first_week_follows_the_last_of_the_year_before():
    assert JANUARY.preceding(JANUARY.period("FY2027-W01")).name == "FY2026-W53"
    assert JANUARY.preceding(JANUARY.period("FY2027-P01")).name == "FY2026-P12"
    assert JANUARY.following(JANUARY.period("FY2026-Q4")).name == "FY2027-Q1"


def test_the_two_other_patterns_place_the_long_month():
    long = {
        pattern: [
            number
            for number in (1, 2, 3)
            if len(_weeks(Calendar(weeks=FiscalWeeks(pattern, "last Saturday of January")), number))
            == 5
        ]
        for pattern in PATTERNS
    }

    assert long == {"4-4-5": [3], "4-5-4": [2], "5-4-4": [1]}


def _weeks(calendar, number):
    month = calendar.period(f"FY2025-P{number:02d}")
    return calendar.inside(month, "week")


@given(st.sampled_from(CASES), st.integers(1990, 2090))
def test_periods_of_one_kind_tile_what_they_are_part_of(case, number):
    calendar = Calendar(weeks=FiscalWeeks(*case))
    year = calendar.period(f"FY{number}")

    for kind, counts in {"half": (2,), "quarter": (4,), "month": (12,), "week": (52, 53)}.items():
        parts = calendar.inside(year, kind)
        assert len(parts) in counts
        assert (parts[0].start, parts[-1].end) == (year.start, year.end)
        assert all(one.end == after.start for one, after in pairwise(parts))
        assert all(calendar.period(each.parent).holds(each) for each in parts)


@given(
    st.sampled_from(CASES), st.integers(1990, 2090),
    st.sampled_from(["", "-H1", "-H2", "-Q1", "-Q4", "-P01", "-P12", "-W01", "-W52"]),
)  # fmt: skip
def test_before_is_the_inverse_of_after(case, number, part):
    calendar = Calendar(weeks=FiscalWeeks(*case))
    period = calendar.period(f"FY{number}{part}")

    assert calendar.preceding(calendar.following(period)) == period
    assert calendar.following(calendar.preceding(period)) == period
    assert calendar.following(period).kind == period.kind


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("last Saturday of January", date(2026, 1, 31)),
        ("the last sat in jan", date(2026, 1, 31)),
        ("1月最后一个星期六", date(2026, 1, 31)),
        ("last Friday of June", date(2026, 6, 26)),
        ("Saturday nearest 31 December", date(2027, 1, 2)),
        ("nearest Saturday to December 31", date(2027, 1, 2)),
        ("Saturday closest to 31 December", date(2027, 1, 2)),
        ("最接近12月31日的星期六", date(2027, 1, 2)),
        ("Saturday nearest 31 January", date(2026, 1, 31)),
        ("Thursday nearest 1 January", date(2026, 1, 1)),
        ("Sunday nearest 29 February", date(2026, 3, 1)),  # of 28: the last there is
    ],
)
def test_the_last_day_is_said_as_people_say_it(text, ends):
    assert read_year_ends(text).day_in(2026) == ends


@given(st.integers(1990, 2090), st.integers(1, 12))
def test_the_nearest_day_is_never_more_than_three_days_off(year, month):
    names = "January February March April May June July August September October November December"
    told = read_year_ends(f"Wednesday nearest 15 {names.split()[month - 1]}")

    assert abs(told.day_in(year) - date(year, month, 15)) <= timedelta(days=3)


@pytest.mark.parametrize(
    "text",
    ["", "January", "last Foo of January", "last Saturday of Foo", "Saturday nearest 32 January",
     "13月最后一个星期六",
     "Saturday nearest 0 January", "Saturday nearest 30 February",
     "first Saturday of January", "last s of january"],
)  # fmt: skip
def test_what_is_no_such_day_is_refused_with_the_forms(text):
    with pytest.raises(ValueError, match=r"last Saturday of January.*nearest 31 January"):
        read_year_ends(text)
