"""What can be counted of leading a team: the team's spread, talks, reviews on time, promises kept.

Facts about who leads, no verdict. Of the members only their number and where their middle lies are
told, as `metrics.disclosure` allows.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.metrics.disclosure import Middle, middle_of
from workbench.metrics.fact import Fact
from workbench.model.period import Period
from workbench.review.cycle.answers import cycle_name
from workbench.review.growing.records import Days
from workbench.review.person import people
from workbench.review.team.figure import TeamFigure, Whose, facts_of
from workbench.review.team.figures import team_figures
from workbench.review.team.members import trees_of
from workbench.snapshots import Snapshot
from workbench.snapshots.facts import period_facts, reviewed
from workbench.sources.workspace import Workspace
from workbench.store import Actor, Store
from workbench.store.acts import in_time
from workbench.store.coaching.sessions import sessions_of
from workbench.store.cycles import list_cycles
from workbench.store.opening import store_of
from workbench.store.promises import promises_owned
from workbench.store.standing import standings

if TYPE_CHECKING:
    from workbench.review.brief import Brief

_SPREAD, _FORECAST = "quota_attainment", "forecast_bias"


@dataclass(frozen=True)
class Written:
    """What a store holds of leading in a period."""

    talks: int  # one-on-ones held with members
    reached: int  # members talked with
    on_time: int  # own steps in the members' reviews done by their day
    steps: int  # own steps done that had a day
    kept: int  # own promises due in the period and done
    due: int  # own promises due in the period: done, dropped, or open after their day


@dataclass(frozen=True)
class Leading:
    """What can be counted of leading a team in a period."""

    members: int  # the reps of the tree who are reviewed
    with_figure: int  # members whose attainment is known
    spread: Middle | None  # where the middle of it lies; None of fewer than five
    forecast: TeamFigure  # bias: forecast less what came, of what came
    written: Written | None  # None without a store


def leading_of(
    snapshot: Snapshot, workspace: Workspace, period: Period, rep_id: str, template: str
) -> Leading:
    """Count what somebody did as the one who leads.

    Parameters
    ----------
    rep_id
        A manager whose figures are those of the tree.
    template
        Whose cycle of the period tells which reviews were on time.
    """
    members = _members(snapshot, workspace, period, rep_id)
    whose = Whose(frozenset(members), rep_id)
    facts = facts_of(period_facts(snapshot, workspace, period).facts, whose)
    values = sorted(
        fact.value for fact in facts
        if fact.metric == _SPREAD and fact.rep_id in whose.ids and fact.value is not None
    )  # fmt: skip
    spread = middle_of(values, "ratio", len(values))
    return Leading(
        len(members), len(values), spread, _forecast(facts, whose),
        _written(workspace, Days.of(period, snapshot.as_of, workspace.zone), rep_id, members,
                 cycle_name(period.name, template)),
    )  # fmt: skip


def own_leading(review: "Brief") -> Leading:
    """Count what the rep of a review did as the one who leads."""
    return leading_of(
        review.snapshot, review.workspace, review.period, review.rep.rep_id, review.template.name
    )


def _members(
    snapshot: Snapshot, workspace: Workspace, period: Period, rep_id: str
) -> Sequence[str]:
    everybody = people(snapshot, period, workspace.manager_scope)
    asked = (everybody[each] for each in reviewed(snapshot, workspace, period))
    trees = trees_of([each for each in asked if not each.has_team_scope], everybody)
    return sorted(trees.get(rep_id, ()))


def _forecast(facts: Sequence[Fact], whose: Whose) -> TeamFigure:
    """Give the bias of the own forecasts of the team, else that of the members' added up."""
    own = team_figures(facts, (_FORECAST,), whose)[_FORECAST]
    if own.value is not None or own.reason == "too_few_people":
        return own
    return team_figures(facts, (_FORECAST,), replace(whose, lead=""))[_FORECAST]


def _written(
    workspace: Workspace, days: Days, rep_id: str, members: Sequence[str], cycle: str
) -> Written | None:
    if not workspace.has_store:
        return None
    store = store_of(workspace)
    try:
        return written_of(store, days, rep_id, members, cycle)
    finally:
        store.engine.dispose()


def written_of(
    store: Store, days: Days, rep_id: str, members: Sequence[str], cycle: str
) -> Written:
    """Count the same in a store that is open.

    Whoever reads the document: what is counted is what this manager did, and no words are read.
    """
    actor = Actor(rep_id, "manager")
    held = [
        member
        for member in members
        for each in sessions_of(store, actor, member)
        if each.state == "held" and days.hold(each.ended_at)
    ]
    is_open = cycle in {each.cycle for each in list_cycles(store)}
    found = standings(store, actor, cycle) if is_open else []
    on_time, steps = in_time([act for each in found for act in each.acts_of(actor)], days.zone)
    mine = [
        each for each in promises_owned(store, actor)
        if each.due_on is not None and days.start <= each.due_on < days.end
    ]  # fmt: skip
    kept = sum(each.state == "done" for each in mine)
    return Written(len(held), len(set(held)), on_time, steps, kept, len(mine))
