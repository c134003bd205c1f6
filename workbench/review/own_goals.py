"""The goals people set for one rep, with what each serves, as a reader may see them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.store import Actor, Store
from workbench.store.goal import Goal
from workbench.store.goals import goals_of
from workbench.store.known_as import now_known_as
from workbench.store.opening import store_of
from workbench.store.rules import takes_part

if TYPE_CHECKING:
    from workbench.review.rep_period import RepPeriod


@dataclass(frozen=True)
class OwnGoals:
    """Goals of one rep in a period; empty where none was set."""

    goals: tuple[Goal, ...] = ()  # those that hold first, the heaviest first
    served: Mapping[str, str] = field(default_factory=dict)  # the words of what they serve, by id


def own_goals(review: "RepPeriod") -> OwnGoals:
    """Read the goals of a review's rep.

    Who leads the rep in the period sees them; who is only above, and who has no part, sees none.
    """
    reader, rep = review.reader, review.rep
    if not review.has_store or not takes_part(reader):
        return OwnGoals()
    led = {rep.rep_id} if reader.person_id == rep.manager_id else set[str]()
    store = store_of(review.workspace)
    try:
        return read_own_goals(store, reader, rep.rep_id, review.period.name, led)
    finally:
        store.engine.dispose()


def read_own_goals(
    store: Store, actor: Actor, rep_id: str, period: str, led: Collection[str] = ()
) -> OwnGoals:
    """Read the same from a store that is open."""
    found = goals_of(store, actor, period, led=led)
    now = now_known_as(store.engine, rep_id)  # under which the store tells them
    mine = sorted((each for each in found if each.owner_id == now), key=_order)
    above = {each.parent for each in mine}
    return OwnGoals(tuple(mine), {each.goal: each.what for each in found if each.goal in above})


def _order(goal: Goal) -> tuple[object, ...]:
    return not goal.is_open, -(goal.number("weight") or 0), goal.what, goal.goal
