"""The golden values of honest comparison, to the printed digits."""

from decimal import Decimal
from itertools import product

import pytest
from scipy.special import betaln

from workbench.metrics.comparison.mix import is_reversed, mix_adjusted, pooled_rate
from workbench.metrics.comparison.place import pareto_share, percentiles
from workbench.metrics.comparison.price_volume_mix import Seller, price_volume_mix
from workbench.metrics.comparison.shrinkage import Prior, fit_prior, shrunk
from workbench.metrics.comparison.two_groups import difference
from workbench.metrics.goals import goal_progress
from workbench.metrics.score import Item, weighted_score


def percent(value, places=1):
    return f"{value * 100:.{places}f}"


def test_shrinkage():
    found = [shrunk(hits, cases, Prior(6, 12)) for hits, cases in ((3, 4), (20, 50), (2, 12))]

    assert [percent(each.value, 2) for each in found] == ["40.91", "38.24", "26.67"]
    assert [(percent(each.low), percent(each.high)) for each in found] == [
        ("21.8", "61.6"),
        ("27.1", "50.0"),
        ("12.7", "43.5"),
    ]


def test_no_spread_says_that_differences_are_within_chance():
    prior = fit_prior([(3, 4), (12, 40), (9, 30), (20, 50), (2, 12), (15, 45)])

    assert prior.is_within_chance
    assert percent(shrunk(3, 4, prior).value, 2) == "33.70"
    assert shrunk(3, 4, prior).low is None


def test_real_spread_is_found():
    prior = fit_prior([(5, 100), (20, 100), (40, 100), (60, 100), (80, 100), (95, 100)])

    assert not prior.is_within_chance
    assert 0.5 < prior.alpha + prior.beta < 10


def test_a_fitted_prior_explains_the_group_better_than_any_beside_it():
    # As many lie above a half as below it, so as many hits as misses are expected
    group = [(hits, 100) for hits in (5, 20, 40, 60, 80, 95)]
    prior = fit_prior(group)

    def fits(alpha, beta):
        return sum(betaln(hits + alpha, n - hits + beta) - betaln(alpha, beta) for hits, n in group)

    assert not prior.is_fixed
    assert prior.mean == pytest.approx(0.5)
    assert all(
        fits(prior.alpha * one, prior.beta * other) < fits(prior.alpha, prior.beta)
        for one, other in product((0.98, 1, 1.02), repeat=2)
        if (one, other) != (1, 1)
    )


@pytest.mark.parametrize(("hits", "rate"), [(0, 0), (10, 1)])
def test_where_all_have_lost_or_won_everything_so_will_who_has_few(hits, rate):
    prior = fit_prior([(hits, 10)] * 6)

    assert prior.is_within_chance
    assert shrunk(0, 1, prior).value == rate


def test_few_peers_take_a_prior_of_strength_twenty_at_the_pooled_rate():
    prior = fit_prior([(3, 10), (5, 10)])

    assert (round(prior.alpha, 6), round(prior.beta, 6), prior.is_fixed) == (8, 12, True)


def test_simpson():
    a = {"enterprise": (10, 50), "small": (9, 15)}
    b = {"enterprise": (3, 20), "small": (24, 48)}
    team = {key: (a[key][0] + b[key][0], a[key][1] + b[key][1]) for key in a}

    assert [percent(pooled_rate(each), 2) for each in (a, b)] == ["29.23", "39.71"]
    assert [percent(mix_adjusted(each, team).value, 2) for each in (a, b)] == ["38.95", "31.58"]
    assert is_reversed(a, b)
    assert is_reversed(b, a)
    assert not is_reversed(a, team) or pooled_rate(a) < pooled_rate(team)


def test_alike_in_one_segment_is_neither_better_nor_worse_in_all():
    # Both win 20 % of the big ones. One wins 40 % of many small ones, the other 60 % of few
    many = {"big": (2, 10), "small": (36, 90)}  # 38 of 100 together
    few = {"big": (20, 100), "small": (6, 10)}  # 26 of 110

    assert not is_reversed(many, few)
    assert not is_reversed(few, many)


def test_a_segment_only_one_of_them_has_decides_nothing():
    a = {"enterprise": (10, 50), "small": (9, 15), "own": (0, 0), "other": (1, 1)}
    b = {"enterprise": (3, 20), "small": (24, 48), "own": (1, 1), "new": (1, 9)}

    assert is_reversed(a, b)


