"""Before and after: Newcombe's own example, and silence where there is too little."""

from decimal import Decimal

import pytest

from workbench.metrics.comparison.before_after import before_after


def test_the_interval_is_the_one_of_newcombe_1998():
    # Table II, method 10: 56/70 less 48/80 is 0.20, 0.0524 to 0.3339; here before is the second
    found = before_after([(40, 60), (8, 20)], [(26, 30), (30, 40)])

    assert (found.before, found.after) == ((48, 80), (56, 70))
    assert found.change.value == Decimal("0.2")
    assert (round(found.change.low, 4), round(found.change.high, 4)) == (
        Decimal("0.0524"),
        Decimal("0.3339"),
    )
    assert found.verdict == "above"


def test_a_fall_is_told_as_one():
    assert before_after([(56, 70)], [(48, 80)]).verdict == "below"


def test_a_small_change_of_few_is_within_chance():
    # 2 of 6 to 4 of 6 doubles the rate and tells nothing
    found = before_after([(2, 6)], [(4, 6)])

    assert found.verdict == "not_distinguishable"
    assert found.change.low < 0 < found.change.high


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        ([], [(1, 9)], "no_before"),
        ([(1, 9)], [], "no_after"),
        ([(1, 4)], [(9, 9)], "too_few"),
        ([(1, 9)], [(4, 4)], "too_few"),
    ],
)
def test_with_too_few_cases_nothing_is_told(before, after, verdict):
    found = before_after(before, after)

    assert (found.verdict, found.change) == (verdict, None)
