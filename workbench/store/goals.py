"""Goals: who wants to move what from where to where until when, and which larger goal it serves."""

import uuid
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation

from sqlalchemy import insert, select, update

from workbench.errors import ConflictError, ParameterError, RefusedError, require_known
from workbench.store.actor import Actor
from workbench.store.rules import require_part
from workbench.store.schema import goals
from workbench.store.store import Store

LEVELS = ("company", "team", "rep")
_NUMBERS = ("baseline", "target", "weight")


@dataclass(frozen=True, kw_only=True)
class Goal:
    """One goal. Numbers are decimals as text; "" where none is given."""

    goal: str = ""  # its id; "" before it is kept
    period: str
    parent: str = ""  # the id of the goal it serves; "" at the top
    level: str = "rep"
    owner_id: str
    what: str
    metric: str = ""
    baseline: str = ""
    target: str = ""
    weight: str = ""
    due_on: date | None = None
    version: int = 0

    def number(self, name: str) -> Decimal | None:
        """Read baseline, target or weight; None where none is given."""
        told: str = getattr(self, name)
        return Decimal(told) if told else None


def save_goal(store: Store, actor: Actor, goal: Goal) -> Goal:
    """Keep a new goal, or a change of one; company and team goals are for those who lead.

    Raises
    ------
    RefusedError
        When a rep sets another's goal, or one of a team or the company; for finance.
    ParameterError
        When a number is none, or the parent does not exist or would be its own child.
    ConflictError
        When somebody changed the goal meanwhile.
    """
    require_known("level", [goal.level], LEVELS)
    require_part(actor, "goals")
    if actor.role == "rep" and (goal.level != "rep" or goal.owner_id != actor.person_id):
        raise RefusedError(f"{actor.person_id} (rep) sets own goals only.")
    for name in _NUMBERS:
        _require_number(goal, name)
    with store.writing() as connection:
        known = {row.goal: row.parent for row in connection.execute(select(goals))}
        before = connection.execute(select(goals).where(goals.c.goal == goal.goal)).one_or_none()
        if before is not None and actor.role == "rep" and before.owner_id != actor.person_id:
            raise RefusedError(f"{actor.person_id} (rep) sets own goals only.")
        _require_tree(goal, known)
        kept = replace(goal, goal=goal.goal or uuid.uuid4().hex, version=goal.version + 1)
        if before is None:
            connection.execute(insert(goals).values(vars(kept)))
        else:
            chosen = (goals.c.goal == goal.goal) & (goals.c.version == goal.version)
            changed = connection.execute(update(goals).where(chosen).values(vars(kept)))
            if changed.rowcount != 1:
                raise ConflictError(f"Somebody changed {goal.what!r}.", before.what, before.version)
        told = None if before is None else dict(before._mapping)
        store.note(connection, actor, "goal", kept.goal, before=told, after=vars(kept))
    return kept


def goals_of(store: Store, actor: Actor, period: str) -> list[Goal]:
    """List the goals of a period an actor may see: a rep's own and those above, others all.

    Raises
    ------
    RefusedError
        For finance.
    """
    require_part(actor, "goals")
    with store.reading() as connection:
        chosen = select(goals).where(goals.c.period == period).order_by(goals.c.goal)
        found = [Goal(**row._mapping) for row in connection.execute(chosen)]
    if actor.role != "rep":
        return found
    return [each for each in found if each.level != "rep" or each.owner_id == actor.person_id]


def _require_number(goal: Goal, name: str) -> None:
    told = getattr(goal, name)
    try:
        is_number = not told or Decimal(told).is_finite()
    except InvalidOperation:
        is_number = False
    if not is_number:
        raise ParameterError(f"The {name} of {goal.what!r} is {told!r}; write a number, as 120000.")


def _require_tree(goal: Goal, parents: dict[str, str]) -> None:
    above = goal.parent
    while above:
        if above == goal.goal or above not in parents:
            raise ParameterError(
                f"{goal.what!r} cannot serve goal {goal.parent!r}; choose another."
            )
        above = parents[above]
