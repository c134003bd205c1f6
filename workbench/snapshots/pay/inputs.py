"""The frozen input of statements: of one rep, or of everybody for the plan lab."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from workbench.errors import PlanError
from workbench.incentives.assigning import Segment
from workbench.incentives.inputs import (
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
from workbench.snapshots.pay.measures import figures_of
from workbench.snapshots.pay.on_plan import OnPlan, Segments, on_plan
from workbench.snapshots.pay.plans import measures_of
from workbench.snapshots.pay.quotas import REVENUE, quotas_of
from workbench.snapshots.pay.wanted import Wanted
from workbench.snapshots.snapshot import Snapshot
from workbench.sources.workspace import Workspace

Told = Mapping[str, Mapping[str, Measure]]  # by period and name
Waiting = Mapping[str, Collection[str]]  # deals, by rep


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

    def known_payables(
        self,
        reps: Collection[str] | None = None,
        waiting: Waiting | None = None,
        since: Mapping[str, date] | None = None,
    ) -> dict[str, Payable]:
        """Gather the input as `payables`, without those whose plans cannot be told.

        Parameters
        ----------
        reps
            Of these alone; None: of everybody.
        waiting
            By rep, the deals of before of which something waits: with them come the rows of the
            last period alone. None gives every row from the first period on.
        since
            With `waiting`: by rep, the day from which on the rows come, where it is an earlier one.
        """
        wanted = self.on_plan.segments.keys() & (self.on_plan.segments if reps is None else reps)
        items = self._items(wanted, waiting, since or {})
        as_of = min(self.snapshot.as_of, self.last.last_day)
        return {
            name: Payable(
                RepInput(
                    rep_id=name, currency=self.workspace.currency, as_of=as_of,
                    items=tuple(items.get(name, ())), quotas=self.quotas[name],
                    measures=self.measures[name], absences=self.absences.get(name, ()),
                    rates=self.rates,
                ),
                self.on_plan.segments[name], self.on_plan.periods[name],
            )
            for name in sorted(wanted)
        }  # fmt: skip

    @cached_property
    def measures(self) -> Mapping[str, Told]:
        """What modifies, opens or pays the components, by rep, period and name."""
        periods = self.on_plan.periods
        names = {name for each in self._components for name in measures_of(each)}
        every = {period.name: period for chained in periods.values() for period in chained}
        found = figures_of(self.snapshot, self.workspace, tuple(every.values()), names, self.rep_id)
        return {rep: _joined(found.get(rep, {}), self.told.get(rep, {}), names) for rep in periods}

    @property
    def is_by_cash(self) -> bool:
        """Whether a component credits invoices or receipts, which deals of any day may have."""
        return any(each.credit.event in ("invoiced", "cash_received") for each in self._components)

    @cached_property
    def _components(self) -> list[Component]:
        segments = [each for own in self.on_plan.segments.values() for each in own]
        plans = {each.plan.id: each.plan for each in segments}
        return [component for plan in plans.values() for component in plan.components]

    def _items(
        self, reps: Collection[str], waiting: Waiting | None, since: Mapping[str, date]
    ) -> Mapping[str, list[Item]]:
        """Give the rows of each rep from the first period on a plan to the end of the last."""
        periods, last = self.on_plan.periods, self.last.start
        days = {
            name: periods[name][0].start if waiting is None else since.get(name, last)
            for name in reps
        }
        events = {component.credit.event for component in self._components}
        wanted = Wanted(days, self.last.end, events, waiting or {})
        return wanted.items(self.snapshot, self.workspace) if reps else {}

    @cached_property
    def quotas(self) -> Mapping[str, Mapping[str, Quota]]:
        """The quotas of each rep's own days on plans."""
        every = quotas_of(self.snapshot, self.workspace, self.plans, self.last, self.rep_id)
        found: dict[str, dict[str, Quota]] = {}
        for name, segments in self.on_plan.segments.items():
            parts = [part for each in segments for period in self.on_plan.periods[name]
                     if (part := each.within(period)) is not None]  # fmt: skip
            keys = {
                quota_key(metric, part.start, part.end)
                for part in parts
                for metric in {REVENUE, *(each.quota for each in part.plan.components)}
            }
            known = every.get(name, {})
            found[name] = {key: known[key] for key in sorted(keys) if key in known}
        return found

    @cached_property
    def absences(self) -> Mapping[str, tuple[Absence, ...]]:
        """Days of which only a part of a quota holds, by rep."""
        if not self.snapshot.has("absences"):
            return {}
        found: dict[str, list[Absence]] = defaultdict(list)
        for row in self._read("absences"):
            factor = Decimal(row["factor"] if row.get("factor") is not None else 0)
            found[row["rep_id"]].append(Absence(row["start_on"], row["end_on"], factor))
        return {name: tuple(rows) for name, rows in found.items()}

    @cached_property
    def rates(self) -> Mapping[str, tuple[tuple[date, Decimal], ...]]:
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
