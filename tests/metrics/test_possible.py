"""What a figure can be at all, and what the figures of Ana and Bo come to together."""

from decimal import Decimal

import pytest

from workbench.metrics.fact import Fact
from workbench.metrics.possible import adds_over_people, bounds, is_possible, pooled


def fact(metric, value, top=None, bottom=None):
    value, top, bottom = (None if each is None else Decimal(each) for each in (value, top, bottom))
    return Fact("P", "ana", metric, "", "", value, "", "", top, bottom, 1, None, None, "", "", "")


def together(metric, *parts):
    return pooled([fact(metric, *part) for part in parts])


@pytest.mark.parametrize(
    ("metric", "adds"),
    [
        ("won_revenue", True),
        ("won_deals", True),
        ("required_run_rate", True),
        ("win_rate", False),
        ("sales_cycle_days", False),
        ("average_deal_size", False),  # money, and no sum
        ("median_deal_size", False),
        ("smiles", False),
    ],
)
def test_money_and_counts_add_over_people_but_for_the_size_of_a_deal(metric, adds):
    assert adds_over_people(metric) is adds


def test_sums_are_added_and_one_that_is_missing_leaves_none():
    assert together("won_revenue", ("60",), ("40",)) == 100
    assert together("won_revenue", ("60",), (None,)) is None
    assert together("won_revenue", (None,), (None,)) is None
    assert together("won_revenue", ("60",)) == 60  # one person is a group too


def test_a_rate_of_two_is_made_of_all_their_cases():
    # 1 of 1 and 3 of 9 are 4 of 10, not two thirds; who has no case brings none
    assert together("win_rate", ("1", 1, 1), ("0.333", 3, 9)) == Decimal("0.4")
    assert together("win_rate", ("1", 1, 1), (None, None, None)) == 1


def test_what_has_no_parts_is_averaged_over_those_who_have_one():
    assert together("median_deal_size", ("10",), ("30",), (None,)) == 20
    assert together("win_rate", ("1", 1, 1), ("0.5", None, None)) == Decimal("0.75")
    assert together("win_rate", ("1", 1, 1), ("0.5", 1, 0)) == Decimal("0.75")


@pytest.mark.parametrize(
    ("metric", "value", "can"),
    [
        ("won_revenue", "0", True),
        ("won_revenue", "-1", False),
        ("win_rate", "1", True),
        ("win_rate", "1.01", False),
        ("win_rate", "-0.01", False),
        ("nps", "-100", True),
        ("nps", "-101", False),
        ("nps", "101", False),
        ("quota_attainment", "-0.2", True),  # credit notes
        ("quota_attainment", "3", True),
        ("discount_depth", "-0.5", True),  # above the list
        ("discount_depth", "1.1", False),
        ("smiles", "-7", True),  # of which nothing is known
    ],
)
def test_what_a_figure_cannot_be_is_told(metric, value, can):
    assert is_possible(metric, Decimal(value)) is can


def test_growth_has_no_most_and_ends_where_all_is_lost():
    assert bounds("revenue_growth_yoy") == (-1, None)
