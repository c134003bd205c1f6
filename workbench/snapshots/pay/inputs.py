"""The frozen input of statements: of one rep, or of everybody for the plan lab."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from workbench.errors import PlanError
from workbench.incentives.assigning import Segment
from workbench.incentives.inputs import (
    SET_ASIDE,
    Absence,
    Item,
    Measure,
    Quota,
    RepInput,
    quota_key,
)
from workbench.incentives.plan import Component, Plan
from workbench.model.period import Period
from workbench.snapshots.held import rows_where
from workbench.snapshots.pay.items import Records, activity_items, lost_items, receipt_items
from workbench.snapshots.pay.measures import figures_of
from workbench.snapshots.pay.on_plan import OnPlan, Segments, on_plan
from workbench.snapshots.pay.plans import measures_of
from workbench.snapshots.pay.quotas import REVENUE, quotas_of
from workbench.snapshots.pay.rows import won_rows
from workbench.snapshots.snapshot import Snapshot
from workbench.sources.workspace import Workspace

Told = Mapping[str, Mapping[str, Measure]]  # by period and name


@dataclass(frozen=True)
class Payable:
    """A rep who is on a plan: the days, the periods to compute, and the frozen input."""

    given: RepInput
    segments: tuple[Segment, ...]
    periods: tuple[Period, ...]  # from the first on a plan to the one asked for


@dataclass(frozen=True)
class Payroll:
    """Where, by which plans, and up to which period pay is computed."""

    snapshot: Snapshot
    workspace: Workspace
    plans: tuple[Plan, ...]
    last: Period  # one that the plans pay by
    rep_id: str | None = None  # only this rep; None: everybody
    told: Mapping[str, Told] = field(default_factory=dict)  # by rep: what the reviews tell
    issued: Segments = field(default_factory=dict)  # by rep: days on plans of what was issued

    @cached_property
    def on_plan(self) -> OnPlan:
        """Who is on a plan before the end of the period; of whom it cannot be told, why."""
        return on_plan(
            self.snapshot, self.workspace, self.plans, self.last, self.rep_id, self.issued
        )

    def payables(self) -> dict[str, Payable]:
        """Gather the input of statements.

        Returns
        -------
        dict
            By rep; without those who are on no plan before the end of the period.

        Raises
        ------
        PlanError
            When somebody is on two plans on one day.
        """
        for fault in self.on_plan.faults.values():
            raise PlanError(fault)
        return self.known_payables()

    def known_payables(self) -> dict[str, Payable]:
        """Gather the input as `payables`, without those whose plans cannot be told."""
        on, periods = self.on_plan.segments, self.on_plan.periods
        if not on:
            return {}
        names = {name for each in self._components(on) for name in measures_of(each)}
        every = {period.name: period for chained in periods.values() for period in chained}
        figures = figures_of(
            self.snapshot, self.workspace, tuple(every.values()), names, self.rep_id
        )
        items, quotas = self._items(on), self._quotas(on, periods)
        absences, rates = self._absences(), self._rates()
        as_of = min(self.snapshot.as_of, self.last.last_day)
        return {
            name: Payable(
                RepInput(
                    rep_id=name, currency=self.workspace.currency, as_of=as_of,
                    items=tuple(items.get(name, ())), quotas=quotas[name],
                    measures=_joined(figures.get(name, {}), self.told.get(name, {}), names),
                    absences=absences.get(name, ()), rates=rates,
                ),
                segments, periods[name],
            )
            for name, segments in on.items()
        }  # fmt: skip

    def _components(self, on: Segments) -> list[Component]:
        plans = {each.plan.id: each.plan for segments in on.values() for each in segments}
        return [component for plan in plans.values() for component in plan.components]

    def _items(self, on: Segments) -> dict[str, list[Item]]:
        """Give the rows of each rep from the first period on a plan to the end of the last."""
        first = {name: periods[0].start for name, periods in self.on_plan.periods.items()}
        won = [
            row for row in won_rows(self.snapshot, self.workspace, self.rep_id)
            if row["rep_id"] in first and row["close_on"] < self.last.end
        ]  # fmt: skip
        deals = None if self.rep_id is None else sorted({row["deal_id"] for row in won})
        records = Records(self.snapshot, self.workspace.currency, deals)
        events = {component.credit.event for component in self._components(on)}
        grouped: dict[str, list[Item]] = defaultdict(list)
        for row in won:
            item = records.item(row)
            grouped[row["rep_id"]].append(item)
            if events & {"invoiced", "cash_received"}:
                grouped[row["rep_id"]] += receipt_items([item], records)
        if "activity_done" in events and self.snapshot.has("activities"):
            for row in self._read("activities"):
                grouped[row["rep_id"]] += activity_items([row], self.workspace.currency)
        for name, item in lost_items(self.snapshot, self.workspace.currency):
            grouped[name].append(item)
        wanted = {*events, "booked", SET_ASIDE}  # a won deal nobody credits is told, so it is kept
        return {
            name: [
                each for each in found if each.event in wanted and self._is_in(each, first[name])
            ]
            for name, found in grouped.items()
            if name in first
        }

    def _is_in(self, item: Item, first: date) -> bool:
        return first <= item.on < self.last.end

    def _quotas(
        self, on: Segments, periods: Mapping[str, tuple[Period, ...]]
    ) -> dict[str, dict[str, Quota]]:
        """Give each rep the quotas of the own days on plans."""
        every = quotas_of(self.snapshot, self.workspace, self.plans, self.last, self.rep_id)
        found: dict[str, dict[str, Quota]] = {}
        for name, segments in on.items():
            parts = [part for each in segments for period in periods[name]
                     if (part := each.within(period)) is not None]  # fmt: skip
            keys = {
                quota_key(metric, part.start, part.end)
                for part in parts
                for metric in {REVENUE, *(each.quota for each in part.plan.components)}
            }
            known = every.get(name, {})
            found[name] = {key: known[key] for key in sorted(keys) if key in known}
        return found

    def _absences(self) -> dict[str, tuple[Absence, ...]]:
        if not self.snapshot.has("absences"):
            return {}
        found: dict[str, list[Absence]] = defaultdict(list)
        for row in self._read("absences"):
            factor = Decimal(row["factor"] if row.get("factor") is not None else 0)
            found[row["rep_id"]].append(Absence(row["start_on"], row["end_on"], factor))
        return {name: tuple(rows) for name, rows in found.items()}

    def _rates(self) -> dict[str, tuple[tuple[date, Decimal], ...]]:
        """Give the rates of the plans' own currencies; the deals' are on the deals."""
        wanted = {plan.currency for plan in self.plans} - {self.workspace.currency}
        if not wanted or not self.snapshot.has("fx_rates"):
            return {}
        found: dict[str, list[tuple[date, Decimal]]] = defaultdict(list)
        for row in rows_where(self.snapshot.path("fx_rates")).to_pylist():
            if row["currency"] in wanted:
                found[row["currency"]].append((row["on"], row["rate"]))
        return {currency: tuple(sorted(rows)) for currency, rows in found.items()}

    def _read(self, table: str, columns: list[str] | None = None) -> list[dict[str, Any]]:
        filters = None if self.rep_id is None else [("rep_id", "=", self.rep_id)]
        found = rows_where(self.snapshot.path(table), columns, filters)
        return found.to_pylist()  # type: ignore[no-any-return]


def _joined(figures: Told, told: Told, names: set[str]) -> dict[str, dict[str, Measure]]:
    """Put figures and what the reviews tell together, of what the plans name."""
    return {
        period: {
            name: each
            for name, each in sorted({**figures.get(period, {}), **told.get(period, {})}.items())
            if name in names
        }
        for period in sorted({*figures, *told})
    }
