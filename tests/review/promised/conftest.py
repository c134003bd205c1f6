"""Ana's small company: meetings in June and later, two open deals, and what she promised."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from workbench.review.promised.figure import stand_of
from workbench.review.review import open_review
from workbench.store.promises import Promise

# Three meetings by 10 June, two by the 15th, then one; four in the third quarter
MEETINGS = """activity_id,rep_id,kind,at
1,ana,meeting,2026-04-20
2,ana,meeting,2026-05-20
3,ana,meeting,2026-06-10
4,ana,meeting,2026-06-11
5,ana,meeting,2026-06-15
6,ana,meeting,2026-06-20
7,ana,meeting,2026-07-10
8,ana,meeting,2026-08-10
9,ana,meeting,2026-09-10
10,ana,meeting,2026-09-11
"""
# One deal was open in June and won since; two came in later
DEALS = """deal_id,rep_id,is_closed,is_won,amount,created_on,close_on
D1,ana,true,true,100,2026-04-01,2026-07-20
D2,ana,false,false,200,2026-08-01,2026-11-30
D3,ana,false,false,300,2026-08-01,2026-11-30
"""
PROMISED = Promise(
    cycle="2026-Q1:quarterly", rep_id="ana", owner_id="ana", what="Two meetings a month",
    metric="meetings", baseline="2", baseline_n=2, aim="≥ 6", due_on=date(2026, 6, 15),
)  # fmt: skip
JUNE = datetime(2026, 6, 10, 8)  # UTC


@pytest.fixture
def made(company):
    """The company as it is; its files can be written again."""

    def write(**more):
        return company(**{"deals": DEALS, "activities": MEETINGS, **more})

    return write


@pytest.fixture
def review_of(made):
    """Open Ana's review of a company; freezes it first."""

    def open_(company=None, period="2026-Q3", lang="en"):
        there = company or made()
        there.freeze()
        return open_review("ana", period, str(there.folder), lang=lang)

    return open_


@pytest.fixture
def stood(review_of):
    """Tell where a promise stands that differs from PROMISED."""

    def tell(company=None, **change):
        return stand_of(replace(PROMISED, **change), review_of(company))

    return tell
