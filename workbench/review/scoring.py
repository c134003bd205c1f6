"""The score of a review, made of its goals: what each weighs, how far it was reached."""

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench.metrics.catalogue import CATALOGUE
from workbench.metrics.fact import Fact
from workbench.metrics.score import Item, Score, weighted_score
from workbench.model.money import quotient
from workbench.review.cycle.goals import progress, weight_lacking
from workbench.review.goal import Goal, goals_of
from workbench.store import goal as kept
from workbench.store.signing import Scored

if TYPE_CHECKING:
    from workbench.review.rep_period import RepPeriod


def score_of(review: "RepPeriod") -> Score:
    """Score a review by the goals of its quota rows.

    An item is how far its goal was reached: figure by target, and target by figure where lower is
    better. Goals without a weight are listed and weigh nothing.
    """
    return weighted_score([_item(goal, review) for goal in goals_of(review)])


def signed_score(review: "RepPeriod") -> Scored | None:
    """Give the score that is kept with a signature; None where the review shows none."""
    if "rating" not in review.template.sections:
        return None
    score = score_of(review)
    if score.value is None or score.share_used is None:
        return None
    return Scored(score.value, score.share_used)


def attainment_of(goals: Iterable[kept.Goal], review: "RepPeriod") -> Score | None:
    """Weigh how far the goals set for a rep are reached.

    None where none has a weight, or the weights do not come to 100: what is told only in part is
    not told. Closed goals and goals without a weight are left out.
    """
    weighed = [goal for goal in goals if goal.is_open and goal.weight]
    if not weighed or weight_lacking(weighed):
        return None
    return weighted_score([_weighed(goal, review) for goal in weighed])


def fact_of(goal: kept.Goal, review: "RepPeriod") -> Fact | None:
    """Give the figure a goal people set is read by; None where its metric is none."""
    return review.figures.facts.get((goal.metric, "", ""))


def _weighed(goal: kept.Goal, review: "RepPeriod") -> Item:
    fact, weight = fact_of(goal, review), goal.number("weight") or Decimal(0)
    reached = progress(goal, fact.value) if fact is not None else None
    grade = fact.grade if fact is not None else ""
    return Item(goal.goal, quotient(weight, kept.WHOLE), reached, grade=grade)


def _item(goal: Goal, review: "RepPeriod") -> Item:
    # of what looks ahead it is the next period's figure that counts, as the goal has it
    fact = review.figures["quota_attainment"] if goal.key == "won_revenue" else goal.actual
    return Item(
        goal.key,
        goal.weight or Decimal(0),
        reached_of(goal),
        reason=_reason(goal),
        grade=fact.grade if fact is not None else "",
        note=fact.note if fact is not None else "",
    )


def reached_of(goal: Goal) -> Decimal | None:
    """Give how far a goal is reached, 1 is in full; None when that cannot be told.

    Where lower is better it is target by figure, and none at all of it is the goal in full.
    """
    metric = CATALOGUE.get(goal.metric)
    if metric is None or metric.direction >= 0 or goal.progress is None:
        return goal.progress
    value = goal.actual.value if goal.actual is not None else None
    if value is None or goal.target is None:
        return None
    return quotient(goal.target, value) if value > 0 else Decimal(1)


def _reason(goal: Goal) -> str:
    if goal.progress is not None:
        return ""
    told = goal.actual.reason if goal.actual is not None else ""
    return told or goal.why or "no_quota"
