"""Ways in which targets by product, region, segment or figure lie."""

from decimal import Decimal

import pytest

DEALS = """
deal_id,rep_id,account_id,product_id,amount,is_closed,is_won,created_on,close_on
D1,ana,a,P1,60,true,true,2026-06-01,2026-08-01
D2,ana,b,S1,30,true,true,2026-06-01,2026-08-02
D3,ana,b,P1,50,false,false,2026-06-01,2026-09-29
D4,ana,c,,8,true,true,2026-06-01,2026-08-03
D5,ana,b,S1,99,true,false,2026-06-01,2026-08-04
"""
PRODUCTS = "product_id,name,family\nP1,One,pumps\nP2,Two,pumps\nS1,Plan,service\n"
ACCOUNTS = "account_id,name,region\na,A,East\nb,B,West\nc,C,\n"
QUOTA = "rep_id,metric,start_on,end_on,target"
Q3 = "2026-07-01,2026-10-01"


def attainment(made, by, level, rep="ana", period="2026-Q3"):
    found = made.fact("quota_attainment", rep, period, by, level)
    return found["numerator"], found["denominator"], found["value"]


def reason(made, by, level, rep="ana"):
    found = made.fact("quota_attainment", rep, by=by, level=level)
    return found["value"], found["reason"]


def test_a_quota_by_product_family_counts_what_was_won_of_it(company):
    # D1 of pumps; D3 is open, D5 lost
    rows = f"{QUOTA},product_family\nana,won_revenue,{Q3},80,pumps\nana,won_revenue,{Q3},300,\n"
    made = company(DEALS, products=PRODUCTS, quotas=rows)

    assert attainment(made, "product_family", "pumps") == (60, 80, Decimal("0.75"))


def test_it_is_not_added_to_the_quota_of_all(company):
    rows = f"{QUOTA},product_family\nana,won_revenue,{Q3},80,pumps\nana,won_revenue,{Q3},392,\n"
    made = company(DEALS, products=PRODUCTS, quotas=rows)

    assert made.value("effective_quota") == 392
    assert made.value("quota_attainment") == Decimal(60 + 30 + 8) / 392


def test_a_deal_of_two_products_counts_by_its_lines(company):
    # Of D1's 60, 45 are pumps; D2 has no line and is its own product
    lines = "deal_id,product_id,amount\nD1,P1,25\nD1,P2,20\nD1,S1,15\n"
    rows = (
        f"{QUOTA},product_family\nana,won_revenue,{Q3},90,pumps\nana,won_revenue,{Q3},90,service\n"
    )
    made = company(DEALS, products=PRODUCTS, deal_lines=lines, quotas=rows)

    assert attainment(made, "product_family", "pumps") == (45, 90, Decimal("0.5"))
    assert attainment(made, "product_family", "service") == (15 + 30, 90, Decimal("0.5"))


def test_a_line_without_amount_counts_by_quantity_and_price(company):
    lines = "deal_id,product_id,quantity,unit_price\nD1,P1,2,20\nD1,S1,1,20\n"
    rows = f"{QUOTA},product_family\nana,won_revenue,{Q3},80,pumps\n"
    made = company(DEALS, products=PRODUCTS, deal_lines=lines, quotas=rows)

    assert attainment(made, "product_family", "pumps") == (40, 80, Decimal("0.5"))


def test_a_deal_whose_lines_cannot_be_told_apart_is_said_to_lack(company):
    lines = "deal_id,product_id,amount\nD1,P1,\nD1,S1,15\n"
    rows = f"{QUOTA},product_family\nana,won_revenue,{Q3},80,pumps\n"
    made = company(DEALS, products=PRODUCTS, deal_lines=lines, quotas=rows)

    assert reason(made, "product_family", "pumps") == (None, "amounts_missing")


