"""Colleagues who lay their documents side by side recover nobody's figure.

The attacker of `benchmarks.disclosure`, who knows the rule and how figures are spread, on groups
small enough for every run; the benchmark plays all of it.
"""

import pytest

from benchmarks.disclosed import told_before, told_now
from benchmarks.disclosed_worlds import made
from benchmarks.disclosure import ATTACKS, Group

pytestmark = pytest.mark.slow
SOURCES = {
    source.name: source for source in made() if "share" not in source.units
}  # rates take long
CASES = [(name, attack, size) for name in SOURCES for attack in ATTACKS for size in (6, 10)]


@pytest.mark.parametrize(("name", "attack", "size"), CASES)
def test_no_colleagues_figure_is_recovered(name, attack, size):
    found = Group(SOURCES[name], size, attack, seed=24).attacked(told_now)

    assert found.recovered == 0


def test_the_attacker_recovers_figures_from_rounded_quartiles_of_five_others():
    found = [Group(SOURCES["made, visits"], 6, "two readers", seed) for seed in range(3)]

    assert sum(group.attacked(told_before).recovered for group in found) > 0
