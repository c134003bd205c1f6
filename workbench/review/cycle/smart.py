"""What a goal lacks to be SMART: told when it is set and in the tree, and refused by nothing."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from workbench.errors import Said
from workbench.i18n import Lang, said, told
from workbench.metrics.catalogue import CATALOGUE
from workbench.metrics.possible import bounds, is_possible
from workbench.page.number import value_text
from workbench.store.goal import Goal


def smart(goal: Goal, lang: Lang, today: date, currency: str = "") -> list[str]:
    """Say what a goal lacks, in the order of the letters; nothing when it is SMART.

    Parameters
    ----------
    today
        The company's day: what is due on it or later is still to come.
    """
    return [told(each, lang) for each in _lacks(goal, lang, today, currency)]


def is_against(goal: Goal) -> bool:
    """Whether a goal wants a figure to move to its worse side."""
    baseline, target = goal.number("baseline"), goal.number("target")
    if goal.metric not in CATALOGUE or baseline is None or target is None:
        return False
    return (target - baseline) * CATALOGUE[goal.metric].direction < 0


def _lacks(goal: Goal, lang: Lang, today: date, currency: str) -> Iterator[Said]:
    if not goal.what.strip() or not goal.owner_id:
        yield said("smart-specific")
    if goal.metric not in CATALOGUE or goal.number("target") is None:
        yield said("smart-measurable")
    yield from _unachievable(goal, lang, currency)
    if goal.level != "company" and not goal.parent:
        yield said("smart-relevant")
    if goal.due_on is None:
        yield said("smart-time-bound")
    elif goal.due_on < today:
        yield said("smart-past", day=goal.due_on.isoformat())


def _unachievable(goal: Goal, lang: Lang, currency: str) -> Iterator[Said]:
    told = goal.number("baseline"), goal.number("target")
    if told[0] is None or told[0] == told[1]:
        yield said("smart-achievable")
    for value in told:
        if value is not None and not is_possible(goal.metric, value):
            yield _impossible(goal.metric, value, lang, currency)
    if is_against(goal):
        better = "higher" if CATALOGUE[goal.metric].direction > 0 else "lower"
        yield said(f"smart-direction-{better}", metric=said(goal.metric))


def _impossible(metric: str, value: Decimal, lang: Lang, currency: str) -> Said:
    """Say between what a figure lies, written as people read it and as it is typed."""
    low, high = bounds(metric)
    unit = CATALOGUE[metric].unit
    ends = {
        name: "" if end is None else value_text(end, unit, currency, lang)
        for name, end in (("low", low), ("high", high))
    }
    kind = "-".join(name for name, end in ends.items() if end)
    given = {name: end for name, end in ends.items() if end}
    return said(f"smart-possible-{kind}", metric=said(metric), value=f"{value:f}", **given)
