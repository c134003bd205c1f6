"""What a period was expected to bring: slips, commits, forecasts."""

from datetime import date
from decimal import Decimal

from workbench.metrics.forecasts import bias, mape, wape

DEALS = """
deal_id,rep_id,amount,is_closed,is_won,created_on,close_on
won,ana,100,true,true,2026-05-01,2026-08-01
lost,ana,100,true,false,2026-05-01,2026-08-01
slipped,ana,300,false,false,2026-05-01,2026-12-01
later,ana,100,false,false,2026-05-01,2026-12-01
new,ana,100,false,false,2026-07-02,2026-09-30
"""
HISTORY = """
deal_id,at,close_on,amount,forecast_category
won,2026-05-01T00:00:00Z,2026-09-01,80,commit
lost,2026-05-01T00:00:00Z,2026-09-01,100,Commit
slipped,2026-05-01T00:00:00Z,2026-08-01,220,best_case
slipped,2026-08-15T00:00:00Z,2026-12-01,300,best_case
later,2026-05-01T00:00:00Z,2026-12-01,100,commit
new,2026-07-02T00:00:00Z,2026-09-30,100,commit
"""


def test_a_slip_was_expected_in_the_period_and_is_open_at_its_end(company):
    # expected as it began: won, lost, slipped; by the amounts of that day 220 of 400 slipped
    made = company(DEALS, deal_history=HISTORY)
    count, value = made.fact("slippage_rate"), made.fact("slippage_rate_by_value")

    assert (count["numerator"], count["denominator"]) == (1, 3)
    assert (value["numerator"], value["denominator"]) == (220, 400)


def test_a_commit_is_what_was_committed_on_the_first_day(company):
    # committed on 1 July for the quarter: won 80, lost 100; `later` is committed for Q4
    fact = company(DEALS, deal_history=HISTORY).fact("commit_hit_rate")

    assert (fact["numerator"], fact["denominator"]) == (80, 180)


def test_a_period_that_runs_tells_no_slips(company):
    made = company(DEALS, deal_history=HISTORY)

    assert made.reason("slippage_rate", period="2026-Q4") == "period_not_over"


def test_earlier_snapshots_serve_as_history(company):
    then = company("""
        deal_id,rep_id,amount,is_closed,is_won,created_on,close_on
        slipped,ana,220,false,false,2026-05-01,2026-08-01
        won,ana,80,false,false,2026-05-01,2026-09-01
        """)
    then.seen_on(date(2026, 6, 30))
    now = company(DEALS)
    assert now.value("push_count") == 0  # of 30 September nobody saw anything on that day
    now.seen_on(date(2026, 9, 30))
    fact = now.fact("slippage_rate_by_value")

    assert (fact["numerator"], fact["denominator"], fact["note"]) == (220, 300, "from_snapshots")
    assert now.value("push_count") == 1


def test_forecast_errors_of_the_golden_case():
    pairs = [(Decimal(f), Decimal(a)) for f, a in ((100, 110), (120, 100), (90, 0), (150, 160))]

    assert f"{wape(pairs).value:.4f}" == "0.3514"
    assert f"{bias(pairs).value:.4f}" == "0.2432"
    assert f"{mape(pairs).value:.4f}" == "0.1178"
    assert mape(pairs).note == "zero_periods:1"


def test_the_forecast_is_the_one_a_period_opened_with(company):
    made = company(
        """
        deal_id,rep_id,amount,is_closed,is_won,close_on
        W,ana,100,true,true,2026-08-01
        """,
        forecasts="""
        rep_id,period,made_on,category,amount
        ana,2026-Q3,2026-06-01,forecast,70
        ana,2026-Q3,2026-07-01,forecast,80
        ana,2026-Q3,2026-07-01,commit,60
        ana,2026-Q3,2026-09-01,forecast,100
        """,
    )

    assert made.value("forecast_bias") == Decimal("-0.2")


def test_forecasts_of_nothing_won_have_no_error_in_percent(company):
    made = company(
        """
        deal_id,rep_id,amount,is_closed,is_won,close_on
        L,ana,100,true,false,2026-08-01
        """,
        forecasts="""
        rep_id,period,made_on,category,amount
        ana,2026-Q3,2026-07-01,commit,60
        """,
    )

    assert made.reason("forecast_wape") == "no_actual"
    assert made.reason("forecast_wape", rep="bo") == "no_forecast"


def test_two_spellings_of_a_period_are_one_forecast(company):
    # the one made on the first day counts, however its quarter is written
    made = company(
        """
        deal_id,rep_id,amount,is_closed,is_won,close_on
        W,ana,100,true,true,2026-08-01
        """,
        forecasts="""
        rep_id,period,made_on,category,amount
        ana,2026Q3,2026-07-01,forecast,80
        ana,2026-Q3,2026-06-01,forecast,70
        """,
    )

    fact = made.fact("forecast_bias")
    assert (fact["value"], fact["n"]) == (Decimal("-0.2"), 1)
