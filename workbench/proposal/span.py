"""The days an export tells of, and the period its first documents are for."""

from collections.abc import Mapping
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from workbench.model.calendar import Calendar
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
_REST = timedelta(days=4)  # at the end of a quarter


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
    calendar = Calendar()
    quarter = calendar.period(f"{last.year}-Q{(last.month + 2) // 3}")
    before = calendar.preceding(quarter)
    covers = quarter.end - last <= _REST
    return quarter.name if covers or first >= quarter.start or before is None else before.name
