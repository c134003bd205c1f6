"""Ways in which a period nothing is recorded of passes for one in which nothing happened."""

from decimal import Decimal

import pytest

# Won on 1 August 2026; created in July
DEALS = """
deal_id,rep_id,amount,is_closed,is_won,created_on,close_on
D1,ana,100,true,true,2026-07-05,2026-08-01
"""
OPEN = "O1,ana,60,false,false,2026-07-06,2026-12-01\n"
HAPPENED = ("won_deals", "lost_deals", "won_revenue", "win_rate", "pipeline_created")
OUTSIDE = ("outside_record", "record:2026-07-05..2026-08-01")
MARCH = """
[workspace]
default_period = "2027-Q1"
as_of = 2027-03-31
[calendar]
working_weekdays = [0, 1, 2, 3, 4, 5, 6]
"""
QUOTAS = "rep_id,start_on,end_on,target\n"


def told(made, metric, period, rep="ana"):
    fact = made.fact(metric, rep, period)
    return fact["value"], fact["reason"], fact["note"], fact["grade"]


@pytest.mark.parametrize("rep", ["ana", "bo"])
def test_a_period_after_the_last_day_of_the_record_has_no_true_0(company, rep):
    made = company(DEALS, head=MARCH)

    assert {told(made, key, "2027-Q1", rep) for key in HAPPENED} == {(None, *OUTSIDE, "")}


def test_a_period_before_the_first_day_of_the_record_has_no_true_0(company):
    made = company(DEALS)

    assert {told(made, key, "2026-Q2") for key in HAPPENED} == {(None, *OUTSIDE, "")}


def test_a_period_that_has_not_begun_has_no_true_0(company):
    made = company(DEALS + OPEN)  # as of 30 September

    assert {told(made, key, "2026-Q4")[:2] for key in HAPPENED} == {(None, "outside_record")}
    assert made.reason("projection_linear", period="2026-Q4") == "outside_record"


def test_a_record_that_ends_inside_the_period_still_gives_figures(company):
    made = company(DEALS)  # nothing after 1 August

    assert [made.value(key) for key in HAPPENED] == [1, 0, 100, 1, 100]
    assert [made.value(key, "bo") for key in HAPPENED] == [0, 0, 0, None, 0]
    assert made.reason("win_rate", "bo") == "no_closed_deals"


def test_a_day_in_common_is_enough_and_the_day_after_is_not(company):
    made = company(DEALS, head=MARCH)

    assert made.value("won_deals", period="2026-08-01..2026-08-31") == 1
    assert made.value("lost_deals", period="2026-07-01..2026-07-05") == 0
    assert made.reason("won_deals", period="2026-08-02..2026-08-31") == "outside_record"
    assert made.reason("won_deals", period="2026-07-01..2026-07-04") == "outside_record"


def test_what_looks_ahead_is_told_before_its_period_begins(company):
    # 60 open and due by December, 120 to be won: half of it is covered
    made = company(DEALS + OPEN, quotas=QUOTAS + "ana,2026-10-01,2027-01-01,120\n")
    ahead = ("effective_quota", "quota_gap", "open_pipeline", "pipeline_coverage")

    assert [made.value(key, period="2026-Q4") for key in ahead] == [120, 120, 60, 0.5]
    assert made.reason("projection_pipeline", period="2026-Q4") == "no_stage_probability"
    assert made.reason("quota_attainment", period="2026-Q4") == "outside_record"


def test_what_is_left_of_a_quota_is_unknown_where_the_record_stopped_before(company):
    # The quarter is over, and nobody knows what was won in it
    made = company(DEALS, head=MARCH, quotas=QUOTAS + "ana,2027-01-01,2027-04-01,120\n")
    made_of = ("quota_attainment", "quota_gap", "linear_pace", "projection_pipeline")

    assert {told(made, key, "2027-Q1") for key in made_of} == {(None, *OUTSIDE, "")}
    assert made.value("effective_quota", period="2027-Q1") == 120


def test_plans_do_not_stretch_the_record(company):
    # Of the first quarter there are a quota, a forecast, a due payment and an expected close
    made = company(
        DEALS + "O1,ana,60,false,false,2026-07-06,2027-02-01\n",
        head=MARCH,
        quotas=QUOTAS + "ana,2027-01-01,2027-04-01,120\n",
        forecasts="rep_id,period,made_on,category,amount\nana,2027-Q1,2027-01-01,forecast,9\n",
        receipts="receipt_id,deal_id,due_on,received_on,amount_due,amount_received\n"
        "P1,D1,2027-01-10,,100,\n",
    )

    found = {told(made, key, "2027-Q1") for key in ("won_revenue", "collection_rate")}
    assert found == {(None, *OUTSIDE, "")}


def test_what_begins_after_as_of_is_not_on_record_yet(company):
    # As of 30 September; the contract runs from November
    made = company(
        DEALS,
        surveys="response_id,rep_id,at,kind,score\nS1,ana,2026-07-10T02:00:00Z,csat,5\n",
        contracts="contract_id,account_id,rep_id,start_on,end_on,annual_value\n"
        "1,a,ana,2026-11-01,,100\n",
    )

    assert told(made, "csat", "2026-Q4")[:3] == (None, *OUTSIDE)


def test_an_empty_record_claims_nothing(company):
    empty = company("deal_id,rep_id,is_closed,is_won,close_on\n")

    assert (empty.value("won_deals"), empty.value("won_deals", period="2020-Q1")) == (0, 0)


def test_a_feed_that_ended_tells_nothing_of_later_days(company):
    # Deals go on, calls were last exported in May
    made = company(
        DEALS,
        activities="activity_id,rep_id,kind,at\nA1,ana,call,2026-05-04T02:00:00Z\n",
        surveys="response_id,rep_id,at,kind,score\nS1,ana,2026-05-04T02:00:00Z,csat,5\n",
    )

    assert told(made, "calls", "2026-Q3") == (
        None, "outside_record", "record:2026-05-04..2026-05-04", ""
    )  # fmt: skip
    assert made.value("calls", period="2026-Q2") == 1
    assert made.value("won_deals") == 1
    assert made.reason("csat") == "too_few_answers"  # a quarter without a survey is nothing odd


def test_a_planned_activity_is_nothing_that_happened(company):
    made = company(
        DEALS,
        activities="activity_id,rep_id,kind,at,is_done\n"
        "A1,ana,call,2026-07-10T02:00:00Z,true\nA2,ana,call,2027-01-10T02:00:00Z,false\n",
        head=MARCH,
    )

    assert made.reason("won_deals", period="2027-Q1") == "outside_record"
    assert made.reason("calls", period="2027-Q1") == "outside_record"


def test_a_forecast_is_not_held_against_periods_nobody_recorded(company):
    # 80 forecast and 100 won in the third quarter; of the second nothing is on record
    made = company(
        DEALS + "D2,ana,1,true,false,2027-01-02,2027-02-01\n",
        head=MARCH,
        forecasts="rep_id,period,made_on,category,amount\n"
        "ana,2026-Q2,2026-04-01,forecast,50\nana,2026-Q3,2026-07-01,forecast,80\n",
    )

    bias = made.fact("forecast_bias", period="2027-Q1")

    assert (bias["value"], bias["n"]) == (Decimal("-0.2"), 1)
