"""Where an instant becomes a day: Shanghai is eight hours before UTC, Berlin one or two."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import duckdb
import pyarrow as pa
import pytest

from workbench.model.day import (
    as_stored,
    day_column,
    day_of,
    day_sql,
    end_of,
    in_utc,
    instant,
    instant_sql,
    local,
    now,
    offset_of,
    today,
    wall_time,
    written_day_sql,
)

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
LATE = datetime(2026, 10, 5, 16, 30, tzinfo=UTC)  # half past midnight in Shanghai
HERE = datetime(2026, 10, 6, 0, 30, tzinfo=SHANGHAI)


def sql(text):
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        return connection.sql(f"SELECT {text}").fetchone()[0]


def test_the_same_instant_in_every_way_it_is_told():
    without = LATE.replace(tzinfo=None)

    assert local(without, SHANGHAI) == local(LATE, SHANGHAI) == LATE
    assert local(LATE, SHANGHAI).hour == 0
    assert [in_utc(each).isoformat() for each in (LATE, HERE, without)] == [
        "2026-10-05T16:30:00+00:00"
    ] * 3
    assert as_stored(HERE) == without
    assert instant(LATE.timestamp()) == LATE
    assert instant(0).isoformat() == "1970-01-01T00:00:00+00:00"


@pytest.mark.parametrize("at", [LATE, HERE, LATE.replace(tzinfo=None)])
def test_a_day_is_the_one_where_the_company_is(at):
    assert day_of(at, SHANGHAI) == date(2026, 10, 6)
    assert day_of(at, BERLIN) == date(2026, 10, 5)


def test_the_instant_it_is_says_its_zone():
    assert now().utcoffset() == timedelta()


def test_it_is_never_yet_today_where_it_still_is_yesterday():
    first, last = ZoneInfo("Pacific/Kiritimati"), ZoneInfo("Etc/GMT+12")  # 26 hours apart

    assert timedelta(days=1) <= today(first) - today(last) <= timedelta(days=2)


@pytest.mark.parametrize(
    ("day", "zone", "end"),
    [
        (date(2026, 10, 5), SHANGHAI, "2026-10-05T16:00:00+00:00"),
        (date(2026, 10, 25), BERLIN, "2026-10-25T23:00:00+00:00"),  # a day of 25 hours
        (date(2026, 12, 31), BERLIN, "2026-12-31T23:00:00+00:00"),
    ],
)
def test_a_day_ends_at_midnight_of_its_zone(day, zone, end):
    assert end_of(day, zone).isoformat() == end


def test_a_written_time_is_local_unless_it_says_its_zone():
    assert wall_time(" 2026-10-06T00:30 ", SHANGHAI) == LATE
    assert wall_time("2026-10-05T16:30Z", SHANGHAI).isoformat() == "2026-10-06T00:30:00+08:00"
    with pytest.raises(ValueError, match="Invalid isoformat"):
        wall_time("noon", SHANGHAI)


def test_how_far_a_zone_is_from_utc_follows_summer_time():
    assert offset_of(date(2026, 7, 1), BERLIN) == timedelta(hours=2)
    assert offset_of(date(2026, 12, 1), BERLIN) == timedelta(hours=1)
    assert offset_of(date(2026, 10, 25), BERLIN) == timedelta(hours=1)  # changed before noon


@pytest.mark.parametrize("year", [2026, 2040])  # Arrow knows no summer time from 2038 on
def test_a_column_is_cut_where_the_company_is_and_keeps_its_holes(year):
    summer = datetime(year, 7, 1, 22, 30, tzinfo=UTC)  # half past midnight in Berlin
    winter = datetime(year, 12, 1, 22, 30, tzinfo=UTC)
    told = day_column(pa.array([summer, None, winter], pa.timestamp("us", "UTC")), BERLIN)

    assert told.type == pa.date32()
    assert told.to_pylist() == [date(year, 7, 2), None, date(year, 12, 1)]


def test_a_column_of_nothing_known_stays_so():
    assert day_column(pa.array([None], pa.timestamp("ms", "UTC")), BERLIN).to_pylist() == [None]


@pytest.mark.parametrize(
    ("wall", "zone", "at"),
    [
        ("2026-10-06 00:30", SHANGHAI, "2026-10-05T16:30"),
        ("2026-07-01 12:00", BERLIN, "2026-07-01T10:00"),
        ("2026-10-25 02:30", BERLIN, "2026-10-25T00:30"),  # shown twice: the first of the two
        ("2026-10-25 03:30", BERLIN, "2026-10-25T02:30"),
        # Lord Howe goes back by half an hour, and went back by an hour until 1985
        ("2026-04-05 01:45", ZoneInfo("Australia/Lord_Howe"), "2026-04-04T14:45"),
        ("2026-03-29 02:30", BERLIN, "2026-03-29T01:30"),  # skipped: moved on by an hour
    ],
)
def test_sql_reads_a_wall_time_as_its_clocks_show_it(wall, zone, at):
    told = instant_sql(f"TIMESTAMP '{wall}'", zone)
    found = sql(f"CAST({told} AS VARCHAR)")

    assert datetime.fromisoformat(found) == datetime.fromisoformat(f"{at}+00:00")


def test_sql_cuts_days_as_everything_else_does():
    assert sql(day_sql("TIMESTAMPTZ '2026-10-05 16:30:00+00'", SHANGHAI)) == date(2026, 10, 6)
    assert sql(written_day_sql("'2026-10-05'")) == date(2026, 10, 5)
    assert sql(written_day_sql("'soon'")) is None
