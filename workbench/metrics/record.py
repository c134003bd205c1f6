"""The record: the days of which a company tells something that happened.

It runs from the first to the last day an event is known of, up to `as_of`. A period that has no
day in common with it was not recorded: nothing found there is no true 0. Plans tell nothing of what
is recorded: quotas, forecasts, expected close dates, payments due, the end of a contract; nor does
a rate of a market, or a snapshot, which is taken on any day.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

import ibis
from ibis import _
from ibis.expr.types import Table

from workbench.metrics.credits import NO, YES, Tables, counted_deals
from workbench.metrics.metric import Outcome, absent
from workbench.metrics.scope import records
from workbench.model.period import Period

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
# Tables that fill day by day have a record of their own: one that ended (an export that was not
# kept up, a system left behind) tells nothing of later days, though the company's record goes on.
# Others may truly be empty for a whole period: nobody was trained, no survey was sent, no contract
# began, nothing was paid.
_FLOWS: Mapping[str, tuple[str, ...]] = {
    "deals": ("deals", "deal_history"),
    "activities": ("activities",),
    "leads": ("leads",),
}


class Span(NamedTuple):
    """Days from the first to the last, both included."""

    first: date
    last: date

    def meets(self, period: Period) -> bool:
        """Whether a period has a day in common with it."""
        return self.first < period.end and period.start <= self.last

    def __str__(self) -> str:
        return f"{self.first}..{self.last}"


@dataclass(frozen=True)
class Record:
    """What days a company's tables tell of, as of the end of a day."""

    days: Mapping[str, Span]  # by table and column, as deals.close_on; without those that tell none

    def lack(self, period: Period, flow: str = "") -> Outcome | None:
        """Say that a period has no day in common with the record of the company, or of a flow.

        None for a period that has one. A record without a day claims nothing, so no period is
        outside of it.

        Parameters
        ----------
        flow
            Rows that come day by day: deals, activities or leads; "" asks for the company alone.
        """
        for name in dict.fromkeys(("", flow)):
            span = self.span(name)
            if span is not None and not span.meets(period):
                return absent("outside_record", note=f"record:{span}")
        return None

    def span(self, flow: str = "") -> Span | None:
        """Give the record of the company, or that of a flow; None where no day is told."""
        tables = _FLOWS[flow] if flow else tuple(_EVENTS)
        found = [span for key, span in self.days.items() if key.partition(".")[0] in tables]
        if not found:
            return None
        return Span(min(span.first for span in found), max(span.last for span in found))

    def reaches(self, base: Period) -> bool:
        """Whether deals closed before the first week of an earlier period was over."""
        closed = self.days.get("deals.close_on")
        return closed is not None and closed.first < base.start + timedelta(days=7)


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
