"""Peers: what others of the same role reached, told so that nobody can be recognised.

Peers are the other reps of the same role over the company who have a value, the rep excluded. With
fewer than five there is no comparison. Only their number, median and quartiles are given, rounded
to whole percents or two significant digits; never a minimum, a maximum, a mean or one person.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from workbench.metrics.catalogue import CATALOGUE
from workbench.metrics.fact import Comparison, Fact
from workbench.model.money import round_half_up

FEWEST_PEERS = 5


def comparisons(facts: Sequence[Fact], roles: Mapping[str, str]) -> list[Comparison]:
    """Compare each rep's totals with the peers' middle half.

    Parameters
    ----------
    facts
        All facts of a period.
    roles
        The role of each rep who was active in the period; others are nobody's peers.
    """
    groups: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        if not fact.by and fact.value is not None and fact.rep_id in roles:
            groups.setdefault((fact.metric, roles[fact.rep_id]), []).append(fact)
    return [
        _comparison(fact, others)
        for group in groups.values()
        if len(group) > FEWEST_PEERS
        for fact, others in _each_and_others(group)
    ]


def _each_and_others(group: Sequence[Fact]) -> Iterator[tuple[Fact, Sequence[Decimal]]]:
    """Give each fact with the values of the others, sorted."""
    ranked = sorted((fact.value, fact.rep_id, fact) for fact in group if fact.value is not None)
    values = [value for value, _rep, _fact in ranked]
    for place, (_value, _rep, fact) in enumerate(ranked):
        yield fact, values[:place] + values[place + 1 :]


def _comparison(fact: Fact, values: Sequence[Decimal]) -> Comparison:
    low, middle, high = middle_half(values, fact.unit)
    return Comparison(
        period=fact.period,
        rep_id=fact.rep_id,
        metric=fact.metric,
        method="peers",
        value=middle,
        low=low,
        high=high,
        n_peers=len(values),
        verdict=_verdict(fact, middle),
    )


def middle_half(values: Sequence[Decimal], unit: str) -> tuple[Decimal, Decimal, Decimal]:
    """Give first quartile, median and third quartile of five or more sorted values.

    Rounded, so that nobody's value shows.
    """
    low, middle, high = (_coarse(_quantile(values, quarter), unit) for quarter in (1, 2, 3))
    return low, middle, high


def _quantile(values: Sequence[Decimal], quarter: int) -> Decimal:
    """Give a quartile by linear interpolation between the nearest values."""
    place = Decimal((len(values) - 1) * quarter) / 4
    index = int(place)
    upper = values[min(index + 1, len(values) - 1)]
    return values[index] + (upper - values[index]) * (place - index)


def _coarse(value: Decimal, unit: str) -> Decimal:
    if unit == "share":
        return round_half_up(value, 2)
    if not value:
        return value
    step = Decimal(1).scaleb(value.adjusted() - 1)
    return (value / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step


def _verdict(fact: Fact, middle: Decimal) -> str:
    """Say whether the interval of a rate leaves the peers' median out, and on which side."""
    if fact.low is None or fact.high is None:
        return ""
    if fact.low <= middle <= fact.high:
        return "not_distinguishable"
    return "above" if fact.low > middle else "below"


def is_better(metric: str, verdict: str) -> bool | None:
    """Whether a verdict is to the rep's good; None when neither side is or nothing is told."""
    direction = CATALOGUE[metric].direction
    if verdict not in ("above", "below") or not direction:
        return None
    return (verdict == "above") == (direction > 0)
