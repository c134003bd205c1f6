"""Tables of a later snapshot, taken back to the end of a day where figures are computed.

As `rewind` does while freezing, without a snapshot of that day: rows that came later are left out,
a deal closed later is open. What a deal was while it was open is as its history last told it then.
"""

from datetime import date

import ibis
from ibis.expr.types import Table

from workbench.metrics.credits import NO, Tables
from workbench.snapshots.sightings import SIGHTINGS, TOLD

# The day a row of each table became known
_KNOWN = {
    "deal_history": "on",
    SIGHTINGS: "on",
    "activities": "on",
    "leads": "created_on",
    "surveys": "on",
    "trainings": "completed_on",
    "forecasts": "made_on",
    "fx_rates": "on",
}
# What a later day told of an earlier row: when, and the columns it told
_TOLD_LATER = {
    "leads": ("first_touch_on", ("first_touch_on", "first_touch_at")),
    "receipts": ("received_on", ("received_on", "amount_received")),
    "deals": ("last_activity_on", ("last_activity_on", "last_activity_at")),
}
_KEPT_UNTOLD = ("rep_id", "amount")  # what a deal has today, where no history tells


def taken_back(tables: Tables, day: date) -> Tables:
    """Leave in the tables what was known at the end of a day."""
    back = {name: _forgotten(name, table, day) for name, table in tables.items()}
    return {**back, "deals": _stood(back, day)}


def _forgotten(name: str, table: Table, day: date) -> Table:
    column = _KNOWN.get(name, "")
    if column in table.columns:
        table = table.filter(table[column].isnull() | (table[column] <= day))
    column, told = _TOLD_LATER.get(name, ("", ()))
    if column not in table.columns:
        return table
    is_later = (table[column] > day).fill_null(NO)
    hidden = {each: is_later.ifelse(None, table[each]) for each in told if each in table.columns}
    return table.mutate(**hidden)


def _stood(tables: Tables, day: date) -> Table:
    """Give the deals of that day; those open then as they stood, unknown where nothing tells."""
    deals = tables["deals"]
    if "close_on" not in deals.columns:
        return deals
    is_over = (deals.is_closed & (deals.close_on <= day)).fill_null(NO)
    if "created_on" in deals.columns:  # one closed by then was known, whenever it was typed
        deals = deals.filter(is_over | deals.created_on.isnull() | (deals.created_on <= day))
    rows, told = _with_last(deals.mutate(was_over=is_over), tables.get("deal_history"))
    then = {
        name: rows.was_over.ifelse(rows[name], _then(rows, name, told))
        for name in TOLD
        if name in deals.columns
    }
    is_won = rows.was_over.ifelse(rows.is_won, NO)
    stood = rows.mutate(is_closed=rows.was_over, is_won=is_won, **then)
    return stood.drop("was_over", *(f"then_{name}" for name in told))


def _with_last(deals: Table, history: Table | None) -> tuple[Table, list[str]]:
    """Add what the history told last of each deal, and name the columns it tells."""
    if history is None:
        return deals, []
    told = [name for name in TOLD if name in history.columns]
    last = history.group_by("deal_id").aggregate(
        **{f"then_{name}": history[name].argmax(history["at"]) for name in told}
    )
    return deals.left_join(last, "deal_id").drop("deal_id_right"), told


def _then(rows: Table, name: str, told: list[str]) -> ibis.Value:
    found = rows[f"then_{name}"] if name in told else None
    if name in _KEPT_UNTOLD:
        return rows[name] if found is None else ibis.coalesce(found, rows[name])
    return ibis.null().cast(rows[name].type()) if found is None else found
