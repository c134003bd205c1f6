"""Goals as people set, change and close them: whose they are is told by the data."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from workbench.i18n import message
from workbench.review.cycle.goals import weight_lacking
from workbench.review.cycle.smart import smart
from workbench.review.led import led_by
from workbench.review.whom import rep_of
from workbench.store import Actor
from workbench.store.goals import Goal, goal_lines, goal_of, goals_of, save_goal

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk


def set_goal(desk: "Desk", actor: Actor, goal: Goal) -> Goal:
    """Keep a new goal.

    Raises
    ------
    RefusedError, ParameterError
        As `store.goals.save_goal`.
    """
    return save_goal(desk.store, actor, goal, led=_led(desk, actor, goal.period))


def amend_goal(
    desk: "Desk", actor: Actor, goal: str, changes: Mapping[str, Any], reason: str
) -> Goal:
    """Change a goal, or close it, with the reason; what is not among the changes stays.

    Raises
    ------
    UnknownNameError
        When there is no such goal, or it is not for the actor.
    RefusedError, ParameterError, ConflictError
        As `store.goals.save_goal`.
    """
    # In which period it is, and so who leads its owner then, the goal itself tells
    found = {each.goal: each.period for each in goal_lines(desk.store, actor)}
    led = _led(desk, actor, found[goal]) if goal in found else frozenset()
    kept = goal_of(desk.store, actor, goal, led=led)
    after = replace(kept, **changes, reason=reason)
    return save_goal(desk.store, actor, after, led=led)


def owner_of(desk: "Desk", level: str, told: str) -> str:
    """Find whose goal is meant: a rep by id or name in any case; teams and companies as written.

    Raises
    ------
    UnknownNameError
        When there is no such rep; offers the nearest.
    """
    return rep_of(desk.snapshot, told, desk.workspace.aliases) if level == "rep" else told


def lacking(desk: "Desk", actor: Actor, goal: Goal) -> list[str]:
    """Say what a goal lacks to be SMART, and what the owner's weights lack of 100."""
    told = smart(goal, desk.lang, desk.today, desk.workspace.currency)
    seen = goals_of(desk.store, actor, goal.period, led=_led(desk, actor, goal.period))
    beside = [each for each in seen if each.is_open and each.owner_id == goal.owner_id]
    n = weight_lacking(beside) if goal.weight else None
    if n:
        told.append(message("goal-weights-lack", desk.lang, owner=goal.owner_id, n=f"{n:f}"))
    return told


def _led(desk: "Desk", actor: Actor, period: str) -> frozenset[str]:
    if actor.role != "manager":
        return frozenset()
    return led_by(desk.snapshot, actor.person_id, desk.workspace.calendar.period(period))
