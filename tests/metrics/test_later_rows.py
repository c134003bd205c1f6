"""A period that is over keeps its figures, whatever comes in later."""

from datetime import UTC, date, datetime, time, timedelta

import ibis
import pyarrow as pa
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from workbench.metrics.basis import Basis
from workbench.metrics.compute import compute
from workbench.model.calendar import Calendar

CALENDAR = Calendar()
ENDED, TODAY = date(2026, 6, 30), date(2026, 9, 30)
# What became of things begun in the period goes on being told: the deal itself is a row of it
# The record reaches from a year before into the period: else nothing was known of it then
ANCHORS = [
    ("ana", date(2025, 1, 2), [], 60, True),
    ("bo", date(2025, 1, 2), [], 500, True),
    ("bo", date(2026, 6, 1), [], 15, True),
    ("bo", date(2025, 1, 2), [], 90, False),
    ("bo", date(2025, 1, 2), [], None, False),
]
TOUCHED = [(0, "call", date(2025, 2, 1)), (1, "meeting", date(2026, 5, 4))]
RIPENING = {"cohort_win_rate", "stage_conversion", "time_in_stage_days"}
DRAWN = (Phase.explicit, Phase.reuse, Phase.generate)  # to shrink takes minutes
EVENT = st.tuples(
    st.integers(0, 150),  # days after the deal was created
    st.sampled_from(["qualify", "propose", "commit"]),
    st.integers(1, 10**6),
    st.dates(date(2026, 4, 1), date(2026, 12, 31)),
)
DEAL = st.tuples(
    st.sampled_from(["ana", "bo"]),
    st.dates(date(2026, 1, 1), date(2026, 9, 20)),
    st.lists(EVENT, max_size=4, unique_by=lambda event: event[0]),
    st.one_of(st.none(), st.integers(1, 200)),  # closed so many days after
    st.booleans(),
)
TOUCH = st.tuples(
    st.integers(0, 9), st.sampled_from(["call", "meeting"]),
    st.dates(date(2026, 3, 1), TODAY),
)  # fmt: skip
DEALS = pa.schema(
    [
        ("deal_id", pa.string()), ("rep_id", pa.string()), ("stage", pa.string()),
        ("amount", pa.decimal128(18, 2)), ("is_closed", pa.bool_()), ("is_won", pa.bool_()),
        ("created_on", pa.date32()), ("close_on", pa.date32()),
    ]
)  # fmt: skip
HISTORY = pa.schema(
    [
        ("deal_id", pa.string()), ("at", pa.timestamp("us", "UTC")), ("on", pa.date32()),
        ("stage", pa.string()), ("amount", pa.decimal128(18, 2)), ("close_on", pa.date32()),
    ]
)  # fmt: skip
ACTIVITIES = pa.schema(
    [
        ("activity_id", pa.string()), ("rep_id", pa.string()), ("kind", pa.string()),
        ("on", pa.date32()), ("deal_id", pa.string()),
    ]
)  # fmt: skip
QUOTAS = [
    {"rep_id": rep, "metric": "won_revenue", "start_on": start, "end_on": end, "target": 500_000}
    for rep in ("ana", "bo")
    for start, end in (
        (date(2026, 4, 1), date(2026, 7, 1)), (date(2026, 7, 1), date(2026, 10, 1)),
    )
]  # fmt: skip


def _known(deals, touches, day):
    """Give the tables as a source held them at the end of a day."""
    rows, course = [], []
    for n, (rep, created, events, after, is_won) in enumerate(deals):
        if created > day:
            continue
        over = created + timedelta(days=after) if after else None
        is_closed = over is not None and over <= day
        told = [(created, "qualify", 100, date(2026, 6, 1))]
        told += [(created + timedelta(days=days), *more) for days, *more in sorted(events) if days]
        told = [each for each in told if each[0] <= day and not (over and each[0] >= over)]
        _on, stage, amount, close_on = told[-1] if told else (created, "qualify", 100, over)
        rows.append(
            (f"D{n}", rep, stage, amount, is_closed, is_closed and is_won, created,
             over if is_closed else close_on)
        )  # fmt: skip
        course += [(f"D{n}", _noon(on), on, *more) for on, *more in told]
    seen = [
        (f"A{n}", deals[at % len(deals)][0], kind, on, f"D{at % len(deals)}")
        for n, (at, kind, on) in enumerate(touches)
        if on <= day and deals[at % len(deals)][1] <= on
    ]
    return {
        "reps": ibis.memtable(pa.table({"rep_id": ["ana", "bo"], "name": ["Ana", "Bo"]})),
        "deals": _table(rows, DEALS),
        "deal_history": _table(course, HISTORY),
        "activities": _table(seen, ACTIVITIES),
        "quotas": ibis.memtable(pa.Table.from_pylist(QUOTAS)),
    }


def _noon(day):
    return datetime.combine(day, time(12), tzinfo=UTC)


def _table(rows, schema):
    named = [dict(zip(schema.names, row, strict=True)) for row in rows]
    return ibis.memtable(pa.Table.from_pylist(named, schema=schema))


def _figures(tables, as_of, period="2026-Q2"):
    basis = Basis(
        period=CALENDAR.period(period), as_of=as_of, calendar=CALENDAR, currency="CNY"
    )  # fmt: skip
    return {
        (row["rep_id"], row["metric"], row["by"], row["level"]): {
            name: row[name] for name in ("value", "numerator", "denominator", "n", "reason", "note")
        }
        for row in compute(tables, basis).facts.to_pylist()
        if row["metric"] not in RIPENING
    }


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck), phases=DRAWN)
@given(st.lists(DEAL, min_size=1, max_size=12), st.lists(TOUCH, max_size=6))
def test_a_period_that_is_over_keeps_its_figures(deals, touches):
    deals, touches = [*ANCHORS, *deals], [*TOUCHED, *touches]
    then = _figures(_known(deals, touches, ENDED), ENDED)
    now = _figures(_known(deals, touches, TODAY), TODAY)

    assert {key: now.get(key) for key in then | now if then.get(key) != now.get(key)} == {}
