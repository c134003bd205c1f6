"""Who stands where, and what of it is more than chance."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from workbench.metrics.catalogue import metric_of
from workbench.metrics.comparison.shrinkage import FEWEST_PEERS, Prior, fit_prior, shrunk
from workbench.metrics.fact import Fact
from workbench.metrics.metric import finish_count, finish_total
from workbench.review.words import RANKED_FROM

MOST = 30  # rows a ranking shows


@dataclass(frozen=True)
class Standings:
    """The figures of a ranking in the order they are shown."""

    facts: tuple[Fact, ...]  # compared first, by value; then small samples; then absent ones
    compared: int  # how many of them are compared
    is_within_chance: bool  # rates that differ by no more than chance gives
    apart: frozenset[str]  # reps who differ from the group beyond chance
    has_intervals: bool


def standings(facts: Sequence[Fact]) -> Standings:
    """Order the figures of one metric and say who differs beyond chance.

    Parameters
    ----------
    facts
        One per rep, all of one metric.

    Returns
    -------
    Standings
        A rate of fewer than five cases is compared with nobody and stands behind. Only rates by
        count have intervals; of other figures nobody is told apart.
    """
    known = [fact for fact in facts if fact.value is not None]
    small = [fact for fact in known if is_small(fact)]
    ranked = sorted((fact for fact in known if not is_small(fact)), key=_order)
    absent = sorted((fact for fact in facts if fact.value is None), key=lambda fact: fact.rep_id)
    rates = [fact for fact in ranked if fact.low is not None]
    prior = fit_prior([_cases(fact) for fact in rates]) if len(rates) > FEWEST_PEERS else None
    apart = frozenset(fact.rep_id for fact in rates if prior and _is_apart(fact, prior))
    return Standings(
        (*ranked, *sorted(small, key=_order), *absent),
        len(ranked),
        is_within_chance=prior is not None and not apart,
        apart=apart,
        has_intervals=bool(rates),
    )


def is_estimate(key: str) -> bool:
    """Whether a figure is a rate or a middle, which few cases make unsteady; counts are exact."""
    metric = metric_of(key)
    return bool(metric.population) and metric.finish not in (finish_count, finish_total)


def is_small(fact: Fact) -> bool:
    """Whether a figure is told of so few cases that it is compared with nobody."""
    return fact.value is not None and is_estimate(fact.metric) and fact.n < RANKED_FROM


def _order(fact: Fact) -> tuple[Decimal, str]:
    return -(fact.value or Decimal(0)), fact.rep_id


def _cases(fact: Fact) -> tuple[int, int]:
    return int(fact.numerator or 0), int(fact.denominator or 0)


def _is_apart(fact: Fact, prior: Prior) -> bool:
    found = shrunk(*_cases(fact), prior)
    if found.low is None or found.high is None:
        return False
    return not float(found.low) <= prior.mean <= float(found.high)
