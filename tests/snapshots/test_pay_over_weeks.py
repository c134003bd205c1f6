"""Pay by the company's own quarters, with months in the same table."""

import pytest

from tests.traps.test_periods import PERIODS
from workbench.errors import PlanError
from workbench.incentives.evaluate import statements
from workbench.incentives.periods import chain, pay_periods
from workbench.snapshots.pay.inputs import Payroll
from workbench.snapshots.pay.plans import plans_of

HEAD = """
[workspace]
as_of = 2026-09-27
[calendar]
working_weekdays = [0, 1, 2, 3, 4, 5, 6]
periods = { file = "periods.csv" }
"""
ROWS = PERIODS + "F26-M7,2026-06-29,2026-07-27\nF26-Q3,2026-06-29,2026-09-28\n"
PLAN = """
id = "p"
version = "1"
label = { zh = "方案", en = "Plan" }
currency = "CNY"
[[assignments]]
reps = ["ana"]
from = 2025-12-29
[[components]]
id = "A"
label = { zh = "佣金", en = "Commission" }
pay = "on_cash"
earn = { kind = "flat", rate = 0.1 }
"""
# 1,000 won in Q2, half of it paid then and half in the middle of Q3
DEALS = "deal_id,rep_id,amount,is_closed,is_won,close_on\nd1,ana,1000,true,true,2026-05-04\n"
RECEIPTS = (
    "receipt_id,deal_id,due_on,received_on,amount_due,amount_received\n"
    "p1,d1,2026-05-10,2026-05-11,500,500\np2,d1,2026-08-10,2026-08-11,500,500\n"
)


@pytest.fixture
def made(company):
    found = company(DEALS, head=HEAD, receipts=RECEIPTS)
    (found.folder / "periods.csv").write_text(ROWS.lstrip(), encoding="utf-8")
    (found.folder / "plans").mkdir()
    (found.folder / "plans" / "p.toml").write_text(PLAN, encoding="utf-8")
    return found


def paid(made, period):
    space = made.workspace
    roll = Payroll(made.freeze(), space, plans_of(space), space.calendar.period(period), "ana")
    found = roll.payables()["ana"]
    return statements(found.given, found.segments, found.periods, space.calendar)[-1]


def test_what_was_held_in_one_quarter_is_paid_in_the_next_with_months_between(made):
    second, third = paid(made, "F26-Q2"), paid(made, "F26-Q3")

    assert (second.amount("gross"), second.amount("payable")) == (100, 50)
    assert second.closing.deferred == 50
    assert (third.amount("gross"), third.amount("released"), third.amount("payable")) == (0, 50, 50)


def test_a_year_is_paid_by_its_own_quarters(made):
    calendar = made.workspace.calendar
    whole = pay_periods(calendar.period("F26-Q2"), "month", calendar)

    assert [each.name for each in whole] == ["F26-M4", "F26-M5", "F26-M6"]
    with pytest.raises(PlanError, match="no row for each quarter of F26, from 2025-12-29"):
        pay_periods(calendar.period("F26"), "quarter", calendar)  # Q4 has no row
    with pytest.raises(PlanError, match="pays by quarter, and F26-M4 is a month"):
        pay_periods(calendar.period("F26-M4"), "quarter", calendar)


def test_a_quarter_missing_in_the_middle_of_the_chain_is_refused(made):
    file = made.folder / "periods.csv"
    lines = [line for line in file.read_text("utf-8").split("\n") if not line.startswith("F26-Q2")]
    file.write_text("\n".join(lines), encoding="utf-8")
    calendar = made.workspace.calendar
    last = calendar.period("F26-Q3")

    with pytest.raises(PlanError, match="from 2026-03-30 to before 2026-06-29, between F26-Q1"):
        chain(calendar.period("F26-Q1").start, last, calendar)
    assert chain(last.start, last, calendar) == (last,)  # a plan that begins after the hole
