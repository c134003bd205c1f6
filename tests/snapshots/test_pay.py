"""Pay from tables: what is credited is what the figures count, and what lacks is told."""

from decimal import Decimal

import pytest

from workbench.errors import PlanError
from workbench.incentives.evaluate import statements
from workbench.snapshots.pay.inputs import Payroll
from workbench.snapshots.pay.plans import plans_digest, plans_of

DEALS = """
deal_id,rep_id,amount,currency,is_closed,is_won,close_on,deal_type
d1,ana,1000,CNY,true,true,2026-07-10,new
d2,ana,500,USD,true,true,2026-08-10,existing
d3,ana,700,HKD,true,true,2026-08-11,new
d4,ana,900,CNY,true,false,2026-08-12,new
d5,bo,400,CNY,true,true,2026-08-13,new
d6,ana,50,CNY,true,true,2026-06-30,new
"""
SPLITS = "deal_id,rep_id,share\nd1,ana,0.6\nd1,bo,0.4\n"
RATES = "currency,on,rate\nUSD,2026-01-01,7\n"
RECEIPTS = (
    "receipt_id,deal_id,due_on,received_on,amount_due,amount_received\n"
    "p1,d1,2026-07-20,2026-07-25,1000,250\n"
    "p2,d2,2026-07-20,2026-10-01,500,500\n"
)
LINES = "deal_id,product_id,quantity,amount\nd1,X,2,300\nd1,Y,1,700\n"
QUOTAS = (
    "rep_id,start_on,end_on,target\nana,2026-07-01,2026-10-01,2000\nbo,2026-07-01,2026-10-01,0\n"
)
PLAN = """
id = "p"
version = "1"
label = { zh = "方案", en = "Plan" }
currency = "CNY"
[[assignments]]
reps = ["ana", "bo"]
from = 2026-07-01
[[components]]
id = "A"
label = { zh = "佣金", en = "Commission" }
pay = "on_cash"
earn = { kind = "table", tiers = [{ from = 0, to = 1, rate = 0.1 }, { from = 1, rate = 0.2 }] }
[[components]]
id = "X"
label = { zh = "专项", en = "SPIFF" }
credit = { basis = "quantity", rows = "lines", where = "product_id == 'X'" }
earn = { kind = "per_unit", amount = 5 }
[[components]]
id = "I"
label = { zh = "开票", en = "Invoiced" }
credit = { event = "invoiced" }
earn = { kind = "flat", rate = 0.01 }
"""


@pytest.fixture
def paid(company):
    def compute(plan=PLAN, period="2026-Q3", rep="ana", **tables):
        told = {"deal_splits": SPLITS, "fx_rates": RATES, "receipts": RECEIPTS, "quotas": QUOTAS}
        made = company(**{"deals": DEALS, **told, "deal_lines": LINES, **tables})
        (made.folder / "plans").mkdir(exist_ok=True)
        (made.folder / "plans" / "p.toml").write_text(plan, encoding="utf-8")
        space = made.workspace
        roll = Payroll(made.freeze(), space, plans_of(space), space.calendar.period(period), rep)
        found = roll.payables()[rep]
        return statements(found.given, found.segments, found.periods, space.calendar)[-1], made

    return compute


def test_what_is_credited_is_what_won_revenue_counts(paid):
    statement, made = paid()

    assert statement.earned[0].credit == made.value("won_revenue") == 600 + 3500


def test_the_quota_is_the_effective_one_of_the_figures(paid):
    statement, made = paid()

    assert statement.earned[0].quota.value == made.value("effective_quota")


def test_the_target_of_one_region_is_no_part_of_that_of_all(paid):
    rows = "ana,won_deals,2026-07-01,2026-10-01,4,\nana,won_deals,2026-07-01,2026-10-01,3,East\n"
    plan = PLAN.replace('pay = "on_cash"', 'pay = "on_cash"\nquota = "won_deals"')
    statement, _made = paid(plan, quotas=f"rep_id,metric,start_on,end_on,target,region\n{rows}")

    assert statement.earned[0].quota.value == 4


def test_a_quota_of_zero_gives_no_attainment_and_no_pay_of_it(paid):
    statement, _made = paid(rep="bo")

    assert (statement.lines[0].amount, statement.lines[0].reason) == (None, "quota_zero")


def test_a_deal_without_a_rate_is_told_and_not_added(paid):
    statement, _made = paid()

    assert [(row.row_id, row.reason) for row in statement.not_counted] == [("d3", "fx_missing")]


def test_pay_waits_for_the_receipts_known_by_the_end_of_the_period(paid):
    statement, _made = paid()
    shares = {each.kept.row_id: each.kept.paid for each in statement.payments[:2]}

    assert shares == {"d1": Decimal("0.25"), "d2": 0}


def test_lines_are_credited_with_the_reps_share(paid):
    statement, _made = paid()

    assert statement.amount("X") == 2 * Decimal("0.6") * 5


def test_invoices_count_on_the_day_they_are_due(paid):
    statement, _made = paid()

    assert statement.amount("I") == (600 + 3500) * Decimal("0.01")


def test_a_plan_may_pay_in_another_currency(paid):
    statement, _made = paid(PLAN.replace('currency = "CNY"', 'currency = "USD"'))

    assert round(statement.earned[0].credit, 8) == round(Decimal(600) / 7 + 500, 8)


def test_another_reps_change_leaves_the_input_as_it_was(paid):
    before, _made = paid()
    after, _made = paid(deals=DEALS.replace("d5,bo,400", "d5,bo,999"))

    assert after.input_hash == before.input_hash


def test_a_plan_that_names_an_unknown_measure_is_refused(paid):
    plan = PLAN + 'modifier = { measure = "csatt", bands = [{ from = 0, factor = 2 }] }\n'

    with pytest.raises(PlanError, match=r"'csatt', which nobody computes\. Did you mean 'csat'"):
        paid(plan)


def test_a_plan_that_names_an_unknown_rep_is_refused(paid):
    with pytest.raises(PlanError, match=r"'boo', who is not in the reps table\. Did you mean 'bo'"):
        paid(PLAN.replace('"bo"', '"boo"'))


def test_a_figure_modifies_and_its_absence_is_told(paid):
    plan = PLAN.replace(
        'pay = "on_cash"',
        'pay = "on_cash"\nmodifier = { measure = "csat", bands = [{ from = 0, factor = 2 }] }',
    )
    surveys = "response_id,rep_id,at,kind,score,scale_max\n" + "".join(
        f"s{n},ana,2026-08-0{n + 1}T08:00:00Z,csat,5,5\n" for n in range(6)
    )
    without, _made = paid(plan)
    having, _made = paid(plan, surveys=surveys)

    assert without.earned[0].modifier.reason == "no_surveys_table"
    assert having.amount("A") == 2 * without.amount("A")


def test_a_workspace_without_plans_has_none(company):
    space = company().workspace

    assert (plans_of(space), plans_digest(space)) == ((), "")
