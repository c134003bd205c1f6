"""From where the next statement goes on, in a company whose files change."""

import pytest
from paid_company import OPS, PaidCompany

from workbench.incentives.ledger.frozen import frozen_of, frozen_text
from workbench.review.pay.before import frozen_text_of
from workbench.review.pay.drafts import Drafts
from workbench.review.pay.issued import issue_of
from workbench.snapshots import current_snapshot
from workbench.snapshots.pay.plans import plans_of
from workbench.sources.workspace import open_workspace
from workbench.store.opening import store_of


@pytest.fixture
def company(tmp_path):
    """Pay Ana 10,000 for D1 in the first quarter, and 5,000 for D2 in the second."""
    made = PaidCompany(tmp_path / "w")
    made.deal("D1", "ana", 100000, "2026-02-10")
    made.deal("D2", "ana", 50000, "2026-05-10")
    for period in ("2026-Q1", "2026-Q2"):
        made.run(period)
    return made


def drafts(company):
    """Give what the third quarter is made from: as a run does it, and from the first quarter on."""
    company.write("2026-Q3")
    space = open_workspace(company.folder)
    store = store_of(space)
    try:
        period, issue = space.calendar.period("2026-Q3"), issue_of(store, OPS)
        made = Drafts(space, current_snapshot(space), plans_of(space), period, issue)
        return made.of(["ana"])["ana"], made.one("ana")
    finally:
        store.engine.dispose()


def names(drafted):
    return [each.name for each in drafted.frozen.periods]


def test_a_run_begins_with_the_first_period_that_something_changed_in(company):
    company.deal("D2", "ana", 40000, "2026-05-10")
    found, whole = drafts(company)

    assert (names(found), names(whole)) == (
        ["2026-Q2", "2026-Q3"],
        ["2026-Q1", "2026-Q2", "2026-Q3"],
    )
    (adjusted,) = found.frozen.adjustments
    assert (adjusted.period, adjusted.row_id, adjusted.amount) == ("2026-Q2", "D2", -1000)
    assert found.frozen.adjustments == whole.frozen.adjustments


@pytest.mark.parametrize(
    "change",
    [
        lambda company: company.deal("D1", "ana", 90000, "2026-02-10"),
        lambda company: company.deal("D1", "ana", 100000, "2026-02-10", is_won="false"),
        lambda company: company.deal("D2", "ana", 50000, "2026-02-11"),
    ],
    ids=["amount", "lost", "moved before it"],
)
def test_a_change_of_the_first_period_has_all_of_them_computed(company, change):
    change(company)
    found, whole = drafts(company)

    assert names(found)[0] == "2026-Q1"
    assert found.frozen == whole.frozen


def test_what_is_issued_from_a_later_period_on_comes_out_the_same_again(company):
    company.deal("D2", "ana", 50000, "2026-05-10", is_won="false")
    company.run("2026-Q3")
    issued = company.issued("ana", "2026-Q3")
    text = frozen_text_of(issued.kept.frozen)

    assert frozen_text(frozen_of(text)) == text
    assert [(each.kept.row_id, each.amount) for each in issued.statement.taken] == [("D2", 5000)]


def test_a_deal_paid_before_the_first_statement_is_taken_back_when_it_is_cancelled(tmp_path):
    """No file of deals holds it: only the plan tells of it, and that it fell through."""
    made = PaidCompany(tmp_path / "w")
    made.opening = (
        'opening = { originals = [{ deal_id = "D0", closed_on = 2025-12-01, '
        "credit = 20000, rate = 0.1 }] }"
    )
    made.deal("D1", "ana", 100000, "2026-02-10")
    made.run("2026-Q1")
    made.deal("D2", "ana", 50000, "2026-05-10")
    made.cancellations = '[[cancellations]]\ndeal_id = "D0"\non = 2026-05-15'

    lines = made.run("2026-Q2")

    assert (lines["ana"].pay, lines["ana"].figures["clawback"]) == (3000, "-2000.00")
