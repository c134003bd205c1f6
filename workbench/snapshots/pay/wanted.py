"""The rows of many reps at once: those of a span of days, and deals of before that still wait."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from workbench.incentives.inputs import SET_ASIDE, Item
from workbench.snapshots.held import Filters, rows_where
from workbench.snapshots.pay.items import Records, activity_items, lost_items, receipt_items
from workbench.snapshots.pay.rows import won_rows
from workbench.snapshots.snapshot import Snapshot
from workbench.sources.workspace import Workspace

_BY_CASH = {"invoiced", "cash_received"}


@dataclass(frozen=True)
class Wanted:
    """Which rows of whom are asked for."""

    since: Mapping[str, date]  # by rep, the first day
    end: date  # the day after the last
    events: Collection[str]  # of the components of their plans
    also: Mapping[str, Collection[str]] = field(default_factory=dict)  # by rep, deals of before

    def items(self, snapshot: Snapshot, workspace: Workspace) -> dict[str, list[Item]]:
        """Give the rows of each rep, in no order."""
        grouped: dict[str, list[Item]] = defaultdict(list)
        for name, item in self._every(snapshot, workspace):
            if name in self.since and self._is_in(name, item):
                grouped[name].append(item)
        return grouped

    def _every(self, snapshot: Snapshot, workspace: Workspace) -> Iterable[tuple[str, Item]]:
        won = [
            row for row in self._won(snapshot, workspace)
            if row["rep_id"] in self.since and self._is_asked(row)
        ]  # fmt: skip
        deals = sorted({row["deal_id"] for row in won})
        records = Records(snapshot, workspace.currency, deals)
        for row in won:
            item = records.item(row)
            yield row["rep_id"], item
            if not _BY_CASH.isdisjoint(self.events):
                yield from ((row["rep_id"], each) for each in receipt_items([item], records))
        yield from lost_items(snapshot, workspace.currency)
        if "activity_done" in self.events and snapshot.has("activities"):
            rows = rows_where(snapshot.path("activities"), filters=self._by_rep).to_pylist()
            for row in rows:
                yield from ((row["rep_id"], x) for x in activity_items([row], workspace.currency))

    def _is_asked(self, row: Mapping[str, Any]) -> bool:
        """Whether a won deal is of the days, or one that waits; cash may come for any."""
        name = row["rep_id"]
        is_in_time = not _BY_CASH.isdisjoint(self.events) or row["close_on"] >= self.since[name]
        return row["close_on"] < self.end and (
            is_in_time or row["deal_id"] in self.also.get(name, ())
        )

    def _is_in(self, name: str, item: Item) -> bool:
        known = {*self.events, "booked", SET_ASIDE}  # a won deal nobody credits is told
        is_in_time = self.since[name] <= item.on or item.item_id in self.also.get(name, ())
        return item.event in known and is_in_time and item.on < self.end

    def _won(self, snapshot: Snapshot, workspace: Workspace) -> list[dict[str, Any]]:
        """Leave to the file what it can do: one rep's rows; those of the days, and those named."""
        mine = list(self._by_rep or [])
        if not self.since or not _BY_CASH.isdisjoint(self.events):
            return won_rows(snapshot, workspace, mine or None)
        first = min(self.since.values())
        found = won_rows(snapshot, workspace, [*mine, ("close_on", ">=", first)])
        named = sorted({deal for own in self.also.values() for deal in own})
        if named:
            before = [*mine, ("deal_id", "in", named), ("close_on", "<", first)]
            found += won_rows(snapshot, workspace, before)
        return found

    @property
    def _by_rep(self) -> Filters:
        return [("rep_id", "=", next(iter(self.since)))] if len(self.since) == 1 else None
