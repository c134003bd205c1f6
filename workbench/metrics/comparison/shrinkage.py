"""M46, the shrunk rate: a rate of few cases is drawn towards that of the group.

The prior is a beta distribution fitted to the group's hits and cases by maximum likelihood (beta-
binomial). Where the fit finds no spread at all, the raw rates differ by no more than chance gives.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import betaincinv, betaln, expit, logit

from workbench.model.money import FACT_SCALE, round_half_up

Cases = tuple[int, int]  # hits, out of

FEWEST_PEERS = 5
FIXED_STRENGTH = 20.0  # of the prior where too few peers are there to fit one
_STRENGTHS = (np.log(0.5), np.log(1e8))  # between a rep who tells nothing and one who tells all
_NO_SPREAD = 1e-3  # log-likelihood that spread must add over pure chance
_TAIL = 0.025


@dataclass(frozen=True)
class Prior:
    """What is known of a rate before a rep's own cases: as good as `alpha` hits, `beta` misses."""

    alpha: float
    beta: float
    is_within_chance: bool = False  # the group shows no spread; alpha and beta say only the rate
    is_fixed: bool = False  # not fitted: strength 20 at the pooled rate

    @property
    def mean(self) -> float:
        """The rate of the group."""
        return self.alpha / (self.alpha + self.beta)


@dataclass(frozen=True)
class Shrunk:
    """A shrunk rate with its 95 % credible interval; no interval where all is within chance."""

    value: Decimal
    low: Decimal | None
    high: Decimal | None


def fit_prior(group: Sequence[Cases]) -> Prior:
    """Fit the prior of a group.

    Parameters
    ----------
    group
        Hits and cases of each rep with at least one case.

    Raises
    ------
    ValueError
        When nobody has a case.
    """
    known = [(hits, out_of) for hits, out_of in group if out_of]
    if not known:
        raise ValueError("There is no rate of a group without cases.")
    hits, cases = (np.array(column, dtype=float) for column in zip(*known, strict=True))
    pooled = float(hits.sum() / cases.sum())
    if not 0 < pooled < 1:
        return Prior(pooled, 1 - pooled, is_within_chance=True)
    if len(known) < FEWEST_PEERS:
        return _prior(pooled, FIXED_STRENGTH, is_fixed=True)
    fit = minimize_scalar(
        lambda strength: -_best_mean(hits, cases, strength)[1], bounds=_STRENGTHS, method="bounded"
    )
    mean, likelihood = _best_mean(hits, cases, fit.x)
    chance = float(np.sum(hits * np.log(pooled) + (cases - hits) * np.log1p(-pooled)))
    if likelihood - chance < _NO_SPREAD:
        return Prior(pooled, 1 - pooled, is_within_chance=True)
    return _prior(mean, float(np.exp(fit.x)), is_fixed=False)


def shrunk(hits: int, out_of: int, prior: Prior) -> Shrunk:
    """Give (hits + α) / (cases + α + β); the group's rate where all is within chance."""
    if prior.is_within_chance:
        return Shrunk(_share(prior.mean), None, None)
    alpha, beta = hits + prior.alpha, out_of - hits + prior.beta
    low, high = (float(betaincinv(alpha, beta, tail)) for tail in (_TAIL, 1 - _TAIL))
    return Shrunk(_share(alpha / (alpha + beta)), _share(low), _share(high))


def _best_mean(hits: np.ndarray, cases: np.ndarray, strength: float) -> tuple[float, float]:
    """Give the mean that explains the group best at a strength, and its log-likelihood."""
    size = float(np.exp(strength))

    def miss(place: float) -> float:
        mean = float(expit(place))
        alpha, beta = mean * size, (1 - mean) * size
        return -float(np.sum(betaln(hits + alpha, cases - hits + beta) - betaln(alpha, beta)))

    middle = float(logit(hits.sum() / cases.sum()))
    best = minimize_scalar(miss, bounds=(middle - 3, middle + 3), method="bounded")
    return float(expit(best.x)), -float(best.fun)


def _prior(mean: float, strength: float, *, is_fixed: bool) -> Prior:
    return Prior(mean * strength, (1 - mean) * strength, is_fixed=is_fixed)


def _share(value: float) -> Decimal:
    return round_half_up(Decimal(repr(float(value))), FACT_SCALE)
