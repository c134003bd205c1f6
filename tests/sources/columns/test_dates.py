"""Days and instants as people and programs write them: the order is decided over all rows."""

from datetime import UTC, date, datetime

import pyarrow as pa
import pytest

from workbench.errors import SourceError

MARCH = date(2026, 3, 1)


def instants(read, *texts, **told):
    return [v and v.astimezone(UTC) for v in read("timestamp", *texts, **told).values]


def utc(*parts):
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    ["2026-03-01", "2026/3/1", "2026.3.1", "2026年3月1日", "2026年03月01日", "20260301",
     "01-Mar-2026", "1 March 2026", "Mar 1, 2026",
     "March 1st, 2026", "1. März 2026", "1er mars 2026",
     "1 de marzo de 2026", "２０２６／３／１", "2026-03-01 23:30", "2026/3/1 9:01", "2026-Mar-01",
     "01-MAR-26", "Sun, 01 Mar 2026 10:00:00", "2026年3月1日 星期日", "01-3月-2026", "1 三月 2026",
     "2026-03-01T00:00:00.000", "2026-02-28T16:00:00Z", "2026-03-01T10:00:00 GMT+8"],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(read, text):
    assert read("date", text).values == [MARCH]
    assert read("date", text, "2026-03-02", None, "soon").values == [
        MARCH,
        date(2026, 3, 2),
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2026-03-01 09:01:02.123", utc(2026, 3, 1, 1, 1, 2, 123000)),
        ("2026-03-01T09:01:02.123456789", utc(2026, 3, 1, 1, 1, 2, 123456)),
        ("2026/3/1 9:01", utc(2026, 3, 1, 1, 1)),
        ("20260301090102", utc(2026, 3, 1, 1, 1, 2)),
        ("20260301T090102Z", utc(2026, 3, 1, 9, 1, 2)),
        ("2026-03-01 9:01 PM", utc(2026, 3, 1, 13, 1)),
        ("2026-03-01 12:01 a.m.", utc(2026, 2, 28, 16, 1)),
        ("2026年3月1日 下午3:05", utc(2026, 3, 1, 7, 5)),
        ("2026年3月1日 上午9时05分", utc(2026, 3, 1, 1, 5)),
        ("2026-03-01T09:00:00+0100", utc(2026, 3, 1, 8)),
        ("2026-03-01T09:00:00-03:30", utc(2026, 3, 1, 12, 30)),
        ("2026-03-01 09:00:00+02", utc(2026, 3, 1, 7)),
        ("2026-03-01T09:00Z", utc(2026, 3, 1, 9)),
        ("2026-03-01 09:00 UTC", utc(2026, 3, 1, 9)),
        ("2026-03-01 09:00:00 GMT+8", utc(2026, 3, 1, 1)),
        ("2026-03-01", utc(2026, 2, 28, 16)),
        ("9999-12-31 00:00:00", utc(9999, 12, 30, 16)),
    ],
)
def test_an_instant_is_read_however_it_is_written(read, text, at):
    assert instants(read, text) == [at]
    assert instants(read, text, "2026-03-02T00:00:00Z", "soon") == [at, utc(2026, 3, 2), None]


@pytest.mark.parametrize(
    "text",
    ["2026-02-30", "2026-13-01", "0000-01-01", "20260-01-1", "-026-01-01", "epoch", "infinity",
     "2026-03", "2026", "2026-03-01 25:00", "2026-03-01 24:00:00", "2026-03-01 10:60",
     "2026-03-01 13:00 PM", "2026-03-01 10:00 CST", "2026-03-01 10:00+99:00", "2026-03-01x",
     "2026-03-01 10:00:00 Europe/Berlin", "32/01/2026", "1 Foo 2026", "3月1日", "20261301", "0"],
)  # fmt: skip
def test_what_is_no_day_is_missing_and_spoils_no_other(read, text):
    for kind in ("date", "timestamp"):
        assert read(kind, text).values == [None]
        assert [v is None for v in read(kind, text, "2026-03-01").values] == [True, False]


def test_placeholder_days_are_days(read):
    assert read("date", "0001-01-01", "9999-12-31").values == [date(1, 1, 1), date(9999, 12, 31)]


def test_one_part_above_twelve_settles_the_order_of_the_column(read):
    found = read("date", "05/07/2026", "13/07/2026", column="close_on")
    assert found.values == [date(2026, 7, 5), date(2026, 7, 13)]
    assert found.decisions == {"dates.close_on": '"dmy"'}
    assert read("date", "05/07/2026", "07/13/2026").values == [date(2026, 5, 7), date(2026, 7, 13)]


def test_days_that_fit_both_orders_are_refused_with_both_readings(read):
    with pytest.raises(SourceError) as refused:
        read("date", "05/07/2026", "01/02/2026", "05/07/2026", column="close_on")
    assert str(refused.value) == (
        "deals.csv, row 3, column 'Source': '01/02/2026' is 2026-02-01 as dmy (the column: "
        "2026-02-01 to 2026-07-05) or 2026-01-02 as mdy (the column: 2026-01-02 to 2026-05-07). "
        'Write `dates.close_on = "dmy"` or `dates.close_on = "mdy"` under [tables.deals] of '
        "workbench.toml."
    )


