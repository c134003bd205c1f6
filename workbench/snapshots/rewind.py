"""Take a source back to what was known at the end of a day.

Rows that came later are left out and counted; they are no errors. A deal that was closed later is
open again, as its history last told it on that day.
"""

from datetime import date

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

Tables = dict[str, pa.Table]
LeftOut = dict[str, dict[str, int]]

# The day a row of each table became known
_KNOWN_ON = {
    "deals": "created_on",
    "deal_history": "on",
    "activities": "on",
    "leads": "created_on",
    "surveys": "on",
    "trainings": "completed_on",
    "forecasts": "made_on",
    "fx_rates": "on",
}
# What a later day tells about an earlier row: the day, and the columns it told
_TOLD_LATER = {
    "leads": ("first_touch_on", ("first_touch_at", "first_touch_on")),
    "receipts": ("received_on", ("received_on", "amount_received")),
    "deals": ("last_activity_on", ("last_activity_at", "last_activity_on")),
}
_HISTORY = ("rep_id", "stage", "amount", "close_on", "forecast_category")


def rewound(tables: Tables, day: date) -> tuple[Tables, LeftOut]:
    """Give the tables as of the end of `day`, and how many rows came after it, by table.

    A deal closed after the day is open again; its stage, amount, expected close date and owner are
    those of its last history row by then. Without history they are unknown.
    """
    found, left_out = {}, {}
    for name, table in tables.items():
        kept = _known(name, table, day)
        if kept.num_rows < table.num_rows:
            left_out[name] = {"after_as_of": table.num_rows - kept.num_rows}
        found[name] = _untold(name, kept, day)
    reopened = _closed_after(found["deals"], day)
    if pc.any(reopened).as_py():
        has_history = "deal_history" in found
        code = "reopened" if has_history else "reopened_without_history"
        left_out.setdefault("deals", {})[code] = pc.sum(reopened).as_py()
        found["deals"] = _reopened(found, reopened)
    return found, left_out


def _known(name: str, table: pa.Table, day: date) -> pa.Table:
    column = _KNOWN_ON.get(name, "")
    if column not in table.column_names:
        return table
    later = pc.greater(table[column], pa.scalar(day))
    return table.filter(pc.invert(pc.fill_null(later, fill_value=False)))


def _untold(name: str, table: pa.Table, day: date) -> pa.Table:
    column, told = _TOLD_LATER.get(name, ("", ()))
    if column not in table.column_names:
        return table
    later = pc.fill_null(pc.greater(table[column], pa.scalar(day)), fill_value=False)
    for target in told:
        if target in table.column_names:
            kind = table.schema.field(target).type
            cleared = pc.if_else(later, pa.scalar(None, kind), table[target])
            table = table.set_column(table.column_names.index(target), target, cleared)
    return table


def _closed_after(deals: pa.Table, day: date) -> pa.ChunkedArray:
    if "close_on" not in deals.column_names:
        return pc.fill_null(pc.equal(deals["is_closed"], None), fill_value=False)
    later = pc.greater(deals["close_on"], pa.scalar(day))
    return pc.fill_null(pc.and_(deals["is_closed"], later), fill_value=False)


def _reopened(tables: Tables, reopened: pa.ChunkedArray) -> pa.Table:
    deals = tables["deals"].append_column("reopened", reopened)
    history = tables.get("deal_history")
    told = [name for name in _HISTORY if history is not None and name in history.column_names]
    columns = ", ".join(_column(name, told) for name in tables["deals"].column_names)
    with duckdb.connect() as connection:
        connection.register("deals", deals)
        last = "select null::varchar as deal_id where false"
        if history is not None:
            connection.register("history", history)
            values = ", ".join(f'arg_max("{name}", "at") as "{name}"' for name in told)
            last = f"select deal_id, {values} from history group by deal_id" if told else last
        sql = f"select {columns} from deals d left join ({last}) h using (deal_id) order by deal_id"
        return connection.sql(sql).to_arrow_table().cast(tables["deals"].schema)


def _column(name: str, told: list[str]) -> str:
    """Write one column of the reopened deals; `name` is one of the contract's own."""
    quoted = f'"{name}"'
    if name in ("is_closed", "is_won"):
        return f"case when d.reopened then false else d.{quoted} end as {quoted}"
    if name == "rep_id":
        known = "coalesce(h.rep_id, d.rep_id)" if "rep_id" in told else "d.rep_id"
        return f"case when d.reopened then {known} else d.rep_id end as rep_id"
    if name in _HISTORY or name == "lost_reason":
        then = f"h.{quoted}" if name in told else ("d.amount" if name == "amount" else "null")
        return f"case when d.reopened then {then} else d.{quoted} end as {quoted}"
    return f"d.{quoted}"
