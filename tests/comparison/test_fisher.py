"""Fisher's test counted in whole numbers says what scipy's says."""

from decimal import Decimal
from fractions import Fraction
from math import comb

from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import fisher_exact

from workbench.metrics.comparison.two_groups import fisher_p

SCALE = Decimal("1e-9")


@st.composite
def rates(draw):
    cases = draw(st.integers(1, 200))
    return draw(st.integers(0, cases)), cases


@given(rates(), rates())
def test_any_two_rates_have_the_p_of_the_library(first, second):
    table = [[hits, cases - hits] for hits, cases in (first, second)]

    assert abs(fisher_p(first, second) - Decimal(fisher_exact(table).pvalue)) < SCALE


def test_the_lady_tasting_tea():
    # Three of four cups named right: 1 - (the 36 ways of two right) / 70
    assert fisher_p((3, 4), (1, 4)) == Decimal("0.4857142857")
    assert Fraction(34, 70) == 1 - Fraction(comb(4, 2) ** 2, comb(8, 4))


def test_of_very_many_cases_the_library_counts_the_same():
    first, second = (900, 3000), (1000, 3000)
    ways = [comb(3000, k) * comb(3000, 1900 - k) for k in range(1901)]
    exact = Fraction(sum(each for each in ways if each <= ways[900]), sum(ways))

    assert abs(fisher_p(first, second) - Decimal(float(exact))) < SCALE
