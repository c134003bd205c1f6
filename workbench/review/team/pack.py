"""The pack of a team meeting: one team, one period, one reader, and what the sections read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from workbench.errors import RefusedError
from workbench.i18n import Lang, error
from workbench.metrics.fact import Fact
from workbench.model.day import day_of
from workbench.model.period import Period
from workbench.review.cycle.answers import cycle_name
from workbench.review.cycle.desk import Desk
from workbench.review.team.figure import TeamFigure, Whose, facts_of
from workbench.review.team.figures import team_figures
from workbench.review.team.members import Team, chosen_team, has_part, teams
from workbench.review.team.once import once
from workbench.review.team.told import Figures, told_to_members
from workbench.snapshots import Snapshot, open_snapshot
from workbench.snapshots.facts import period_facts
from workbench.snapshots.some_facts import some_facts
from workbench.store import Actor
from workbench.store.cycles import list_cycles
from workbench.store.naming import actor_said
from workbench.store.registers import Line, lines_of

FIGURES = ("won_revenue", "effective_quota", "quota_attainment", "linear_pace", "seasonal_pace",
           "win_rate", "open_pipeline")  # fmt: skip
_EARLIER = ("won_revenue", "quota_attainment")
_BEFORE = 4  # quarters before this one that the course shows


@dataclass(frozen=True)
class Pack:
    """What a team meeting looks at; holds no figure of a single person."""

    desk: Desk
    snapshot: Snapshot
    period: Period
    team: Team
    actor: Actor

    @property
    def lang(self) -> Lang:
        """The language it is told in."""
        return self.desk.lang

    @cached_property
    def figures(self) -> Mapping[str, TeamFigure]:
        """The team's figures of the period."""
        found = period_facts(self.snapshot, self.desk.workspace, self.period)
        whose = self.team.whose
        deals = once(found.deals, whose.ids)
        facts = facts_of(found.facts, whose)
        return self._told(team_figures(facts, FIGURES, whose, deals), facts, whose)

    @cached_property
    def course(self) -> tuple[tuple[Period, Mapping[str, TeamFigure]], ...]:
        """The same team in the periods before, the earliest first, as it was made up then."""
        found: list[tuple[Period, Mapping[str, TeamFigure]]] = []
        space = self.desk.workspace
        period = space.calendar.preceding(self.period)
        while period is not None and len(found) < _BEFORE:
            team = teams(self.snapshot, space, period).get(self.team.name)
            if team is None:
                break
            facts = facts_of(some_facts(self.snapshot, space, period, _EARLIER), team.whose)
            figures = team_figures(facts, _EARLIER, team.whose)
            found.append((period, self._told(figures, facts, team.whose)))
            period = space.calendar.preceding(period)
        return tuple(reversed(found))

    def _told(self, figures: Figures, facts: Sequence[Fact], whose: Whose) -> Figures:
        """Tell a member's eyes less: one person's part is not to be read from the sum."""
        return told_to_members(figures, facts, whose) if self.actor.role == "rep" else figures

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Everybody's name by id."""
        rows = self.snapshot.table("reps").select(["rep_id", "name"]).to_pylist()
        return {row["rep_id"]: row["name"] for row in rows}

    @property
    def today(self) -> date:
        """The company's day it is, by the store's clock."""
        return self.desk.today

    def day_of(self, at: datetime) -> date:
        """Give the company's day of a time of the store."""
        return day_of(at, self.desk.workspace.time_zone)

    def lines(self, register: str) -> list[Line]:
        """List a register as the reader may see it: the team's lines, and those about nobody."""
        found = lines_of(self.desk.store, self.actor, register)
        return [line for line in found if not line.rep_id or line.rep_id in self.team.ids]

    def since_start(self, at: datetime | None) -> bool:
        """Whether something was said in this period or since."""
        return at is not None and self.day_of(at) >= self.period.start


def open_pack(desk: Desk, actor: Actor, team: str = "", period: str = "") -> Pack:
    """Open the pack of a team.

    Parameters
    ----------
    team
        Its name; "" takes the one the actor leads or is in.
    period
        "" takes the workspace's default period.

    Raises
    ------
    UnknownNameError, PeriodError, ParameterError
        When there is no such team or period.
    RefusedError
        For who has no part in that team.
    """
    space = desk.workspace
    span = space.calendar.period(period or space.default_period)
    snapshot = pinned_snapshot(desk, span)
    found = chosen_team(teams(snapshot, space, span), team, actor)
    if not has_part(actor, found):
        raise error(RefusedError, "refusal-team", who=actor_said(actor), team=found.name)
    return Pack(desk, snapshot, span, found, actor)


def pinned_snapshot(desk: Desk, period: Period) -> Snapshot:
    """Open the snapshot the period's cycle is pinned to, else the latest."""
    name = cycle_name(period.name, desk.workspace.template)
    for cycle in list_cycles(desk.store):
        if cycle.cycle == name:
            return open_snapshot(desk.workspace, cycle.as_of, cycle.snapshot)
    return desk.snapshot
