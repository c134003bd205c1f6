"""Touches: funnel ratios, answers to leads, named accounts met."""

from decimal import Decimal

WEEK = """
[workspace]
default_period = "2026-Q3"
as_of = 2026-09-30
[calendar]
zone = "Asia/Shanghai"
"""


def test_only_working_hours_count_until_a_lead_is_answered(company):
    # Friday 17:00 to Monday 10:00 in Shanghai is one hour of Friday and one of Monday
    made = company(
        head=WEEK,
        leads="""
        lead_id,rep_id,created_at,first_touch_at
        1,ana,2026-08-07T09:00:00Z,2026-08-10T02:00:00Z
        """,
    )

    assert made.value("lead_response_hours") == 2
    assert made.value("lead_response_within_1h") == 0


def test_a_lead_that_came_at_night_waits_from_the_morning(company):
    made = company(
        head=WEEK,
        leads="""
        lead_id,rep_id,created_at,first_touch_at
        1,ana,2026-08-10T14:00:00Z,2026-08-11T01:30:00Z
        """,
    )

    assert made.value("lead_response_hours") == Decimal("0.5")
    assert made.value("lead_response_within_1h") == 1


def test_a_lead_nobody_touched_counts_in_the_share_and_in_the_median(company):
    leads = """
        lead_id,rep_id,created_at,first_touch_at
        1,ana,2026-08-10T02:00:00Z,2026-08-10T02:30:00Z
        2,ana,2026-08-10T02:00:00Z,
        """
    made = company(head=WEEK, leads=leads)

    assert made.value("lead_response_within_1h") == Decimal("0.5")
    assert made.reason("lead_response_hours") == "most_leads_untouched"


def test_what_a_step_leads_to_is_looked_for_thirty_days_later(company):
    # two meetings in June's last days lead to the one deal of July
    made = company(
        """
        deal_id,rep_id,is_closed,is_won,created_on,close_on
        D,ana,false,false,2026-07-10,2026-12-01
        """,
        activities="""
        activity_id,rep_id,kind,at
        1,ana,meeting,2026-06-10T04:00:00Z
        2,ana,meeting,2026-06-20T04:00:00Z
        3,ana,meeting,2026-09-20T04:00:00Z
        4,ana,call,2026-09-20T04:00:00Z
        """,
    )

    assert made.value("deals_per_meeting") == Decimal("0.5")
    assert made.value("meetings_per_call") == 1
    assert made.value("wins_per_deal") == 0
    assert made.reason("wins_per_deal", rep="bo") == "no_deals_before"


def test_a_named_account_is_met_by_its_owner_or_not_at_all(company):
    made = company(
        """
        deal_id,rep_id,account_id,is_closed,is_won
        D,ana,by_deal,false,false
        """,
        accounts="""
        account_id,name,owner_id,is_named,created_on
        by_deal,A,ana,true,2020-01-01
        by_bo,B,ana,true,2020-01-01
        plain,C,ana,false,2020-01-01
        new,D,ana,true,2026-08-01
        """,
        activities="""
        activity_id,rep_id,kind,at,deal_id,account_id
        1,ana,visit,2026-08-01T04:00:00Z,D,
        2,bo,visit,2026-08-01T04:00:00Z,,by_bo
        """,
    )
    fact = made.fact("account_coverage")

    assert (fact["numerator"], fact["denominator"]) == (1, 2)
