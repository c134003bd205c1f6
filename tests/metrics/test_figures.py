"""Edge rules of single metrics, on a handful of deals."""

from decimal import Decimal

import pytest

CLOSED = """
deal_id,rep_id,account_id,amount,is_closed,is_won,created_on,close_on
D1,ana,C1,100,true,true,2026-07-01,2026-07-11
D2,ana,C1,200,true,true,2026-07-01,2026-07-31
D3,ana,C2,600,true,true,2026-07-01,2026-08-20
D4,ana,C3,100,true,false,2026-07-01,2026-08-20
"""
OPEN = """
deal_id,rep_id,amount,stage,probability,is_closed,is_won,created_on,close_on
D1,ana,100,propose,0.5,false,false,2026-09-10,2026-11-30
D2,ana,300,propose,0.2,false,false,2026-06-01,2026-09-15
D3,ana,,propose,0.2,false,false,2026-06-01,2026-12-01
"""


def test_sizes_and_cycles_are_of_won_deals(company):
    made = company(CLOSED)

    assert made.value("average_deal_size") == Decimal(100 + 200 + 600) / 3
    assert made.value("median_deal_size") == 200
    assert made.value("sales_cycle_days") == 30
    assert made.value("sales_cycle_days_mean") == Decimal(10 + 30 + 50) / 3


def test_one_deal_over_half_asks_for_the_median(company):
    assert "one_deal_over_half" in company(CLOSED).fact("average_deal_size")["note"]


def test_win_rates_by_count_and_by_value(company):
    made = company(CLOSED)
    rate = made.fact("win_rate")

    assert (rate["numerator"], rate["denominator"], rate["n"]) == (3, 4, 4)
    assert made.value("win_rate_by_value") == Decimal(900) / 1000


def test_concentration_is_over_accounts(company):
    made = company(CLOSED)

    assert made.value("top_account_share") == round(Decimal(600) / 900, 10)
    assert made.value("account_hhi") == round(Decimal(300**2 + 600**2) / 900**2, 10)


def test_a_rep_without_deals_has_counts_of_zero_and_no_rates(company):
    made = company(CLOSED)

    assert [made.value(key, "bo") for key in ("won_deals", "lost_deals", "won_revenue")] == [0] * 3
    assert made.reason("win_rate", "bo") == "no_closed_deals"
    assert made.reason("average_deal_size", "bo") == "no_won_deals"


def test_a_period_without_data_has_no_rates(company):
    assert company(CLOSED).reason("win_rate", period="2026-Q1") == "outside_record"


def test_open_deals_are_no_decided_ones(company):
    made = company(OPEN)

    assert (made.value("open_deals"), made.reason("win_rate")) == (3, "no_closed_deals")


def test_past_due_is_an_expected_day_gone_by(company):
    assert company(OPEN).value("past_due_share") == round(Decimal(1) / 3, 10)


def test_a_deal_without_an_expected_day_is_not_asked_whether_it_is_past_due(company):
    made = company(OPEN + "D4,ana,1,propose,0.2,false,false,2026-06-01,\n")

    assert (made.value("open_deals"), made.fact("past_due_share")["denominator"]) == (4, 3)


def test_open_pipeline_adds_known_amounts_and_says_so(company):
    fact = company(OPEN).fact("open_pipeline")

    assert (fact["value"], fact["n"]) == (400, 2)
    assert "amounts_missing" in fact["note"].split()


def test_a_crm_probability_is_only_a_labelled_fallback(company):
    fact = company(OPEN).fact("weighted_pipeline")

    assert fact["value"] == 100 * Decimal("0.5") + 300 * Decimal("0.2")
    assert "crm_probability" in fact["note"].split()


def test_coverage_leaves_past_due_deals_apart(company):
    # Of the next quarter: D1 and the unknown D3 against 50 to go
    made = company(
        OPEN,
        quotas="rep_id,metric,start_on,end_on,target\nana,won_revenue,2026-10-01,2027-01-01,50\n",
    )

    assert made.value("pipeline_coverage", period="2026-Q4") == Decimal(100) / 50


def test_a_met_quota_needs_no_coverage(company):
    made = company(
        CLOSED,
        quotas="rep_id,metric,start_on,end_on,target\nana,won_revenue,2026-07-01,2026-10-01,900\n",
    )

    assert made.reason("pipeline_coverage") == "quota_met"
    assert made.value("quota_gap") == 0


