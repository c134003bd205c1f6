"""The grade of a figure tells how far the data behind it can be trusted."""

import pytest

HEAD = "deal_id,rep_id,amount,is_closed,is_won,created_on,close_on\n"


def _won(n, amount="10"):
    return f"W{n},ana,{amount},true,true,2026-06-01,2026-08-01\n"


@pytest.mark.parametrize(("missing", "grade"), [(0, "A"), (1, "B"), (4, "C"), (5, "D")])
def test_the_grade_falls_with_the_share_of_amounts_missing(company, missing, grade):
    rows = [_won(n, "" if n < missing else "10") for n in range(20)]
    fact = company(HEAD + "".join(rows)).fact("won_revenue")

    # a note that amounts are missing is itself no better than C
    assert fact["grade"] == max(grade, "C") if missing else grade == "A"


def test_a_fault_is_named_and_counted(company):
    fact = company(HEAD + _won(1) + _won(2, amount="")).fact("won_revenue")

    assert fact["note"].split() == ["amounts_missing", "touched_amount_missing:1"]


def test_dates_gone_by_touch_the_money_of_the_pipeline_and_not_the_number_of_deals(company):
    made = company(
        HEAD
        + "A,ana,10,false,false,2026-06-01,2026-08-01\n"
        + "B,ana,10,false,false,2026-06-01,2026-12-01\n"
    )

    assert made.fact("open_pipeline")["grade"] == "D"
    assert made.fact("open_deals")["grade"] == "A"


def test_a_deal_handed_over_is_heeded_and_lowers_a_grade_to_b(company):
    made = company(
        HEAD + "W1,bo,10,true,true,2026-06-01,2026-08-01\n" + _won(2),
        deal_history="""
        deal_id,at,rep_id
        W1,2026-06-01T00:00:00Z,ana
        """,
    )

    assert (made.value("won_revenue"), made.fact("won_revenue")["grade"]) == (20, "B")


def test_an_absent_figure_has_no_grade(company):
    assert company().fact("win_rate")["grade"] == ""
