"""A goal of the period: the target of a quota row and the figure it is measured by."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from workbench.metrics.aims import REVENUE, Aim, aim_of, aims_of, is_money
from workbench.metrics.catalogue import CATALOGUE, is_state
from workbench.metrics.fact import Fact
from workbench.model.money import quotient
from workbench.review.outlook import told_of

if TYPE_CHECKING:
    from workbench.review.rep_period import RepPeriod


@dataclass(frozen=True)
class Goal:
    """One line of the table of goals."""

    metric: str
    unit: str
    weight: Decimal | None
    target: Decimal | None
    actual: Fact | None  # None when the metric is not computed
    progress: Decimal | None  # actual / target; None when either is absent or the target is 0
    period: str = ""  # whose figure it is, where that is another than the one reviewed
    agreed: Decimal | None = None  # the target people set, where another one is measured by
    level: str = ""  # the product, region or segment it is for; "" for the whole figure
    why: str = ""  # code of why there is no target, or no figure to hold it against

    @property
    def key(self) -> str:
        """Name it among the goals of a review: `won_revenue`, or `won_revenue@East`."""
        return f"{self.metric}@{self.level}" if self.level else self.metric


def goals_of(review: "RepPeriod") -> list[Goal]:
    """Give the goals of a rep in the period, revenue first.

    Revenue is measured against the effective quota; every other goal, and revenue of one product,
    region or segment, against its own rows (`metrics.aimed`). Weights are taken from the first row
    of each. A row of two cuts at once is no goal: `check` names it. Who has left is asked nothing
    that looks ahead.
    """
    rows = _quota_rows(review)
    weights = {aim_of(row): row.get("weight") for row in reversed(rows)}
    return [_goal(review, aim, weights[aim]) for aim in aims_of(rows)]


def _goal(review: "RepPeriod", aim: Aim, weight: Decimal | None) -> Goal:
    if aim == Aim(REVENUE):
        return _revenue(review, weight)
    reached = review.figures.facts.get(("quota_attainment", *aim.place))
    target = _target(reached, aim.metric) if reached else None
    why = reached.reason if reached else ""
    if not aim.by:
        return replace(_other(review, aim.metric, target, weight), why=why)
    actual = _actual(reached, aim.metric, review) if reached else None
    unit = actual.unit if actual else "count"
    progress = None
    if actual is not None and actual.value is not None and target:
        progress = quotient(actual.value, target)
    return Goal(aim.metric, unit, weight, target, actual, progress, level=aim.level, why=why)


def _target(reached: Fact, metric: str) -> Decimal | None:
    """Give the target an attainment is of: below the line, above it where lower is better."""
    return reached.numerator if _is_turned(reached, metric) else reached.denominator


def _actual(reached: Fact, metric: str, review: "RepPeriod") -> Fact | None:
    """Make the fact of what was reached at one level out of its attainment."""
    if metric not in CATALOGUE:
        return None
    value = reached.denominator if _is_turned(reached, metric) else reached.numerator
    value = Decimal(0) if "nothing_of_it" in reached.note.split() else value
    unit = CATALOGUE[metric].unit
    currency = review.currency if is_money(metric) else ""
    return reached._replace(metric=metric, value=value, unit=unit, currency=currency)


def _is_turned(reached: Fact, metric: str) -> bool:
    is_low = metric in CATALOGUE and CATALOGUE[metric].direction < 0
    return is_low and reached.value is not None


def _revenue(review: "RepPeriod", weight: Decimal | None) -> Goal:
    attainment = review.figures["quota_attainment"]
    target = review.figures.value("effective_quota")
    actual = review.figures["won_revenue"]
    return Goal("won_revenue", "money", weight, target, actual, attainment.value)


def _other(
    review: "RepPeriod", metric: str, target: Decimal | None, weight: Decimal | None
) -> Goal:
    known = (metric, "", "") in review.figures.facts
    period, told = told_of(metric, review) if known else ("", None)
    actual = _still_theirs(told, review) if told else None
    agreed, target = target, needed(metric, review) or target
    progress = None
    if actual is not None and actual.value is not None and target:
        progress = quotient(actual.value, target)
    unit = actual.unit if actual else "count"
    ahead = period if period != review.period.name else ""
    replaced = agreed if target != agreed else None  # nothing was, where no row tells a target
    return Goal(metric, unit, weight, target, actual, progress, ahead, replaced)


def needed(metric: str, review: "RepPeriod") -> Decimal | None:
    """Give what a measure has to be by the team's own record; None where nothing tells it.

    Open deals cover a target when they are worth it over the share that is won: what that takes is
    known, and takes the place of a rule of thumb.
    """
    return review.figures.value("needed_coverage") if metric == "pipeline_coverage" else None


def _still_theirs(fact: Fact, review: "RepPeriod") -> Fact:
    """Give a figure; absent where it looks ahead of who has left: it is theirs no more."""
    last_day = min(review.period.last_day, review.as_of)
    if not review.employment.has_left(last_day) or not is_state(fact.metric):
        return fact
    note = f"left:{review.employment.last_on}"
    return fact._replace(value=None, reason="has_left", note=note, grade="")


def _quota_rows(review: "RepPeriod") -> list[dict[str, Any]]:
    period, rows = review.period, review.own_rows("quotas")
    return [row for row in rows if row["start_on"] < period.end and row["end_on"] > period.start]
