"""The plan lab, for sales ops: what plans cost over all reps; never a part of a rep's document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from workbench.errors import ParameterError
from workbench.i18n import Lang, error, require_lang
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
from workbench.model.given import text_of, texts
from workbench.model.money import quotient
from workbench.model.period import Period
from workbench.review.acting import require_named
from workbench.review.lab_view import (
    Shown,
    alone_view,
    compared_view,
    cost_view,
    fairness_view,
    sensitivity_view,
)
from workbench.review.pay.from_reviews import asked_of_reviews
from workbench.review.pay.told import ReviewsTold
from workbench.review.person import Person, people
from workbench.review.reader import require_role
from workbench.snapshots import Snapshot, open_snapshot
from workbench.snapshots.pay.inputs import Payable, Payroll
from workbench.snapshots.pay.plans import plans_folder, plans_of
from workbench.sources.workspace import Workspace, open_workspace

FACTORS = tuple(Decimal(percent) / 100 for percent in (80, 90, 100, 110, 120))
GROUPS = ("team", "region")


@dataclass(frozen=True)
class PlanLab:
    """Plans of a workspace over a period, for everybody on them."""

    workspace: Workspace
    snapshot: Snapshot
    period: Period
    plans: tuple[Plan, ...]
    lang: Lang

    def cost(self) -> Shown:
        """Show what the plans cost and how that spreads over the reps."""
        return cost_view(self)

    def sensitivity(self) -> Shown:
        """Show what the plans would cost had every deal been smaller or larger."""
        told = [(factor, spread(self.costs_at(factor))) for factor in FACTORS]
        return sensitivity_view(self, told)

    def compare(self, other: str) -> Shown:
        """Set another plan beside those of the workspace: who gains, who loses.

        Parameters
        ----------
        other
            A plan file, or a folder of them; "" says how to name one. A plan that begins after
            the period is moved back by whole years.

        Raises
        ------
        PlanError
            When it cannot be used.
        ParameterError
            When there is no such plan.
        """
        file = text_of("other", other)
        if not file:
            return alone_view(self.lang)
        return compared_view(self, self.compared(file))

    def fairness(self) -> Shown:
        """Show earned by quota for each team and territory, and whether chance differs so."""
        return fairness_view(self, {name: self.effect(name) for name in GROUPS})

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

    def _repr_html_(self) -> str:
        return str(self.cost().html)


def open_plan_lab(
    period: str = "", workspace: str = "", *, lang: str = "", actor: str = ""
) -> PlanLab:
    """Open the plan lab, for sales ops, HR and finance.

    Parameters
    ----------
    period
        The span looked at, a year as a rule; "" takes the year of the snapshot.
    workspace
        Its folder; "" takes the default workspace.
    lang
        zh or en; "" takes the workspace's first.
    actor
        Who looks, as `O1:sales_ops`; "" on a desk, where nobody is told apart.

    Raises
    ------
    RefusedError
        For reps and managers; and when nobody is named where people are told apart.
    ParameterError
        When the workspace has no plan.
    PlanError
        When a plan cannot be used.
    """
    told = texts(period=period, workspace=workspace, lang=lang, actor=actor)
    space = open_workspace(told["workspace"] or None)
    who = require_role(told["actor"], space, "plan-lab", "sales_ops", "hr", "finance")
    if who is not None:
        require_named(space, who)
    snapshot, plans = open_snapshot(space), plans_of(space)
    if not plans:
        raise error(ParameterError, "refusal-no-plan-file", folder=str(plans_folder(space)))
    span = space.calendar.period(told["period"] or str(snapshot.as_of.year))
    return PlanLab(space, snapshot, span, plans, require_lang(told["lang"] or space.languages[0]))
