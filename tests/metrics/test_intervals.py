"""Wilson's interval: the printed digits, and that it always holds its point."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.metrics.intervals import wilson


@pytest.mark.parametrize(
    ("hits", "out_of", "low", "high"),
    [
        (6, 20, "14.55", "51.90"),
        (3, 4, "30.06", "95.44"),
        (0, 3, "0.00", "56.15"),
        (0, 5, "0.00", "43.45"),
        (30, 100, "21.89", "39.58"),
    ],
)
def test_the_published_digits(hits, out_of, low, high):
    found = [round(100 * end, 2) for end in wilson(hits, out_of)]

    assert found == [Decimal(low), Decimal(high)]


@given(st.integers(1, 10**6).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_point_and_stays_within_bounds(case):
    hits, out_of = case
    low, high = wilson(hits, out_of)

    assert 0 <= low <= round(Decimal(hits) / out_of, 10) <= high <= 1
