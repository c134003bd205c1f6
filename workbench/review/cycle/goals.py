"""What a goal lacks (SMART), whether a tree of goals adds up, and how far a goal has come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from workbench.i18n import Lang, message
from workbench.metrics.catalogue import CATALOGUE
from workbench.model.money import quotient
from workbench.store.goals import Goal

_SUMMED = ("money", "count")  # units whose targets add up; a rate's do not


@dataclass(frozen=True)
class Branch:
    """A goal with children: what they add up to against what it asks."""

    goal: Goal
    target: Decimal
    of_children: Decimal  # the sum of their targets in the same metric
    gap: Decimal  # target less that sum; above 0 something is not covered


def smart(goal: Goal, lang: Lang) -> list[str]:
    """Say what a goal lacks, in the order of the letters; nothing when it is SMART."""
    baseline, target = goal.number("baseline"), goal.number("target")
    lacks = {
        "specific": not goal.what.strip() or not goal.owner_id,
        "measurable": goal.metric not in CATALOGUE or target is None,
        "achievable": baseline is None or baseline == target,
        "relevant": goal.level != "company" and not goal.parent,
        "time-bound": goal.due_on is None,
    }
    return [message(f"smart-{letter}", lang) for letter, is_lacking in lacks.items() if is_lacking]


def branches(goals: Sequence[Goal]) -> list[Branch]:
    """Hold each goal's target against the sum of its children's in the same metric.

    Only what adds up is added: money and counts, not rates.
    """
    found = []
    for goal in goals:
        target = goal.number("target")
        children = [each for each in goals if each.parent == goal.goal]
        same = [each for each in children if each.metric == goal.metric]
        unit = CATALOGUE[goal.metric].unit if goal.metric in CATALOGUE else ""
        if target is None or not same or unit not in _SUMMED:
            continue
        summed = sum((each.number("target") or Decimal(0) for each in same), Decimal(0))
        found.append(Branch(goal, target, summed, target - summed))
    return found


def unserved(goals: Sequence[Goal]) -> list[Goal]:
    """List the goals of company and team that no goal below serves."""
    served = {goal.parent for goal in goals}
    return [goal for goal in goals if goal.level != "rep" and goal.goal not in served]


def progress(goal: Goal, values: Mapping[str, Decimal | None]) -> Decimal | None:
    """Give the share of the way from baseline to target; below 0 when it went the other way.

    Parameters
    ----------
    values
        The owner's figures by metric. A sum of money or a count without baseline starts at 0.

    Returns
    -------
    Decimal or None
        None when the metric, its value, target or baseline is unknown, or nothing is to be moved.
    """
    value, target = values.get(goal.metric), goal.number("target")
    baseline = goal.number("baseline")
    if baseline is None and goal.metric in CATALOGUE and CATALOGUE[goal.metric].unit in _SUMMED:
        baseline = Decimal(0)
    if value is None or target is None or baseline is None or target == baseline:
        return None
    return quotient(value - baseline, target - baseline)
