"""Who came since a year ago has no past there, whatever was handed over."""

import pytest

from tests.review.by_hand import told
from workbench.review.review import open_review

DEALS = """deal_id,rep_id,amount,currency,is_closed,is_won,close_on
handed,ana,70,CNY,true,{won},2025-08-05
own,ana,500,CNY,true,true,2026-08-05
"""
REPS = "rep_id,name,hired_on\nana,Ana,{}\n"


def shown(company, hired_on, won):
    made = company(DEALS.format(won=won), reps=REPS.format(hired_on))
    review = open_review("ana", "2026-Q3", str(made.folder), lang="en", surface="document")
    return review, "\n".join(
        line for key in ("summary", "results") for line in told(key, review)[1]
    )


@pytest.mark.parametrize("won", ["true", "false"])
def test_who_came_in_spring_is_not_held_against_the_summer_before(company, won):
    review, text = shown(company, "2026-02-16", won)

    assert review.earlier_figures is None
    assert review.earlier_won == ()
    assert "a year ago" not in text
    assert "Same period last year" not in text


def test_who_came_on_its_last_day_has_a_year_before(company):
    review, text = shown(company, "2025-09-30", "true")

    assert review.earlier_period.name == "2025-Q3"
    assert "Won ¥500, ¥430 more than a year ago." in text
