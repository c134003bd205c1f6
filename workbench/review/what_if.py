"""What if: the result of a review, had one driver of it differed."""

from typing import TYPE_CHECKING

from workbench.metrics.scenario import Changes, Drivers, Scenario, scenario
from workbench.metrics.score import Item
from workbench.review.scoring import score_of

if TYPE_CHECKING:
    from workbench.review.rep_period import RepPeriod


def what_if(review: "RepPeriod", changes: Changes) -> Scenario:
    """Recompute attainment and score of a review under changes.

    The goal for won revenue is scored by attainment; the other goals stay as they are.
    """
    value = review.figures.value
    drivers = Drivers(
        won_revenue=value("won_revenue"),
        quota=value("effective_quota"),
        win_rate=value("win_rate"),
        deal_size=value("average_deal_size"),
        cycle_days=value("sales_cycle_days"),
        coverage=value("pipeline_coverage"),
        win_rate_by_value=value("win_rate_by_value"),
    )
    items: tuple[Item, ...] = score_of(review).items
    return scenario(drivers, changes, items, attainment_key="won_revenue")
