"""A period's name means the same days everywhere."""

from datetime import date, timedelta
from itertools import groupby

import pytest

from workbench.errors import ParameterError, PeriodError
from workbench.model.calendar import Calendar
from workbench.model.period import Period

PLAIN = Calendar()
APRIL = Calendar(fiscal_year_start=4)
WINDOWS = Calendar(
    periods=(
        Period("W01", date(2010, 12, 29), date(2011, 3, 29), "quarter"),
        Period("W02", date(2011, 3, 29), date(2011, 7, 1), "quarter"),
        Period("2017-Q4", date(2017, 9, 25), date(2017, 12, 25), "quarter"),
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
        ("2026-W01", date(2025, 12, 29), date(2026, 1, 4)),
        ("2026-W53", date(2026, 12, 28), date(2027, 1, 3)),
        ("FY2018-P02", date(2018, 2, 1), date(2018, 2, 28)),
    ],
)
def test_a_notation_names_its_first_and_last_day(text, start, last):
    period = PLAIN.period(text)

    assert (period.start, period.last_day) == (start, last)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2026", "year"), ("2026-H2", "half"), ("2026-Q3", "quarter"), ("2026-09", "month"),
        ("2026-W30", "week"), ("FY2026-P02", "month"), ("2026-03-01..2026-05-31", "range"),
    ],
)  # fmt: skip
def test_a_period_knows_its_kind(text, kind):
    assert PLAIN.period(text).kind == kind


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
        ("FY2018-P12", "FY2019-P01", "FY2018-P11", "FY2017-P12"),
        ("2026-W53", "2027-W01", "2026-W52", None),  # 2025 has 52 weeks
        ("2026-W30", "2026-W31", "2026-W29", "2025-W30"),
    ],
)
def test_neighbours_keep_the_notation(text, following, preceding, year_before):
    period = APRIL.period(text)

    neighbours = (APRIL.following(period), APRIL.preceding(period), APRIL.year_before(period))

    assert [found and found.name for found in neighbours] == [following, preceding, year_before]


def test_neighbours_touch_without_gap_or_overlap():
    for text in (
        "2017-Q4",
        "2017-H1",
        "2017-12",
        "FY2018-Q4",
        "2017-W52",
        "2017-03-01..2017-05-31",
    ):
        period = APRIL.period(text)
        assert APRIL.following(period).start == period.end
        assert APRIL.preceding(period).end == period.start


def test_a_named_window_has_no_following_one_where_none_touches():
    assert WINDOWS.following(WINDOWS.period("W01")).name == "W02"
    assert WINDOWS.following(WINDOWS.period("W02")) is None  # six years lie between
    assert WINDOWS.following(WINDOWS.period("2017-Q4")) is None
    assert WINDOWS.year_before(WINDOWS.period("W02")) is None


@pytest.mark.parametrize(
    "text",
    [
        "2017-13",
        "2017-00",
        "2017-Q5",
        "17-Q4",
        "",
        "2017-02-30..2017-03-01",
        "0000",
        "2017-09-30",
        "Foo 2017",
        "2017年13月",
        "FY2017-09",
        "2017-W53",  # 2017 has 52 weeks
        "2017-W00",
        "FY2017-W01",  # of months, nobody knows its weeks
        "2017-P01",
        "２０１７-13",
    ],
)
def test_what_is_no_period_is_refused_with_the_forms_there_are(text):
    with pytest.raises(PeriodError, match="Write 2026, 2026-H2"):
        PLAIN.period(text)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("2026Q3", "2026-Q3"), ("2026-q3", "2026-Q3"), ("2026/Q3", "2026-Q3"),
        ("2026 q3", "2026-Q3"), ("2026–Q3", "2026-Q3"), ("Q3 2026", "2026-Q3"),
        ("3Q2026", "2026-Q3"), (" 2026-Q3\n", "2026-Q3"), ("２０２６－Ｑ３", "2026-Q3"),
        ("2026年第三季度", "2026-Q3"), ("2026年3季度", "2026-Q3"), ("2026三季度", "2026-Q3"),
        ("2026h2", "2026-H2"), ("2026年下半年", "2026-H2"), ("2026年H1", "2026-H1"),
        ("2h 2026", "2026-H2"), ("2026年Q4", "2026-Q4"), ("2026年上半年", "2026-H1"),
        ("2026-9", "2026-09"), ("2026/09", "2026-09"), ("2026年9月", "2026-09"),
        ("Sep 2026", "2026-09"), ("09/2026", "2026-09"),
        ("2026W30", "2026-W30"), ("W5 2026", "2026-W05"), ("2026年第30周", "2026-W30"),
        ("fy26 p1", "FY2026-P01"),
        ("２０２６", "2026"), ("2026年", "2026"),
        ("FY26Q1", "FY2026-Q1"), ("fy 2026 q1", "FY2026-Q1"), ("2026财年", "FY2026"),
        ("2026-3-1 .. 2026-05-31", "2026-03-01..2026-05-31"),
        ("2026年3月1日至2026年5月31日", "2026-03-01..2026-05-31"),
    ],
)  # fmt: skip
def test_a_period_has_one_name_however_it_is_written(written, name):
    assert PLAIN.period(written) == PLAIN.period(name)
    assert PLAIN.period(written).name == name


