"""A period's name means the same days everywhere."""

from datetime import date

import pytest

from workbench.errors import PeriodError
from workbench.model.calendar import Calendar
from workbench.model.period import Period

PLAIN = Calendar()
APRIL = Calendar(fiscal_year_start=4)
WINDOWS = Calendar(
    periods=(
        Period("W01", date(2010, 12, 29), date(2011, 3, 29), "named"),
        Period("W02", date(2011, 3, 29), date(2011, 7, 1), "named"),
        Period("2017-Q4", date(2017, 9, 25), date(2017, 12, 25), "named"),
    )
)


@pytest.mark.parametrize(
    ("text", "start", "last"),
    [
        ("2017-Q4", date(2017, 10, 1), date(2017, 12, 31)),
        ("2017-H2", date(2017, 7, 1), date(2017, 12, 31)),
        ("2017", date(2017, 1, 1), date(2017, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("FY2018-Q1", date(2018, 1, 1), date(2018, 3, 31)),
        ("2017-03-01..2017-05-31", date(2017, 3, 1), date(2017, 5, 31)),
    ],
)
def test_a_notation_names_its_first_and_last_day(text, start, last):
    period = PLAIN.period(text)

    assert (period.start, period.last_day) == (start, last)


def test_a_fiscal_year_is_named_after_the_year_it_ends_in():
    period = APRIL.period("FY2018-Q1")

    assert (period.start, period.end) == (date(2017, 4, 1), date(2017, 7, 1))


def test_a_name_of_the_period_table_wins_over_notation():
    assert WINDOWS.period("2017-Q4").start == date(2017, 9, 25)


@pytest.mark.parametrize(
    ("text", "following", "preceding", "year_before"),
    [
        ("2017-Q4", "2018-Q1", "2017-Q3", "2016-Q4"),
        ("2017-H1", "2017-H2", "2016-H2", "2016-H1"),
        ("2017-12", "2018-01", "2017-11", "2016-12"),
        ("2017", "2018", "2016", "2016"),
        ("FY2018-Q4", "FY2019-Q1", "FY2018-Q3", "FY2017-Q4"),
    ],
)
def test_neighbours_keep_the_notation(text, following, preceding, year_before):
    period = APRIL.period(text)

    neighbours = (APRIL.following(period), APRIL.preceding(period), APRIL.year_before(period))

    assert [found.name for found in neighbours] == [following, preceding, year_before]


def test_neighbours_touch_without_gap_or_overlap():
    for text in ("2017-Q4", "2017-H1", "2017-12", "FY2018-Q4", "2017-03-01..2017-05-31"):
        period = APRIL.period(text)
        assert APRIL.following(period).start == period.end
        assert APRIL.preceding(period).end == period.start


def test_the_last_named_window_has_no_following_one():
    assert WINDOWS.following(WINDOWS.period("W02")).name == "2017-Q4"
    assert WINDOWS.following(WINDOWS.period("2017-Q4")) is None
    assert WINDOWS.year_before(WINDOWS.period("W02")) is None


@pytest.mark.parametrize(
    "text",
    ["2017-13", "2017-00", "2017-Q5", "17-Q4", "", "2017-02-30..2017-03-01", "２０１７", "0000"],
)
def test_what_is_no_period_is_refused_with_the_forms_there_are(text):
    with pytest.raises(PeriodError, match="Write 2026, 2026-H2"):
        PLAIN.period(text)


def test_a_range_that_ends_before_it_starts_is_refused():
    with pytest.raises(PeriodError, match="ends before it starts"):
        PLAIN.period("2017-05-01..2017-03-01")


def test_an_unknown_window_offers_the_nearest():
    with pytest.raises(PeriodError, match="Did you mean 'W01'"):
        WINDOWS.period("W1")


def test_chinese_make_up_saturdays_are_worked_and_golden_week_is_not():
    calendar = Calendar(country="CN")

    assert calendar.is_working_day(date(2026, 10, 10))
    assert not calendar.is_working_day(date(2026, 10, 1))


def test_working_days_are_counted_half_open():
    monday, next_monday = date(2026, 11, 2), date(2026, 11, 9)

    assert PLAIN.working_days(monday, next_monday) == 5


def test_the_day_of_as_of_counts_as_elapsed():
    quarter = PLAIN.period("2026-Q3")

    assert quarter.elapsed_end(date(2026, 8, 31)) == date(2026, 9, 1)
    assert quarter.elapsed_end(date(2026, 6, 1)) == quarter.start
    assert quarter.elapsed_end(date(2027, 1, 1)) == quarter.end
    assert quarter.is_over(date(2026, 9, 30))
    assert not quarter.is_over(date(2026, 9, 29))


def test_an_unknown_country_is_refused():
    with pytest.raises(PeriodError, match="two-letter code"):
        Calendar(country="XX").working_days(date(2026, 1, 1), date(2026, 1, 2))
