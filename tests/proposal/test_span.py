"""Which quarter the first documents are for: the last the record covers."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from workbench.model import day
from workbench.proposal.span import last_whole_quarter, record_span
from workbench.sources.scratch import scratch
from workbench.sources.sql import named

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("2025-01-01", "2026-03-31", "2026-Q1"),
        ("2025-01-01", "2026-03-28", "2026-Q1"),  # a weekend, then the end
        ("2025-01-01", "2026-03-20", "2025-Q4"),
        ("2025-01-01", "2026-02-14", "2025-Q4"),
        ("2025-01-01", "2025-12-31", "2025-Q4"),
        ("2026-01-01", "2026-02-14", "2026-Q1"),
        ("2026-01-05", "2026-02-14", "2026-Q1"),  # no quarter is covered: the one begun
    ],
)
def test_the_last_quarter_that_is_covered(first, last, name):
    assert last_whole_quarter(date.fromisoformat(first), date.fromisoformat(last)) == name


def spanned(**tables):
    """Give the span of tables written as SQL: their columns and rows."""
    checked = {
        name: SimpleNamespace(
            columns=names, kept=f"(VALUES {rows}) t({', '.join(map(named, names))})"
        )
        for name, (names, rows) in tables.items()
    }
    with scratch() as room:
        return record_span(room, checked, SHANGHAI)


@pytest.fixture
def half_past_midnight(monkeypatch):
    """It is 15 March in Shanghai, and in UTC still the 14th."""
    monkeypatch.setattr(day, "now", lambda: datetime(2026, 3, 14, 16, 30, tzinfo=UTC))


@pytest.mark.usefixtures("half_past_midnight")
def test_a_record_spans_what_happened_until_today():
    columns = ("created_on", "close_on", "is_closed")
    rows = (
        "(DATE '2026-01-05', DATE '2026-02-10', true), (DATE '2026-03-15', NULL, false),"
        "(DATE '2026-03-16', NULL, false), (NULL, DATE '2026-01-02', false)"  # open: not yet closed
    )

    assert spanned(deals=(columns, rows)) == (date(2026, 1, 5), date(2026, 3, 15))
    assert spanned(deals=(columns[1:], "(DATE '2026-03-16', true)")) is None


@pytest.mark.usefixtures("half_past_midnight")
def test_what_happened_at_an_instant_is_of_the_companys_day():
    rows = (
        "(TIMESTAMPTZ '2025-12-31 16:30:00Z'), (TIMESTAMPTZ '2026-03-15 15:59:00Z'),"
        "(TIMESTAMPTZ '2026-03-15 16:00:00Z')"  # of the 16th in Shanghai
    )

    assert spanned(activities=(("at",), rows)) == (date(2026, 1, 1), date(2026, 3, 15))


@pytest.mark.usefixtures("half_past_midnight")
def test_tables_count_together_and_other_columns_not_at_all():
    found = spanned(
        deals=(("deal_id",), "('D1')"),
        receipts=(("received_on",), "(DATE '2026-02-01')"),
        quotas=(("start_on",), "(DATE '2020-01-01')"),
        deal_history=(("at",), "(TIMESTAMPTZ '2026-03-01 12:00:00Z')"),
    )

    assert found == (date(2026, 2, 1), date(2026, 3, 1))
