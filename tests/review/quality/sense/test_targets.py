"""Targets that were lowered, and two targets of the same days."""

from datetime import date

import pytest

from workbench.review.quality.issues import consequence, rows_behind_issue
from workbench.review.quality.sense.doubtful import doubtful

HEAD = "rep_id,start_on,end_on,target\n"
Q3 = HEAD + "ana,2026-07-01,2026-10-01,400\nbo,2026-07-01,2026-10-01,300\n"


def told(made, target):
    """Freeze, write another target of ana, and give the doubt about it with its rows."""
    made.freeze()
    (made.folder / "quotas.csv").write_text(Q3.replace("400", target), encoding="utf-8")
    snapshot = made.freeze()
    found = [each for each in doubtful(snapshot, made.workspace) if each.reason == "quota_lowered"]
    return found, [rows_behind_issue(snapshot, each).rows for each in found]


def test_a_target_below_what_the_same_row_said_before_is_told_with_its_figures(company):
    (issue,), (rows,) = told(company(quotas=Q3), "250")

    assert rows == (("ana", "won_revenue", "2026-07-01", "2026-10-01", "CNY", "400", "250"),)
    assert "Quota attainment" in consequence(issue, "en")
    assert "目标达成率" in consequence(issue, "zh")


@pytest.mark.parametrize("target", ["400", "500"])
def test_a_target_that_rose_or_stayed_is_not(company, target):
    assert told(company(quotas=Q3), target) == ([], [])


def test_a_target_of_another_day_is_another_row(company):
    made = company(quotas=Q3)
    made.seen_on(date(2026, 9, 1))
    (made.folder / "quotas.csv").write_text(
        Q3.replace("ana,2026-07-01,2026-10-01,400", "ana,2026-10-01,2027-01-01,9"), "utf-8"
    )

    assert [
        each for each in doubtful(made.freeze(), made.workspace) if each.reason == "quota_lowered"
    ] == []


def test_two_targets_of_the_same_days_are_doubted_both(company, doubts):
    # A year of 400, and a quarter of it again
    rows = "ana,2026-01-01,2027-01-01,400\nana,2026-07-01,2026-10-01,100\n"

    assert doubts(company(quotas=HEAD + rows), "quota_twice") == [("quotas", 2, ["ana", "ana"])]


def test_targets_of_other_days_figures_people_or_families_are_not(company, doubts):
    head = "rep_id,metric,start_on,end_on,target,product_family\n"
    rows = (
        "ana,won_revenue,2026-01-01,2026-07-01,9,\nana,won_revenue,2026-07-01,2026-10-01,9,\n"
        "ana,win_rate,2026-07-01,2026-10-01,9,\nana,won_revenue,2026-07-01,2026-10-01,9,pumps\n"
        "bo,won_revenue,2026-07-01,2026-10-01,9,\n"
    )

    assert doubts(company(quotas=head + rows), "quota_twice") == []
