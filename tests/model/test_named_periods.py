"""A table of periods: each row knows its kind and what it is a part of, or is asked."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import PeriodError
from workbench.model.calendar import Calendar
from workbench.model.named_periods import Row, named_periods

MONDAY = date(2024, 12, 30)


def rows(*told):
    """Read `name first weeks [kind [parent]]`, weeks counted from 2024-12-30."""
    found = []
    for line in told:
        name, first, weeks, kind, parent = (*line.split(), "", "")[:5]
        start = MONDAY + timedelta(weeks=int(first))
        found.append(Row("here", name, start, start + timedelta(weeks=int(weeks)), kind, parent))
    return found


def year(name, first, sizes=(4, 4, 5) * 4):
    """Write a year with its quarters and months."""
    told, at = [f"{name} {first} {sum(sizes)}"], first
    for quarter in range(4):
        three = sizes[quarter * 3 : quarter * 3 + 3]
        told.append(f"{name}-Q{quarter + 1} {at} {sum(three)}")
        for month, weeks in enumerate(three, start=quarter * 3 + 1):
            told.append(f"{name}-M{month} {at} {weeks}")
            at += weeks
    return told


LONG = (4, 4, 5) * 3 + (4, 4, 6)
FOUR_FOUR_FIVE = Calendar(periods=named_periods(rows(*year("A", 0, LONG), *year("B", 53))))


def test_lengths_tell_the_kind_and_nesting_the_parent():
    told = {each.name: (each.kind, each.parent) for each in FOUR_FOUR_FIVE.periods}

    assert told["A"] == ("year", "")
    assert told["A-Q2"] == ("quarter", "A")
    assert told["A-M3"] == ("month", "A-Q1")  # 5 weeks
    assert told["A-M12"] == ("month", "A-Q4")  # 6 weeks


@pytest.mark.parametrize(
    ("name", "before", "after", "year_before"),
    [
        ("B-Q1", "A-Q4", "B-Q2", "A-Q1"),
        ("B-M1", "A-M12", "B-M2", "A-M1"),
        ("B", "A", None, "A"),
        ("A-Q1", None, "A-Q2", None),
    ],
)
def test_a_step_goes_to_the_same_kind(name, before, after, year_before):
    calendar, period = FOUR_FOUR_FIVE, FOUR_FOUR_FIVE.period(name)
    found = calendar.preceding(period), calendar.following(period), calendar.year_before(period)

    assert [each and each.name for each in found] == [before, after, year_before]


def test_a_hole_is_no_step():
    calendar = Calendar(periods=named_periods(rows("Q1 0 13", "Q2 13 13", "Q4 39 13")))

    assert calendar.following(calendar.period("Q1")).name == "Q2"
    assert calendar.following(calendar.period("Q2")) is None
    assert calendar.preceding(calendar.period("Q4")) is None


def test_a_year_listed_from_the_middle_numbers_nothing():
    listed = [line for line in year("A", 0) if line.split()[0] not in ("A-M1", "A-M2")]
    calendar = Calendar(periods=named_periods(rows(*listed, *year("B", 52))))

    assert calendar.year_before(calendar.period("B-M1")) is None  # A-M3 is not the first of A
    assert calendar.year_before(calendar.period("B-Q1")).name == "A-Q1"


def test_after_a_hole_a_year_numbers_no_further():
    listed = [line for line in year("A", 0) if not line.startswith("A-M5 ")]
    calendar = Calendar(periods=named_periods(rows(*listed, *year("B", 52))))

    assert calendar.year_before(calendar.period("B-M4")).name == "A-M4"
    assert calendar.year_before(calendar.period("B-M6")) is None  # A-M7 would stand in its place
    assert calendar.year_before(calendar.period("B-M5")) is None


def test_names_that_tell_year_and_number_need_no_row_of_the_year():
    told = [f"FY{25 + n // 4}-Q{n % 4 + 1} {13 * n} 13" for n in range(6)]
    calendar = Calendar(periods=named_periods(rows(*told)))

    assert calendar.year_before(calendar.period("FY26-Q2")).name == "FY25-Q2"
    assert calendar.year_before(calendar.period("FY25-Q2")) is None


@pytest.mark.parametrize(
    ("word", "kind"),
    [("Quarter", "quarter"), ("季度", "quarter"), ("周", "week"), ("区间", "range")],
)
def test_a_kind_is_read_in_either_language(word, kind):
    assert named_periods(rows(f"W 0 9 {word}"))[0].kind == kind


def test_a_parent_is_taken_as_told():
    # The last week of the year begins in it and ends in the next
    start = MONDAY + timedelta(weeks=51, days=3)
    week = Row("here", "W", start, start + timedelta(weeks=1), "", "B")

    found = named_periods([*rows("A 0 52", "B 52 52"), week])

    assert {each.name: each.parent for each in found}["W"] == "B"


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (["W 0 9"], "here: 'W' has 63 days, .*column kind .*kind = \"range\""),
        (["W 0 9 fortnight"], "of kind 'fortnight'. Write week, month"),
        (["A 0 13", "A 13 13"], "a second period is called 'A'"),
        (["A 0 13", "B 12 13"], "each a quarter, and both hold 2025-03-24"),
        (["A 0 13 quarter Y"], "part of 'Y', which is not in"),
        (["A 0 13 quarter B", "B 13 13"], "not part of 'B'"),
        (["A 0 13 quarter Y", "Y 13 52"], "not part of 'Y'"),  # longer, and of other days
        (["A 13 13 quarter Y", "Y 0 13 half"], "not part of 'Y'"),  # ends as it begins
        (["A 0 13", "Y 13 52", "B 13 13 quarter Y", "C 26 13 quarter A"], "not part of 'A'"),
        (["A 0 0"], "before its first day is over"),
    ],
)
def test_what_leaves_no_one_answer_is_asked(told, says):
    with pytest.raises(PeriodError, match=says):
        named_periods(rows(*told))


def test_a_day_between_two_rows_asks_what_the_ends_are():
    quarters = [
        Row("periods.csv, row 2", "Q1", date(2026, 1, 1), date(2026, 3, 31)),
        Row("periods.csv, row 3", "Q2", date(2026, 4, 1), date(2026, 7, 1)),
    ]

    with pytest.raises(PeriodError, match=r'row 2: .*ends = "inclusive".*ends = "exclusive"'):
        named_periods(quarters)
    assert len(named_periods(quarters, is_end_told=True)) == 2


def test_ranges_stand_beside_all_others():
    calendar = Calendar(periods=named_periods(rows("Q1 0 13", "Spring 5 9 range", "Q2 13 13")))

    assert calendar.following(calendar.period("Q1")).name == "Q2"
    assert calendar.following(calendar.period("Spring")) is None


@given(st.integers())
def test_before_is_the_inverse_of_after_in_any_order_of_rows(seed):
    every = year("A", 0, LONG) + year("B", 53)
    told = random.Random(seed).sample(every, len(every))
    calendar = Calendar(periods=named_periods(rows(*told)))

    assert calendar.periods == FOUR_FOUR_FIVE.periods
    for period in calendar.periods:
        after = calendar.following(period)
        assert after is None or calendar.preceding(after) == period
