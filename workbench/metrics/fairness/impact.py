"""M52, the impact ratio: whether a selection reaches the groups alike. A flag, never a verdict."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from workbench.metrics.comparison.two_groups import fisher_p
from workbench.model.money import quotient

FEWEST = 5  # a smaller group is not told
_FOUR_FIFTHS = Decimal("0.8")


@dataclass(frozen=True)
class Impact:
    """One group beside the group selected most often."""

    group: str
    rate: Decimal | None  # None: too few people, or nobody was selected anywhere
    ratio: Decimal | None  # of the highest rate
    p: Decimal | None  # Fisher's exact test against that group
    n: int
    is_flagged: bool  # the ratio is below four fifths
    reason: str = ""


def impact_ratios(selected: Mapping[str, tuple[int, int]]) -> list[Impact]:
    """Compare the selection rates of groups.

    Parameters
    ----------
    selected
        By group, how many were selected (promoted, rewarded, rated high) and how many there are.

    Returns
    -------
    list of Impact
        One per group, in order of name. A group of fewer than five is only named, with reason
        `too_few`; it is no measure for others either.
    """
    told = {name: cases for name, cases in selected.items() if cases[1] >= FEWEST}
    rates = {name: quotient(hits, cases) for name, (hits, cases) in told.items()}
    best = max(rates, key=lambda name: (rates[name], name), default="")
    return [_impact(name, cases, rates, told.get(best)) for name, cases in sorted(selected.items())]


def _impact(
    name: str,
    cases: tuple[int, int],
    rates: Mapping[str, Decimal],
    best: tuple[int, int] | None,
) -> Impact:
    if name not in rates or best is None:
        return Impact(name, None, None, None, cases[1], is_flagged=False, reason="too_few")
    if not best[0]:
        return Impact(
            name, rates[name], None, None, cases[1], is_flagged=False, reason="nobody_selected"
        )
    ratio = quotient(cases[0] * best[1], cases[1] * best[0])
    return Impact(
        name, rates[name], ratio, fisher_p(cases, best), cases[1], is_flagged=ratio < _FOUR_FIFTHS
    )
