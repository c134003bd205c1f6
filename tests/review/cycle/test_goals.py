"""Goals: what they lack, whether they add up, how far they have come."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.review.cycle.goals import (
    branches,
    is_behind,
    people_below,
    progress,
    unserved,
    weight_lacking,
)
from workbench.review.cycle.smart import smart
from workbench.store.goals import Goal

TODAY = date(2026, 10, 1)
TOP = Goal(
    goal="top", period="2026-Q4", level="company", owner_id="ceo", what="Grow revenue",
    metric="won_revenue", baseline="900", target="1000", due_on=date(2026, 12, 31),
)  # fmt: skip
MINE = replace(TOP, goal="a", parent="top", level="rep", owner_id="ana", baseline="500",
               target="600")  # fmt: skip
RATE = {"metric": "win_rate", "baseline": "0.3", "target": "0.4"}
STUCK = {"metric": "stuck_share", "baseline": "0.4", "target": "0.2"}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, None),
        ({"what": " "}, "Specific"),
        ({"metric": ""}, "Measurable"),
        ({"target": ""}, "Measurable"),
        ({"baseline": ""}, "Achievable"),
        ({"baseline": "600"}, "Achievable"),
        ({"target": "400"}, "Achievable: for “Won revenue” higher is better"),
        (STUCK, None),
        ({**STUCK, "target": "0.5"}, "Achievable: for “Stuck share” lower is better"),
        (
            {**RATE, "target": "40"},
            "Achievable: “Win rate” lies between 0.0% and 100.0%, so it",
        ),
        ({"baseline": "-5"}, "Achievable: “Won revenue” is never below ¥0, so it cannot be -5"),
        (
            {"metric": "nps", "baseline": "20", "target": "101"},
            "Achievable: “Net promoter score” lies",
        ),
        ({"parent": ""}, "Relevant"),
        ({"due_on": None}, "Time-bound"),
        ({"due_on": date(2026, 9, 30)}, "Time-bound: 2026-09-30 has passed"),
        ({"due_on": TODAY}, None),
    ],
)
def test_each_letter_says_what_is_missing(change, told):
    found = smart(replace(MINE, **change), "en", TODAY, "CNY")

    assert len(found) == (told is not None), found
    assert told is None or found[0].casefold().startswith(told.casefold())
    assert len(smart(replace(MINE, **change), "zh", TODAY, "CNY")) == len(found)


def test_children_are_held_against_their_parent():
    bo = replace(MINE, goal="b", owner_id="bo", target="250")
    (branch,) = branches([TOP, MINE, bo])

    assert (branch.of_children, branch.gap, branch.owners) == (850, 150, {"ana", "bo"})


@pytest.mark.parametrize(
    ("change", "others", "come", "gap"),
    [
        (RATE, "0.2", Decimal("0.3"), Decimal("0.1")),  # (0.4 + 0.2) / 2, and no 0.6
        (STUCK, "0.4", Decimal("0.3"), Decimal("0.1")),  # lower is better: 0.3 is not 0.2 yet
        ({"metric": "average_deal_size"}, "1000", Decimal(1000), Decimal(0)),  # no sum of sizes
    ],
)
def test_what_does_not_add_is_averaged_and_held_by_its_direction(change, others, come, gap):
    top = replace(TOP, **change)
    mine = replace(top, goal="a", parent="top", level="rep", owner_id="ana")
    bo = replace(mine, goal="b", owner_id="bo", target=others)
    (branch,) = branches([top, mine, bo])

    assert (branch.of_children, branch.gap, branch.is_sum) == (come, gap, False)


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=20))
def test_gap_and_children_make_the_parent(targets):
    children = [replace(MINE, goal=str(n), target=str(t)) for n, t in enumerate(targets)]
    (branch,) = branches([TOP, *children])

    assert branch.of_children + branch.gap == branch.target
    assert branch.of_children == sum(targets)


def test_a_strategy_line_nobody_serves_is_shown():
    other = replace(TOP, goal="other", what="Open a region")

    assert unserved([TOP, other, MINE]) == [other]


def test_who_serves_a_goal_is_found_through_the_teams():
    team = replace(TOP, goal="t", parent="top", level="team", owner_id="mia")
    cyd = replace(MINE, goal="c", parent="t", owner_id="cyd")
    other = replace(MINE, goal="o", owner_id="bo", metric="won_deals")

    assert people_below(TOP, [TOP, team, MINE, cyd, other]) == {"ana", "cyd"}


@pytest.mark.parametrize(
    ("change", "value", "reached"),
    [
        ({}, "950", "0.95"),  # a sum begins at 0, wherever last year ended
        ({}, "300", "0.3"),  # and never at (300 - 900) / 100 = -600 %
        ({}, "-20", "0"),
        ({"baseline": ""}, "500", "0.5"),
        ({"baseline": "1200"}, "0", None),  # against its metric: no 1200 / 200 = 600 %
        ({"metric": "lost_deals", "baseline": "8", "target": "4"}, "1", "1"),
        ({"metric": "lost_deals", "baseline": "8", "target": "4"}, "5", "0.8"),
        (RATE, "0.35", "0.5"),
        (RATE, "0.2", "0"),
        (RATE, "0.9", "1"),
        (STUCK, "0.3", "0.5"),
        ({**RATE, "baseline": ""}, "0.3", None),
        ({**RATE, "baseline": "0.4"}, "0.4", None),
        ({"metric": ""}, "950", None),
    ],
)
def test_progress_is_of_the_target_or_of_the_way(change, value, reached):
    found = progress(replace(TOP, **change), Decimal(value))

    assert found == (None if reached is None else Decimal(reached))
    assert progress(replace(TOP, **change), None) is None


def test_further_back_than_the_start_is_said():
    rate = replace(TOP, **RATE)

    assert is_behind(rate, Decimal("0.2"))
    assert not is_behind(rate, Decimal("0.3"))
    assert not is_behind(TOP, Decimal(300))  # a sum begins at 0


def test_weights_lack_what_is_not_given_of_100():
    assert weight_lacking([MINE]) is None
    assert weight_lacking([replace(MINE, weight="60"), MINE]) == 40
    assert weight_lacking([replace(MINE, weight="60"), replace(MINE, weight="40")]) == 0
