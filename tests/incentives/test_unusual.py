"""What is beyond chance against the own history: median, three spreads, and a floor."""

from decimal import Decimal

import pytest

from workbench.incentives.unusual import usual


def sums(*told):
    return [Decimal(each) for each in told]


def test_of_fewer_than_four_nothing_is_said():
    assert usual(sums(100, 100, 100)) is None
    assert usual(sums(100, 100, 100, 100)) is not None


def test_the_range_is_the_median_and_three_spreads_to_either_side():
    # The median is 100, the distances are 20, 10, 0, 10, 20: their median is 10
    found = usual(sums(80, 90, 100, 110, 120))

    assert (found.n, found.low, found.high) == (5, Decimal("55.522"), Decimal("144.478"))


def test_one_sum_far_out_moves_the_range_little():
    found = usual(sums(80, 90, 100, 110, 9000))

    assert found.high == Decimal("144.478")
    assert not found.holds(Decimal(9000))


def test_a_tiny_spread_does_not_shout():
    found = usual(sums(1000, 1000, 1000, 1001))

    assert (found.low, found.high) == (Decimal(750), Decimal(1250))
    assert found.holds(Decimal(1250))
    assert not found.holds(Decimal("1250.01"))


def test_what_is_owed_has_a_floor_on_its_own_side():
    found = usual(sums(-1000, -1000, -1000, -1000))

    assert (found.low, found.high) == (Decimal(-1250), Decimal(-750))


@pytest.mark.parametrize("paid", ["0.01", "-0.01"])
def test_who_was_never_paid_anything_is_told_of_the_first_cent(paid):
    found = usual(sums(0, 0, 0, 0))

    assert found.holds(Decimal(0))
    assert not found.holds(Decimal(paid))
