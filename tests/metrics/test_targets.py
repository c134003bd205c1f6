"""Targets at their edges: what is said where a part of them is missing, and of how many deals."""

from decimal import Decimal

WON = """
deal_id,rep_id,amount,is_closed,is_won,created_on,close_on
D1,ana,30,true,true,2026-07-01,2026-08-01
D2,ana,30,true,true,2026-07-01,2026-08-02
D3,ana,90,false,false,2026-07-01,2026-11-30
"""
QUOTA = "rep_id,metric,start_on,end_on,target\n"
OF_100 = QUOTA + "ana,won_revenue,2026-07-01,2026-10-01,100\n"
EARLIER = "as_of = 2026-08-31\n[calendar]\nworking_weekdays = [0, 1, 2, 3, 4, 5, 6]\n"


def test_what_is_left_per_day_tells_of_how_many_deals(company):
    # 40 of 100 are left for the 30 days of September
    fact = company(WON, quotas=OF_100, head="[workspace]\n" + EARLIER).fact("required_run_rate")

    assert (fact["numerator"], fact["denominator"], fact["n"]) == (40, 30, 2)


def test_without_a_quota_coverage_tells_how_many_deals_are_due(company):
    made = company(WON, quotas=QUOTA + "bo,won_revenue,2026-10-01,2027-01-01,100\n")
    fact = made.fact("pipeline_coverage", period="2026-Q4")

    assert (fact["value"], fact["reason"], fact["n"]) == (None, "no_quota", 1)


def test_a_gap_says_why_what_was_won_is_not_known(company):
    made = company(WON.replace(",30,", ",,"), quotas=OF_100)
    won, gap = made.fact("won_revenue"), made.fact("quota_gap")

    assert won["value"] is None
    assert (gap["value"], gap["reason"], gap["n"]) == (None, won["reason"], won["n"])


def test_without_earlier_years_the_seasonal_pace_is_the_linear_one_and_says_so(company):
    made = company(WON, quotas=OF_100)
    fact = made.fact("seasonal_pace")

    assert fact["value"] == made.value("linear_pace")
    assert "linear_instead" in fact["note"].split()


def test_targets_of_other_periods_are_not_among_those_of_this_one(company):
    before, after = "2026-04-01,2026-07-01", "2026-10-01,2027-01-01"
    rows = "".join(f"ana,won_revenue,{span},1000\n" for span in (before, after))
    fact = company(WON, quotas=OF_100 + rows).fact("effective_quota")

    assert (fact["value"], fact["n"], fact["note"]) == (100, 1, "")


def test_a_quota_of_nothing_is_marked_and_one_of_a_single_unit_is_not(company):
    nothing = company(WON, quotas=OF_100.replace(",100\n", ",0\n")).fact("effective_quota")
    assert (nothing["value"], nothing["note"]) == (0, "quota_zero")

    one = company(WON, quotas=OF_100.replace(",100\n", ",1\n")).fact("effective_quota")
    assert (one["value"], one["note"]) == (Decimal(1), "")


def test_before_the_first_working_day_no_pace_is_told_and_of_how_many_deals(company):
    # 1 August 2026 is a Saturday, and one deal was won on it
    quota = QUOTA + "ana,won_revenue,2026-08-01,2026-09-01,100\n"
    made = company(WON, quotas=quota, head="[workspace]\nas_of = 2026-08-01\n")
    fact = made.fact("linear_pace", period="2026-08")

    assert (fact["value"], fact["reason"], fact["n"]) == (None, "period_not_started", 1)
