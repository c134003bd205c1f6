"""How coarse what is told of a group is: the step fits the spread, and one step at a time widens.

Each group is small enough to count its quartiles by hand; they are named beside it.
"""

from decimal import Decimal

import pytest

from workbench.metrics.disclosure import Middle, middle_of, place_told, rate_told, sum_told


def of(*values):
    return [Decimal(value) for value in values]


# Quartiles 62 %, 71 % and 88 %
RATES = of(
    "0.50", "0.55", "0.60", "0.62", "0.65", "0.68", "0.71", "0.75", "0.80", "0.88", "0.9", "0.95",
    "0.99",
)  # fmt: skip


def test_quartiles_of_rates_are_told_in_a_third_of_the_step_of_other_figures():
    # 26 points lie between the quartiles: half of it is 13, and the next step 20
    assert middle_of(RATES, "share", 30) == Middle(*of("0.6", "0.8", "0.8"))
    # as a figure of another kind one and a half of 26, 39, and the next step 0.5; and no quartiles
    assert middle_of(RATES, "ratio", 12) == Middle(*of("0.5", "1"))


def test_a_step_fits_the_third_quartile_and_not_the_most_anybody_has():
    values = of(*[100] * 3, 200, *[300] * 5, 400, *[9_000] * 3)  # quartiles 200, 300, 400

    assert middle_of(values, "money", 12) == Middle(*of(0, 500))


@pytest.mark.parametrize(
    ("most", "high"),
    [
        (109, 110),  # 101, 101 and 109 are in the first
        (110, 200),  # of 100 to 110 two
    ],
)
def test_a_cell_that_holds_too_few_widens(most, high):
    # the middle lies at 100, three middle halves of 2.75 are less than the least step, ten
    told = middle_of(of(98, 98, 99, 101, 101, most), "count", 5)

    assert told == Middle(*of(100, high))


@pytest.mark.parametrize(
    ("values", "most", "low", "high"),
    [
        (["0.8", *["1"] * 5], 1, "0.9", "1"),  # more than all is nobody's
        (["0.8", *["1"] * 5], None, "1", "1.1"),  # of a quota more can be reached
        (["0.7", "0.98", "0.99", *["1"] * 3], 1, "0.9", "1"),  # who has all is in the last cell
        (["0.2", "0.3", "0.45", "0.55", "1", "1"], 1, "0", "1"),  # 0.55 between: a step of 10
    ],
)
def test_the_last_cell_ends_at_the_most_there_can_be_and_holds_it(values, most, low, high):
    told = middle_of(of(*values), "index", 5, None if most is None else Decimal(most))

    assert told == Middle(*of(low, high))


def test_a_cell_that_widens_beyond_the_most_is_cut_there():
    # quartiles -0.35 and 0.975 lie 1.325 apart, so the step is 10
    assert middle_of(of("-1", "-0.5", "0.1", "0.9", "1", "1"), "index", 5, Decimal(1)) == Middle(
        *of(0, 1)
    )


def test_a_tenth_of_the_middle_not_of_the_rich_is_the_step_where_all_but_few_are_alike():
    # quartiles 1,000: a tenth is 100, and 1,000 to 1,100 holds five
    assert middle_of(of(*[1_000] * 5, 5_000), "money", 5) == Middle(*of(1_000, 1_100))
    # the sum of six times 1,050 in steps of 200, for a tenth is 105
    assert sum_told(Decimal(6_300), of(*[1_050] * 6), "money") == 6_400


@pytest.mark.parametrize(
    ("others", "told"),
    [(0, "0.35"), (11, "0.35"), (12, "0.38"), (29, "0.38"), (30, "0.37"), (99, "0.37")],
)
def test_a_rate_is_told_to_five_two_or_one_point(others, told):
    assert rate_told(Decimal("0.371"), others) == Decimal(told)


@pytest.mark.parametrize(
    ("place", "low", "high"),
    [("0", "0", "0.1"), ("0.39", "0.3", "0.4"), ("0.4", "0.4", "0.5"), ("1", "0.9", "1")],
)
def test_a_place_is_the_tenth_it_lies_in(place, low, high):
    assert place_told(Decimal(place), 30) == (Decimal(low), Decimal(high))


def test_a_fifth_that_holds_too_few_rates_widens_to_a_half():
    # the median of 50 % is alone between 40 and 60; the quartiles are 39 and 61 %
    values = of(*["0.39"] * 6, "0.5", *["0.61"] * 6)

    assert middle_of(values, "share", 12, Decimal(1)) == Middle(*of("0.5", "1"))


def test_the_fifth_of_rates_that_are_all_100_percent_ends_there():
    assert middle_of(of(*[1] * 13), "share", 12, Decimal(1)) == Middle(*of("0.8", "1"))


def test_a_sum_is_told_in_steps_of_one_middle_half():
    # 200 lie between the quartiles of 200 and 400: 1,500 is seven steps and a half, told as eight
    assert sum_told(Decimal(1500), of(100, 200, 300, 400, 500), "money") == 1600
