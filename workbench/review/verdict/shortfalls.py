"""What fell short, each with what it weighs; page one names all of it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.i18n import message
from workbench.metrics.catalogue import CATALOGUE
from workbench.model.money import quotient
from workbench.page.number import value_text
from workbench.review import words
from workbench.review.verdict import ahead
from workbench.review.verdict.candidate import (
    IN_HAND,
    LIKELY,
    NO_MONEY,
    PARTLY,
    PAST,
    RATES,
    SURE,
    Candidate,
    certainty_of,
    stake_of,
    weighed,
)

if TYPE_CHECKING:
    from workbench.metrics.fact import Fact
    from workbench.review.brief import Brief

_BEYOND = Decimal("1.5")  # times the upper end of what is told of the peers


def shortfalls(review: "Brief") -> Sequence[Candidate]:
    """Give everything that is short, the weightiest first."""
    finders = (
        _gap, _fell, _goals, _beyond_peers, _apart_from_peers, ahead.thin_cover, ahead.overdue,
        ahead.stuck, ahead.old, ahead.fewer_created, ahead.one_customer,
    )  # fmt: skip
    return weighed(finders, review)


def goal_text(fact: "Fact", key: str, review: "Brief") -> str:
    """Say what a goal beside the amount asked for and what was reached."""
    lang, metric = review.lang, CATALOGUE.get(fact.level)
    unit = metric.unit if metric else "count"
    now, asked = (
        value_text(part, unit, review.currency, lang) for part in (fact.numerator, fact.denominator)
    )
    return message(key, lang, metric=words.label(fact.level, lang), value=now, goal=asked)


def goals_told(review: "Brief") -> list["Fact"]:
    """Give the goals beside the amount that were reached or not; none of few answers."""
    return [
        fact for fact in review.figures.levels("quota_attainment", "metric")
        if fact.value is not None and fact.numerator is not None and _is_told(fact, review)
    ]  # fmt: skip


def _is_told(goal: "Fact", review: "Brief") -> bool:
    """Whether more is better, and a rate rests on enough to be held against its goal."""
    metric, own = CATALOGUE.get(goal.level), review.figures.facts.get((goal.level, "", ""))
    is_few = own is not None and words.is_unsteady(own)
    return not is_few and (metric is None or metric.direction >= 0)


def _gap(review: "Brief") -> Iterator[Candidate]:
    gap = review.figures["quota_gap"]
    if gap.value is None or gap.value <= 0:
        return
    said = message("summary-problem-gap", review.lang, gap=words.fact_text(gap, review.lang))
    reach = PAST if review.period.is_over(review.as_of) else IN_HAND
    yield Candidate("gap", said, stake_of(gap.value, review), SURE, reach)


def _fell(review: "Brief") -> Iterator[Candidate]:
    """Tell that less was won than a year before."""
    won, earlier, lang = review.figures["won_revenue"], review.earlier_figures, review.lang
    before = earlier.value("won_revenue") if earlier else None
    if won.value is None or before is None or won.value >= before:
        return
    size = value_text(before - won.value, "money", won.currency, lang)
    reach = PAST if review.period.is_over(review.as_of) else IN_HAND
    said = message(
        "verdict-fell", lang, gap=size, before=value_text(before, "money", won.currency, lang)
    )
    yield Candidate("fell", said, stake_of(before - won.value, review), SURE, reach)


def _goals(review: "Brief") -> Iterator[Candidate]:
    for fact in goals_told(review):
        if fact.value is None or fact.value >= 1:
            continue
        own = review.figures.facts.get((fact.level, "", ""))
        sure = certainty_of(own) if own is not None and own.unit == "share" else SURE
        said = goal_text(fact, "verdict-goal-missed", review)
        stake = NO_MONEY * 2 * (1 - fact.value)
        yield Candidate(f"goal_{fact.level}", said, stake, sure, IN_HAND)


def _beyond_peers(review: "Brief") -> Iterator[Candidate]:
    """Name what is half as much again as the end of what is told of the peers' middle."""
    for metric in ("discount_depth", "push_count"):
        fact, others = review.figures[metric], review.figures.peers(metric)
        if fact.value is None or others is None or not others.high or fact.n < words.RANKED_FROM:
            continue
        if fact.value > others.high * _BEYOND:
            said = _beside("summary-problem-beyond", metric, review)
            times = quotient(fact.value, others.high)
            yield Candidate(metric, said, NO_MONEY * times, LIKELY, IN_HAND)


def _apart_from_peers(review: "Brief") -> Iterator[Candidate]:
    """Name the rates on the wrong side of the peers' median by more than chance."""
    for metric in RATES:
        peers = review.figures.peers(metric)
        wrong = "below" if CATALOGUE[metric].direction > 0 else "above"
        if peers is None or peers.verdict != wrong:
            continue
        said = _beside(f"summary-problem-{wrong}", metric, review)
        certain = certainty_of(review.figures[metric])
        yield Candidate(metric, said, NO_MONEY * 2, certain, PARTLY)


def _beside(key: str, metric: str, review: "Brief") -> str:
    fact, peers, lang = review.figures[metric], review.figures.peers(metric), review.lang
    if peers is None:
        return ""
    is_far = key.endswith("beyond")
    others = (
        {"middle": words.middle_half(peers, fact, lang)}
        if is_far
        else words.beside(peers, fact, lang)
    )
    name, value = words.label(metric, lang), words.fact_text(fact, lang)
    return message(key, lang, metric=name, value=value, **others)
