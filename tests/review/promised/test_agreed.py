"""What is agreed begins where its metric stands, with the day of the data."""

from datetime import date
from decimal import Decimal

from workbench.review.cycle.agreeing import promise_of

# 500 are open for the fourth quarter, of which 1,000 is wanted; the third has no quota
QUOTAS = "rep_id,start_on,end_on,target\nana,2026-10-01,2027-01-01,1000\n"


def agreed(review, metric):
    (actions,) = [each for each in review.template.forms["plan"] if each.kind == "actions"]
    row = ["Do it", metric, "2.5", "2026-12-31", ""]
    return promise_of(review, "2026-Q3:quarterly", actions, row[: len(actions.columns)])


def test_cover_begins_at_that_of_the_period_to_come(made, review_of):
    found = agreed(review_of(made(quotas=QUOTAS)), "pipeline_coverage")

    assert Decimal(found.baseline) == Decimal("0.5")
    assert found.baseline_on == date(2026, 9, 30)


def test_what_happened_begins_at_the_reviews_period_and_its_last_day(review_of):
    found = agreed(review_of(period="2026-Q2"), "meetings")

    assert (Decimal(found.baseline), found.baseline_n) == (6, 6)
    assert found.baseline_on == date(2026, 6, 30)


def test_what_is_unknown_has_no_day(review_of):
    found = agreed(review_of(), "pipeline_coverage")

    assert (found.baseline, found.baseline_on) == ("", None)
