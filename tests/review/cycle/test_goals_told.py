"""How far a goal of several has come, and what is left open: exactly for who leads, else coarse."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from workbench.metrics.fact import Fact
from workbench.review.cycle.goal_tree import Tree
from workbench.store import Actor
from workbench.store.goals import Goal

DESK = SimpleNamespace(
    lang="en", today=date(2026, 9, 1), workspace=SimpleNamespace(currency="CNY")
)  # of a desk a goal asks no more
# Half of the six lie from 72 to 98, so sums are told in steps of 50
WON = {"ana": 61, "bo": 70, "cy": 80, "di": 90, "ed": 100, "flo": 207}  # 608 together
TOP = Goal(
    goal="top", period="2026-Q3", level="company", owner_id="ceo", what="Grow",
    metric="won_revenue", baseline="0", target="1000", due_on=date(2026, 9, 30),
)  # fmt: skip
ANA, MIA, KIM = Actor("ana", "rep"), Actor("mia", "manager"), Actor("kim", "manager")
HR, OPS = Actor("H", "hr"), Actor("O", "sales_ops")
EXACT, COARSE = (MIA, HR, OPS), (ANA, KIM)


def fact(rep, metric, value, unit="money", n=10):
    value = None if value is None else Decimal(value)
    return Fact("2026-Q3", rep, metric, "", "", value, unit, "CNY", None, None, n, None, None, "A",
                "", "")  # fmt: skip


def tree(actor, top=TOP, values=WON, targets=(100,) * 6):
    parts = [
        replace(top, goal=rep, parent="top", level="rep", owner_id=rep, target=str(target))
        for rep, target in zip(values, targets, strict=False)
    ]
    facts = {(rep, top.metric): fact(rep, top.metric, value) for rep, value in values.items()}
    led = frozenset(values) if actor is MIA else frozenset()
    return Tree(DESK, actor, led, [top], [top, *parts], facts)


def gap(actor, **made):
    return [each for each in tree(actor, **made).lacks(made.get("top", TOP)) if "below" in each]


@pytest.mark.parametrize("actor", EXACT, ids=str)
def test_who_leads_or_sees_everybody_reads_exactly(actor):
    assert tree(actor).way(TOP) == "60.8%"
    assert gap(actor, targets=(80, 130, 140, 150, 160, 117)) == [
        "the goals below leave ¥223 uncovered"
    ]


@pytest.mark.parametrize("actor", COARSE, ids=str)
def test_colleagues_and_other_managers_read_in_steps(actor):
    assert tree(actor).way(TOP) == "60%"
    # half of the targets lie from 120 to 148 apart: steps of 50
    assert gap(actor, targets=(80, 130, 140, 150, 160, 117)) == [
        "the goals below leave ¥200 uncovered"
    ]


@pytest.mark.parametrize("actor", COARSE, ids=str)
def test_a_gap_of_less_than_half_a_step_is_told_without_its_size(actor):
    top = replace(TOP, target="788")  # 11 more than the six have

    assert gap(actor, top=top, targets=(80, 130, 140, 150, 160, 117)) == [
        "the goals below do not cover it"
    ]


@pytest.mark.parametrize("actor", COARSE, ids=str)
def test_a_small_target_does_not_tell_the_sum(actor):
    top = replace(TOP, target="10")  # 608 of 10 would be 6080 % to the last unit

    assert tree(actor, top=top).way(top) == "6,000%"


def test_of_four_others_neither_progress_nor_gap_is_told():
    five = dict(list(WON.items())[:5])

    assert tree(ANA, values=five).way(TOP) == ""
    assert gap(ANA, values=five) == ["the goals below do not cover it"]
    assert tree(KIM, values=five).way(TOP) == "40%"  # 401 of five people


@pytest.mark.parametrize("actor", COARSE, ids=str)
def test_who_has_no_figure_hides_nobodys(actor):
    top = replace(TOP, metric="average_deal_size", target="100")
    known = dict.fromkeys(WON) | {"ana": 61, "bo": 70}

    assert tree(actor, top=top, values=known).way(top) == ""
    assert tree(HR, top=top, values=known).way(top) == "65.5%"
