"""Ways in which targets lie."""

from decimal import Decimal

DEALS = """
deal_id,rep_id,amount,is_closed,is_won,close_on
D1,ana,50,true,true,2026-08-01
"""
QUOTA = "rep_id,metric,start_on,end_on,target\n"


def test_a_ramping_rep_is_not_held_to_a_full_quota(company):
    # Half the quota for the whole quarter
    made = company(
        DEALS,
        quotas=QUOTA + "ana,won_revenue,2026-07-01,2026-10-01,100\n",
        absences="rep_id,start_on,end_on,kind,factor\nana,2026-07-01,2026-10-01,ramp,0.5\n",
    )

    assert made.value("effective_quota") == 100 / 2
    assert made.value("quota_attainment") == 50 / 50


def test_leave_lowers_the_quota_by_its_working_days(company):
    # 46 of the 92 days of the quarter
    made = company(
        DEALS,
        quotas=QUOTA + "ana,won_revenue,2026-07-01,2026-10-01,100\n",
        absences="rep_id,start_on,end_on,kind,factor\nana,2026-07-01,2026-08-16,leave,0\n",
    )

    assert made.value("effective_quota") == 100 * Decimal(46) / 92


def test_quota_zero_gives_no_attainment(company):
    made = company(DEALS, quotas=QUOTA + "ana,won_revenue,2026-07-01,2026-10-01,0\n")

    assert (made.value("quota_attainment"), made.reason("quota_attainment")) == (None, "no_quota")


def test_no_quota_row_gives_no_attainment(company):
    made = company(DEALS, quotas=QUOTA + "bo,won_revenue,2026-07-01,2026-10-01,100\n")

    assert made.reason("quota_attainment") == "no_quota"


def test_a_quota_of_part_of_the_period_is_not_taken_for_the_whole(company):
    made = company(DEALS, quotas=QUOTA + "ana,won_revenue,2026-07-01,2026-08-01,100\n")

    assert made.reason("quota_attainment") == "quota_does_not_cover_period"


def test_a_quota_across_the_edge_counts_by_working_days(company):
    # A half-year of 184 days, 92 of them in the quarter
    made = company(DEALS, quotas=QUOTA + "ana,won_revenue,2026-07-01,2027-01-01,184\n")
    quota = made.fact("effective_quota")

    assert (quota["value"], quota["note"]) == (92, "prorated_quota")


def test_a_manager_is_reviewed_on_the_team_and_a_shared_deal_counts_once(company):
    made = company(
        DEALS,
        reps="rep_id,name,manager_id\nana,Ana,cy\nbo,Bo,cy\ncy,Cy,\n",
        deal_splits="deal_id,rep_id,share\nD1,ana,0.6\nD1,bo,0.4\n",
    )

    assert (made.value("won_deals", "cy"), made.value("won_revenue", "cy")) == (1, 50)


def test_who_moved_teams_counts_for_each_manager_in_their_time(company):
    # Ana worked for Cy until August
    made = company(
        """
        deal_id,rep_id,amount,is_closed,is_won,close_on
        D1,ana,1,true,true,2026-07-15
        D2,ana,10,true,true,2026-08-15
        """,
        reps="rep_id,name,manager_id\nana,Ana,di\ncy,Cy,\ndi,Di,\n",
        assignments="""
        rep_id,start_on,end_on,manager_id
        ana,2025-01-01,2026-08-01,cy
        ana,2026-08-01,,di
        """,
    )

    assert (made.value("won_revenue", "cy"), made.value("won_revenue", "di")) == (1, 10)


def test_pace_is_attainment_over_elapsed_working_days(company):
    # 800 of 1,500 at 31 August, 62 of 92 days
    made = company(
        """
        deal_id,rep_id,amount,is_closed,is_won,close_on
        D1,ana,800,true,true,2026-08-01
        """,
        quotas=QUOTA + "ana,won_revenue,2026-07-01,2026-10-01,1500\n",
        head="[workspace]\nas_of = 2026-08-31\n"
        "[calendar]\nworking_weekdays = [0, 1, 2, 3, 4, 5, 6]\n",
    )

    assert round(made.value("linear_pace"), 3) == Decimal("0.791")


def test_a_newcomer_is_asked_from_the_first_day_only_where_the_company_says_so(company):
    # Ana came for the last 61 of the 92 days; figures kept under one rule are not the other's
    given = {
        "quotas": QUOTA + "ana,won_revenue,2026-07-01,2026-10-01,92\n",
        "reps": "rep_id,name,hired_on\nana,Ana,2026-08-01\n",
    }
    made = company(DEALS, **given)
    assert made.value("effective_quota") == 92

    made = company(DEALS, "[quotas]\nprorate = true\n", **given)

    assert made.value("effective_quota") == 61
    assert made.fact("quota_attainment")["denominator"] == 61
    assert company(DEALS, **given).value("effective_quota") == 92
