"""Laws of honest comparison that hold for any numbers."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from workbench.metrics.comparison.place import percentiles
from workbench.metrics.comparison.price_volume_mix import price_volume_mix
from workbench.metrics.comparison.shrinkage import fit_prior, shrunk
from workbench.metrics.scenario import Changes, Drivers, scenario
from workbench.metrics.score import Item, weighted_score

CASES = st.integers(0, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
MONEY = st.decimals(-(10**6), 10**9, places=2)
UNITS = st.decimals(Decimal("0.001"), 10**6, places=3)
SOLD = st.dictionaries(st.sampled_from("abcdef"), st.tuples(UNITS, MONEY), max_size=6)
SHARE = st.decimals(Decimal("0.01"), 1, places=4)


@given(st.lists(CASES, min_size=6, max_size=12))
def test_a_shrunk_rate_lies_between_the_raw_and_the_pooled_one(group):
    if not any(cases for _hits, cases in group):
        return
    prior = fit_prior(group)
    for hits, cases in group:
        raw = hits / cases if cases else prior.mean
        found = float(shrunk(hits, cases, prior).value)
        assert min(raw, prior.mean) - 1e-6 <= found <= max(raw, prior.mean) + 1e-6


@given(st.lists(CASES, min_size=6, max_size=12))
def test_an_interval_contains_its_shrunk_rate(group):
    if not any(cases for _hits, cases in group):
        return
    prior = fit_prior(group)
    for each in (shrunk(hits, cases, prior) for hits, cases in group):
        assert each.low is None or each.low <= each.value <= each.high


@given(SOLD, SOLD)
def test_price_volume_and_mix_sum_to_the_change_exactly(before, now):
    change = price_volume_mix(before, now)

    revenue = [
        sum((money for _units, money in sold.values()), Decimal(0)) for sold in (before, now)
    ]
    assert change.total == revenue[1] - revenue[0]


@given(st.lists(MONEY, min_size=5, max_size=20))
def test_percentiles_are_on_average_a_half(values):
    placed = percentiles(values)
    places = [placed[value] for value in values]

    assert all(0 < place < 1 for place in places)
    assert abs(sum(places) / len(places) - Decimal("0.5")) < Decimal("0.000001")


@given(st.lists(st.tuples(st.integers(1, 100), st.none() | SHARE), min_size=1, max_size=8))
def test_a_score_lies_between_its_items(rows):
    items = [Item(str(n), Decimal(weight), score) for n, (weight, score) in enumerate(rows)]
    score, known = weighted_score(items), [score for _weight, score in rows if score is not None]

    assert (score.value is None) == (not known)
    if known:
        assert min(known) - Decimal("1e-9") <= score.value <= max(known) + Decimal("1e-9")


@given(MONEY.filter(lambda won: won >= 0), MONEY.filter(lambda quota: quota > 0), SHARE, SHARE)
def test_a_scenario_without_changes_is_what_there_is(won, quota, rate, by_value):
    drivers = Drivers(
        won_revenue=won,
        quota=quota,
        win_rate=rate,
        deal_size=Decimal(10),
        cycle_days=Decimal(30),
        coverage=None,
        win_rate_by_value=by_value,
    )
    same, better = scenario(drivers, Changes()), scenario(drivers, Changes(win_rate=rate * 2))

    assert same.won_revenue == won
    assert better.won_revenue == won * 2
