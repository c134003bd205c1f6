"""Goals people set stand in the document: what they serve, what they weigh, how far they came."""

from dataclasses import replace
from datetime import date

import pytest

from workbench.errors import RefusedError, UnknownNameError
from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.goal_desk import amend_goal, lacking, owner_of, set_goal
from workbench.review.cycle.goal_tree import goal_tree_text
from workbench.review.review import open_review
from workbench.store import Actor
from workbench.store.goals import Goal, goal_of

DEALS = """
deal_id,rep_id,amount,is_closed,is_won,created_on,close_on
A,ana,60,true,true,2026-06-01,2026-08-01
B,ana,40,true,true,2026-06-01,2026-08-01
C,ana,10,true,false,2026-06-01,2026-08-01
D,ana,10,true,false,2026-06-01,2026-08-01
E,bo,50,true,true,2026-06-01,2026-08-01
"""
REPS = """
rep_id,name,manager_id,team
ana,Ana,mia,North
bo,Bo,mia,North
cyd,Cyd,kim,South
mia,Mia,,
kim,Kim,,
"""
OPS, ANA, BO = Actor("O", "sales_ops"), Actor("ana", "rep"), Actor("bo", "rep")
MIA, KIM = Actor("mia", "manager"), Actor("kim", "manager")
TEAM = Goal(
    period="2026-Q3", level="team", owner_id="North", what="Grow the north", metric="won_revenue",
    baseline="100", target="400", due_on=date(2100, 1, 1),
)  # fmt: skip
SOLD = replace(TEAM, level="rep", owner_id="ana", what="My part", target="200", weight="60")
RATE = replace(SOLD, what="Win more", metric="win_rate", baseline="0.6", target="0.8", weight="40")


@pytest.fixture
def desk(company):
    made = company(DEALS, reps=REPS)
    opened = open_desk(made.workspace, "en")
    yield opened
    opened.store.engine.dispose()


def document(desk, lang="en"):
    return open_review("ana", "", str(desk.workspace.folder), lang=lang, surface="document")


def line_of(text, name):
    return next(line for line in text.splitlines() if line.lstrip("› ").startswith(name))


def test_goals_stand_in_the_document_with_their_weighted_attainment(desk):
    top = set_goal(desk, OPS, TEAM)
    set_goal(desk, ANA, replace(SOLD, parent=top.goal))
    half = document(desk).section("goals").html
    assert "The weights are 40 short of 100" in half
    assert "Weighted attainment" not in half
    set_goal(desk, ANA, RATE)
    section = document(desk).section("goals")

    assert "serves: Grow the north" in section.html
    assert "¥100 → ¥200" in section.html
    assert "behind its start" in section.html  # 2 of 4 won, from 0.6
    # 100 of 200 is half, of 60; nothing of the way to 0.8, of 40
    assert "Weighted attainment" in section.html
    assert "30.0%" in section.html
    assert section.finding == "Neither goal is met"
    assert "加权达成" in document(desk, lang="zh").section("goals").html


def test_a_closed_goal_says_why_and_counts_no_more(desk):
    kept = set_goal(desk, ANA, replace(SOLD, weight=""))
    amend_goal(desk, ANA, kept.goal, {"state": "closed"}, "The product is withdrawn")
    section = document(desk).section("goals")

    assert "closed: The product is withdrawn" in section.html
    assert section.finding == "Every goal that was set is closed; the reasons stand below"


def test_only_who_leads_sets_and_amends(desk):
    kept = set_goal(desk, MIA, SOLD)
    set_goal(desk, MIA, TEAM)
    for goal in (SOLD, TEAM):
        with pytest.raises(RefusedError, match="does not lead"):
            set_goal(desk, KIM, goal)
    with pytest.raises(UnknownNameError):
        amend_goal(desk, KIM, kept.goal, {"target": "1"}, "Mine now")
    amend_goal(desk, MIA, kept.goal, {"target": "150"}, "Two accounts went")

    assert goal_of(desk.store, ANA, kept.goal).target == "150"
    assert owner_of(desk, "rep", "ANA") == "ana"
    with pytest.raises(UnknownNameError):
        owner_of(desk, "rep", "R13")


def test_what_is_lacking_is_said_when_a_goal_is_set(desk):
    kept = set_goal(desk, ANA, replace(SOLD, baseline="500", due_on=date(2020, 1, 1)))

    assert lacking(desk, ANA, kept) == [
        "Achievable: for “Won revenue” higher is better, and this goal asks for less than today",
        "Relevant: say which goal above it serves",
        "Time-bound: 2020-01-01 has passed; give a day still to come",
        "the weights of ana are 40 short of 100",
    ]


def test_gaps_are_counted_over_all_goals_though_a_reader_sees_a_part(desk):
    top = set_goal(desk, OPS, TEAM)
    set_goal(desk, ANA, replace(SOLD, parent=top.goal))
    set_goal(desk, BO, replace(SOLD, owner_id="bo", parent=top.goal, target="150", weight=""))
    period = desk.workspace.calendar.period("2026-Q3")

    told = goal_tree_text(desk, BO, period)
    assert "My part" in told
    assert told.count("My part") == 1  # the own one
    assert "no goal serves it" not in told
    assert "the goals below do not cover it" in line_of(told, "Grow the north")
    assert "37.5%" not in line_of(told, "Grow the north")  # of two people bo would tell ana's
    of_mia = goal_tree_text(desk, MIA, period)
    assert "the goals below leave ¥50 uncovered" in line_of(of_mia, "Grow the north")
    assert "37.5%" in line_of(of_mia, "Grow the north")  # 150 won of 400
    assert goal_tree_text(desk, KIM, period).count("My part") == 0


def test_the_tree_gives_no_share_to_a_goal_against_its_metric(desk):
    set_goal(desk, ANA, replace(SOLD, baseline="500000", target="400000"))
    line = line_of(goal_tree_text(desk, ANA, desk.workspace.calendar.period("2026-Q3")), "My part")

    assert "%" not in line.replace("60%", "")
    assert "higher is better" in line
