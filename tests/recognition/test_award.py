"""The rule of an award: who is proposed, who is not eligible and why, and that it comes out again."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.metrics.recognition.award import Entrant, Rule, propose
from workbench.metrics.recognition.drawn import Drawn

LAST = date(2026, 9, 30)
RULE = Rule(
    key="champion", figure="attainment", every="quarter", fewest=4, strength=8, at_least=None,
    days_here=90, pause=1,
)  # fmt: skip
HIRED = date(2020, 1, 1)


def rep(name, value, n=10, error="0.1", **more):
    drawn = Drawn(Decimal(value), Decimal(error))
    return Entrant(rep_id=name, value=Decimal(value), drawn=drawn, n=n, hired_on=HIRED, **more)


def proposed(*entrants, rule=RULE, snapshot="abc"):
    return propose(rule, "2026-Q3", LAST, entrants, snapshot)


FIVE = [rep("a", "1.3"), rep("b", "1.2"), rep("c", "1.1"), rep("d", "1.0"), rep("e", "0.9")]


def test_the_highest_drawn_figure_is_proposed():
    found = proposed(*FIVE)

    assert found.candidates == ("a",)
    assert [each.rep_id for each in found.ranked] == ["a", "b", "c", "d", "e"]


def test_a_tie_proposes_all_who_are_level():
    found = proposed(*FIVE, rep("f", "1.30004"))  # to four decimals the same

    assert found.candidates == ("a", "f")
    assert proposed(*FIVE, rep("f", "1.3001")).candidates == ("f",)


BARS = {
    "team": rep("x", "9", is_team=True),
    "left": rep("x", "9", left_on=date(2026, 9, 1)),
    "too_new": replace(rep("x", "9"), hired_on=date(2026, 7, 3)),
    "no_figure": replace(rep("x", "9"), value=None, drawn=None, reason="no_quota"),
    "grade_d": rep("x", "9", grade="D"),
    "too_few": rep("x", "9", n=3),
    "won_lately": rep("x", "9", won_in=("2026-Q2",)),
}


@pytest.mark.parametrize("reason", BARS)
def test_who_is_not_eligible_is_named_with_the_reason(reason):
    found = proposed(*FIVE, BARS[reason])

    assert [(bar.rep_id, bar.reason) for bar in found.barred] == [("x", reason)]
    assert found.candidates == ("a",)


def test_the_reason_carries_its_value():
    told = {reason: proposed(*FIVE, each).barred[0].detail for reason, each in BARS.items()}

    assert told["left"] == "2026-09-01"
    assert told["too_new"] == "2026-07-03"
    assert told["no_figure"] == "no_quota"
    assert told["too_few"] == "3"
    assert told["won_lately"] == "2026-Q2"


def test_ninety_days_on_the_last_day_are_enough():
    here = replace(rep("x", "9"), hired_on=date(2026, 7, 2))

    assert proposed(*FIVE, here).candidates == ("x",)


def test_below_the_least_is_not_eligible():
    found = proposed(*FIVE, rule=replace(RULE, at_least=Decimal("1.1")))

    assert [bar.rep_id for bar in found.barred] == ["d", "e"]


def test_fewer_than_five_eligible_propose_nobody():
    assert proposed(*FIVE[:4]).reason == "group_too_small"
    assert proposed(*FIVE[:4]).candidates == ()
    assert proposed().reason == "nobody_eligible"


def test_counted_people_need_no_group():
    counted = [replace(each, drawn=None) for each in FIVE[:2]]

    assert proposed(*counted, rule=replace(RULE, strength=0)).candidates == ("a",)


def test_nobody_wins_with_nothing():
    zeros = [replace(each, value=Decimal(0), drawn=None) for each in FIVE]
    assert proposed(*zeros, rule=replace(RULE, strength=0)).reason == "nobody_ahead"


def test_a_lead_chance_would_give_is_told():
    assert proposed(*FIVE).is_lead_chance
    sharp = [replace(each, drawn=Drawn(each.value, Decimal("0.001"))) for each in FIVE]
    assert not proposed(*sharp).is_lead_chance


@given(st.permutations([*FIVE, *BARS.values()]))
def test_the_order_of_reps_changes_nothing(entrants):
    # the barred all are x, so that only one of them is taken
    mixed = [*FIVE, BARS["too_few"]]
    shuffled = [each for each in entrants if each in mixed]

    assert proposed(*shuffled) == proposed(*mixed)


@pytest.mark.parametrize(
    "other",
    [
        {"snapshot": "abd"},
        {"rule": replace(RULE, strength=9)},
    ],
)
def test_the_hash_tells_another_input(other):
    assert proposed(*FIVE).hash == proposed(*FIVE[::-1]).hash
    assert proposed(*FIVE, **other).hash != proposed(*FIVE).hash
    assert proposed(*FIVE[:4], rep("e", "0.91")).hash != proposed(*FIVE).hash
