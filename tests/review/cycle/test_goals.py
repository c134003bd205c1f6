"""Goals: what they lack, whether they add up, how far they have come."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import ConflictError, ParameterError, RefusedError
from workbench.review.cycle.goals import branches, progress, smart, unserved
from workbench.store import Actor
from workbench.store.goals import Goal, goals_of, save_goal

OPS, ANA = Actor("O", "sales_ops"), Actor("ana", "rep")
TOP = Goal(
    goal="top", period="2026-Q4", level="company", owner_id="ceo", what="Grow revenue",
    metric="won_revenue", baseline="900", target="1000", due_on=date(2026, 12, 31),
)  # fmt: skip
MINE = replace(TOP, goal="a", parent="top", level="rep", owner_id="ana", target="600")


@pytest.mark.parametrize(
    ("change", "letter"),
    [
        ({}, None),
        ({"what": " "}, "Specific"),
        ({"metric": ""}, "Measurable"),
        ({"target": ""}, "Measurable"),
        ({"baseline": ""}, "Achievable"),
        ({"baseline": "600"}, "Achievable"),
        ({"parent": ""}, "Relevant"),
        ({"due_on": None}, "Time-bound"),
    ],
)
def test_each_letter_says_what_is_missing(change, letter):
    told = smart(replace(MINE, **change), "en")

    assert [line.partition(":")[0] for line in told] == ([letter] if letter else [])
    assert len(smart(replace(MINE, **change), "zh")) == len(told)


def test_children_are_held_against_their_parent():
    bo = replace(MINE, goal="b", owner_id="bo", target="250")
    (branch,) = branches([TOP, MINE, bo])

    assert (branch.of_children, branch.gap) == (850, 150)


def test_rates_are_not_added():
    rate = {"metric": "win_rate", "baseline": "0.3", "target": "0.4"}

    assert branches([replace(TOP, **rate), replace(MINE, **rate)]) == []


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=20))
def test_gap_and_children_make_the_parent(targets):
    children = [replace(MINE, goal=str(n), target=str(t)) for n, t in enumerate(targets)]
    (branch,) = branches([TOP, *children])

    assert branch.of_children + branch.gap == branch.target
    assert branch.of_children == sum(targets)


def test_a_strategy_line_nobody_serves_is_shown():
    other = replace(TOP, goal="other", what="Open a region")

    assert unserved([TOP, other, MINE]) == [other]


def test_progress_is_the_way_from_baseline_to_target():
    assert progress(TOP, {"won_revenue": Decimal(950)}) == Decimal("0.5")
    assert progress(TOP, {"won_revenue": Decimal(850)}) == Decimal("-0.5")
    assert progress(TOP, {"won_revenue": None}) is None
    assert progress(replace(TOP, baseline=""), {"won_revenue": Decimal(500)}) == Decimal("0.5")
    lower = replace(TOP, metric="past_due_share", baseline="0.2", target="0.1")
    assert progress(lower, {"past_due_share": Decimal("0.1")}) == 1


def test_goals_are_kept_and_a_rep_sets_and_sees_the_own(store):
    top = save_goal(store, OPS, replace(TOP, goal=""))
    mine = save_goal(store, ANA, replace(MINE, goal="", parent=top.goal))
    save_goal(store, OPS, replace(MINE, goal="", parent=top.goal, owner_id="bo"))

    assert {each.owner_id for each in goals_of(store, ANA, "2026-Q4")} == {"ceo", "ana"}
    for stolen in (replace(mine, owner_id="bo"), replace(top, target="1")):
        with pytest.raises(RefusedError):
            save_goal(store, ANA, stolen)
    save_goal(store, OPS, replace(mine, target="700"))
    with pytest.raises(ConflictError):
        save_goal(store, ANA, replace(mine, target="500"))


def test_a_goal_does_not_serve_itself_and_numbers_are_numbers(store):
    top = save_goal(store, OPS, replace(TOP, goal=""))
    mine = save_goal(store, OPS, replace(MINE, goal="", parent=top.goal))

    with pytest.raises(ParameterError, match="cannot serve"):
        save_goal(store, OPS, replace(top, parent=mine.goal))
    with pytest.raises(ParameterError, match="cannot serve"):
        save_goal(store, OPS, replace(MINE, goal="", parent="nowhere"))
    with pytest.raises(ParameterError, match="write a number"):
        save_goal(store, OPS, replace(MINE, goal="", parent=top.goal, target="a lot"))
