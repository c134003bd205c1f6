"""A goal of the period: the target of a quota row and the figure it is measured by."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from workbench.metrics.fact import Fact
from workbench.model.money import quotient
from workbench.review.outlook import told_of
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
    period: str = ""  # whose figure it is, where that is another than the one reviewed
    agreed: Decimal | None = None  # the target people set, where another one is measured by


def goals_of(review: "Review") -> list[Goal]:
    """Give the goals of a rep in the period, revenue first.

    Revenue is measured against the effective quota. Other goals are the quota rows that lie
    wholly inside the period; targets of several rows are added, weights taken from the first.
    """
    rows = _quota_rows(review)
    weights = {row["metric"]: row.get("weight") for row in reversed(rows)}
    goals = [_revenue(review, weights.get("won_revenue"))] if "won_revenue" in weights else []
    for metric in dict.fromkeys(row["metric"] for row in rows if row["metric"] != "won_revenue"):
        targets = [row["target"] for row in rows if row["metric"] == metric]
        goals.append(_other(review, metric, sum(targets, Decimal(0)), weights[metric]))
    return goals


def _revenue(review: "Review", weight: Decimal | None) -> Goal:
    attainment = review.figures["quota_attainment"]
    target = review.figures.value("effective_quota")
    actual = review.figures["won_revenue"]
    return Goal("won_revenue", "money", weight, target, actual, attainment.value)


def _other(review: "Review", metric: str, target: Decimal, weight: Decimal | None) -> Goal:
    known = (metric, "", "") in review.figures.facts
    period, actual = told_of(metric, review) if known else ("", None)
    agreed, target = target, needed(metric, review) or target
    progress = None
    if actual is not None and actual.value is not None and target:
        progress = quotient(actual.value, target)
    unit = actual.unit if actual else "count"
    ahead = period if period != review.period.name else ""
    replaced = agreed if target != agreed else None
    return Goal(metric, unit, weight, target, actual, progress, ahead, replaced)


def needed(metric: str, review: "Review") -> Decimal | None:
    """Give what a measure has to be by the team's own record; None where nothing tells it.

    Open deals cover a target when they are worth it over the share that is won: what that takes is
    known, and takes the place of a rule of thumb.
    """
    return review.figures.value("needed_coverage") if metric == "pipeline_coverage" else None


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
