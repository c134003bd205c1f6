"""A goal of the period: the target of a quota row and the figure it is measured by."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from workbench.metrics.catalogue import CATALOGUE, is_state
from workbench.metrics.fact import Fact
from workbench.model.money import quotient
from workbench.snapshots.held import rows_of

if TYPE_CHECKING:
    from workbench.review.review import Review


@dataclass(frozen=True)
class Goal:
    """One line of the table of goals."""

    metric: str
    unit: str
    weight: Decimal | None
    target: Decimal | None
    actual: Fact | None  # None when the metric is not computed
    progress: Decimal | None  # actual / target; None when either is absent or the target is 0


def goals_of(review: "Review") -> list[Goal]:
    """Give the goals of a rep in the period, revenue first.

    Revenue is measured against the effective quota. Other goals are the quota rows that lie
    wholly inside the period; targets of several rows are added, weights taken from the first.
    Who leaves owes sums and counts up to the last day at work, and nothing that looks ahead of it.
    """
    rows = _quota_rows(review)
    weights = {row["metric"]: row.get("weight") for row in reversed(rows)}
    goals = [_revenue(review, weights.get("won_revenue"))] if "won_revenue" in weights else []
    for metric in dict.fromkeys(row["metric"] for row in rows if row["metric"] != "won_revenue"):
        targets = [_to_last_day(row, review) for row in rows if row["metric"] == metric]
        goals.append(_other(review, metric, sum(targets, Decimal(0)), weights[metric]))
    return goals


def _revenue(review: "Review", weight: Decimal | None) -> Goal:
    attainment = review.figures["quota_attainment"]
    target = review.figures.value("effective_quota")
    actual = review.figures["won_revenue"]
    return Goal("won_revenue", "money", weight, target, actual, attainment.value)


def _other(review: "Review", metric: str, target: Decimal, weight: Decimal | None) -> Goal:
    known = (metric, "", "") in review.figures.facts
    actual = _still_theirs(review.figures[metric], review) if known else None
    progress = None
    if actual is not None and actual.value is not None and target:
        progress = quotient(actual.value, target)
    return Goal(metric, actual.unit if actual else "count", weight, target, actual, progress)


def _still_theirs(fact: Fact, review: "Review") -> Fact:
    """Give a figure; absent where it looks ahead of who has left: it is theirs no more."""
    last_day = min(review.period.last_day, review.snapshot.as_of)
    if not review.employment.has_left(last_day) or not is_state(fact.metric):
        return fact
    note = f"left:{review.employment.last_on}"
    return fact._replace(value=None, reason="has_left", note=note, grade="")


def _to_last_day(row: Mapping[str, Any], review: "Review") -> Decimal:
    """Give the target of a row; what adds up over days counts to the last day at work."""
    at_work, calendar = review.employment, review.workspace.calendar
    start, end, target = row["start_on"], row["end_on"], Decimal(row["target"])
    metric = CATALOGUE.get(row["metric"])
    adds_up = metric is not None and metric.unit in ("count", "money")
    whole = calendar.working_days(start, end)
    if not (adds_up and at_work.leaves and end > at_work.end) or not whole:
        return target
    return quotient(target * calendar.working_days(start, at_work.end), whole)


def _quota_rows(review: "Review") -> list[dict[str, Any]]:
    if not review.snapshot.has("quotas"):
        return []
    period = review.period
    rows = rows_of(review.snapshot.path("quotas"), review.rep.rep_id).to_pylist()
    inside = [
        row
        for row in rows
        if row["start_on"] >= period.start
        and row["end_on"] <= period.end
        and not row.get("product_family")
    ]
    revenue = [
        row
        for row in rows
        if row["metric"] == "won_revenue"
        and row["start_on"] < period.end
        and row["end_on"] > period.start
    ]
    return [*revenue, *(row for row in inside if row["metric"] != "won_revenue")]
