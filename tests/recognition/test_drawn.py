"""Figures drawn to the middle: by hand, and so that luck on few deals does not win."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.metrics.recognition.drawn import (
    Drawn,
    drawn_attainment,
    drawn_rate,
    typical_deal,
)
from workbench.model.money import quotient

ONE = Decimal(1)
D = Decimal


def test_a_typical_deal_weighs_each_deal_by_its_amount():
    # 10 and 30: (100 + 900) / 40
    assert typical_deal([D(10), D(30)]) == D(25)
    assert typical_deal([]) is None


def test_an_attainment_is_drawn_by_the_deals_its_quota_stands_for():
    # n = 2 deals, 150 %; 8 more at 100 %: (2 × 1.5 + 8 × 1) / 10 = 1.1
    found = drawn_attainment(D("1.5"), D(2), ONE, 8)

    assert found.value == D("1.1")
    # its share 2 / 10 of the error √(1.1 / 2)
    assert found.error == (D("0.2") * D("0.55").sqrt()).quantize(D("1e-10"))


def test_luck_on_one_giant_deal_does_not_beat_steady_work():
    # Lucky: one deal of 180 at a quota of 100. Steady: 26 deals of 5 at the same quota
    lucky = drawn_attainment(D("1.8"), D(100) / typical_deal([D(180)]), ONE, 8)
    steady = drawn_attainment(D("1.3"), D(100) / typical_deal([D(5)] * 26), ONE, 8)

    assert lucky.value < steady.value
    assert lucky.value == pytest.approx(D("1.0519"), abs=D("0.0001"))


def test_three_of_three_do_not_beat_thirty_of_fifty():
    group = {"": (200, 500)}  # all win 40 %
    few, many = drawn_rate({"": (3, 3)}, group, 20), drawn_rate({"": (30, 50)}, group, 20)

    assert few.value == quotient(3 + 20 * 2 // 5, 3 + 20)
    assert few.value < many.value


def test_a_rate_is_taken_at_the_mix_all_have():
    # All: 10 of 50 in hard, 30 of 50 in easy. Ana sold only where it is easy, 6 of 10, as all do
    group = {"hard": (10, 50), "easy": (30, 50)}
    ana = drawn_rate({"easy": (6, 10)}, group, 20)

    assert ana.value == D("0.4")  # half hard at 20 %, half easy at 60 %


def test_without_a_case_in_the_group_there_is_no_rate():
    assert drawn_rate({}, {"a": (0, 0)}, 20) is None


def test_a_difference_adds_both_errors():
    found = Drawn(D(2), D(3)).less(Drawn(D(1), D(4)))

    assert (found.value, found.error) == (1, 5)
    assert round(found.low, 6) == D("1") - D("9.799820")


@given(
    value=st.decimals(0, 5, places=3), n=st.decimals("0.01", 1000, places=2),
    middle=st.decimals(0, 2, places=3), strength=st.integers(0, 50),
)  # fmt: skip
def test_a_drawn_figure_lies_between_the_own_and_the_middle(value, n, middle, strength):
    found = drawn_attainment(value, n, middle, strength).value
    room = D("1e-9")

    assert min(value, middle) - room <= found <= max(value, middle) + room
