"""The days an export tells of, and the period its first documents are for."""

from collections.abc import Mapping
from datetime import date, timedelta

from workbench.snapshots.checking.check import Checked
from workbench.sources.scratch import Scratch

# What has happened on a day it names; a close date only of deals that are closed
_EVENTS = (
    ("deals", "created_on", ""),
    ("deals", "close_on", "is_closed"),
    ("deals", "last_activity_at", ""),
    ("activities", "at", ""),
    ("deal_history", "at", ""),
    ("receipts", "received_on", ""),
)
_MONTHS = 3


def record_span(
    scratch: Scratch, tables: Mapping[str, Checked], today: date
) -> tuple[date, date] | None:
    """Give the first and the last day something happened, no day after today; None without any."""
    days: list[date] = []
    for table, column, where in _EVENTS:
        checked = tables.get(table)
        if checked is None or column not in checked.columns:
            continue
        query = f'SELECT min("{column}"::DATE), max("{column}"::DATE) FROM {checked.kept}'
        condition = f" WHERE {where or 'true'} AND \"{column}\"::DATE <= '{today}'"
        found = scratch.connection.execute(query + condition).fetchone() or ()
        days += [day for day in found if day is not None]
    return (min(days), max(days)) if days else None


def last_whole_quarter(first: date, last: date) -> str:
    """Name the last quarter the record covers to its end; the one it ends in where it covers none.

    A record that ends in the last days of a quarter covers it: nobody works on every one of them.
    """
    quarter = (last.month - 1) // _MONTHS
    start = date(last.year, _MONTHS * quarter + 1, 1)
    end = date(last.year + quarter // 3, (_MONTHS * quarter + 3) % 12 + 1, 1)
    covers = end - last <= timedelta(days=4)
    if not covers and first < start:
        before = start - timedelta(days=1)
        return f"{before.year}-Q{(before.month - 1) // _MONTHS + 1}"
    return f"{last.year}-Q{quarter + 1}"
