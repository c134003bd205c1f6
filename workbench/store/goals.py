"""Goals: who wants to move what from where to where until when, and which larger goal it serves."""

import uuid
from collections.abc import Collection, Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from sqlalchemy import Connection, insert, select, update

from workbench.errors import ParameterError, require_known
from workbench.i18n import error
from workbench.store.actor import Actor
from workbench.store.goal import WHOLE, Goal
from workbench.store.goal_rules import led_in, may_read_goal, require_set_goal, require_weight
from workbench.store.known_as import now_acting, now_known_as
from workbench.store.naming import conflict
from workbench.store.rules import require_part
from workbench.store.schema import goals
from workbench.store.store import Store

__all__ = ["LEVELS", "WHOLE", "Goal", "goal_lines", "goal_of", "goals_of", "save_goal"]

LEVELS = ("company", "team", "rep")
_NUMBERS = ("baseline", "target", "weight")


def save_goal(store: Store, actor: Actor, goal: Goal, *, led: Collection[str] = ()) -> Goal:
    """Keep a new goal, or a change of one with its reason; a closed goal changes no more.

    Parameters
    ----------
    led
        People and teams a manager leads, by the data; who keeps their reviews leads them too.

    Raises
    ------
    RefusedError
        When a rep sets another's goal, a manager one of another team's, anybody of them one of
        the company; for finance.
    ParameterError
        When a number is none, the weights of the owner's goals would come to more than 100, a
        change has no reason, or the parent does not exist, is closed or would be its own child.
    ConflictError
        When somebody changed the goal meanwhile.
    """
    require_known("level", [goal.level], LEVELS)
    require_part(actor, "goals")
    for name in _NUMBERS:
        _require_number(goal, name)
    with store.writing() as connection:
        _one_at_a_time(connection)
        known = {row.goal: _as_now(connection, row) for row in connection.execute(select(goals))}
        goal, acting = _owned_now(connection, goal), now_acting(connection, actor)
        before = known.get(goal.goal)
        _require_change(before, goal)
        whose = {*led, *led_in(connection, actor, goal.period)}
        for each in (before, goal):
            if each is not None:
                require_set_goal(acting, each, whose)
        _require_tree(goal, before, known)
        require_weight(connection, goal)
        kept = replace(goal, goal=goal.goal or uuid.uuid4().hex, version=goal.version + 1)
        _put(connection, before, kept)
        told = None if before is None else vars(before)
        store.note(connection, actor, "goal", kept.goal, before=told, after=vars(kept))
    return kept


def goals_of(store: Store, actor: Actor, period: str, *, led: Collection[str] = ()) -> list[Goal]:
    """List the goals of a period an actor may see: company's and team's, the own, and the led's.

    Parameters
    ----------
    led
        Whom a manager leads, by the data; who keeps their reviews leads them too.

    Raises
    ------
    RefusedError
        For finance.
    """
    require_part(actor, "goals")
    with store.reading() as connection:
        chosen = select(goals).where(goals.c.period == period).order_by(goals.c.goal)
        found = [_as_now(connection, row) for row in connection.execute(chosen)]
        whose = {*led, *led_in(connection, actor, period)}
        actor = now_acting(connection, actor)
    return [each for each in found if may_read_goal(actor, each, whose)]


def goal_of(store: Store, actor: Actor, goal: str, *, led: Collection[str] = ()) -> Goal:
    """Give one goal; UnknownNameError for one an actor may not see, as for one there is not."""
    require_part(actor, "goals")
    with store.reading() as connection:
        row = connection.execute(select(goals).where(goals.c.goal == goal)).one_or_none()
        found = None if row is None else _as_now(connection, row)
        whose = {*led, *(led_in(connection, actor, found.period) if found else ())}
        actor = now_acting(connection, actor)
    is_seen = found is not None and may_read_goal(actor, found, whose)
    require_known("goal", [goal], [goal] if is_seen else [])
    assert found is not None
    return found


def goal_lines(store: Store, actor: Actor) -> list[Goal]:
    """List all goals that hold, without their words and weights: for what they add up to.

    What is covered is so whoever looks; what of it may be told, who tells it decides.

    Raises
    ------
    RefusedError
        For finance.
    """
    require_part(actor, "goals")
    with store.reading() as connection:
        rows = connection.execute(select(goals).where(goals.c.state == "open")).all()
        found = [_as_now(connection, row) for row in rows]
    return [replace(each, what="", weight="", reason="") for each in found]


def _as_now(connection: Connection, row: Any) -> Goal:  # noqa: ANN401 (a row)
    """Tell a goal under the id its owner has now."""
    return _owned_now(connection, Goal(**row._mapping))


def _owned_now(connection: Connection, goal: Goal) -> Goal:
    return replace(goal, owner_id=now_known_as(connection, goal.owner_id))


def _one_at_a_time(connection: Connection) -> None:
    """Let two who weigh goals at once see each other's: SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("LOCK TABLE goal IN SHARE ROW EXCLUSIVE MODE")


def _put(connection: Connection, before: Goal | None, kept: Goal) -> None:
    if before is None:
        connection.execute(insert(goals).values(vars(kept)))
        return
    chosen = (goals.c.goal == kept.goal) & (goals.c.version == kept.version - 1)
    if connection.execute(update(goals).where(chosen).values(vars(kept))).rowcount != 1:
        raise conflict("refusal-goal-changed", before.what, before.version, what=before.what)


def _require_change(before: Goal | None, goal: Goal) -> None:
    if before is None:
        return
    if not before.is_open:
        raise error(ParameterError, "refusal-goal-closed", what=before.what, reason=before.reason)
    if not goal.reason.strip():
        raise error(ParameterError, "refusal-goal-reason", what=before.what)


def _require_number(goal: Goal, name: str) -> None:
    told = getattr(goal, name)
    try:
        is_number = not told or Decimal(told).is_finite()
    except InvalidOperation:
        is_number = False
    if not is_number:
        raise error(ParameterError, f"refusal-goal-{name}-number", what=goal.what, told=told)


def _require_tree(goal: Goal, before: Goal | None, known: Mapping[str, Goal]) -> None:
    above = goal.parent
    while above:
        if above == goal.goal or above not in known:
            raise error(ParameterError, "refusal-goal-serves", what=goal.what, parent=goal.parent)
        above = known[above].parent
    is_new = before is None or before.parent != goal.parent
    if goal.parent and is_new and not known[goal.parent].is_open:
        raise error(
            ParameterError, "refusal-goal-serves-closed", what=goal.what,
            parent=known[goal.parent].what,
        )  # fmt: skip
