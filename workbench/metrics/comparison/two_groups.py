"""Two rates side by side: their difference with an interval, and Fisher's exact test."""

from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from workbench.metrics.intervals import wilson
from workbench.model.money import FACT_SCALE, quotient, round_half_up


@dataclass(frozen=True)
class Difference:
    """How far one rate lies from another."""

    value: Decimal
    low: Decimal  # 95 %, Newcombe's hybrid of the two Wilson intervals
    high: Decimal
    p: Decimal  # Fisher's exact test, two-sided


def difference(first: tuple[int, int], second: tuple[int, int]) -> Difference:
    """Compare two rates by count.

    Parameters
    ----------
    first, second
        Hits and cases.

    Raises
    ------
    ValueError
        When one has no cases.
    """
    rates = [quotient(hits, cases) for hits, cases in (first, second) if cases]
    if len(rates) < 2:  # noqa: PLR2004 (two groups)
        raise ValueError("There is no difference from a group without cases.")
    (low1, high1), (low2, high2) = wilson(*first), wilson(*second)
    gap = rates[0] - rates[1]
    below = ((rates[0] - low1) ** 2 + (high2 - rates[1]) ** 2).sqrt()
    above = ((high1 - rates[0]) ** 2 + (rates[1] - low2) ** 2).sqrt()
    return Difference(
        gap,
        round_half_up(gap - below, FACT_SCALE),
        round_half_up(gap + above, FACT_SCALE),
        fisher_p(first, second),
    )


def fisher_p(first: tuple[int, int], second: tuple[int, int]) -> Decimal:
    """Give the two-sided p of Fisher's exact test of two rates."""
    # Loaded when a test is made: every review imports this module, few have something to test
    from scipy.stats import fisher_exact  # noqa: PLC0415

    table = np.array([[hits, cases - hits] for hits, cases in (first, second)])
    return round_half_up(Decimal(repr(float(fisher_exact(table).pvalue))), FACT_SCALE)