def test_a_shared_deal_counts_by_share_in_each_family(company):
    lines = "deal_id,product_id,amount\nD1,P1,40\nD1,S1,20\n"
    rows = f"{QUOTA},product_family\nana,won_revenue,{Q3},40,pumps\nbo,won_revenue,{Q3},40,pumps\n"
    made = company(
        DEALS, products=PRODUCTS, deal_lines=lines, quotas=rows,
        deal_splits="deal_id,rep_id,share\nD1,ana,0.75\nD1,bo,0.25\n",
    )  # fmt: skip

    assert attainment(made, "product_family", "pumps")[0] == 30
    assert attainment(made, "product_family", "pumps", "bo")[0] == 10


def test_a_quota_by_one_product_counts_that_product(company):
    rows = f"{QUOTA},product_id\nana,won_revenue,{Q3},60,S1\n"
    made = company(DEALS, quotas=rows)

    assert attainment(made, "product_id", "S1") == (30, 60, Decimal("0.5"))


def test_a_quota_by_region_counts_the_accounts_of_it(company):
    rows = f"{QUOTA},region\nana,won_revenue,{Q3},60,East\nana,won_revenue,{Q3},60,West\n"
    made = company(DEALS, accounts=ACCOUNTS, quotas=rows)
    east = made.fact("quota_attainment", by="region", level="East")

    assert (east["numerator"], east["value"], east["note"]) == (60, 1, "cut_by_account")
    assert attainment(made, "region", "West") == (30, 60, Decimal("0.5"))


def test_where_accounts_know_no_such_region_the_reps_own_counts(company):
    # Ana was in the North until August: D1 alone
    made = company(
        DEALS, accounts=ACCOUNTS,
        reps="rep_id,name,region\nana,Ana,South\nbo,Bo,South\n",
        assignments="rep_id,start_on,end_on,region\nana,2026-01-01,2026-08-02,North\n",
        quotas=f"{QUOTA},region\nana,won_revenue,{Q3},60,North\nana,won_revenue,{Q3},76,South\n",
    )  # fmt: skip
    north = made.fact("quota_attainment", by="region", level="North")

    assert (north["numerator"], north["value"], north["note"]) == (60, 1, "cut_by_rep")
    assert attainment(made, "region", "South") == (30 + 8, 76, Decimal("0.5"))


def test_a_quota_by_segment_counts_the_accounts_of_it(company):
    made = company(
        DEALS, accounts="account_id,name,segment\na,A,large\nb,B,small\nc,C,small\n",
        quotas=f"{QUOTA},segment\nana,won_revenue,{Q3},76,small\n",
    )  # fmt: skip

    assert attainment(made, "segment", "small") == (30 + 8, 76, Decimal("0.5"))


def test_a_managers_quota_by_region_counts_the_teams_deals_once(company):
    made = company(
        DEALS, accounts=ACCOUNTS,
        reps="rep_id,name,manager_id\nana,Ana,cy\nbo,Bo,cy\ncy,Cy,\n",
        deal_splits="deal_id,rep_id,share\nD1,ana,0.5\nD1,bo,0.5\n",
        quotas=f"{QUOTA},region\ncy,won_revenue,{Q3},120,East\ncy,won_deals,{Q3},2,East\n",
    )  # fmt: skip

    assert attainment(made, "region", "East", "cy") == (60, 120, Decimal("0.5"))
    assert attainment(made, "won_deals.region", "East", "cy") == (1, 2, Decimal("0.5"))


def test_a_target_of_any_figure_has_its_attainment(company):
    rows = f"{QUOTA}\nana,won_deals,{Q3},6\nana,win_rate,{Q3},0.5\nana,new_logos,{Q3},4\n"
    made = company(DEALS, accounts=ACCOUNTS, quotas=rows)

    assert attainment(made, "metric", "won_deals") == (3, 6, Decimal("0.5"))
    assert attainment(made, "metric", "win_rate") == (
        Decimal("0.75"),
        Decimal("0.5"),
        3 / Decimal(2),
    )


def test_where_lower_is_better_it_is_the_target_by_the_figure(company):
    rows = f"{QUOTA}\nana,lost_deals,{Q3},2\nbo,lost_deals,{Q3},2\n"
    made = company(DEALS + "D6,ana,,,1,true,false,2026-06-01,2026-08-05\n", quotas=rows)
    none_lost = made.fact("quota_attainment", "bo", by="metric", level="lost_deals")

    assert attainment(made, "metric", "lost_deals") == (2, 2, 1)
    assert (none_lost["value"], none_lost["note"]) == (1, "nothing_of_it")


