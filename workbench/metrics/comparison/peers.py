"""Peers: what others of the same role reached, told so that nobody can be recognised.

Peers are the other reps of the same role over the company who have a value. With fewer than five
there is no comparison. Where the middle of the role lies is told as `disclosure` allows, the same
to each of them; whether a rep's rate is apart is judged against the others alone, exactly, and told
even where the middle is not. A rate of no counted cases (a discount) has no interval; of it is told
whether it is more than twice the others' median.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from workbench.metrics.catalogue import CATALOGUE
from workbench.metrics.disclosure import FEWEST, NARROWER_FROM, Middle, middle_of, quantile
from workbench.metrics.fact import Comparison, Fact
from workbench.metrics.possible import bounds
from workbench.model.money import round_half_up

FAR_ABOVE = "far_above"  # the verdict on a rate without an interval: more than twice the median
_WITHOUT_INTERVAL = ("discount_depth",)  # those page one judges; a verdict nobody reads tells too
_RESTS_ON = 5  # cases, before it is called so
_LEAST_APART = Decimal("0.05")  # where the others' median is next to nothing


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
    return [row for group in groups.values() if len(group) > FEWEST for row in _of_group(group)]


def _of_group(group: Sequence[Fact]) -> Iterator[Comparison]:
    """Give each fact's row: the middle of the group, and the verdict against the others."""
    ranked = sorted((fact.value, fact.rep_id, fact) for fact in group if fact.value is not None)
    values = [value for value, _rep, _fact in ranked]
    _least, most = bounds(group[0].metric)
    told = middle_of(values, group[0].unit, len(values) - 1, most)
    for place, (_value, _rep, fact) in enumerate(ranked):
        verdict = _verdict(fact, [*values[:place], *values[place + 1 :]])
        if told is not None or verdict:
            yield _comparison(fact, told, len(values) - 1, verdict)


def _comparison(fact: Fact, told: Middle | None, others: int, verdict: str) -> Comparison:
    return Comparison(
        period=fact.period,
        rep_id=fact.rep_id,
        metric=fact.metric,
        method="peers",
        value=told.middle if told else None,
        low=told.low if told else None,
        high=told.high if told else None,
        n_peers=others,
        verdict=verdict,
    )


def _coarse(value: Decimal, unit: str) -> Decimal:
    if unit == "share":
        return round_half_up(value, 2)
    if not value:
        return value
    step = Decimal(1).scaleb(value.adjusted() - 1)
    return (value / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step


def _verdict(fact: Fact, others: Sequence[Decimal]) -> str:
    """Say whether the interval of a rate leaves the others' median out, and on which side."""
    middle = _coarse(quantile(others, 2), fact.unit)
    if fact.low is None or fact.high is None:
        return FAR_ABOVE if _is_far_above(fact, middle, len(others)) else ""
    if fact.low <= middle <= fact.high:
        return "not_distinguishable"
    return "above" if fact.low > middle else "below"


def _is_far_above(fact: Fact, middle: Decimal, others: int) -> bool:
    """Whether a rate without an interval is more than twice the median of enough others."""
    if fact.metric not in _WITHOUT_INTERVAL or fact.value is None or fact.n < _RESTS_ON:
        return False
    return others >= NARROWER_FROM and fact.value > max(middle * 2, middle + _LEAST_APART)


def is_better(metric: str, verdict: str) -> bool | None:
    """Whether a verdict is to the rep's good; None when neither side is or nothing is told."""
    direction = CATALOGUE[metric].direction
    if verdict not in ("above", "below") or not direction:
        return None
    return (verdict == "above") == (direction > 0)
