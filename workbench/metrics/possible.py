"""Which values a figure can have at all, and how figures of several people make one of a group."""

from collections.abc import Sequence
from decimal import Decimal

from workbench.metrics.catalogue import CATALOGUE
from workbench.metrics.fact import Fact
from workbench.metrics.metric import Unit
from workbench.model.money import quotient

Bounds = tuple[Decimal | None, Decimal | None]  # None: no end on that side
_NONE, _LEAST, _MOST = Decimal(0), Decimal(-1), Decimal(1)
_OF_UNIT: dict[Unit, Bounds] = {
    "money": (_NONE, None),
    "money_per_day": (_NONE, None),
    "count": (_NONE, None),
    "days": (_NONE, None),
    "hours": (_NONE, None),
    "ratio": (_NONE, None),
    "index": (_NONE, None),
    "share": (_NONE, _MOST),  # a part of counted cases
    "points": (Decimal(-100), Decimal(100)),
}
_OF_METRIC: dict[str, Bounds] = {
    "quota_attainment": (None, None),  # credit notes may outweigh what was won
    "full_quota_attainment": (None, None),
    "quota_gap": (None, None),  # below 0 once the quota is passed
    "required_run_rate": (None, None),
    "revenue_growth_yoy": (_LEAST, None),
    "revenue_growth_qoq": (_LEAST, None),
    "forecast_bias": (_LEAST, None),
    "forecast_mape": (_NONE, None),
    "forecast_wape": (_NONE, None),
    "nrr": (_NONE, None),
    "collection_rate": (_NONE, None),
    "discount_depth": (None, _MOST),  # sold above the list it is below 0
    "account_hhi": (_NONE, _MOST),
}
_PER_DEAL = ("average_deal_size", "median_deal_size")  # money that is no sum
_SUMS = ("money", "money_per_day", "count")


def bounds(metric: str) -> Bounds:
    """Give the least and the most a figure can be; of an unknown one nothing is known."""
    if metric not in CATALOGUE:
        return None, None
    return _OF_METRIC.get(metric, _OF_UNIT[CATALOGUE[metric].unit])


def is_possible(metric: str, value: Decimal) -> bool:
    """Whether a figure can have a value."""
    low, high = bounds(metric)
    return (low is None or value >= low) and (high is None or value <= high)


def adds_over_people(metric: str) -> bool:
    """Whether the figure of a team is the sum of its people's: money and counts, not per deal.

    What stands open today adds over people as what was won does, though neither adds over days.
    """
    return metric in CATALOGUE and CATALOGUE[metric].unit in _SUMS and metric not in _PER_DEAL


def pooled(facts: Sequence[Fact]) -> Decimal | None:
    """Make one value of the same figure of several people.

    Sums are added; shares and means are made anew of all their parts; what has no parts, as a
    median, is averaged over those who have one. None where a sum lacks somebody's, or nothing is
    known: null is not zero.
    """
    values = [fact.value for fact in facts if fact.value is not None]
    if not values:
        return None
    if adds_over_people(facts[0].metric):
        return sum(values, Decimal(0)) if len(values) == len(facts) else None
    known = [fact for fact in facts if fact.value is not None]
    tops = [fact.numerator for fact in known if fact.numerator is not None]
    bottoms = [fact.denominator for fact in known if fact.denominator]
    if len(tops) == len(bottoms) == len(known):
        return quotient(sum(tops, Decimal(0)), sum(bottoms, Decimal(0)))
    return quotient(sum(values, Decimal(0)), len(values))
