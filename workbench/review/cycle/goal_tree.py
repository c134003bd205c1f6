"""Goals under what they serve: how far each has come, and what is not covered."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.i18n import Lang, message, share
from workbench.model.period import Period
from workbench.review.cycle.goals import branches, progress, smart, unserved
from workbench.review.cycle.listing import listing
from workbench.snapshots.facts import period_facts
from workbench.store import Actor
from workbench.store.goals import Goal, goals_of

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk

_HEADS = ("goal", "owner", "from", "to", "due", "progress", "lacking", "id")


def goal_tree_text(desk: "Desk", actor: Actor, period: Period) -> str:
    """Write the goals an actor may see, each below the one it serves.

    Progress is known of goals of reps, from their own figures; "lacking" says what is not SMART,
    what the goals below leave uncovered, and that nobody serves a line.
    """
    found = goals_of(desk.store, actor, period.name)
    values = _values(desk, period)
    lacks = _lacks(found, desk.lang)
    rows = [
        [
            "› " * depth + goal.what, goal.owner_id, goal.baseline, goal.target,
            "" if goal.due_on is None else goal.due_on.isoformat(),
            _share(progress(goal, values.get(goal.owner_id, {})), desk.lang),
            "; ".join(lacks[goal.goal]), goal.goal,
        ]
        for goal, depth in _walked(found)
    ]  # fmt: skip
    return listing([message(f"goal-{name}", desk.lang) for name in _HEADS], rows)


def _walked(goals: Sequence[Goal], parent: str = "", depth: int = 0) -> Iterator[tuple[Goal, int]]:
    known = {goal.goal for goal in goals}
    for goal in goals:
        above = goal.parent if goal.parent in known else ""
        if above == parent:
            yield goal, depth
            yield from _walked(goals, goal.goal, depth + 1)


def _lacks(goals: Sequence[Goal], lang: Lang) -> dict[str, list[str]]:
    lacks = {goal.goal: smart(goal, lang) for goal in goals}
    for branch in branches(goals):
        if branch.gap > 0:
            lacks[branch.goal.goal].append(message("goal-gap", lang, gap=f"{branch.gap:f}"))
    for goal in unserved(goals):
        lacks[goal.goal].append(message("goal-unserved", lang))
    return lacks


def _values(desk: "Desk", period: Period) -> dict[str, dict[str, Decimal | None]]:
    facts = period_facts(desk.snapshot, desk.workspace, period).facts
    values: dict[str, dict[str, Decimal | None]] = {}
    for row in facts.select(["rep_id", "metric", "by", "value"]).to_pylist():
        if not row["by"]:
            values.setdefault(row["rep_id"], {})[row["metric"]] = row["value"]
    return values


def _share(value: Decimal | None, lang: Lang) -> str:
    return "" if value is None else share(value, lang)