@pytest.mark.parametrize("texts", [["01/02/26"], ["13/07/2026", "07/13/2026", "05/07/2026"],
                                   ["2026-03-01", "05/07/2026 10:00"]])  # fmt: skip
def test_an_open_order_is_refused(read, texts):
    with pytest.raises(SourceError, match=r'dates\.amount = "dmy"'):
        read("timestamp", *texts)


@pytest.mark.parametrize(("order", "day"), [("dmy", date(2026, 7, 5)), ("mdy", date(2026, 5, 7))])
def test_a_told_order_wins_and_leaves_iso_days_alone(read, order, day):
    found = read("date", "05/07/2026", "2026-03-01", "05/07/26", dates=order)
    assert (found.values, found.decisions) == ([day, MARCH, day], {})


def test_years_of_two_figures_turn_at_sixty_eight(read):
    assert read("date", "01/02/68", "01/02/69", dates="dmy").values == [
        date(2068, 2, 1), date(1969, 2, 1),
    ]  # fmt: skip
    assert read("date", "26/03/01", dates="ymd").values == [MARCH]


def test_the_same_day_and_month_leave_no_doubt_and_dots_put_the_day_first(read):
    assert read("date", "05/05/2026").values == [date(2026, 5, 5)]
    assert read("date", "05.07.2026", "2026-03-01").values == [date(2026, 7, 5), MARCH]


def test_a_cell_of_the_other_order_is_unreadable_where_no_cell_is_open(read):
    assert read("date", "13/07/2026", "14/07/2026", "07/15/2026").values == [
        date(2026, 7, 13), date(2026, 7, 14), None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "texts", "at"),
    [
        ("excel", ["45000", "45000.5"], [utc(2023, 3, 14, 16), utc(2023, 3, 15, 4)]),
        ("epoch_s", ["1700000000"], [utc(2023, 11, 14, 22, 13, 20)]),
        ("epoch_ms", ["1700000000123"], [utc(2023, 11, 14, 22, 13, 20, 123000)]),
    ],
)
def test_a_whole_column_of_counted_time_is_read_and_said(read, name, texts, at):
    assert instants(read, *texts) == at
    assert read("timestamp", *texts).decisions == {"dates.amount": f'"{name}"'}
    assert read("timestamp", *texts, dates=name).decisions == {}
    assert read("date", *texts, "2026-03-01").values == [None] * len(texts) + [MARCH]
    assert read("timestamp", "soon", *texts).values == [None] * (len(texts) + 1)


def test_told_counts_are_read_in_any_year(read):
    assert read("date", "1", "59", "60", "61", "-5", "x", dates="excel").values == [
        date(1900, 1, 1), date(1900, 2, 28), None, date(1900, 3, 1), None, None,
    ]  # fmt: skip
    assert instants(read, "0", "-1000", "9" * 18, "x", dates="epoch_ms") == [
        utc(1970, 1, 1), utc(1969, 12, 31, 23, 59, 59), None, None,
    ]  # fmt: skip


def test_a_told_form_reads_offsets_on_both_sides_of_summer_time(read):
    form, zone = "%d/%m/%Y %H:%M %z", "Europe/Berlin"
    texts = ["01/07/2026 00:30 +0200", "01/12/2026 00:30 +0100", "soon"]
    assert instants(read, *texts, dates=form, zone=zone) == [
        utc(2026, 6, 30, 22, 30), utc(2026, 11, 30, 23, 30), None,
    ]  # fmt: skip
    assert read("date", *texts, dates=form, zone=zone).values == [
        date(2026, 7, 1), date(2026, 12, 1), None,
    ]  # fmt: skip
    assert read("date", "01/13/2026", "01/12/2026", dates="%d/%m/%Y").values == [
        None,
        date(2026, 12, 1),
    ]


def test_a_told_form_that_is_none_is_refused(read):
    with pytest.raises(SourceError, match=r"dates\.amount: '%Q' is no form of dates"):
        read("date", "5", dates="%Q")


def test_a_clock_shown_twice_is_the_first_and_a_skipped_one_moves_on(read):
    texts = ["2026-10-25 02:30:00", "2026-10-25 03:30:00", "2026-03-29 02:30:00"]
    assert instants(read, *texts, zone="Europe/Berlin") == [
        utc(2026, 10, 25, 0, 30), utc(2026, 10, 25, 2, 30), utc(2026, 3, 29, 1, 30),
    ]  # fmt: skip


def test_an_instant_is_cut_to_the_companys_day_and_a_written_day_stays(read):
    texts = ["2026-03-01T16:30:00Z", "2026-03-01T15:30:00Z", "2026-03-01 23:30:00"]
    assert read("date", *texts).values == [date(2026, 3, 2), MARCH, MARCH]
    assert read("date", *texts, zone="America/New_York").values == [MARCH, MARCH, MARCH]


def test_days_and_instants_have_their_types(read):
    for texts in (["2026-03-01"], ["2026/3/1"], ["soon"], ["45000"], ["2026-03-01T10:00:00Z"]):
        found = read("date", *texts)
        assert found.type == found.declared == pa.date32()
        found = read("timestamp", *texts)
        assert found.type == found.declared == pa.timestamp("us", "UTC")
