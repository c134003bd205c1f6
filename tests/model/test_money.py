"""Money is rounded half up, once, in decimals."""

from decimal import Decimal

import pytest

from workbench.model.money import quotient, round_half_up


def test_halves_go_away_from_zero():
    assert round_half_up("2.345", 2) == Decimal("2.35")
    assert round_half_up("-2.345", 2) == Decimal("-2.35")


def test_a_quotient_has_the_scale_of_facts():
    assert quotient(2, 3) == Decimal("0.6666666667")


def test_dividing_by_zero_asks_for_a_reason_code():
    with pytest.raises(ZeroDivisionError, match="reason code"):
        quotient(1, 0)
