"""Territory and tenure: whether a figure differs by where or how long somebody works."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from scipy.stats import kruskal

from workbench.model.money import FACT_SCALE, round_half_up

FEWEST = 5  # people a group needs to be told


@dataclass(frozen=True)
class GroupMiddle:
    """The middle of one group."""

    group: str
    value: Decimal | None  # None with fewer than five people
    n: int


@dataclass(frozen=True)
class Effect:
    """Groups side by side, and whether chance alone would give such differences."""

    groups: tuple[GroupMiddle, ...]
    p: Decimal | None  # Kruskal–Wallis over the groups told; None with fewer than two of them


def group_effect(values: Mapping[str, Decimal], group_of: Mapping[str, str]) -> Effect:
    """Compare a figure between groups of reps.

    Parameters
    ----------
    values
        The figure by rep; reps without it are left out.
    group_of
        Territory, tenure band or another attribute by rep.
    """
    groups: dict[str, list[Decimal]] = defaultdict(list)
    for rep_id, value in values.items():
        groups[group_of.get(rep_id, "")].append(value)
    told = [found for found in groups.values() if len(found) >= FEWEST]
    middles = tuple(_middle(name, found) for name, found in sorted(groups.items()))
    return Effect(middles, _chance(told))


def tenure_band(months: int) -> str:
    """Name the band of somebody's time in the company: under 6, 6–12, 12–36 months, longer."""
    bands = ((6, "<6"), (12, "6–12"), (36, "12–36"))
    return next((name for upper, name in bands if months < upper), "≥36")


def _middle(name: str, values: Sequence[Decimal]) -> GroupMiddle:
    value = median(values) if len(values) >= FEWEST else None
    return GroupMiddle(name, value, len(values))


def _chance(groups: Sequence[Sequence[Decimal]]) -> Decimal | None:
    pooled = {value for group in groups for value in group}
    if len(groups) < 2 or len(pooled) < 2:  # noqa: PLR2004 (nothing to compare)
        return None
    p = kruskal(*([float(value) for value in group] for group in groups)).pvalue
    return round_half_up(Decimal(repr(float(p))), FACT_SCALE)
