"""What a later day told: the rows and cells that were not known yet at the end of a day."""

from datetime import date

from workbench.metrics.credits import NO
from workbench.metrics.expression import Table

SIGHTINGS = "deal_sightings"  # what snapshots, this and earlier ones, saw of each deal
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


def forgotten(name: str, table: Table, day: date) -> Table:
    """Leave out of a table the rows, and of its rows the cells, that came after a day."""
    column = _KNOWN.get(name, "")
    if column in table.columns:
        table = table.filter(table[column].isnull() | (table[column] <= day))
    column, told = _TOLD_LATER.get(name, ("", ()))
    if column not in table.columns:
        return table
    is_later = (table[column] > day).fill_null(NO)
    hidden = {each: is_later.ifelse(None, table[each]) for each in told if each in table.columns}
    return table.mutate(**hidden)
