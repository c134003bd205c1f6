"""One line of the tree of goals: its value, what it lacks, and who of several may read what.

Ana and Bo serve Mia's team goal with 60 and 40 of 200 asked; Kim leads neither.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from workbench.metrics.fact import Fact
from workbench.review.cycle.goal_tree import Tree, _row, _walked, way_text
from workbench.store import Actor
from workbench.store.goals import Goal

TEAM = Goal(
    goal="team", period="2026-Q3", parent="top", level="team", owner_id="North", what="North",
    metric="won_revenue", baseline="0", target="200", due_on=date(2026, 9, 30),
)  # fmt: skip
ANA = replace(TEAM, goal="a", parent="team", level="rep", owner_id="ana", what="A", target="100")
BO = replace(ANA, goal="b", owner_id="bo", what="B")
RATE = replace(TEAM, goal="rate", metric="win_rate", baseline="0.2", target="0.5")
MIA, KIM, REP = Actor("mia", "manager"), Actor("kim", "manager"), Actor("ana", "rep")
HR, OPS = Actor("H", "hr"), Actor("O", "sales_ops")
LED = frozenset({"ana", "bo", "North"})


def fact(rep, value, metric="won_revenue"):
    value = None if value is None else Decimal(value)
    return Fact("2026-Q3", rep, metric, "", "", value, "money", "CNY", None, None, 10, None, None,
                "A", "", "")  # fmt: skip


def tree(actor, values, goals=(TEAM, ANA, BO), seen=None, lang="en"):
    desk = SimpleNamespace(
        lang=lang, today=date(2026, 9, 1), workspace=SimpleNamespace(currency="CNY")
    )
    facts = {(rep, goals[0].metric): fact(rep, value, goals[0].metric)
             for rep, value in values.items()}  # fmt: skip
    led = LED if actor is MIA else frozenset()
    return Tree(desk, actor, led, goals if seen is None else seen, goals, facts)


BOTH = {"ana": "60", "bo": "40"}


@pytest.mark.parametrize(
    ("actor", "values", "value"),
    [
        (MIA, BOTH, "100"),
        (HR, BOTH, "100"),
        (KIM, BOTH, None),  # of two others
        (REP, BOTH, None),  # ana would learn what bo has
        (MIA, {"ana": "60"}, None),  # of bo nothing is known
        (MIA, {**BOTH, "North": "7"}, "7"),  # the owner's own figure goes before
        (KIM, {**BOTH, "North": "7"}, None),
        (REP, {**BOTH, "North": "7"}, None),
    ],
)
def test_a_team_goal_is_read_by_its_owner_else_by_all_who_serve_it(actor, values, value):
    found = tree(actor, values).value(TEAM)

    assert found == (None if value is None else Decimal(value))


def test_a_reps_own_goal_is_read_by_their_own_figure_whoever_may_see_it():
    assert tree(KIM, BOTH).value(ANA) == 60
    assert tree(REP, BOTH).way(ANA) == "60.0%"


@pytest.mark.parametrize(("actor", "told"), [(MIA, "50.0%"), (HR, "50.0%"), (KIM, ""), (REP, "")])
def test_the_way_of_two_is_told_to_who_leads_them_alone(actor, told):
    assert tree(actor, BOTH).way(TEAM) == told


def lacks(actor, goal=TEAM, **made):
    return tree(actor, BOTH, **made).lacks(goal)


def test_a_closed_goal_says_only_why_it_is():
    closed = replace(TEAM, state="closed", reason="Sold", due_on=None, target="")

    assert lacks(MIA, closed) == ["closed: Sold"]
    assert lacks(MIA, closed, lang="zh") == ["已关闭：Sold"]


def test_what_no_figure_can_reach_is_told_in_the_companys_currency():
    (told,) = lacks(MIA, replace(ANA, target="-5"))[:1]

    assert "¥0" in told


def test_what_those_below_cover_lacks_nothing():
    assert lacks(MIA) == []


@pytest.mark.parametrize(
    ("actor", "told"),
    [(MIA, "the goals below leave ¥40 uncovered"), (HR, "the goals below leave ¥40 uncovered"),
     (KIM, "the goals below do not cover it"), (REP, "the goals below do not cover it")],
)  # fmt: skip
def test_a_gap_of_two_is_told_to_the_unit_to_who_leads_them_alone(actor, told):
    less = (TEAM, replace(ANA, target="90"), replace(BO, target="70"))

    assert lacks(actor, goals=less) == [told]


def test_below_a_goal_of_a_rate_the_mean_is_told():
    ana = replace(RATE, goal="a", parent="rate", level="rep", owner_id="ana", target="0.4")
    parts = (ana, replace(ana, goal="b", owner_id="bo", target="0.3"))

    assert lacks(MIA, RATE, goals=(RATE, *parts)) == ["the goals below come to 35.0% on average"]


def test_a_goal_nobody_serves_says_so_and_a_reps_need_not_be_served():
    assert lacks(MIA, goals=(TEAM,)) == ["no goal serves it"]
    assert lacks(MIA, ANA) == []


def test_weights_below_a_hundred_are_told_to_who_may_see_all_of_the_owners_goals():
    light = replace(ANA, weight="60")
    every = (TEAM, light, replace(BO, weight="10"), replace(light, goal="c", weight="15"),
             replace(light, goal="d", weight="5", state="closed"))  # fmt: skip
    told = ["the weights of ana are 25 short of 100"]

    assert lacks(MIA, light, goals=every) == lacks(HR, light, goals=every) == told
    assert lacks(OPS, light, goals=every) == told
    assert lacks(REP, light, goals=every) == told  # the own ones
    assert lacks(KIM, light, goals=every) == []
    assert lacks(MIA, replace(light, weight=""), goals=every) == []  # weighs nothing itself
    whole = (TEAM, light, BO, replace(light, goal="c", weight="40"))
    assert lacks(MIA, light, goals=whole) == []


def test_numbers_are_written_in_the_unit_of_the_metric():
    made = tree(MIA, BOTH)

    assert made.written(TEAM, "200") == "¥200"
    assert made.written(RATE, "0.5") == "50.0%"
    assert made.written(replace(TEAM, metric="smiles"), "200") == "200"
    assert made.written(TEAM, "") == ""


def test_a_line_of_the_tree_by_eye():
    goal = replace(ANA, weight="100", baseline="")
    made = tree(MIA, BOTH, goals=(TEAM, goal, BO))

    assert _row(made, goal, 2) == [
        "› › A", "ana", "", "¥100", "100%", "2026-09-30", "60.0%",
        "Achievable: give today's value; the target has to differ from it", "a",
    ]  # fmt: skip
    bare = _row(made, replace(ANA, due_on=None, state="closed", reason="r"), 0)
    assert bare[4:8] == ["", "", "", "closed: r"]


def test_what_is_lacking_is_listed_as_each_language_lists():
    goal = replace(ANA, due_on=None, parent="")
    en, zh = (_row(tree(MIA, BOTH, goals=(TEAM, goal), lang=lang), goal, 0)[7]
              for lang in ("en", "zh"))  # fmt: skip

    assert en.count("; ") == 1
    assert zh.count("；") == 1


def test_goals_stand_below_what_they_serve_and_what_is_not_seen_leaves_them_at_the_top():
    low = replace(ANA, goal="low", parent="a")
    every = [BO, low, TEAM, ANA]

    assert [(goal.goal, depth) for goal, depth in _walked(every)] == [
        ("team", 0), ("b", 1), ("a", 1), ("low", 2)
    ]  # fmt: skip
    assert [(goal.goal, depth) for goal, depth in _walked([low, BO])] == [("low", 0), ("b", 0)]


@pytest.mark.parametrize(
    ("value", "others", "told"),
    [("0.35", 0, "50.0%"), ("0.1", 0, "0.0%, behind its start"), ("0.263", 5, "20%"),
     ("0.263", 0, "21.0%"), (None, 0, "")],
)  # fmt: skip
def test_how_far_a_goal_has_come_is_coarse_where_others_are_in_it(value, others, told):
    assert way_text(RATE, None if value is None else Decimal(value), "en", others) == told
