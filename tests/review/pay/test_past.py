"""What counts as a change of the past, and what does not."""

from datetime import date

import pytest
from paid_company import PaidCompany

from workbench.review.pay.past import marks
from workbench.snapshots import current_snapshot
from workbench.snapshots.pay.inputs import Payroll
from workbench.snapshots.pay.plans import plans_of
from workbench.sources.workspace import open_workspace

END, KNOWN = date(2026, 7, 1), date(2026, 10, 1)


def roll(company):
    company.write("2026-Q3")
    space = open_workspace(company.folder)
    period = space.calendar.period("2026-Q3")
    return Payroll(current_snapshot(space), space, plans_of(space), period)


def mark(company):
    """Give the fingerprint of Ana's second quarter by the data of the third."""
    return marks(roll(company), END, KNOWN)["ana"]


@pytest.fixture
def company(tmp_path):
    made = PaidCompany(tmp_path / "w", terms='pay = "on_cash"')
    made.deal("D1", "ana", 100000, "2026-05-10")
    made.deal("D2", "bo", 100000, "2026-05-11")
    made.receipts = ["r1,D1,2026-06-01,2026-06-01,50000,50000,CNY"]
    return made


@pytest.mark.parametrize(
    "change",
    [
        lambda each: each.deal("D3", "ana", 5, "2026-08-01"),
        lambda each: each.deal("D2", "bo", 7, "2026-05-11"),
        lambda each: each.receipts.append("r2,D1,2026-07-02,2026-07-02,50000,50000,CNY"),
    ],
    ids=["a deal of later", "another's deal", "cash that came since"],
)
def test_what_came_later_is_no_change(company, change):
    before = mark(company)
    change(company)

    assert mark(company) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda each: each.deal("D1", "ana", 99999, "2026-05-10"),
        lambda each: each.deal("D1", "bo", 100000, "2026-05-10"),
        lambda each: each.deal("D1", "ana", 100000, "2026-05-10", is_won="false"),
        lambda each: each.deal("D1", "ana", 100000, "2026-08-10"),
        lambda each: each.deal("D4", "ana", 5, "2026-04-01"),
        lambda each: each.deal("D1", "ana", 100000, "2026-05-10", currency="USD"),
        lambda each: each.receipts.append("r2,D1,2026-06-02,2026-06-02,50000,50000,CNY"),
        lambda each: each.receipts.append("r2,D1,2026-08-02,2026-08-02,0,-10,CNY"),
        lambda each: setattr(each, "terms", ""),
    ],
    ids=["amount", "rep", "lost", "moved", "late", "currency", "cash of then", "refund", "plan"],
)
def test_a_change_of_the_past_is_seen(company, change):
    before = mark(company)
    change(company)

    assert mark(company) != before


def test_the_fingerprint_of_one_rep_is_the_one_among_everybody(company):
    everybody = marks(roll(company), END, KNOWN)

    assert everybody.keys() == {"ana", "bo"}
    assert marks(roll(company), END, KNOWN, {"ana"}) == {"ana": everybody["ana"]}
