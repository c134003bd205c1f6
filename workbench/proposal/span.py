"""The days an export tells of, and the period its first documents are for."""

from collections.abc import Mapping
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from workbench.model.day import day_of, end_of, today
from workbench.model.tables import TABLES
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
    scratch: Scratch, tables: Mapping[str, Checked], zone: ZoneInfo
) -> tuple[date, date] | None:
    """Give the first and the last day something happened; None without any.

    No day after today counts; instants are days of the company's zone.
    """
    last, days = today(zone), []
    for table, column, where in _EVENTS:
        checked = tables.get(table)
        if checked is None or column not in checked.columns:
            continue
        is_instant = TABLES[table].column(column).kind == "timestamp"
        until = end_of(last, zone) if is_instant else last + timedelta(days=1)
        query = f'SELECT min("{column}"), max("{column}") FROM {checked.kept}'
        condition = f' WHERE {where or "true"} AND "{column}" < $until'
        found = scratch.connection.execute(query + condition, {"until": until}).fetchone() or ()
        days += [day_of(at, zone) if is_instant else at for at in found if at is not None]
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
