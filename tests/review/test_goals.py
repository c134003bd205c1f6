"""The goals of a review: every target counts where it says, in the table and in the score."""

from decimal import Decimal

import pytest

from workbench.review.goal import goals_of
from workbench.review.review import open_review
from workbench.review.scoring import score_of

DEALS = """
deal_id,rep_id,product_id,amount,is_closed,is_won,created_on,close_on
A,ana,P1,60,true,true,2026-06-01,2026-08-01
B,ana,S1,40,true,true,2026-06-01,2026-08-01
C,ana,P1,10,true,false,2026-06-01,2026-08-01
"""
PRODUCTS = "product_id,name,family\nP1,One,pumps\nS1,Plan,service\n"
QUOTAS = """
rep_id,metric,start_on,end_on,target,product_family,weight
ana,won_revenue,2026-07-01,2026-10-01,200,,0.5
ana,won_revenue,2026-07-01,2026-10-01,80,pumps,0.25
ana,lost_deals,2026-07-01,2026-10-01,4,,0.25
ana,won_deals,2026-07-01,2026-10-01,1,service,
"""


@pytest.fixture
def review(company):
    made = company(DEALS, products=PRODUCTS, quotas=QUOTAS)
    return open_review("ana", "", str(made.folder), lang="en", surface="document")


def test_each_target_is_a_goal_of_its_own(review):
    told = {goal.key: (goal.actual.value, goal.target) for goal in goals_of(review)}

    assert told == {
        "won_revenue": (100, 200),
        "won_revenue@pumps": (60, 80),
        "lost_deals": (1, 4),
        "won_deals@service": (1, 1),
    }


def test_a_target_of_a_family_is_scored_by_its_weight(review):
    # 0.5 × 0.5, 0.75 × 0.25, and lost deals 4 of 1, which counts for 1.2 at most, × 0.25
    assert score_of(review).value == Decimal("0.25") + Decimal("0.1875") + Decimal("0.3")


def test_the_table_names_the_level_and_counts_a_goal_met_where_lower_is_better(review):
    section = review.section("goals")

    assert "Won revenue (pumps)" in section.html
    assert "2" in section.finding  # lost deals, and the won deal of service


def test_the_results_tell_it_in_a_line(review):
    assert "Won revenue (pumps): ¥60 of ¥80, 75.0% reached" in review.section("results").html


def test_a_target_that_cannot_be_counted_says_why(company):
    rows = QUOTAS + "ana,won_rvnue,2026-07-01,2026-10-01,1,,\n"
    made = company(DEALS, products=PRODUCTS, quotas=rows)
    review = open_review("ana", "", str(made.folder), lang="en", surface="document")

    assert "no figure of that name is computed" in review.section("goals").html


def test_part_of_a_count_is_written_as_a_part(company):
    # 92 of the 365 days of the year: a tenth of 92 / 365 × 10
    made = company(DEALS, quotas="""
    rep_id,metric,start_on,end_on,target
    ana,won_deals,2026-01-01,2027-01-01,10
    """)  # fmt: skip
    review = open_review("ana", "", str(made.folder), lang="en", surface="document")

    assert ">2.5<" in review.section("goals").html
