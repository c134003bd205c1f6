"""Colleagues who lay their documents side by side recover nobody's figure.

The attacker of `benchmarks.disclosure`, who knows the rule and how figures are spread, on groups
small enough for every run; the benchmark plays all of it.
"""

from itertools import count
from random import Random
from statistics import mean

import pytest

from benchmarks.disclosed import told_before, told_now
from benchmarks.disclosed_fit import looked_up
from benchmarks.disclosed_worlds import made
from benchmarks.disclosure import ATTACKS, Group
from workbench.metrics.comparison.shrinkage import fit_prior

pytestmark = pytest.mark.slow
SOURCES = {
    source.name: source for source in made() if "share" not in source.units
}  # rates take long
CASES = [(name, attack, size) for name in SOURCES for attack in ATTACKS for size in (6, 10)]


@pytest.mark.parametrize(("name", "attack", "size"), CASES)
def test_no_colleagues_figure_is_recovered(name, attack, size):
    found = Group(SOURCES[name], size, attack, seed=24).attacked(told_now)

    assert [each.recovered for each in found.values()] == [0]


def test_the_attacker_recovers_figures_from_rounded_quartiles_of_five_others():
    found = [Group(SOURCES["made, visits"], 6, "two readers", seed) for seed in range(3)]

    assert sum(group.attacked(told_before)[""].recovered for group in found) > 0


def test_a_walk_that_stood_still_at_first_is_no_recovery():
    group, calls = Group(SOURCES["made, few deals"], 6, "one reader", seed=1), count()

    def late(_figures, _unit, _readers):
        """Tell the truth at first, and so long after it something else to every group drawn."""
        call = next(calls)
        yield call if call < 2_000 else 0

    assert group.attacked(late)[""].recovered == 0


def test_what_is_told_outright_is_recovered_however_long_the_walk():
    group = Group(SOURCES["made, few deals"], 6, "one reader", seed=1)

    assert group.attacked(lambda figures, _unit, _readers: iter([sorted(figures)]))[""].recovered


def test_who_is_told_nothing_places_nobody_more_often_than_by_chance():
    found = [
        Group(SOURCES["made, visits"], 8, "one reader", seed).attacked(_nothing)[""]
        for seed in range(20)
    ]

    assert abs(mean(each.placed - each.chance for each in found)) < 0.03


def test_a_prior_looked_up_tells_the_same_of_nearly_all_as_the_fit():
    random, rates = Random(1), next(source for source in made() if "share" in source.units)
    groups = [[rates.draw(random).figures[0] for _ in range(size)] for size in (6, 8, 14) * 8]
    means = [(looked_up(group).mean, fit_prior(group).mean) for group in groups]
    chance = [
        looked_up(group).is_within_chance == fit_prior(group).is_within_chance for group in groups
    ]

    assert max(abs(one - other) for one, other in means) < 0.01
    assert all(chance)


def _nothing(_figures, _unit, _readers):
    yield None