@pytest.mark.parametrize("name", ["2026", "2026-H2", "2026-Q3", "2026-09", "FY2026-Q1"])
def test_the_name_of_a_period_is_how_it_is_written(name):
    assert PLAIN.period(name).name == name


@pytest.mark.parametrize(
    "text",
    [
        "202609",  # a month, or a day of 2020
        "2026.1",  # January, or what a tool left of 2026.10
        "2011/12",  # December, or two years
        "FY99",  # of either century
        "26Q1",
    ],
)
def test_what_could_be_two_periods_is_none(text):
    with pytest.raises(PeriodError, match="Write 2026, 2026-H2"):
        PLAIN.period(text)


def test_a_year_that_arrives_as_a_number_is_the_year():
    assert PLAIN.period(2026).name == "2026"


@pytest.mark.parametrize("value", [2026.5, True, [2026]])
def test_a_period_that_is_no_text_is_refused_with_what_to_type(value):
    with pytest.raises(ParameterError, match=r"period is .* `papermill -r period 2026-Q3`"):
        PLAIN.period(value)


def test_every_spelling_of_a_name_in_the_table_is_that_window():
    assert WINDOWS.period(" w01 ").name == "W01"
    assert WINDOWS.period("2017q4").start == date(2017, 9, 25)
    assert WINDOWS.following(WINDOWS.period("2017-Q3")).start == date(2017, 9, 25)


def test_a_spelling_of_two_names_in_the_table_is_neither():
    both = Calendar(
        periods=(
            Period("w1", date(2026, 1, 1), date(2026, 2, 1), "month"),
            Period("W1", date(2026, 2, 1), date(2026, 3, 1), "month"),
        )
    )

    assert both.period("W1").start == date(2026, 2, 1)
    with pytest.raises(PeriodError, match="any of the periods 'w1', 'W1'"):
        both.period("Ｗ1")


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


CHINA = Calendar(country="CN")


@pytest.mark.parametrize(
    ("start", "end", "is_any"),
    [
        (date(2025, 10, 1), date(2025, 10, 9), False),  # National Day, all eight days
        (date(2025, 10, 1), date(2025, 10, 10), True),
        (date(2025, 10, 4), date(2025, 10, 4), False),  # no day at all
        (date(2025, 10, 11), date(2025, 10, 12), True),  # a Saturday worked in their place
    ],
)
def test_days_are_all_off_only_where_not_one_is_worked(start, end, is_any):
    assert CHINA.has_working_day(start, end) == is_any


def test_of_a_quarter_no_holidays_are_looked_up():
    nowhere = Calendar(country="nowhere")  # a look-up would refuse it

    assert nowhere.has_working_day(date(2025, 7, 1), date(2025, 10, 1))
    with pytest.raises(PeriodError):
        nowhere.has_working_day(date(2025, 7, 1), date(2025, 7, 28))  # 19 weekdays


def test_weekends_alone_are_looked_up_however_many():
    weekends = Calendar(country="nowhere", working_weekdays=(5, 6))

    with pytest.raises(PeriodError):
        weekends.has_working_day(date(2025, 7, 1), date(2026, 1, 1))


@pytest.mark.parametrize("country", ["CN", "RU", "AZ", "MM"])  # those with the longest
def test_no_holidays_take_twenty_weekdays_in_a_row(country):
    calendar = Calendar(country=country)
    days = (date(2012, 1, 1) + timedelta(days=n) for n in range(19 * 365))

    weekdays = [calendar.is_working_day(day) for day in days if day.weekday() < 5]

    assert max(len(list(run)) for is_worked, run in groupby(weekdays) if not is_worked) < 20
