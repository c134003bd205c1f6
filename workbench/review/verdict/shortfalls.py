"""What fell short, each with what it weighs; page one names all of it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.i18n import message
from workbench.metrics.catalogue import CATALOGUE
from workbench.metrics.comparison.peers import FAR_ABOVE
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
    is_news,
    stake_of,
    weighed,
)
from workbench.review.verdict.goals import goals_missed, worse_than_peers

if TYPE_CHECKING:
    from workbench.review.brief import Brief

_BEYOND = Decimal("1.5")  # times the upper end of what is told of the peers


def shortfalls(review: "Brief") -> Sequence[Candidate]:
    """Give everything that is short, the weightiest first."""
    finders = (
        _gap, _fell, goals_missed, _discounted, _put_off, _apart_from_peers, ahead.thin_cover,
        ahead.overdue, ahead.stuck, ahead.old, ahead.fewer_created, ahead.one_customer,
    )  # fmt: skip
    return weighed(finders, review)


def _gap(review: "Brief") -> Iterator[Candidate]:
    gap = review.figures["quota_gap"]
    if gap.value is None or gap.value <= 0:
        return
    is_over, told = review.period.is_over(review.as_of), words.fact_text(gap, review.lang)
    said = message("summary-problem-gap", review.lang, gap=told)
    asked = "" if is_over else message("verdict-decide-gap", review.lang, gap=told)
    reach = PAST if is_over else IN_HAND
    yield Candidate("gap", said, stake_of(gap.value, review), SURE, reach, asked=asked)


def _fell(review: "Brief") -> Iterator[Candidate]:
    """Tell that clearly less was won than a year before."""
    won, earlier, lang = review.figures["won_revenue"], review.earlier_figures, review.lang
    before = earlier.value("won_revenue") if earlier else None
    if won.value is None or before is None or won.value >= before:
        return
    if not is_news(before - won.value, before):
        return
    size = value_text(before - won.value, "money", won.currency, lang)
    reach = PAST if review.period.is_over(review.as_of) else IN_HAND
    said = message(
        "verdict-fell", lang, gap=size, before=value_text(before, "money", won.currency, lang)
    )
    yield Candidate("fell", said, stake_of(before - won.value, review), SURE, reach)


def _discounted(review: "Brief") -> Iterator[Candidate]:
    """Name a discount of more than twice the peers' median."""
    metric, lang = "discount_depth", review.lang
    fact, peers = review.figures[metric], review.figures.peers(metric)
    if peers is None or peers.verdict != FAR_ABOVE:
        return
    name, value = words.label(metric, lang), words.fact_text(fact, lang)
    said = message("verdict-far-above", lang, metric=name, value=value)
    asked = message("verdict-decide-rate", lang, metric=name)
    yield Candidate(metric, said, NO_MONEY * 2, LIKELY, IN_HAND, asked=asked)


def _put_off(review: "Brief") -> Iterator[Candidate]:
    """Name dates put off half as often again as the end of what is told of the peers' middle."""
    metric, lang = "push_count", review.lang
    fact, others = review.figures[metric], review.figures.peers(metric)
    if fact.value is None or others is None or not others.high or fact.n < words.RANKED_FROM:
        return
    if fact.value > others.high * _BEYOND:
        name, value = words.label(metric, lang), words.fact_text(fact, lang)
        told = words.others_told(others, fact, lang)
        said = message("summary-problem-beyond", lang, metric=name, value=value, others=told)
        weight = NO_MONEY * quotient(fact.value, others.high)
        asked = message("verdict-decide-rate", lang, metric=name)
        yield Candidate(metric, said, weight, LIKELY, IN_HAND, asked=asked)


def _apart_from_peers(review: "Brief") -> Iterator[Candidate]:
    """Name the rates on the wrong side of the peers' median by more than chance.

    One whose goal was missed too is told once, with the goal.
    """
    told = {each.key for each in goals_missed(review)}
    for metric in RATES:
        if worse_than_peers(metric, review) is None or f"goal_{metric}" in told:
            continue
        side = "below" if CATALOGUE[metric].direction > 0 else "above"
        said = _beside(f"summary-problem-{side}", metric, review)
        certain = certainty_of(review.figures[metric])
        asked = message("verdict-decide-rate", review.lang, metric=words.label(metric, review.lang))
        yield Candidate(metric, said, NO_MONEY * 2, certain, PARTLY, asked=asked)


def _beside(key: str, metric: str, review: "Brief") -> str:
    fact, peers, lang = review.figures[metric], review.figures.peers(metric), review.lang
    if peers is None:
        return ""
    others = words.beside(peers, fact, lang)
    name, value = words.label(metric, lang), words.fact_text(fact, lang)
    return message(key, lang, metric=name, value=value, **others)
