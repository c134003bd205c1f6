"""What is told of a group: nothing of few, a band of some, and never one person's figure."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.metrics.disclosure import (
    Middle,
    drawn_told,
    middle_of,
    place_told,
    quantile,
    rate_told,
    sum_told,
)

COUNTS = st.lists(st.integers(0, 60).map(Decimal), min_size=6, max_size=30).map(sorted)


def of(*values):
    return [Decimal(value) for value in values]


def test_of_four_others_nothing_is_told():
    assert middle_of(of(1, 2, 3, 4, 5), "count", 4) is None


def test_of_five_others_the_band_the_middle_lies_in_is_told_and_no_median():
    # the median is 23.5, the middle half from 22 to 25: three of it are 9, and the least step is 10
    assert middle_of(of(4, 22, 22, 25, 25, 60), "count", 5) == Middle(Decimal(20), Decimal(30))


def test_of_few_a_step_is_a_power_of_ten_and_tells_little_of_how_far_they_lie_apart():
    # middle halves of 3.5 and of 32: three of either are told in a hundred
    assert middle_of(of(1, 2, 3, 5, 6, 7), "count", 5) == Middle(Decimal(0), Decimal(100))
    assert middle_of(of(1, 20, 30, 50, 55, 70), "count", 5) == Middle(Decimal(0), Decimal(100))


def test_from_twelve_others_the_band_is_half_as_wide():
    values = of(*range(100, 1400, 100))  # quartiles 400, 700, 1000; one and a half of 600 is 900

    assert middle_of(values, "money", 12) == Middle(Decimal(0), Decimal(1000))
    assert middle_of(values, "money", 11) == Middle(Decimal(0), Decimal(10_000))


def test_of_rates_quartiles_are_told_in_half_the_middle_half():
    # quartiles 0.40, 0.70 and 1.00: half of 0.6 is 0.3, the next step is 0.5
    values = of(*(Decimal(n) / 10 for n in range(1, 14)))

    assert middle_of(values, "share", 30) == Middle(Decimal("0.5"), Decimal(1), Decimal("0.5"))


@pytest.mark.parametrize("unit", ["count", "days"])
def test_a_cell_of_a_count_holds_ten_counts_at_the_least(unit):
    told = middle_of(of(*[3] * 8), unit, 7)

    assert told == Middle(Decimal(0), Decimal(10))


def test_of_sums_all_alike_a_tenth_of_them_is_the_step():
    # a tenth is 1,234.5, the next step among few 10,000 and among more 2,000
    assert middle_of(of(*[12_345] * 6), "money", 5) == Middle(Decimal(10_000), Decimal(20_000))
    assert middle_of(of(*[12_345] * 13), "money", 12) == Middle(Decimal(12_000), Decimal(14_000))


def test_of_sums_most_of_whom_are_alike_the_step_is_a_tenth_of_the_middle():
    values = of(*[1_000] * 5, 90_000)

    assert middle_of(values, "money", 5) == Middle(Decimal(1_000), Decimal(1_100))


def test_of_rates_of_fewer_than_twelve_others_nothing_is_told_then_a_band_then_quartiles():
    assert middle_of(of(*["0.42"] * 12), "share", 11) is None
    # Thirteen from 21 % to 33 %; then a middle half of 60 points, half of it more than a fifth
    few, apart = (of(*[f"{n / 100}" for n in each]) for each in (range(21, 34), range(0, 130, 10)))
    assert middle_of(few, "share", 12) == Middle(Decimal("0.2"), Decimal("0.4"))
    assert middle_of(apart, "share", 12) == Middle(Decimal("0.5"), Decimal("1.0"))


def test_a_rate_of_all_alike_is_told_to_five_points():
    told = middle_of(of(*["0.42"] * 31), "share", 30)

    assert told == Middle(Decimal("0.40"), Decimal("0.40"), Decimal("0.40"))


def test_a_quartile_lies_between_the_two_nearest():
    assert [quantile(of(1, 2, 3, 10), quarter) for quarter in (0, 1, 2, 3, 4)] == of(
        1, "1.75", "2.5", "4.75", 10
    )


def test_of_sums_all_nothing_nothing_is_told():
    assert middle_of(of(*[0] * 6), "money", 5) is None


@given(COUNTS)
def test_a_band_holds_the_median_and_three_people(values):
    told = middle_of(values, "count", 5)
    if told is not None:
        assert told.low <= quantile(values, 2) < told.high
        assert sum(told.low <= value < told.high for value in values) >= 3


@given(COUNTS, st.randoms())
def test_everybody_of_a_group_is_told_the_same(values, random):
    again = list(values)
    random.shuffle(again)

    assert middle_of(sorted(again), "count", len(again) - 1) == middle_of(
        values, "count", len(values) - 1
    )


def test_a_sum_is_told_in_steps_as_large_as_what_one_person_may_have_of_it():
    parts = of(100, 200, 300, 400, 500, 600)  # the middle half lies 250 apart

    assert sum_told(Decimal(2100), parts, "money") == 2000
    assert sum_told(Decimal(1000), parts[:5], "money") == 1000
    assert sum_told(Decimal(2100), parts[:4], "money") is None


def test_a_sum_half_way_is_told_upward_and_one_of_nothing_as_it_is():
    parts = of(100, 200, 300, 400, 500, 600)

    assert [sum_told(Decimal(n), parts, "money") for n in (2249, 2250, 2749, 2750)] == [
        2000, 2500, 2500, 3000
    ]  # fmt: skip
    assert sum_told(Decimal(0), of(*[0] * 6), "money") == 0


@pytest.mark.parametrize(
    ("others", "told"), [(5, "0.35"), (12, "0.36"), (29, "0.36"), (30, "0.36"), (40, "0.36")]
)
def test_a_rate_that_all_went_into_is_coarse(others, told):
    assert rate_told(Decimal("0.357"), others) == Decimal(told)


@pytest.mark.parametrize("others", [5, 12, 29])
def test_of_fewer_than_thirty_others_neither_a_place_nor_a_drawn_rate_is_told(others):
    assert place_told(Decimal("0.5"), others) is None
    assert drawn_told(Decimal("0.357"), others) is None


def test_from_thirty_others_on_a_drawn_rate_is_told_in_the_steps_of_all():
    assert drawn_told(Decimal("0.357"), 30) == Decimal("0.36")
    assert drawn_told(None, 30) is None


def test_a_place_is_a_tenth_and_the_last_holds_all():
    low, high = place_told(Decimal("0.999"), 30)

    assert (low, high) == (Decimal("0.9"), 1)
    assert place_told(Decimal(1), 30) == (low, high)
