"""Stages: passed, stayed in, stuck in."""

from collections import Counter

import pytest
from scipy.stats import CensoredData, ecdf

from workbench.metrics.survival import median_survival

HEAD = "deal_id,rep_id,stage,amount,is_closed,is_won,created_on,close_on\n"
HISTORY = "deal_id,at,stage,close_on,amount\n"


def test_who_skips_a_stage_has_passed_it_and_who_moves_back_counts_once(company):
    # A walks 1-2-3 and wins; B walks 1-2, back to 1, 2 again, and is lost; C goes 1-3, still there
    made = company(
        HEAD
        + "A,ana,won,1,true,true,2026-07-01,2026-08-20\n"
        + "B,ana,lost,1,true,false,2026-07-01,2026-08-20\n"
        + "C,ana,3,1,false,false,2026-07-01,2026-11-20\n",
        deal_history=HISTORY
        + "A,2026-07-01T00:00:00Z,1,,\nA,2026-07-11T00:00:00Z,2,,\nA,2026-07-21T00:00:00Z,3,,\n"
        + "A,2026-08-20T00:00:00Z,won,,\n"
        + "B,2026-07-01T00:00:00Z,1,,\nB,2026-07-11T00:00:00Z,2,,\nB,2026-07-15T00:00:00Z,1,,\n"
        + "B,2026-07-19T00:00:00Z,2,,\nB,2026-08-20T00:00:00Z,lost,,\n"
        + "C,2026-07-01T00:00:00Z,1,,\nC,2026-07-05T00:00:00Z,3,,\n",
    )
    found = {
        stage: made.fact("stage_conversion", by="stage", level=stage) for stage in ("1", "2", "3")
    }

    assert {stage: (fact["numerator"], fact["n"]) for stage, fact in found.items()} == {
        "1": (3, 3),  # all got further
        "2": (2, 3),  # A passed, C skipped it, B was lost from it
        "3": (1, 1),  # A won from it; C is still there
    }


def test_a_deal_won_in_the_period_passes_what_it_skipped_though_it_moved_before(company):
    # A was in 1 long before and won in August without 2; B walks 1-2 in the period and tells of 2
    made = company(
        HEAD
        + "A,ana,won,1,true,true,2026-01-01,2026-08-20\n"
        + "B,ana,2,1,false,false,2026-07-01,2026-11-20\n",
        deal_history=HISTORY
        + "A,2026-01-01T00:00:00Z,1,,\nB,2026-07-01T00:00:00Z,1,,\nB,2026-07-11T00:00:00Z,2,,\n",
    )
    fact = made.fact("stage_conversion", by="stage", level="2")

    assert (fact["numerator"], fact["n"]) == (1, 1)  # A won past it; B is still there


def test_the_median_stay_counts_stays_that_last(company):
    # stays of 4, 10 and, still lasting, 30 days: half have ended by day 10
    made = company(
        HEAD
        + "A,ana,2,1,false,false,2026-08-31,2026-11-20\n"
        + "B,ana,2,1,false,false,2026-08-31,2026-11-20\n"
        + "C,ana,1,1,false,false,2026-08-31,2026-11-20\n",
        deal_history=HISTORY
        + "A,2026-08-31T00:00:00Z,1,,\nA,2026-09-04T00:00:00Z,2,,\n"
        + "B,2026-08-31T00:00:00Z,1,,\nB,2026-09-10T00:00:00Z,2,,\n"
        + "C,2026-08-31T00:00:00Z,1,,\n",
    )
    fact = made.fact("time_in_stage_days", by="stage", level="1")

    assert (fact["value"], fact["n"], fact["note"]) == (10, 3, "stays_last")


def test_a_median_that_was_not_reached_is_not_invented():
    assert median_survival(Counter({(5, True): 1, (9, False): 3})) is None
    assert median_survival(Counter({(5, True): 1, (9, True): 1, (20, True): 1})) == 9
    assert median_survival(Counter({(9, False): 3})) is None


@pytest.mark.parametrize(
    ("over", "lasting"),
    [([3, 3, 8, 12], [1, 3, 30]), ([2, 4], []), ([5, 5, 6], [5, 5, 5]), ([0, 7, 9], [0, 8, 8, 40])],
)
def test_the_median_stay_is_where_the_known_curve_first_falls_to_half(over, lasting):
    curve = ecdf(CensoredData(uncensored=over, right=lasting)).sf
    days = zip(curve.quantiles, curve.probabilities, strict=True)
    known = next((day for day, share in days if share <= 0.5), None)

    stays = Counter([*((day, True) for day in over), *((day, False) for day in lasting)])
    assert median_survival(stays) == known


def test_stuck_is_over_the_mean_of_won_deals_and_a_fortnight(company):
    # five won deals stayed 10 days each: 24 days is not stuck, 25 is
    won = [f"W{n},ana,won,1,true,true,2026-01-01,2026-01-11" for n in range(5)]
    moved = [
        f"W{n},2026-01-{day:02d}T00:00:00Z,{stage},," for n in range(5)
        for day, stage in ((1, "1"), (11, "won"))
    ]  # fmt: skip
    waiting = [
        "S,ana,1,1,false,false,2026-08-01,2026-11-20",
        "T,ana,1,1,false,false,2026-08-01,2026-11-20",
    ]
    came = ["S,2026-09-05T00:00:00Z,1,,", "T,2026-09-06T00:00:00Z,1,,"]
    made = company(
        HEAD + "\n".join([*won, *waiting]), deal_history=HISTORY + "\n".join([*moved, *came])
    )
    fact = made.fact("stuck_share")

    assert (fact["numerator"], fact["denominator"]) == (1, 2)


def test_without_a_course_of_deals_the_reason_says_how_to_get_one(company):
    made = company(HEAD + "S,ana,1,1,false,false,2026-08-01,2026-11-20\n")

    for metric in ("stage_conversion", "time_in_stage_days", "stuck_share", "slippage_rate"):
        assert made.reason(metric) == "no_course"
    assert made.fact("push_count")["note"] == "column:deal_history.close_on"