def test_targets_of_months_add_up_for_counts_and_not_for_rates(company):
    months = ("2026-07-01,2026-08-01", "2026-08-01,2026-09-01", "2026-09-01,2026-10-01")
    each = [f"ana,{metric},{month},{target}" for month in months
            for metric, target in (("won_deals", 2), ("win_rate", 0.75))]  # fmt: skip
    made = company(DEALS, quotas="\n".join([QUOTA, *each]) + "\n")

    assert attainment(made, "metric", "won_deals") == (3, 6, Decimal("0.5"))
    assert attainment(made, "metric", "win_rate") == (Decimal("0.75"), Decimal("0.75"), 1)


def test_rates_that_differ_by_month_are_no_target_of_the_quarter(company):
    rows = "ana,win_rate,2026-07-01,2026-08-01,0.2\nana,win_rate,2026-08-01,2026-10-01,0.3\n"
    made = company(DEALS, quotas=f"{QUOTA}\n{rows}")

    assert reason(made, "metric", "win_rate") == (None, "targets_differ")


def test_a_years_target_counts_for_a_quarter_by_working_days_and_a_rate_whole(company):
    # 92 of the 365 days of the year
    year = "2026-01-01,2027-01-01"
    made = company(DEALS, quotas=f"{QUOTA}\nana,won_deals,{year},365\nana,win_rate,{year},0.25\n")

    assert attainment(made, "metric", "won_deals")[1] == 92
    assert attainment(made, "metric", "win_rate") == (Decimal("0.75"), Decimal("0.25"), 3)


@pytest.mark.parametrize(
    ("columns", "row", "place", "why"),
    [
        ("", "ana,win_rte,{q},1", ("metric", "win_rte"), "unknown_metric"),
        (",product_id", "ana,won_revenue,{q},1,P9", ("product_id", "P9"), "level_unknown"),
        (",segment", "ana,won_revenue,{q},1,big", ("segment", "big"), "cut_without_data"),
        (",region", "ana,calls,{q},1,East", ("calls.region", "East"), "metric_not_cut"),
        (",currency", "ana,open_pipeline,{q},1,USD", ("metric", "open_pipeline"), "fx_missing"),
    ],
)  # fmt: skip
def test_what_cannot_be_told_is_absent_and_says_why(company, columns, row, place, why):
    rows = f"{QUOTA}{columns}\n{row.format(q=Q3)}\n"
    made = company(DEALS, products=PRODUCTS, accounts=ACCOUNTS, quotas=rows)

    assert reason(made, *place) == (None, why)


def test_a_row_of_two_cuts_counts_nowhere(company):
    rows = f"{QUOTA},product_family,region\nana,won_revenue,{Q3},1,pumps,East\n"
    made = company(DEALS, products=PRODUCTS, accounts=ACCOUNTS, quotas=rows)
    told = [row for row in made.facts().facts.to_pylist() if row["metric"] == "quota_attainment"]

    assert {row["by"] for row in told} == {""}


def test_a_quota_in_another_currency_takes_the_rate_of_its_first_day(company):
    rates = "currency,on,rate\nUSD,2026-01-01,5\nUSD,2026-08-01,7\n"
    rows = (
        "ana,won_revenue,2026-07-01,2026-08-01,1,USD\nana,won_revenue,2026-08-01,2026-10-01,2,USD\n"
    )
    made = company(DEALS, fx_rates=rates, quotas=f"{QUOTA},currency\n{rows}")

    assert made.value("effective_quota") == 1 * 5 + 2 * 7


def test_one_without_a_rate_gives_no_quota(company):
    rates = "currency,on,rate\nUSD,2026-07-02,5\n"
    made = company(DEALS, fx_rates=rates, quotas=f"{QUOTA},currency\nana,won_revenue,{Q3},1,USD\n")

    assert (made.value("effective_quota"), made.reason("effective_quota")) == (None, "fx_missing")