def test_new_customers_are_families_and_old_ones_come_back(company):
    # C2 belongs to C1, who bought before; C3 is new; C4 last bought over a year ago
    made = company(
        """
        deal_id,rep_id,account_id,is_closed,is_won,close_on
        D0,bo,C0,true,true,2025-01-01
        D1,bo,C1,true,true,2026-01-01
        D2,ana,C2,true,true,2026-08-01
        D3,ana,C3,true,true,2026-08-01
        D4,bo,C4,true,true,2025-03-01
        D5,ana,C4,true,true,2026-08-01
        """,
        accounts="account_id,name,parent_id\nC0,a,\nC1,b,\nC2,c,C1\nC3,d,\nC4,e,\n",
    )

    assert made.value("new_logos") == 1
    assert made.fact("new_logos", by="kind", level="reactivated")["value"] == 1


def test_new_customers_need_a_year_of_history(company):
    made = company(CLOSED)

    assert made.reason("new_logos") == "history_too_short"


def test_a_year_of_history_begins_on_the_same_day(company):
    rows = "D0,bo,C9,1,true,true,2025-01-01,{}\n"
    assert company(CLOSED + rows.format("2025-07-01")).value("new_logos") == 2
    assert company(CLOSED + rows.format("2025-07-02")).reason("new_logos") == "history_too_short"


def test_orders_have_no_win_rate(company):
    made = company(CLOSED, toml='[deals]\nkind = "orders"\n')

    assert made.reason("win_rate") == "orders_have_no_losses"
    assert made.value("won_revenue") == 900


@pytest.mark.parametrize(("answers", "value"), [(4, None), (5, Decimal(4) / 5)])
def test_satisfaction_needs_five_answers(company, answers, value):
    # Scores 5, 4, 5, 2, 4 and one invited who did not answer
    scores = [*["5", "4", "5", "2", "4"][:answers], ""]
    rows = "".join(
        f"S{n},ana,2026-08-0{n + 1}T00:00:00Z,csat,{score}\n" for n, score in enumerate(scores)
    )
    rows += "N1,ana,2026-08-01T00:00:00Z,nps,9\n"  # would recommend, and is asked nothing else
    made = company(CLOSED, surveys="response_id,rep_id,at,kind,score\n" + rows)

    assert made.value("csat") == value


def test_who_answered_on_the_first_day_of_the_period_counts_and_on_the_day_after_it_not(company):
    days = ["06-30", "07-01", "07-02", "09-28", "09-29", "09-30", "10-01"]
    rows = "".join(f"S{n},ana,2026-{day}T12:00:00Z,csat,5\n" for n, day in enumerate(days))
    made = company(CLOSED, surveys="response_id,rep_id,at,kind,score\n" + rows)

    assert made.fact("csat")["n"] == 5


def test_what_is_not_done_or_automatic_is_no_call(company):
    made = company(
        CLOSED,
        activities="""
        activity_id,rep_id,kind,at,is_done,is_automatic
        A1,ana,email,2026-08-01T00:00:00Z,true,false
        A2,ana,email,2026-08-01T00:00:00Z,true,true
        A3,ana,email,2026-08-01T00:00:00Z,false,false
        A4,ana,call,2026-08-01T00:00:00Z,true,false
        """,
    )

    assert made.value("emails") == 1


def test_a_kind_of_activity_nobody_ever_recorded_is_absent_and_no_zero(company):
    made = company(
        CLOSED,
        activities="""
        activity_id,rep_id,kind,at
        A1,bo,visit,2025-08-01T00:00:00Z
        A2,ana,call,2026-08-01T00:00:00Z
        A3,bo,call,2026-08-01T00:00:00Z
        A4,bo,call,2026-08-02T00:00:00Z
        A5,bo,call,2026-08-03T00:00:00Z
        """,
    )

    assert (made.value("calls"), made.value("visits")) == (1, 0)  # Bo visited a year before
    never = ("meetings", "emails", "tasks", "meetings_per_call", "deals_per_meeting")
    assert {made.reason(metric) for metric in never} == {"kind_never_recorded"}


def test_a_source_without_a_table_says_which(company):
    made = company(CLOSED)

    assert made.reason("calls") == "no_activities_table"
    assert made.reason("csat") == "no_surveys_table"
    assert made.reason("quota_attainment") == "no_quotas_table"


def test_large_accounts_do_not_overflow(company):
    made = company("""
        deal_id,rep_id,account_id,amount,is_closed,is_won,close_on
        A,ana,a,900000000000,true,true,2026-08-01
        B,ana,b,900000000000,true,true,2026-08-01
        """)

    assert made.value("account_hhi") == Decimal("0.5")
