"""What happened in a company, day by day, as its tables tell: its record is read from it.

Plans tell nothing of what is recorded: quotas, forecasts, expected close dates, payments due,
activities not done, the end of a contract. Nor does a rate of a market, or a snapshot, which is
taken on any day.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from workbench.metrics.credits import NO, YES, Tables, counted_deals
from workbench.metrics.expression import Table, _, ibis
from workbench.metrics.record import Record, Span
from workbench.metrics.scope import records

# The days on which something happened; the close date of a deal is one once it is closed
_EVENTS: Mapping[str, tuple[str, ...]] = {
    "deals": ("created_on", "close_on", "last_activity_on"),
    "deal_history": ("on",),
    "activities": ("on",),
    "leads": ("created_on", "first_touch_on"),
    "accounts": ("created_on",),
    "contracts": ("start_on",),
    "receipts": ("received_on",),
    "surveys": ("on",),
    "trainings": ("completed_on",),
}


def record_of(tables: Tables, as_of: date) -> Record:
    """Read what days tables tell of, up to `as_of`, in one query."""
    found = [
        rows.aggregate(first=_.on.min(), last=_.on.max()).mutate(key=ibis.literal(key))
        for key, rows in _events(tables, as_of)
    ]
    rows = records(ibis.union(*found) if len(found) > 1 else found[0]) if found else []
    told = sorted((row["key"], row["first"], row["last"]) for row in rows if row["first"])
    return Record({key: Span(first, last) for key, first, last in told})


def _events(tables: Tables, as_of: date) -> Iterator[tuple[str, Table]]:
    for name, columns in _EVENTS.items():
        for column in columns:
            if name in tables and column in tables[name].columns:
                rows = _happened(tables, name, column).select(on=_[column])
                yield f"{name}.{column}", rows.filter(rows.on <= ibis.literal(as_of))


def _happened(tables: Tables, name: str, column: str) -> Table:
    if name == "activities" and "is_done" in tables[name].columns:
        return tables[name].filter(_.is_done.fill_null(YES))
    if name != "deals":
        return tables[name]
    deals = counted_deals(tables)
    return deals.filter(_.is_closed.fill_null(NO)) if column == "close_on" else deals
