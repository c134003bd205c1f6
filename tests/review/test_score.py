"""The score of a review and its scenarios, made of the goals of a tiny company."""

from decimal import Decimal

import pytest

from workbench.errors import UnknownNameError
from workbench.review.review import open_review
from workbench.review.scoring import score_of

DEALS = """
deal_id,rep_id,account_id,amount,is_closed,is_won,created_on,close_on
A,ana,a,60,true,true,2026-06-01,2026-08-01
B,ana,b,40,true,true,2026-06-01,2026-08-01
C,ana,c,100,true,false,2026-06-01,2026-08-01
D,ana,c,100,true,false,2026-06-01,2026-08-01
"""
QUOTAS = """
rep_id,metric,start_on,end_on,target,weight
ana,won_revenue,2026-07-01,2026-10-01,200,0.6
ana,lost_deals,2026-07-01,2026-10-01,1,0.2
ana,csat,2026-07-01,2026-10-01,0.9,0.2
"""


@pytest.fixture
def review(company):
    made = company(DEALS, quotas=QUOTAS)
    return open_review("ana", "", str(made.folder), lang="en", surface="document")


def test_what_cannot_be_scored_leaves_both_sums(review):
    # revenue 0.5 × 0.6, lost deals 1 of 2 allowed 0.5 × 0.2; no surveys: 0.8 of the weight is used
    score = score_of(review)

    assert (score.value, score.weight_used, score.share_used) == (
        Decimal("0.5"),
        Decimal("0.8"),
        Decimal("0.8"),
    )


def test_the_document_prints_how_the_score_was_made(review):
    html = review.section("rating").html

    assert "How this score was made" in html
    assert "(60% × 50.0% + 20% × 50.0%) / 80% = 50.0%" in html


def test_a_scenario_moves_attainment_and_score(review):
    found = review.what_if(win_rate=Decimal(1))

    assert (found.attainment, found.score.value) == (1, Decimal("0.875"))


def test_a_driver_nobody_knows_is_refused(review):
    with pytest.raises(UnknownNameError):
        review.what_if(winrate=Decimal(1))
