"""Amounts that are likely wrong: lost for nothing, below nothing, of another unit."""

import pytest

from workbench.review.quality.issues import what
from workbench.review.quality.sense.doubtful import doubtful
from workbench.sources.columns.truth import outcome

HEAD = "deal_id,rep_id,amount,is_closed,is_won,close_on\n"
LOST = "".join(f"l{n},ana,0,true,false,2026-07-0{n}\n" for n in (1, 2, 3))


def test_three_lost_deals_all_at_0_are_doubted(company, doubts):
    made = company(HEAD + LOST + "w,bo,50,true,true,2026-07-01\n")

    assert doubts(made, "lost_at_zero") == [("deals", 3, ["l1", "l2", "l3"])]


@pytest.mark.parametrize(
    "rows",
    [
        LOST + "l4,ana,7,true,false,2026-07-04\n",  # one was worth something
        LOST + "l4,ana,,true,false,2026-07-04\n",  # one is unknown already: 0 is told apart
        LOST.replace("l3,ana,0,true,false", "l3,ana,0,false,false"),  # two, and an open one
        LOST.replace("true,false", "true,true"),  # won for nothing
    ],
)
def test_fewer_or_others_at_0_are_not(company, doubts, rows):
    assert doubts(company(HEAD + rows), "lost_at_zero") == []


def test_the_line_told_leaves_the_amounts_of_lost_deals_unknown(company, doubts, pasted):
    made = pasted(company(HEAD + LOST), "lost_at_zero")

    assert doubts(made, "lost_at_zero") == []
    assert made.freeze().table("deals")["amount"].to_pylist() == [None, None, None]


def test_a_won_deal_below_0_is_doubted_a_lost_or_excluded_one_is_not(company, doubts):
    rows = (
        "a,ana,-5,true,true,2026-07-01,false\n"
        "b,ana,-5,true,false,2026-07-01,false\n"
        "c,ana,0,true,true,2026-07-01,false\n"
        "d,ana,-5,true,true,2026-07-01,true\n"
    )
    made = company(HEAD.replace("close_on", "close_on,is_excluded") + rows)

    assert doubts(made, "negative_amount") == [("deals", 1, ["a"])]


def _quarters(*amounts, currency="CNY"):
    """Give three won deals a quarter of 2026, around each amount."""
    return "deal_id,rep_id,amount,currency,is_closed,is_won,close_on\n" + "".join(
        f"q{quarter}-{n},ana,{amount * n / 2},{currency},true,true,2026-{3 * quarter - 1:02}-0{n}\n"
        for quarter, amount in enumerate(amounts, 1)
        for n in (1, 2, 3)
    )


@pytest.mark.parametrize("amounts", [(20, 6000), (6000, 20)])
def test_quarters_300_times_apart_are_doubted_with_both_medians(company, doubts, amounts):
    made = company(_quarters(*amounts))
    ((table, n, ids),) = doubts(made, "sums_apart")
    (issue,) = [
        each for each in doubtful(made.freeze(), made.workspace) if each.reason == "sums_apart"
    ]

    assert (table, n, ids) == ("deals", 6, ["q1-1", "q1-2", "q1-3", "q2-1", "q2-2", "q2-3"])
    assert what(issue, "en") == (
        f"the middle amount is {amounts[0]} CNY in 2026-01..2026-03"
        f" and {amounts[1]} CNY in 2026-04..2026-06"
    )


def test_a_fiscal_year_moves_the_quarters(company):
    deals = _quarters(20, 6000).replace("2026-02", "2026-01").replace("2026-05", "2026-04")
    made = company(deals)
    toml = made.folder / "workbench.toml"
    told = toml.read_text("utf-8").replace("[calendar]\n", "[calendar]\nfiscal_year_start = 2\n")
    toml.write_text(told, encoding="utf-8")
    (issue,) = [
        each for each in doubtful(made.freeze(), made.workspace) if each.reason == "sums_apart"
    ]

    assert issue.values["earlier"] == "2025-11..2026-01"
    assert issue.values["later"] == "2026-02..2026-04"


@pytest.mark.parametrize(
    "deals",
    [
        _quarters(20, 5990),  # 299.5 times
        _quarters(20, 200, 6000),  # never 300 at once
        _quarters(20, 6000).replace("q2-3,ana,9000.0,CNY,true", "q2-3,ana,,CNY,true"),
        _quarters(20, 6000).replace("CNY,true,true,2026-05", "KRW,true,true,2026-05"),
    ],
)
def test_quarters_less_apart_or_of_two_deals_or_of_other_currencies_are_not(company, doubts, deals):
    assert doubts(company(deals), "sums_apart") == []


STAGES = "deal_id,rep_id,stage,is_closed,is_won\n"


@pytest.mark.parametrize(
    ("stage", "is_closed", "is_won"),
    [
        ("Closed Won", "false", "false"), ("closed_won", "true", "false"),
        ("赢单", "false", "false"), ("Closed Lost", "false", "false"), ("输单", "true", "true"),
        ("已关闭", "false", "false"),
    ],
)  # fmt: skip
def test_a_stage_that_says_otherwise_is_doubted(company, doubts, stage, is_closed, is_won):
    made = company(STAGES + f"d,ana,{stage},{is_closed},{is_won}\n")

    assert doubts(made, "stage_against_status") == [("deals", 1, ["d"])]


@pytest.mark.parametrize(
    ("stage", "is_closed", "is_won"),
    [
        ("Closed Won", "true", "true"), ("closed_lost", "true", "false"),
        ("Closed", "true", "false"), ("Closed", "true", "true"), ("Negotiation", "true", "true"),
        ("1", "false", "false"), ("是", "false", "false"), ("", "false", "false"),
        ("Lost", "false", "true"),  # won but open is told of already
    ],
)  # fmt: skip
def test_a_stage_that_agrees_or_says_nothing_is_not(company, doubts, stage, is_closed, is_won):
    made = company(STAGES + f"d,ana,{stage},{is_closed},{is_won}\n")

    assert doubts(made, "stage_against_status") == []


def test_words_of_stages_are_those_that_marks_are_read_by():
    assert "'closed won'" in outcome("x")
