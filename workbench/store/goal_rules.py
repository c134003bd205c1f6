"""Who may read and set which goal, and what the goals of one owner may weigh together."""

from collections.abc import Collection
from decimal import Decimal

from sqlalchemy import Connection, or_, select

from workbench.errors import ParameterError, RefusedError
from workbench.i18n import error
from workbench.store.actor import Actor
from workbench.store.goal import WHOLE, Goal
from workbench.store.known_as import found_under, now_known_as
from workbench.store.naming import actor_said
from workbench.store.schema import cycles, goals, reviews


def led_in(connection: Connection, actor: Actor, period: str) -> set[str]:
    """Find whose reviews of a period a manager keeps, of record or handed over."""
    if actor.role != "manager":
        return set()
    ids = found_under(connection, actor.person_id)
    mine = or_(reviews.c.manager_id.in_(ids), reviews.c.delegate_id.in_(ids))
    found = select(reviews.c.rep_id).join(cycles, cycles.c.cycle == reviews.c.cycle)
    kept = connection.execute(found.where(cycles.c.period == period, mine)).scalars()
    return {now_known_as(connection, rep_id) for rep_id in kept}


def may_read_goal(actor: Actor, goal: Goal, led: Collection[str]) -> bool:
    """Whether a goal is for an actor: those of company and team are for all who take part.

    Parameters
    ----------
    led
        Whom a manager leads.
    """
    if goal.level != "rep" or actor.role in ("sales_ops", "hr"):
        return True
    return goal.owner_id == actor.person_id or (actor.role == "manager" and goal.owner_id in led)


def require_set_goal(actor: Actor, goal: Goal, led: Collection[str]) -> None:
    """Refuse to set another's goal: a rep sets the own, a manager also those of who is led."""
    if actor.role in ("sales_ops", "hr"):
        return
    who = actor_said(actor)
    if actor.role == "rep" and (goal.level != "rep" or goal.owner_id != actor.person_id):
        raise error(RefusedError, "refusal-goal-own", who=who)
    if goal.level == "company":
        raise error(RefusedError, "refusal-goal-company", who=who)
    if actor.role == "manager" and goal.owner_id not in {actor.person_id, *led}:
        raise error(
            RefusedError, "refusal-goal-others", who=who, owner=goal.owner_id, period=goal.period
        )


def require_weight(connection: Connection, goal: Goal) -> None:
    """Refuse a weight that is none, or more than the owner's other goals leave of 100."""
    weight = goal.number("weight")
    if weight is None or not goal.is_open:
        return
    if not 0 < weight <= WHOLE:
        raise error(ParameterError, "refusal-goal-weight", what=goal.what, weight=goal.weight)
    same = goals.c.owner_id.in_(found_under(connection, goal.owner_id)) & (
        goals.c.period == goal.period
    )
    others = same & (goals.c.state == "open") & (goals.c.goal != goal.goal)
    told = connection.execute(select(goals.c.weight).where(others)).scalars()
    left = WHOLE - sum((Decimal(each) for each in told if each), Decimal(0))
    if weight > left:
        raise error(
            ParameterError, "refusal-goal-weights", what=goal.what, weight=f"{weight:f}",
            owner=goal.owner_id, period=goal.period, left=f"{max(left, Decimal(0)):f}",
        )  # fmt: skip
