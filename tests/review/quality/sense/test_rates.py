"""Rates that are old, and currencies without one."""

import pytest

from workbench.review.quality.issues import consequence, what
from workbench.review.quality.sense.doubtful import doubtful

DEAL = "deal_id,rep_id,amount,currency,is_closed,is_won,close_on\nd,ana,9,{},{},{},{}\n"


def made_of(company, rate_on, currency="USD", marks=("true", "true"), close_on="2026-07-01"):
    rates = f"currency,on,rate\nUSD,{rate_on},7\n"
    return company(DEAL.format(currency, *marks, close_on), fx_rates=rates)


def test_a_rate_93_days_old_on_the_day_it_is_used_for_is_doubted(company, doubts):
    assert doubts(made_of(company, "2026-03-30"), "stale_rate") == [("deals", 1, ["d"])]


def test_one_92_days_old_is_not(company, doubts):
    assert doubts(made_of(company, "2026-03-31"), "stale_rate") == []


def test_an_open_deal_takes_the_rate_of_the_last_day_known(company, doubts):
    made = made_of(company, "2026-06-15", marks=("false", "false"))  # as_of 2026-09-30: 107 days

    assert doubts(made, "stale_rate") == [("deals", 1, ["d"])]


def test_the_reporting_currency_needs_no_rate(company, doubts):
    made = made_of(company, "2020-01-01", currency="CNY")

    assert doubts(made, "stale_rate") == doubts(made, "no_rate") == []


@pytest.mark.parametrize(("rate_on", "currency"), [("2026-07-02", "USD"), ("2026-06-30", "EUR")])
def test_a_currency_without_a_rate_by_then_is_told(company, doubts, rate_on, currency):
    assert doubts(made_of(company, rate_on, currency), "no_rate") == [("deals", 1, ["d"])]


def test_without_a_table_of_rates_the_lines_to_paste_name_one(company, doubts, pasted):
    made = company(DEAL.format("USD", "true", "true", "2026-07-01"))
    assert doubts(made, "no_rate") == [("deals", 1, ["d"])]

    (made.folder / "fx_rates.csv").write_text("currency,on,rate\nUSD,2026-07-01,7\n")

    assert doubts(pasted(made, "no_rate"), "no_rate") == []


def test_quotas_and_receipts_need_rates_too(company, doubts):
    made = company(
        "deal_id,rep_id,is_closed,is_won\nd,ana,true,true\n",
        quotas="rep_id,start_on,end_on,target,currency\nana,2026-07-01,2026-10-01,9,USD\n",
        receipts="receipt_id,deal_id,due_on,amount_due,currency\nr,d,2026-08-01,9,USD\n"
        "later,d,2026-10-01,9,USD\n",  # due after as_of: its rate is yet to come
        fx_rates="currency,on,rate\nUSD,2026-01-01,7\n",
    )

    assert doubts(made, "stale_rate") == [("quotas", 1, ["ana"]), ("receipts", 1, ["r"])]


def test_a_target_that_runs_on_takes_the_rate_of_the_period_asked(company, doubts):
    # The rate is of the year's first day, when the target began; the third quarter asks on 1 July
    made = company(
        "deal_id,rep_id,is_closed,is_won\nd,ana,true,true\n",
        quotas="rep_id,start_on,end_on,target,currency\nana,2026-01-01,2027-01-01,9,USD\n",
        fx_rates="currency,on,rate\nUSD,2026-01-01,7\n",
    )

    assert doubts(made, "stale_rate") == [("quotas", 1, ["ana"])]


def test_forecasts_and_running_contracts_need_rates_too(company, doubts):
    made = company(
        "deal_id,rep_id,is_closed,is_won\nd,ana,true,true\n",
        accounts="account_id,name,owner_id\nc,C,ana\n",
        contracts="contract_id,account_id,start_on,end_on,annual_value,currency\n"
        "k,c,2026-01-01,2027-01-01,9,USD\nover,c,2025-01-01,2026-01-01,9,USD\n",
        forecasts="rep_id,period,made_on,category,amount,currency\n"
        "ana,2026-Q3,2026-07-01,commit,9,USD\n",
        fx_rates="currency,on,rate\nUSD,2024-01-01,7\n",
    )

    assert doubts(made, "stale_rate") == [("contracts", 1, ["k"]), ("forecasts", 1, ["ana"])]


def test_how_old_the_oldest_rate_is_stands_in_the_sentence(company):
    made = made_of(company, "2024-07-01")  # two years before 1 July 2026
    (issue,) = [
        each for each in doubtful(made.freeze(), made.workspace) if each.reason == "stale_rate"
    ]

    assert "730 days: USD of 2024-07-01 for 2026-07-01" in what(issue, "en")
    assert "730 天" in what(issue, "zh")
    assert "Won revenue" in consequence(issue, "en")
