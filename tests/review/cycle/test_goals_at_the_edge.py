"""Goals where a figure stands just at its target, begins at nothing or has nobody below it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from workbench.review.cycle.goals import branches, is_behind, people_below, progress
from workbench.review.cycle.smart import smart
from workbench.store.goals import Goal

TODAY = date(2026, 10, 1)
TOP = Goal(
    goal="top", period="2026-Q4", level="company", owner_id="ceo", what="Grow revenue",
    metric="won_revenue", baseline="900", target="1000", due_on=date(2026, 12, 31),
)  # fmt: skip
LOST = replace(TOP, metric="lost_deals", baseline="8", target="0")
CALLS = replace(TOP, metric="calls", baseline="80", target="100")
OPEN = replace(TOP, metric="open_pipeline", baseline="100", target="200")
STUCK = replace(TOP, metric="stuck_share", baseline="0.4", target="0.2")


@pytest.mark.parametrize(
    ("goal", "value", "reached"),
    [
        (LOST, "0", "1"),  # none lost, as wanted
        (LOST, "2", "0"),
        (CALLS, "50", "0.5"),  # of calls neither more nor less is better; they are counted all same
        (replace(TOP, baseline="", target="1"), "1", "1"),
        (replace(TOP, baseline="", target="0"), "0", None),  # nothing is asked
        (replace(TOP, baseline="", target="-5"), "5", None),
        (OPEN, "150", "0.5"),  # of the way: what is open has no period to begin at 0 in
        (replace(OPEN, baseline=""), "50", "0.25"),  # of a sum no start is a start at nothing
    ],
)
def test_progress_at_the_edges(goal, value, reached):
    assert progress(goal, Decimal(value)) == (None if reached is None else Decimal(reached))


@pytest.mark.parametrize(
    ("goal", "value", "behind"),
    [
        (STUCK, "0.5", True),  # less is better
        (STUCK, "0.3", False),
        (STUCK, "0.4", False),  # where it began
        (replace(STUCK, target="0.6"), "0.3", False),  # against its metric: no way to be behind on
        (replace(OPEN, baseline=""), "50", False),  # no start to be behind
    ],
)
def test_behind_is_further_from_the_target_than_at_the_start(goal, value, behind):
    assert is_behind(goal, Decimal(value)) == behind


def test_a_goal_nobody_serves_has_nobody_below():
    assert people_below(TOP, [TOP]) == frozenset()


def test_the_companys_goal_serves_nothing_and_lacks_nothing():
    assert smart(TOP, "en", TODAY, "CNY") == []


@pytest.mark.parametrize(("top", "gap"), [(TOP, 400), (CALLS, -500)])
def test_a_goal_without_a_target_stops_none_behind_it(top, gap):
    mine = replace(top, goal="a", parent="top", level="rep", owner_id="ana", target="600")
    (branch,) = branches([replace(top, goal="vague", target=""), top, mine])

    assert branch.goal == top
    assert branch.gap == gap  # of what has no better side, as where more is better
    assert branch.parts == (Decimal(600),)
