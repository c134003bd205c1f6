"""The plan lab, for sales ops: what plans cost over all reps; never a part of a rep's document."""

from dataclasses import dataclass
from decimal import Decimal

from workbench.errors import ParameterError
from workbench.i18n import error, require_lang
from workbench.incentives.lab import spread
from workbench.model.given import text_of, texts
from workbench.review.acting import require_named
from workbench.review.lab import Lab
from workbench.review.lab_view import (
    Shown,
    alone_view,
    compared_view,
    cost_view,
    fairness_view,
    sensitivity_view,
)
from workbench.review.reader import require_role
from workbench.snapshots import open_snapshot
from workbench.snapshots.pay.plans import plans_folder, plans_of
from workbench.sources.workspace import open_workspace

FACTORS = tuple(Decimal(percent) / 100 for percent in (80, 90, 100, 110, 120))
GROUPS = ("team", "region")


@dataclass(frozen=True)
class PlanLab(Lab):
    """Plans over a period, with the questions sales ops ask of them."""

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
