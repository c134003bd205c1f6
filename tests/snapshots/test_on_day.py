"""Tables of today, taken back to a day: what came later is not there, what was open is open."""

from dataclasses import replace
from datetime import date

import pytest

from workbench.metrics.ground import Ground
from workbench.snapshots.engine import basis_of, tables_of
from workbench.snapshots.on_day import fact_on

DAY = date(2026, 6, 15)
DEALS = """deal_id,rep_id,is_closed,is_won,amount,stage,created_on,close_on
before,ana,true,true,1,won,2026-05-01,2026-06-15
after,ana,true,true,2,won,2026-05-01,2026-06-16
later,ana,false,false,4,offer,2026-06-16,2026-09-01
late_typed,ana,true,true,8,won,2026-07-01,2026-06-10
"""
HISTORY = """deal_id,at,rep_id,stage,amount,close_on,forecast_category
before,2026-05-01T01:00:00Z,ana,offer,1,2026-06-30,pipeline
after,2026-05-01T01:00:00Z,bo,offer,16,2026-08-31,pipeline
after,2026-06-16T01:00:00Z,ana,won,2,2026-06-16,closed
"""


def taken_back(made):
    period = replace(made.workspace.calendar.period("2026-Q2"), seen_on=DAY)
    snapshot = made.freeze()
    return Ground(tables_of(snapshot), basis_of(snapshot, made.workspace, period)).tables


def stood(made):
    deals = taken_back(made)["deals"].to_pyarrow().to_pylist()
    return {row["deal_id"]: row for row in deals}


def test_a_deal_closed_later_is_open_and_one_made_later_is_not_there(company):
    found = stood(company(deals=DEALS))

    assert {key: row["is_closed"] for key, row in found.items()} == {
        "before": True, "after": False, "late_typed": True,
    }  # fmt: skip
    assert found["after"]["is_won"] is False
    assert found["after"]["stage"] is None  # nothing tells where it stood
    assert found["before"]["stage"] == "won"


def test_an_open_deal_is_as_its_history_last_told_it(company):
    found = stood(company(deals=DEALS, deal_history=HISTORY))
    after = found["after"]

    assert (after["stage"], after["amount"], after["rep_id"]) == ("offer", 16, "bo")
    assert after["close_on"] == date(2026, 8, 31)
    assert (found["before"]["stage"], found["before"]["amount"]) == ("won", 1)


def test_what_a_later_day_told_of_an_earlier_row_is_not_known_yet(company):
    receipts = (
        "receipt_id,deal_id,due_on,received_on,amount_due,amount_received\n"
        "P1,before,2026-06-01,2026-06-15,5,5\nP2,before,2026-06-01,2026-06-16,7,7\n"
    )
    tables = taken_back(company(deals=DEALS, receipts=receipts))
    found = tables["receipts"].order_by("receipt_id").to_pyarrow().to_pylist()

    assert [row["amount_received"] for row in found] == [5, None]


@pytest.mark.parametrize(("metric", "value"), [("won_revenue", 9), ("won_deals", 2)])
def test_what_happened_is_counted_up_to_the_day(company, metric, value):
    made = company(deals=DEALS)
    snapshot, space = made.freeze(), made.workspace
    found = fact_on(snapshot, space, space.calendar.period("2026-Q2"), metric, DAY, "ana")

    assert (found.fact.value, found.day, found.snapshot) == (value, DAY, snapshot.hash)


def test_a_day_that_was_seen_is_read_as_it_was_seen(company):
    made = company(deals=DEALS)
    file = made.folder / "deals.csv"
    today = file.read_text(encoding="utf-8")
    file.write_text(today.replace("true,1,won", "true,100,won"), encoding="utf-8")
    seen = made.seen_on(DAY)
    file.write_text(today, encoding="utf-8")
    snapshot, space = made.freeze(), made.workspace
    found = fact_on(snapshot, space, space.calendar.period("2026-Q2"), "won_deals", DAY, "ana")
    revenue = fact_on(snapshot, space, space.calendar.period("2026-Q2"), "won_revenue", DAY, "ana")

    assert found.snapshot == seen.hash
    assert revenue.fact.value == 100 + 8  # a correction made later moves no figure that was seen
