"""Goals beside the amount: which were reached, which were missed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.i18n import message
from workbench.metrics.catalogue import CATALOGUE
from workbench.page.number import value_text
from workbench.review import words
from workbench.review.verdict.candidate import (
    IN_HAND,
    NO_MONEY,
    SURE,
    Candidate,
    certainty_of,
)

if TYPE_CHECKING:
    from workbench.metrics.fact import Comparison, Fact
    from workbench.review.brief import Brief


def goals_told(review: "Brief") -> list["Fact"]:
    """Give the goals beside the amount that were reached or not; none of few answers."""
    return [
        fact for fact in review.figures.levels("quota_attainment", "metric")
        if fact.value is not None and fact.numerator is not None and _is_told(fact, review)
    ]  # fmt: skip


def goals_missed(review: "Brief") -> Iterator[Candidate]:
    """Tell the goals that were not reached, each with whether it is apart from peers too."""
    for fact in goals_told(review):
        if fact.value is None or fact.value >= 1:
            continue
        own = review.figures.facts.get((fact.level, "", ""))
        sure = certainty_of(own) if own is not None and own.unit == "share" else SURE
        stake = NO_MONEY * 2 * (1 - fact.value)
        name = words.label(fact.level, review.lang)
        asked = message("verdict-decide-goal", review.lang, metric=name)
        said = _missed(fact, review)
        yield Candidate(f"goal_{fact.level}", said, stake, sure, IN_HAND, asked=asked)


def goals_reached(review: "Brief") -> Iterator[Candidate]:
    """Tell the goals that were reached."""
    for fact in goals_told(review):
        if fact.value is not None and fact.value >= 1:
            said = _goal_text(fact, "verdict-goal-reached", review)
            yield Candidate(f"goal_{fact.level}", said, NO_MONEY * 2 * fact.value, SURE, IN_HAND)


def worse_than_peers(metric: str, review: "Brief") -> "Comparison | None":
    """Give the peers of a rate that is on their wrong side by more than chance; None of others."""
    peers = review.figures.peers(metric)
    wrong = "below" if CATALOGUE[metric].direction > 0 else "above"
    return peers if peers is not None and peers.verdict == wrong else None


def _missed(goal: "Fact", review: "Brief") -> str:
    peers = worse_than_peers(goal.level, review) if goal.level in CATALOGUE else None
    if peers is None:
        return _goal_text(goal, "verdict-goal-missed", review)
    told = words.beside(peers, review.figures[goal.level], review.lang)
    return _goal_text(goal, "verdict-goal-missed-below", review, **told)


def _goal_text(goal: "Fact", key: str, review: "Brief", **more: str) -> str:
    """Say what a goal asked for and what was reached."""
    lang, metric = review.lang, CATALOGUE.get(goal.level)
    unit = metric.unit if metric else "count"
    now, asked = (
        value_text(part, unit, review.currency, lang) for part in (goal.numerator, goal.denominator)
    )
    name = words.label(goal.level, lang)
    return message(key, lang, metric=name, value=now, goal=asked, **more)


def _is_told(goal: "Fact", review: "Brief") -> bool:
    """Whether more is better, and a rate rests on enough to be held against its goal."""
    metric, own = CATALOGUE.get(goal.level), review.figures.facts.get((goal.level, "", ""))
    is_few = own is not None and words.is_unsteady(own)
    return not is_few and (metric is None or metric.direction >= 0)
