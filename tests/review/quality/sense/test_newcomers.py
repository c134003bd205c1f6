"""A newcomer's quota that begins before they do is asked about, not silently taken."""

import pytest

HIRED = "rep_id,name,hired_on\nana,Ana,2026-08-16\n"
WHOLE = "rep_id,start_on,end_on,target\nana,2026-07-01,2026-10-01,9\n"


def test_a_quota_that_begins_before_the_first_day_is_asked_about(company, doubts):
    assert doubts(company(reps=HIRED, quotas=WHOLE), "quota_before_hire") == [
        ("quotas", 1, ["ana"])
    ]


def test_the_lines_told_lower_it(company, pasted):
    made = pasted(company(reps=HIRED, quotas=WHOLE), "quota_before_hire")

    assert made.value("effective_quota") == 9 / 2


@pytest.mark.parametrize("start", ["2026-08-16", "2026-10-01"])
def test_one_that_begins_with_them_or_later_is_not(company, doubts, start):
    quotas = f"rep_id,start_on,end_on,target\nana,{start},2027-01-01,9\n"

    assert doubts(company(reps=HIRED, quotas=quotas), "quota_before_hire") == []


def test_nor_is_one_with_ramp_in_it(company, doubts):
    ramp = "rep_id,start_on,end_on,kind,factor\nana,2026-08-16,2026-10-01,ramp,0.5\n"
    made = company(reps=HIRED, quotas=WHOLE, absences=ramp)

    assert doubts(made, "quota_before_hire") == []
