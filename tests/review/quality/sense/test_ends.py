"""Assignments and contracts whose end was typed as the last day."""

from datetime import date

import pytest

TEAMS = "rep_id,start_on,end_on,team\n"
SERVICE = "contract_id,account_id,rep_id,start_on,end_on,annual_value\n"


def test_a_move_that_leaves_a_day_between_two_teams_is_doubted(company, doubts):
    rows = "ana,2025-01-01,2026-05-31,North\nana,2026-06-01,,South\nbo,2026-06-02,,South\n"

    assert doubts(company(assignments=TEAMS + rows), "end_gap") == [("assignments", 1, ["ana"])]


def test_a_renewal_that_leaves_a_day_is_doubted(company, doubts):
    rows = "1,x,ana,2025-07-01,2026-06-30,9\n2,x,ana,2026-07-01,2027-06-30,9\n"

    assert doubts(company(contracts=SERVICE + rows), "end_gap") == [("contracts", 1, ["x"])]


@pytest.mark.parametrize(
    "rows",
    [
        "1,x,ana,2025-07-01,2026-07-01,9\n2,x,ana,2026-07-01,2027-07-01,9\n",  # end on end
        "1,x,ana,2025-07-01,2026-06-30,9\n2,y,ana,2026-07-01,2027-07-01,9\n",  # of two customers
        "1,x,ana,2025-07-01,2026-06-29,9\n2,x,ana,2026-07-01,2027-07-01,9\n",  # two days
    ],
)
def test_ends_that_leave_no_day_or_more_than_one_are_not(company, doubts, rows):
    assert doubts(company(contracts=SERVICE + rows), "end_gap") == []


def test_the_line_told_reads_them_as_last_days(company, doubts, pasted):
    rows = "1,x,ana,2025-07-01,2026-06-30,9\n2,x,ana,2026-07-01,2027-06-30,9\n"

    made = pasted(company(contracts=SERVICE + rows), "end_gap")

    assert doubts(made, "end_gap") == []
    ends = made.freeze().table("contracts")["end_on"].to_pylist()
    assert ends == [date(2026, 7, 1), date(2027, 7, 1)]
