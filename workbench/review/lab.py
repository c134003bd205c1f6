"""Plans over all reps: what they cost, beside other plans, and by group."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from workbench.errors import ParameterError
from workbench.i18n import Lang, error
from workbench.incentives.evaluate import statements
from workbench.incentives.inputs import RepInput
from workbench.incentives.lab import (
    Comparison,
    Cost,
    Spread,
    compared,
    cost_of,
    moved_back,
    scaled,
    spread,
)
from workbench.incentives.periods import pay_periods
from workbench.incentives.plan import Plan
from workbench.incentives.plan_file import plan_files, read_plan
from workbench.incentives.statement import Statement
from workbench.metrics.fairness.effects import Effect, group_effect
from workbench.model.money import quotient
from workbench.model.period import Period
from workbench.review.pay.from_reviews import asked_of_reviews
from workbench.review.pay.told import ReviewsTold
from workbench.review.person import Person, people
from workbench.snapshots import Snapshot
from workbench.snapshots.pay.inputs import Payable, Payroll
from workbench.sources.workspace import Workspace


@dataclass(frozen=True)
class Lab:
    """Plans of a workspace over a period, for everybody on them."""

    workspace: Workspace
    snapshot: Snapshot
    period: Period
    plans: tuple[Plan, ...]
    lang: Lang

    @cached_property
    def costs(self) -> tuple[Cost, ...]:
        """What each rep earned."""
        return self.costs_at(Decimal(1))

    @cached_property
    def spread(self) -> Spread:
        """Cost and distribution of the plans."""
        return spread(self.costs)

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """Everybody, by rep_id."""
        return people(self.snapshot, self.period, self.workspace.manager_scope)

    def costs_at(self, factor: Decimal, plans: tuple[Plan, ...] | None = None) -> tuple[Cost, ...]:
        """Add up every rep's statements, had every deal been larger by a factor.

        Parameters
        ----------
        plans
            Other plans; None takes the workspace's.
        """
        chosen = self._usable(plans or self.plans)
        made: dict[str, list[Statement]] = {}
        for period in self._periods(chosen):
            for rep_id, found in self._payables(chosen, period).items():
                given = scaled(found.given, factor) if factor != 1 else found.given
                made.setdefault(rep_id, []).append(self._statement(given, found))
        return tuple(cost_of(rep_id, found) for rep_id, found in sorted(made.items()))

    def compared(self, other: str) -> list[Comparison]:
        """Compare with another plan file, or a folder of them; who loses most stands first."""
        path = Path(other)
        files = plan_files(path) if path.is_dir() else [path]
        if not files:
            raise error(ParameterError, "refusal-no-plan-there", path=str(path))
        plans = tuple(read_plan(file) for file in files)
        return compared(self.costs, self.costs_at(Decimal(1), plans))

    def effect(self, group: str) -> Effect:
        """Compare earned by quota between teams or territories; reps without quota are left out."""
        values = {
            cost.rep_id: quotient(cost.gross, cost.quota) for cost in self.costs if cost.quota
        }
        return group_effect(values, {name: getattr(self.people[name], group) for name in values})

    def _usable(self, plans: Sequence[Plan]) -> tuple[Plan, ...]:
        return tuple(moved_back(plan, self.period.start) for plan in plans)

    def _periods(self, plans: Sequence[Plan]) -> tuple[Period, ...]:
        asked = pay_periods(self.period, plans[0].period, self.workspace.calendar)
        return tuple(each for each in asked if each.start <= self.snapshot.as_of)

    def _payables(self, plans: tuple[Plan, ...], period: Period) -> dict[str, Payable]:
        """Gather everybody's input, once for the same plans and period."""
        key = (repr(plans), period.name)
        if key not in self._gathered:
            self._gathered[key] = self._gather(plans, period)
        return self._gathered[key]

    @cached_property
    def _gathered(self) -> dict[tuple[str, str], dict[str, Payable]]:
        return {}

    def _gather(self, plans: tuple[Plan, ...], period: Period) -> dict[str, Payable]:
        roll = Payroll(self.snapshot, self.workspace, plans, period)
        found = roll.payables()
        wanted = asked_of_reviews(plans)
        if not wanted:
            return found
        told = {
            rep_id: {each.name: self._reviews.of(rep_id, each, wanted) for each in payable.periods}
            for rep_id, payable in found.items()
        }
        return replace(roll, told=told).payables()

    @cached_property
    def _reviews(self) -> ReviewsTold:
        return ReviewsTold(self.workspace, self.snapshot, self.people, self.lang)

    def _statement(self, given: RepInput, found: Payable) -> Statement:
        calendar = self.workspace.calendar
        return statements(given, found.segments, found.periods, calendar)[-1]
