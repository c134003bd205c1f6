"""Whether a tree of goals adds up, and how far a goal has come."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from workbench.metrics.aims import adds_up
from workbench.metrics.catalogue import CATALOGUE
from workbench.metrics.possible import adds_over_people
from workbench.model.money import quotient
from workbench.review.cycle.smart import is_against
from workbench.store.goal import WHOLE, Goal

_FULL, _NOTHING = Decimal(1), Decimal(0)


@dataclass(frozen=True)
class Branch:
    """A goal with children: what they come to against what it asks."""

    goal: Goal
    target: Decimal
    of_children: Decimal  # their targets in the same metric: the sum, or the mean of what adds not
    gap: Decimal  # above 0 something is not covered, whichever way the figure is to move
    is_sum: bool
    owners: frozenset[str]  # whose targets make it
    parts: tuple[Decimal, ...]  # those targets


def branches(goals: Sequence[Goal]) -> list[Branch]:
    """Hold each goal's target against its children's in the same metric and period.

    What adds over people is added: money and counts. Rates, sizes and days are averaged.
    """
    found, below = [], _below(goals)
    for goal in goals:
        target = goal.number("target")
        told = [(each.owner_id, value) for each in below.get(_place(goal), ())
                if (value := each.number("target")) is not None]  # fmt: skip
        if target is None or not told or goal.metric not in CATALOGUE:
            continue
        is_sum = adds_over_people(goal.metric)
        total = sum((value for _who, value in told), _NOTHING)
        come = total if is_sum else quotient(total, len(told))
        gap = come - target if CATALOGUE[goal.metric].direction < 0 else target - come
        owners = frozenset(who for who, _value in told)
        parts = tuple(value for _who, value in told)
        found.append(Branch(goal, target, come, gap, is_sum, owners, parts))
    return found


def unserved(goals: Sequence[Goal]) -> list[Goal]:
    """List the goals of company and team that no goal below serves."""
    served = {goal.parent for goal in goals}
    return [goal for goal in goals if goal.level != "rep" and goal.goal not in served]


def people_below(goal: Goal, goals: Sequence[Goal]) -> frozenset[str]:
    """Name the reps whose goals serve one in the same metric, directly or through others."""
    below, found, open_ = _below(goals), set(), [goal]
    while open_:
        for each in below.get(_place(open_.pop()), ()):
            if each.level == "rep":
                found.add(each.owner_id)
            else:
                open_.append(each)
    return frozenset(found)


def progress(goal: Goal, value: Decimal | None) -> Decimal | None:
    """Give how far a goal is reached by the owner's figure; 1 is in full.

    What is counted or summed over the period begins at 0, wherever the last period ended: it is
    figure by target, and target by figure where lower is better. Everything else is the share of
    the way from baseline to target, from 0 to 1: further back than the start is 0.

    Returns
    -------
    Decimal or None
        None when metric, value, target or a needed baseline is unknown, nothing is to be moved, or
        the goal goes against its metric.
    """
    target = goal.number("target")
    if goal.metric not in CATALOGUE or value is None or target is None or is_against(goal):
        return None
    return _of_target(goal, value, target) if adds_up(goal.metric) else _way(goal, value, target)


def is_behind(goal: Goal, value: Decimal | None) -> bool:
    """Whether a figure stands further from its target than when the goal was set."""
    baseline, target = goal.number("baseline"), goal.number("target")
    is_told = progress(goal, value) is not None and value is not None
    if not is_told or adds_up(goal.metric) or baseline is None or target is None:
        return False
    assert value is not None
    return (value - baseline) * (target - baseline) < 0


def weight_lacking(goals: Iterable[Goal]) -> Decimal | None:
    """Say what the weights of one owner's goals lack of 100; None where nothing is weighed."""
    told = [weight for goal in goals if (weight := goal.number("weight")) is not None]
    return WHOLE - sum(told, _NOTHING) if told else None


def _below(goals: Sequence[Goal]) -> dict[tuple[str, str, str], list[Goal]]:
    """Give who serves a goal in its metric and period, by what `_place` gives of it."""
    found: dict[tuple[str, str, str], list[Goal]] = {}
    for each in goals:
        found.setdefault((each.parent, each.metric, each.period), []).append(each)
    return found


def _place(goal: Goal) -> tuple[str, str, str]:
    return goal.goal, goal.metric, goal.period


def _of_target(goal: Goal, value: Decimal, target: Decimal) -> Decimal | None:
    if CATALOGUE[goal.metric].direction < 0:
        return _FULL if value <= target else max(quotient(target, value), _NOTHING)
    return max(quotient(value, target), _NOTHING) if target > 0 else None


def _way(goal: Goal, value: Decimal, target: Decimal) -> Decimal | None:
    baseline = goal.number("baseline")
    if baseline is None and adds_over_people(goal.metric):
        baseline = _NOTHING
    if baseline is None or baseline == target:
        return None
    return min(max(quotient(value - baseline, target - baseline), _NOTHING), _FULL)