def test_a_segment_the_rep_has_not_is_borrowed_and_named():
    adjusted = mix_adjusted({"a": (1, 2)}, {"a": (5, 10), "b": (2, 10)})

    assert (adjusted.value, adjusted.borrowed) == (Decimal("0.35"), ("b",))


def test_price_volume_mix():
    before = {"big": (Decimal(10), Decimal(1000)), "small": (Decimal(40), Decimal(1000))}
    now = {"big": (Decimal(8), Decimal(880)), "small": (Decimal(52), Decimal(1248))}
    change = price_volume_mix(before, now)

    assert (change.total, change.volume, change.mix, change.price) == (128, 400, -300, 28)


def test_products_that_came_or_went_are_bars_of_their_own():
    change = price_volume_mix(
        {"a": (Decimal(1), Decimal(10)), "gone": (Decimal(1), Decimal(7))},
        {"a": (Decimal(1), Decimal(10)), "fresh": (Decimal(2), Decimal(9))},
    )

    assert (change.new, change.dropped, change.volume, change.mix, change.price) == (9, -7, 0, 0, 0)


def test_two_groups():
    found = difference((31, 52), (20, 52))

    assert (percent(found.value), percent(found.low), percent(found.high)) == (
        "21.2",
        "2.0",
        "38.3",
    )
    assert f"{found.p:.3f}" == "0.049"


def test_percentile_counts_ties_by_half():
    group = [Decimal(value) for value in (1, 2, 2, 3, 4)]

    assert percentiles(group)[Decimal(2)] == Decimal("0.4")
    assert percentiles(group[:4]) == {}


def test_pareto_is_told_of_ten_and_more():
    values = [Decimal(50), Decimal(30), *[Decimal(2)] * 10]

    assert pareto_share(values) == Decimal("0.82")  # the top 3 of 12
    assert pareto_share(values[:9]) is None


def test_weighted_score():
    scores = (Decimal("1.10"), Decimal("0.90"), None, Decimal("0.80"))
    score = weighted_score(
        [
            Item(key, Decimal(weight), given)
            for key, weight, given in zip("abcd", (40, 20, 20, 20), scores, strict=True)
        ]
    )

    assert (score.value, score.weight_used, score.share_used) == (
        Decimal("0.975"),
        80,
        Decimal("0.8"),
    )


def test_data_of_grade_d_are_not_scored_and_no_item_counts_over_the_cap():
    score = weighted_score(
        [
            Item("a", Decimal(50), Decimal(9)),
            Item("b", Decimal(50), Decimal(1), grade="D"),
            Item("c", Decimal(50), Decimal(-1)),
        ]
    )

    assert (score.value, score.weight_used) == (Decimal("0.6"), 100)
    assert weighted_score([Item("a", Decimal(1), None)]).value is None


def test_a_goal_to_lower_a_figure_works_by_sign():
    assert goal_progress(Decimal(35), Decimal(40), Decimal(30)).value == Decimal("0.5")
    assert goal_progress(Decimal(5), Decimal(4), Decimal(4)).reason == "goal_without_way"
    assert goal_progress(None, Decimal(4), Decimal(5)).reason == "goal_incomplete"


ONE = Decimal(1)
GONE = ({"p": (ONE, Decimal(10)), "gone": (ONE, Decimal(7))}, {"p": (ONE, Decimal(10))})


def test_a_product_the_company_sells_is_dropped_one_nobody_sells_is_withdrawn():
    # 7 of a product sold a year before and not now
    still = price_volume_mix(*GONE, Seller({"p", "gone"}))
    none = price_volume_mix(*GONE, Seller({"p"}))

    assert (still.dropped, still.withdrawn) == (-7, 0)
    assert (none.dropped, none.withdrawn) == (0, -7)


def test_who_was_not_there_all_the_time_dropped_and_added_nothing():
    before, now = GONE
    found = price_volume_mix(
        before, {**now, "new": (ONE, Decimal(4))}, Seller({"p"}, was_there=False)
    )

    assert (found.new, found.dropped, found.withdrawn, found.away) == (0, 0, 0, 4 - 7)


def test_sales_without_a_product_neither_came_nor_went():
    # A year before nothing told its product: nobody knows whether p is new
    found = price_volume_mix({"": (ONE, Decimal(10))}, {"p": (ONE, Decimal(10))})

    assert set(vars(found).values()) == {0}


def test_without_any_product_fewer_sales_are_volume():
    found = price_volume_mix({"": (Decimal(2), Decimal(10))}, {})

    assert (found.volume, found.total) == (-10, -10)
