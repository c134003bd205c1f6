"""Whatever is written: known values come back, rows agree with an oracle, nothing breaks."""

import re
from datetime import UTC, date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sources.columns.oracle import amount, instant
from workbench.errors import SourceError

KINDS = ["text", "integer", "number", "money", "share", "rate", "boolean", "date", "timestamp"]
ZONES = ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC"]
some = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
money = st.decimals(Decimal(-(10**12)), Decimal(10**12), places=4)


@some
@given(
    st.lists(money, max_size=12),
    st.sampled_from([(".", ","), (".", " "), (".", "'"), (".", ""), (",", "."), (",", "\u202f"),
                     (",", "")]),
    st.sampled_from(["-{}", "({})", "{}-", "−{}", "-${}", "(USD {})"]),
)  # fmt: skip
def test_amounts_of_one_dialect_come_back(read, values, dialect, negative):
    decimal, group = dialect
    # The first cell is unmistakable; the others may be anything
    values = [Decimal("1234.5000"), Decimal("-0.2500"), *values]

    def written(value):
        text = f"{abs(value):,f}".replace(".", "d").replace(",", group).replace("d", decimal)
        return negative.format(text) if value < 0 else text

    assert read("money", *map(written, values)).values == values


@some
@given(
    st.lists(st.dates(date(1970, 1, 1), date(2099, 12, 31)), max_size=12),
    st.sampled_from(["%Y-%m-%d", "%Y/%m/%d", "%Y年%m月%d日", "%Y%m%d", "%d/%m/%Y", "%m/%d/%Y",
                     "%d.%m.%Y", "%d-%b-%Y", "%b %d, %Y", "%d %B %Y"]),
    st.sampled_from(ZONES),
)  # fmt: skip
def test_days_of_one_form_come_back(read, values, form, zone):
    values = [date(2026, 1, 31), date(2026, 5, 28), *values]
    assert read("date", *(f"{day:{form}}" for day in values), zone=zone).values == values


@some
@given(
    st.lists(st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)), min_size=1, max_size=12),
    st.sampled_from(["%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%d %H:%M:%S.%f%z", "%Y/%m/%d %H:%M:%S %z"]),
    st.sampled_from(ZONES),
)
def test_instants_with_their_offset_come_back(read, values, form, zone):
    there = [each.replace(microsecond=0, tzinfo=UTC).astimezone(ZoneInfo(zone)) for each in values]
    found = read("timestamp", *(f"{at:{form}}" for at in there), zone="Asia/Shanghai").values
    assert found == there
    days = read("date", *(f"{at:{form}}" for at in there), zone=zone).values
    assert days == [at.date() for at in there]


@some
@given(
    st.lists(st.datetimes(datetime(1970, 2, 1), datetime(2090, 1, 1)), min_size=1, max_size=12),
    st.sampled_from(ZONES),
    st.sampled_from(["%Y-%m-%d %H:%M:%S", "%Y/%m/%d %H:%M:%S"]),
)
def test_wall_clocks_are_of_the_zone_as_python_reads_them(read, values, zone, form):
    here = [each.replace(microsecond=0, tzinfo=ZoneInfo(zone)) for each in values]
    found = read("timestamp", *(f"{at:{form}}" for at in here), zone=zone).values
    assert found == [at.astimezone(UTC) for at in here]


@pytest.mark.parametrize("zone", ZONES[1:4])
def test_every_half_hour_around_changes_of_time_is_as_python_reads_it(read, zone):
    days = [(2026, 3, 8), (2026, 3, 29), (2026, 4, 5), (2026, 10, 4), (2026, 10, 25), (2026, 11, 1)]
    walls = [
        datetime.combine(date(*day), time(hour, minute), ZoneInfo(zone))
        for day in days for hour in range(5) for minute in (0, 15, 30, 45)
    ]  # fmt: skip
    found = read("timestamp", *(f"{at:%Y-%m-%d %H:%M:%S}" for at in walls), zone=zone).values
    assert found == [at.astimezone(UTC) for at in walls]


number_like = st.text("0123456789.,.' -()−’00", min_size=1, max_size=12).map(str.strip)
# 1,0000 and 1,00,000 are numbers where the whole column is so; a row alone does not tell
OTHER_GROUPS = re.compile(r"\d,\d{4}|\d,\d{2},\d{3}")
told_number = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "-", "+", "("]),
    st.one_of(st.from_regex(r"[0-9]{1,3}([., '][0-9]{3}){0,4}([.,][0-9]{0,9})?", fullmatch=True),
              st.from_regex(r"[0-9]{0,20}[.,]?[0-9]{0,20}", fullmatch=True)),
    st.sampled_from(["", "-", ")"]),
)  # fmt: skip


@settings(some, max_examples=200)
@given(st.lists(st.one_of(number_like, told_number), max_size=15), st.sampled_from(".,"))
def test_amounts_agree_with_python_row_by_row(read, texts, decimal):
    texts = [text for text in texts if text and not OTHER_GROUPS.search(text)]
    found = read("money", *texts, decimal=decimal).values
    assert dict(zip(texts, found, strict=True)) == {text: amount(text, decimal) for text in texts}


figures = st.integers(0, 32).map(str) | st.integers(0, 32).map("{:02}".format)
years = st.integers(1, 9999).map("{:04}".format)
days = st.one_of(
    st.builds("{}/{}/{}".format, figures, figures, years),
    st.builds("{}-{}-{}".format, years, figures, figures),
)
times = st.builds("{} {}:{:02}".format, days, st.integers(0, 25), st.integers(0, 61))


@settings(some, max_examples=200)
@given(st.lists(days | times, max_size=15), st.sampled_from(["dmy", "mdy"]), st.sampled_from(ZONES))
def test_times_agree_with_python_row_by_row(read, texts, order, zone):
    found = read("timestamp", *texts, dates=order, zone=zone).values
    expected = {text: instant(text, order, ZoneInfo(zone)) for text in texts}
    assert dict(zip(texts, found, strict=True)) == expected


@settings(some, max_examples=300)
@given(
    st.sampled_from(KINDS),
    st.lists(st.none() | st.text(min_size=1).map(str.strip).map(lambda t: t or None)
             | number_like.map(lambda t: t or None) | times | st.sampled_from(
                 ["1e9", "¥5", "$1,234", "5%", "3万", "٣", "1e-400", "12/31/99", "1月 2 2026",
                  "a'b", "2026-03-01T10:00:00+99", "45000", "1700000000", "\x00",
                  "%", "5\n6", "\ufeff7"]),
             max_size=8),
    st.sampled_from(["", "dmy", "excel", "epoch_ms", "%d/%m/%Y", "%", "%z", "%s'"]),
    st.sampled_from([None, Decimal(1000), Decimal("0.01"), Decimal(0), Decimal("-3.7")]),
)  # fmt: skip
def test_any_text_is_read_or_refused_and_never_breaks(read, kind, texts, dates, unit):
    try:
        found = read(kind, *texts, dates=dates, unit=unit, column="is_won")
    except SourceError as refused:
        found, sentence = None, str(refused)
    if found is None:
        assert sentence.isprintable()
        return
    assert len(found.values) == len(texts)
    assert found.type == found.declared
    assert all(v is None for v, t in zip(found.values, texts, strict=True) if t is None)
