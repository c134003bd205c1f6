"""Ways in which people who come, go, are away or report in a circle are measured wrongly.

Every day is a working day: July has 31, August 31, September 30.
"""

from decimal import Decimal

import pytest

QUOTA = "rep_id,metric,start_on,end_on,target\n"
ABSENCES = "rep_id,start_on,end_on,kind,factor\n"
# Ana wins 60 in July, 30 in August
DEALS = """
deal_id,rep_id,amount,is_closed,is_won,close_on
D1,ana,60,true,true,2026-07-10
D2,ana,30,true,true,2026-08-05
"""
LEFT = "rep_id,name,hired_on,left_on\nana,Ana,2020-01-01,2026-08-15\n"  # 46 of the 92 days
HIRED = "rep_id,name,hired_on,left_on\nana,Ana,2026-08-16,\n"  # the other 46
WHOLE = "ana,won_revenue,2026-07-01,2026-10-01,184\n"
EVERY_DAY = "[calendar]\nworking_weekdays = [0, 1, 2, 3, 4, 5, 6]\n"


@pytest.fixture
def leaver(company):
    """Ana, whose last day at work is in the middle of the quarter."""
    return company(DEALS, reps=LEFT, quotas=QUOTA + WHOLE)


def test_a_leaver_is_held_to_the_quota_of_the_days_at_work(leaver):
    assert leaver.value("effective_quota") == 184 * Decimal(46) / 92
    assert leaver.value("quota_attainment") == round(Decimal(90) / 92, 10)
    assert leaver.value("full_quota_attainment") == round(Decimal(90) / 184, 10)
    assert leaver.value("quota_gap") == 92 - 90


def test_every_figure_of_a_leaver_says_since_when(leaver):
    touched = ("effective_quota", "quota_attainment", "quota_gap", "linear_pace")

    assert {leaver.fact(metric)["note"] for metric in touched} == {"left:2026-08-15"}


def test_a_leaver_is_neither_behind_nor_asked_for_more_after_the_last_day(company):
    # At 31 August 46 of 46 days at work are over: the pace is the attainment
    head = f"[workspace]\nas_of = 2026-08-31\n{EVERY_DAY}"
    made = company(DEALS, reps=LEFT, quotas=QUOTA + WHOLE, head=head)

    assert made.value("linear_pace") == made.value("quota_attainment")
    assert made.reason("required_run_rate") == "has_left"
    assert made.reason("pipeline_coverage") == "has_left"


def test_the_pace_of_a_leaver_runs_to_the_last_day(company):
    # At 31 July 31 of 46 days are over; 60 of 92
    head = f"[workspace]\nas_of = 2026-07-31\n{EVERY_DAY}"
    made = company(DEALS, reps=LEFT, quotas=QUOTA + WHOLE, head=head)

    assert made.value("linear_pace") == round(Decimal(60) * 46 / (92 * 31), 10)
    assert made.value("required_run_rate") == round(Decimal(92 - 60) / 15, 10)


def test_a_quota_row_that_ends_with_the_leaver_is_taken_as_it_is(company):
    made = company(DEALS, reps=LEFT, quotas=QUOTA + "ana,won_revenue,2026-07-01,2026-08-16,100\n")

    assert (made.value("effective_quota"), made.value("quota_attainment")) == (100, Decimal("0.9"))


def test_a_quota_row_after_the_last_day_asks_nothing(company):
    months = [("07-01", "08-01"), ("08-01", "09-01"), ("09-01", "10-01")]
    rows = "".join(f"ana,won_revenue,2026-{first},2026-{end},31\n" for first, end in months)
    made = company(DEALS, reps=LEFT, quotas=QUOTA + rows)

    assert made.value("effective_quota") == 31 + 31 * Decimal(15) / 31
    assert made.fact("effective_quota")["numerator"] == 93


def test_who_left_before_the_period_has_no_quota_in_it(company):
    made = company(DEALS, reps=LEFT, quotas=QUOTA + "ana,won_revenue,2026-10-01,2027-01-01,100\n")
    fact = made.fact("quota_gap", period="2026-Q4")

    assert (fact["value"], fact["reason"], fact["note"]) == (None, "has_left", "left:2026-08-15")


def test_a_newcomer_whose_quota_begins_on_the_first_day_has_one(company):
    made = company(reps=HIRED, quotas=QUOTA + "ana,won_revenue,2026-08-16,2026-10-01,100\n")
    fact = made.fact("effective_quota")

    assert (fact["value"], fact["note"]) == (100, "hired:2026-08-16")


