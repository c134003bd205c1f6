"""Quota rows that no figure can be held against are named, with why."""

import pytest

HEAD = "rep_id,metric,start_on,end_on,target"
Q3 = "2026-07-01,2026-10-01"
DEALS = """
deal_id,rep_id,account_id,product_id,is_closed,is_won
D1,ana,a,P1,false,false
"""
OTHERS = {
    "products": "product_id,name,family\nP1,One,pumps\n",
    "accounts": "account_id,name,region\na,A,East\n",
}


@pytest.mark.parametrize(
    ("reason", "columns", "bad", "good"),
    [
        ("quota_unknown_metric", "", f"ana,won_rvn,{Q3},1", f"bo,won_deals,{Q3},1"),
        ("quota_unknown_level", ",product_family", f"ana,won_revenue,{Q3},1,valves",
         f"bo,won_revenue,{Q3},1,pumps"),
        ("quota_unknown_level", ",region", f"ana,won_revenue,{Q3},1,Eats",
         f"bo,won_revenue,{Q3},1,East"),
        ("quota_not_cut", ",region", f"ana,calls,{Q3},1,East", f"bo,won_deals,{Q3},1,East"),
        ("quota_cut_without_data", ",segment", f"ana,won_revenue,{Q3},1,large",
         f"bo,won_revenue,{Q3},1,"),
        ("quota_two_cuts", ",region,product_family", f"ana,won_revenue,{Q3},1,East,pumps",
         f"bo,won_revenue,{Q3},1,East,"),
        ("quota_currency_unread", ",currency", f"ana,won_deals,{Q3},1,CNY",
         f"bo,won_revenue,{Q3},1,CNY"),
    ],
)  # fmt: skip
def test_a_row_is_named_and_its_sound_neighbour_is_not(company, doubts, reason, columns, bad, good):
    made = company(DEALS, quotas=f"{HEAD}{columns}\n{bad}\n{good}\n", **OTHERS)

    assert doubts(made, reason) == [("quotas", 1, ["ana"])]


def test_the_reps_own_region_is_known_too(company, doubts):
    rows = f"{HEAD},region\nana,won_revenue,{Q3},1,North\n"
    reps = "rep_id,name,region\nana,Ana,North\n"
    made = company(DEALS, quotas=rows, **OTHERS, reps=reps)

    assert doubts(made, "quota_unknown_level") == []


def test_a_currency_of_what_is_no_money_lacks_no_rate(company, doubts):
    rows = f"{HEAD},currency\nana,won_deals,{Q3},1,USD\nbo,won_revenue,{Q3},1,USD\n"
    made = company(DEALS, quotas=rows, **OTHERS)

    assert doubts(made, "no_rate") == [("quotas", 1, ["bo"])]
