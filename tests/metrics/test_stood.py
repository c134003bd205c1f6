"""What stood open when a period ended: by history, by a snapshot of that day, or not told."""

from datetime import date

import pytest

from workbench.metrics.stood import Stood

# Four deals stood open on 30 June: `won` and `lost` were closed in the next quarter
DEALS = """
deal_id,rep_id,stage,amount,is_closed,is_won,created_on,close_on,next_step
still,ana,propose,500,false,false,2026-05-01,2026-12-01,call
won,ana,won,900,true,true,2026-05-01,2026-08-01,
lost,ana,lost,70,true,false,2026-05-01,2026-07-15,
over,ana,won,40,true,true,2026-05-01,2026-06-30,
later,ana,propose,10000,false,false,2026-07-01,2026-09-01,call
"""
HISTORY = """
deal_id,at,stage,amount,close_on,forecast_category
still,2026-05-01T00:00:00Z,qualify,300,2026-06-15,pipeline
still,2026-07-02T00:00:00Z,propose,500,2026-12-01,pipeline
won,2026-05-01T00:00:00Z,qualify,100,2026-07-20,pipeline
won,2026-06-20T00:00:00Z,propose,800,2026-07-20,commit
won,2026-08-01T00:00:00Z,won,900,2026-08-01,commit
lost,2026-05-01T00:00:00Z,qualify,60,2026-07-15,pipeline
"""


def test_history_tells_what_was_open_when_the_period_ended(company):
    made = company(DEALS, deal_history=HISTORY)
    count, amount = (made.fact(key, period="2026-Q2") for key in ("open_deals", "open_pipeline"))

    assert (count["value"], count["note"]) == (3, "")  # still, won, lost
    assert amount["value"] == 300 + 800 + 60
    # one of three dates had passed on 30 June: that of `still`
    overdue = made.fact("past_due_share", period="2026-Q2")
    assert (overdue["numerator"], overdue["denominator"]) == (1, 3)
    assert made.value("pipeline_age_days", period="2026-Q2") == 60  # 1 May to 30 June
    stages = {
        row["level"]: row["value"]
        for row in made.facts("2026-Q2").facts.to_pylist()
        if (row["rep_id"], row["metric"], row["by"]) == ("ana", "open_pipeline", "stage")
    }
    assert stages == {"qualify": 360, "propose": 800}


def test_what_no_history_tells_is_not_told(company):
    made = company(DEALS, deal_history=HISTORY)

    assert made.reason("no_next_step_share", period="2026-Q2") == "state_untold"
    assert made.value("no_next_step_share") == 0  # of the period that ends with the data


def test_without_history_the_days_of_deals_tell_how_many_were_open_and_no_more(company):
    made = company(DEALS)

    assert made.value("open_deals", period="2026-Q2") == 3
    for metric in ("open_pipeline", "past_due_share", "weighted_pipeline", "no_next_step_share"):
        assert made.reason(metric, period="2026-Q2") == "state_untold"


def test_a_snapshot_frozen_about_that_day_tells_it_and_says_so(company):
    then = company(
        """
        deal_id,rep_id,stage,amount,is_closed,is_won,created_on,close_on,next_step
        still,ana,qualify,300,false,false,2026-05-01,2026-06-15,
        won,ana,propose,800,false,false,2026-05-01,2026-07-20,call
        lost,ana,qualify,60,false,false,2026-05-01,2026-07-15,
        over,ana,won,40,true,true,2026-05-01,2026-06-30,
        """
    )
    then.seen_on(date(2026, 7, 2))
    made = company(DEALS)
    amount = made.fact("open_pipeline", period="2026-Q2")

    # on 2 July `later` was there too, a deal of which nobody saw anything
    count = made.fact("open_deals", period="2026-Q2")
    assert (count["value"], count["note"]) == (4, "seen_on:2026-07-02")
    assert (amount["value"], amount["n"]) == (300 + 800 + 60, 3)
    assert "seen_on:2026-07-02" in amount["note"]
    steps = made.fact("no_next_step_share", period="2026-Q2")
    assert (steps["numerator"], steps["note"]) == (3, "seen_on:2026-07-02")


def test_a_snapshot_of_another_week_tells_nothing(company):
    company(DEALS).seen_on(date(2026, 7, 4))
    made = company(DEALS)

    assert made.reason("open_pipeline", period="2026-Q2") == "state_untold"


@pytest.mark.parametrize("as_of", ["2026-07-02", "2026-07-03"])
def test_data_of_the_days_after_are_about_that_day(company, as_of):
    head = f"""
        [workspace]
        default_period = "2026-Q2"
        as_of = {as_of}
        """
    closed = DEALS.replace("2026-08-01", "2026-06-01").replace("2026-07-15", "2026-06-15")
    made = company(closed, head=head)

    fact = made.fact("open_pipeline", period="2026-Q2")
    assert fact["value"] == 500 + 10000
    assert f"seen_on:{as_of}" in fact["note"]


def test_a_deal_that_never_changed_is_as_it_was(company):
    # a history has a row for each change: `quiet` has none, `moved` only one of a later day
    made = company(
        """
        deal_id,rep_id,stage,amount,is_closed,is_won,created_on,close_on
        quiet,ana,propose,500,false,false,2026-05-01,2026-12-01
        moved,ana,propose,900,false,false,2026-05-01,2026-12-01
        """,
        deal_history="deal_id,at,stage,amount,close_on\nmoved,2026-07-05T00:00:00Z,propose,900,\n",
    )
    amount = made.fact("open_pipeline", period="2026-Q2")

    assert (amount["value"], amount["n"], amount["note"]) == (
        500,
        1,
        "amounts_missing touched_amount_missing:1",
    )
    assert made.value("open_deals", period="2026-Q2") == 2


def test_what_either_tells_is_known_and_seen_only_where_no_history_tells_it():
    stood = Stood(date(2026, 6, 30), frozenset({"stage"}), seen=frozenset({"stage", "next_step"}))

    columns = ("stage", "next_step", "amount")
    assert [stood.tells(column) for column in columns] == [True, True, False]
    assert [stood.is_seen(column) for column in columns] == [False, True, False]
