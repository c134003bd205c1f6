"""Take checked tables back to what was known at the end of a day.

Rows that came later are left out and counted; they are no errors. A deal that was closed later is
open again, as its history last told it on that day.
"""

from collections.abc import Mapping
from datetime import date
from zoneinfo import ZoneInfo

from workbench.model.day import end_of
from workbench.snapshots.checking.check import Checked
from workbench.sources.scratch import Scratch

LeftOut = dict[str, dict[str, int]]

# The column that tells when a row of each table became known
_KNOWN = {
    "deals": "created_on",
    "deal_history": "at",
    "activities": "at",
    "leads": "created_at",
    "surveys": "at",
    "trainings": "completed_on",
    "forecasts": "made_on",
    "fx_rates": "on",
}
# What a later day tells about an earlier row: when, and the columns it told
_TOLD_LATER = {
    "leads": ("first_touch_at", ("first_touch_at",)),
    "receipts": ("received_on", ("received_on", "amount_received")),
    "deals": ("last_activity_at", ("last_activity_at",)),
}
_HISTORY = ("rep_id", "stage", "amount", "close_on", "forecast_category")


def rewind(scratch: Scratch, tables: Mapping[str, Checked], day: date, zone: ZoneInfo) -> LeftOut:
    """Leave in the tables what was known at the end of `day`; tell how many rows came after it.

    A deal closed after the day is open again; its stage, amount, expected close date and owner are
    those of its last history row by then. Without history they are unknown.
    """
    left_out: LeftOut = {}
    _note_moved(scratch, tables, day, zone)
    for name, table in tables.items():
        n = _forget_rows(scratch, name, table, day, zone)
        if n:
            left_out[name] = {"after_as_of": n}
        _forget_cells(scratch, name, table, day, zone)
    _move_back(scratch, tables)
    n = _reopen(scratch, tables, day)
    if n:
        code = "reopened" if "deal_history" in tables else "reopened_without_history"
        left_out.setdefault("deals", {})[code] = n
    return left_out


def _after(column: str, day: date, zone: ZoneInfo) -> str:
    """Write the condition that a day or an instant is after the end of a day."""
    if column.endswith("_at") or column == "at":
        return f"\"{column}\" >= TIMESTAMPTZ '{end_of(day, zone).isoformat()}'"
    return f"\"{column}\" > DATE '{day.isoformat()}'"


def _forget_rows(scratch: Scratch, name: str, table: Checked, day: date, zone: ZoneInfo) -> int:
    column = _KNOWN.get(name, "")
    if column not in table.columns:
        return 0
    where = _after(column, day, zone)
    found = scratch.connection.execute(f"DELETE FROM {table.kept} WHERE {where}").fetchone()
    return int(found[0]) if found else 0


def _forget_cells(scratch: Scratch, name: str, table: Checked, day: date, zone: ZoneInfo) -> None:
    column, told = _TOLD_LATER.get(name, ("", ()))
    cleared = ", ".join(f"{target} = NULL" for target in told if target in table.columns)
    if column in table.columns:
        where = _after(column, day, zone)
        scratch.connection.execute(f"UPDATE {table.kept} SET {cleared} WHERE {where}")


def _note_moved(scratch: Scratch, tables: Mapping[str, Checked], day: date, zone: ZoneInfo) -> None:
    """Note the deals whose history tells of a change after the day, before that is forgotten."""
    history = tables.get("deal_history")
    rows = "SELECT NULL::VARCHAR AS deal_id WHERE false"
    if history:
        rows = f"SELECT DISTINCT deal_id FROM {history.kept} WHERE {_after('at', day, zone)}"
    scratch.connection.execute(f"CREATE OR REPLACE TABLE moved_later AS {rows}")


def _move_back(scratch: Scratch, tables: Mapping[str, Checked]) -> None:
    """Give the open deals that moved after the day what their history last told by then."""
    deals, history = tables["deals"], tables.get("deal_history")
    told = [name for name in _HISTORY if history and name in history.columns]
    told = [name for name in told if name in deals.columns]
    if not history or not told:
        return
    moved = "SELECT deal_id FROM moved_later"
    sets = ", ".join(f"{name} = {_then(name, told)}" for name in told)
    scratch.connection.execute(
        f"UPDATE {deals.kept} d SET {sets} FROM (SELECT * FROM ({moved})"
        f" LEFT JOIN ({_last_told(history, told, moved)}) USING (deal_id)) h"
        " WHERE NOT d.is_closed AND d.deal_id = h.deal_id"
    )


def _reopen(scratch: Scratch, tables: Mapping[str, Checked], day: date) -> int:
    """Open deals again that were closed after the day; gives how many."""
    deals, history = tables["deals"], tables.get("deal_history")
    if "close_on" not in deals.columns:
        return 0
    told = [name for name in _HISTORY if history and name in history.columns]
    closed = f"FROM {deals.kept} d WHERE d.is_closed AND d.close_on > DATE '{day.isoformat()}'"
    last = "SELECT NULL::VARCHAR AS deal_id"
    if history and told:
        last = _last_told(history, told, f"SELECT deal_id {closed}")
    scratch.connection.execute(
        f"CREATE OR REPLACE TABLE reopened AS SELECT * FROM (SELECT d.row AS deal_row, d.deal_id"
        f" {closed}) LEFT JOIN ({last}) USING (deal_id)"
    )
    sets = [
        "is_closed = false",
        "is_won = false",
        *(
            f"{name} = {_then(name, told)}"
            for name in (*_HISTORY, "lost_reason")
            if name in deals.columns
        ),
    ]
    found = scratch.connection.execute(
        f"UPDATE {deals.kept} d SET {', '.join(sets)} FROM reopened h WHERE d.row = h.deal_row"
    ).fetchone()
    return int(found[0]) if found else 0


def _last_told(history: Checked, told: list[str], deals: str) -> str:
    """Write what the history of some deals told last; of the others nothing is asked."""
    values = ", ".join(f'arg_max({name}, "at") AS {name}' for name in told)
    return (
        f"SELECT deal_id, {values} FROM {history.kept} WHERE deal_id IN ({deals}) GROUP BY deal_id"
    )


def _then(name: str, told: list[str]) -> str:
    """Write what a reopened deal had; what nothing tells is unknown, but its owner."""
    if name == "rep_id":
        return "coalesce(h.rep_id, d.rep_id)" if name in told else "d.rep_id"
    return f"h.{name}" if name in told else "NULL"