def test_a_newcomers_quota_of_the_whole_period_is_taken_as_given_unless_told(company):
    given = company(reps=HIRED, quotas=QUOTA + WHOLE).value("effective_quota")
    head = f"[workspace]\nas_of = 2026-09-30\n[quotas]\nprorate = true\n{EVERY_DAY}"
    lowered = company(reps=HIRED, quotas=QUOTA + WHOLE, head=head).value("effective_quota")

    assert (given, lowered) == (184, 92)


def test_a_newcomers_pace_counts_from_the_first_day(company):
    # 20 of 100, 16 of 46 days at work
    made = company(
        "deal_id,rep_id,amount,is_closed,is_won,close_on\nD1,ana,20,true,true,2026-08-20\n",
        reps=HIRED,
        quotas=QUOTA + "ana,won_revenue,2026-08-16,2026-10-01,100\n",
        head=f"[workspace]\nas_of = 2026-08-31\n{EVERY_DAY}",
    )

    assert made.value("linear_pace") == round(Decimal(20) * 46 / (100 * 16), 10)


def test_ramp_and_leave_in_one_quarter_lower_it_once(company):
    # July at half, ten days of August away of which none is counted twice: 15.5 + 21 + 30 of 92
    away = "ana,2026-07-01,2026-08-11,ramp,0.5\nana,2026-08-01,2026-08-11,leave,0\n"
    made = company(DEALS, quotas=QUOTA + WHOLE, absences=ABSENCES + away)
    fact = made.fact("effective_quota")

    assert fact["value"] == 184 * (Decimal("15.5") + 21 + 30) / 92
    assert (fact["numerator"], fact["note"]) == (184, "on_leave ramping")


def test_a_ramping_newcomer_is_held_to_the_share_of_the_own_days(company):
    # 46 days at work, all at half
    made = company(
        reps=HIRED,
        quotas=QUOTA + "ana,won_revenue,2026-08-16,2026-10-01,300\n",
        absences=ABSENCES + "ana,2026-08-16,2026-10-01,ramp,0.5\n",
    )

    assert made.value("effective_quota") == 300 / 2


def test_leave_is_no_time_to_be_behind_in(company):
    # Away in July: at 31 August 31 of 61 days, 30 of 61
    made = company(
        DEALS,
        quotas=QUOTA + "ana,won_revenue,2026-07-01,2026-10-01,92\n",
        absences=ABSENCES + "ana,2026-07-01,2026-08-01,leave,0\n",
        head=f"[workspace]\nas_of = 2026-08-31\n{EVERY_DAY}",
    )

    assert made.value("linear_pace") == round(Decimal(90) * 61 / (61 * 31), 10)


def test_a_season_is_not_laid_on_a_part_of_the_period(leaver):
    assert leaver.fact("seasonal_pace")["note"] == "left:2026-08-15 linear_at_work"
    assert leaver.reason("projection_seasonal") == "season_of_whole_period"


def test_who_came_back_is_no_leaver(company):
    reps = "rep_id,name,hired_on,left_on\nana,Ana,2026-01-01,2025-03-31\n"
    made = company(DEALS, reps=reps, quotas=QUOTA + WHOLE)

    assert (made.value("effective_quota"), made.fact("effective_quota")["note"]) == (184, "")


# Each closes one deal: 1, 10, 100
CIRCLE_DEALS = """
deal_id,rep_id,amount,is_closed,is_won,close_on
D1,ana,1,true,true,2026-07-10
D2,bo,10,true,true,2026-08-10
D3,cy,100,true,true,2026-08-20
"""


def test_managers_in_a_circle_count_for_themselves_alone(company):
    reps = "rep_id,name,manager_id\nana,Ana,bo\nbo,Bo,ana\ncy,Cy,ana\n"
    made = company(CIRCLE_DEALS, reps=reps)
    told = [made.fact("won_revenue", rep) for rep in ("ana", "bo", "cy")]

    assert [(fact["value"], fact["note"]) for fact in told] == [
        (1, "manager_circle"), (10, "manager_circle"), (100, ""),
    ]  # fmt: skip


def test_a_circle_of_some_days_takes_no_other_days_from_a_team(company):
    # Ana leads Bo and Cy; in August Ana reports to Bo
    made = company(
        CIRCLE_DEALS,
        reps="rep_id,name\nana,Ana\nbo,Bo\ncy,Cy\n",
        assignments="""
        rep_id,start_on,end_on,manager_id
        bo,2026-01-01,,ana
        cy,2026-01-01,,ana
        ana,2026-08-01,2026-08-16,bo
        """,
    )

    assert made.value("won_revenue", "ana") == 1 + 100  # Bo's of 10 August is in the circle
    assert made.value("won_revenue", "bo") == 10
    assert "manager_circle" not in made.fact("won_revenue", "ana", "2026-Q2")["note"]
