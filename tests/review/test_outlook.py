"""What looks ahead is told of the next period, as it stood on the last day of this one."""

from datetime import date
from decimal import Decimal

from workbench.review.goal import goals_of
from workbench.review.outlook import state_day
from workbench.review.review import open_review
from workbench.review.scoring import score_of

# On 30 June `far` is open and due in the third quarter; by September it is lost, and `late` came
DEALS = """
deal_id,rep_id,stage,amount,is_closed,is_won,created_on,close_on
won,ana,won,100,true,true,2026-04-01,2026-05-01
far,ana,lost,90,true,false,2026-05-01,2026-08-20
late,ana,propose,5000,false,false,2026-08-25,2026-12-20
"""
HISTORY = """
deal_id,at,stage,amount,close_on,forecast_category
won,2026-04-01T00:00:00Z,qualify,100,2026-05-01,pipeline
far,2026-05-01T00:00:00Z,qualify,240,2026-09-15,pipeline
far,2026-07-20T00:00:00Z,propose,90,2026-09-30,pipeline
late,2026-08-25T00:00:00Z,propose,5000,2026-09-28,commit
"""
QUOTAS = """
rep_id,metric,start_on,end_on,target,weight
ana,won_revenue,2026-04-01,2026-07-01,200,0.8
ana,pipeline_coverage,2026-04-01,2026-07-01,2.5,0.2
ana,won_revenue,2026-07-01,2026-10-01,120,0.8
"""


def review_of(company, deals=DEALS, **tables):
    made = company(deals, quotas=QUOTAS, **tables)
    made.freeze()
    return open_review("ana", "2026-Q2", str(made.folder), lang="en")


def test_the_next_period_is_seen_from_the_last_day_of_this_one(company):
    review = review_of(company, deal_history=HISTORY)
    covered = review.next_figures["pipeline_coverage"]

    assert (review.next_period.name, state_day(review)) == ("2026-Q3", date(2026, 6, 30))
    # `far` at its amount of June over the quota of the third quarter; nothing of what came later
    assert (covered.numerator, covered.denominator, covered.n) == (240, 120, 1)
    assert review.next_figures.value("won_revenue") is None


def test_a_goal_that_looks_ahead_is_scored_by_the_period_it_speaks_of(company):
    review = review_of(company, deal_history=HISTORY)
    goal = next(each for each in goals_of(review) if each.metric == "pipeline_coverage")

    assert review.figures.value("pipeline_coverage") == 0  # of the quarter that is over
    assert (goal.period, goal.actual.value) == ("2026-Q3", 2)
    # nothing was lost by June, so by value all was won: one times is what it takes
    assert (goal.target, goal.agreed, goal.progress) == (1, Decimal("2.5"), 2)


def test_what_nothing_tells_leaves_the_score_openly(company):
    score = score_of(review_of(company))
    ahead = next(item for item in score.items if item.key == "pipeline_coverage")

    assert (ahead.score, ahead.reason) == (None, "state_untold")
    assert (score.weight_used, score.weight_given) == (Decimal("0.8"), 1)


def test_a_document_says_of_which_day_its_open_deals_are(company):
    review = review_of(company, deal_history=HISTORY)
    html = str(review.section("pipeline").html)

    assert "as they stood at the end of 30 Jun 2026" in html
    assert [row.deal_id for row in review.deal_rows("open")] == ["far"]
    assert "Pipeline coverage (2026-Q3)" in str(review.section("goals").html)
