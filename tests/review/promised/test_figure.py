"""The figure of a promise is that of its day and moves no more; before, it is today's."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from workbench.review.promised.figure import came_to, stand_of
from workbench.snapshots import freeze
from workbench.store.promises import Promise

DUE = date(2026, 6, 15)
JUNE = datetime(2026, 6, 10, 8)
CALLED_BACK = """deal_id,at,rep_id,stage,amount,close_on,forecast_category
D1,2026-04-01T01:00:00Z,ana,offer,80,2026-06-30,pipeline
D1,2026-07-20T01:00:00Z,ana,won,100,2026-07-20,closed
"""
OWN_PERIODS = '[workspace]\nas_of = 2026-09-30\n[calendar]\nperiods = { file = "periods.csv" }\n'


def told(stand):
    return stand.fact.value, stand.day, stand.is_fixed


def test_one_that_is_due_is_told_as_of_its_day(stood):
    stand = stood()

    assert told(stand) == (5, DUE, True)  # of the six meetings of the quarter
    assert stand.fact.period == "2026-Q2"


def test_what_happens_after_its_day_moves_nothing(made, stood):
    later = made()
    file = later.folder / "activities.csv"
    rows = "".join(f"n{n},ana,meeting,2026-06-{16 + n}\n" for n in range(9))
    file.write_text(file.read_text(encoding="utf-8") + rows, encoding="utf-8")

    assert told(stood(later)) == (5, DUE, True)
    assert later.value("meetings", period="2026-Q2") == 15


def test_one_that_is_open_and_not_due_shows_the_reviews_own_figure(stood):
    assert told(stood(due_on=date(2026, 12, 31))) == (4, date(2026, 9, 30), False)
    assert told(stood(due_on=None)) == (4, date(2026, 9, 30), False)


@pytest.mark.parametrize("state", ["done", "dropped"])
def test_one_closed_in_june_is_of_that_day_in_september(stood, state):
    stand = stood(state=state, answered_at=JUNE, due_on=date(2026, 12, 31))

    assert told(stand) == (3, date(2026, 6, 10), True)


def test_the_day_of_the_answer_is_the_companys(made, stood):
    there = made(head='[workspace]\nas_of = 2026-09-30\n[calendar]\nzone = "Asia/Shanghai"\n')
    late = datetime(2026, 6, 10, 20)  # in Shanghai it is the 11th

    assert told(stood(there, state="done", answered_at=late))[:2] == (4, date(2026, 6, 11))


def test_one_answered_after_its_day_is_of_its_day(stood):
    assert told(stood(state="done", answered_at=datetime(2026, 7, 9))) == (5, DUE, True)


def test_one_due_on_the_last_day_is_of_the_whole_quarter(stood):
    assert told(stood(due_on=date(2026, 6, 30))) == (6, date(2026, 6, 30), True)


def test_what_was_kept_with_the_answer_is_never_computed_again(stood):
    kept = {"came_to": "4", "came_to_n": 4, "came_on": date(2026, 6, 10), "came_from": "abc"}

    assert told(stood(state="done", answered_at=JUNE, **kept)) == (4, date(2026, 6, 10), True)


def test_one_answered_on_a_day_nothing_tells_has_no_figure_of_today(stood):
    stand = stood(state="done", due_on=None)

    assert (stand.fact.value, stand.fact.reason) == (None, "answered_untold")


def test_a_day_the_calendar_does_not_know_has_none(made, stood):
    there = made(head=OWN_PERIODS)
    (there.folder / "periods.csv").write_text(
        "name,start_on,end_on\nS1,2026-01-01,2026-04-01\n", encoding="utf-8"
    )

    stand = stood(there, cycle="S1:quarterly")
    assert (stand.fact.value, stand.fact.reason) == (None, "no_period_then")


def test_one_of_no_metric_has_no_figure(stood):
    assert stood(metric="") is None


def test_who_left_is_told_to_that_day(made, stood):
    there = made(reps="rep_id,name,left_on\nana,Ana,2026-06-10\nbo,Bo,\n")

    assert told(stood(there)) == (3, date(2026, 6, 10), True)


def test_how_things_stood_is_never_told_of_another_day(stood):
    assert told(stood(metric="open_deals")) == (1, DUE, True)  # two are open today, one was then
    stand = stood(metric="open_pipeline")  # what the one was worth, nothing tells

    assert (stand.fact.value, stand.fact.reason) == (None, "state_untold")


@pytest.mark.parametrize(("day", "value"), [(15, 100), (12, 100), (18, 100), (11, None)])
def test_a_snapshot_of_the_three_days_about_it_tells_how_things_stood(made, stood, day, value):
    there = made()
    file = there.folder / "deals.csv"
    today = file.read_text(encoding="utf-8")
    then = [today.splitlines()[0], "D1,ana,false,false,100,2026-04-01,2026-06-30", ""]
    file.write_text("\n".join(then), encoding="utf-8")
    there.seen_on(date(2026, 6, day))
    file.write_text(today, encoding="utf-8")

    stand = stood(there, metric="open_pipeline")
    assert (stand.fact.value, stand.day.day) == (value, day if value else 15)


def test_a_look_back_saw_nothing(made, stood):
    there = made()
    freeze(there.workspace, DUE)

    assert stood(there, metric="open_pipeline").fact.reason == "state_untold"


def test_a_history_tells_how_things_stood(made, stood):
    there = made(deal_history=CALLED_BACK)

    assert told(stood(there, metric="open_deals")) == (1, DUE, True)
    assert told(stood(there, metric="open_pipeline"))[0] == 80  # not the 100 it was won for
    assert stood(there, metric="no_next_step_share").fact.reason == "column_missing"


def test_a_history_that_begins_later_tells_nothing_of_the_day(made, stood):
    later = CALLED_BACK.replace("2026-04-01T", "2026-07-01T")

    assert stood(made(deal_history=later), metric="open_pipeline").fact.reason == "amounts_missing"


def test_answering_keeps_the_figure_of_the_day_with_its_snapshot(review_of):
    review = review_of()
    promised = Promise(
        cycle="2026-Q1:quarterly", rep_id="ana", owner_id="ana", what="…", metric="meetings",
        due_on=date(2026, 12, 31),
    )  # fmt: skip
    came = came_to(promised, review, JUNE)

    assert (came.value, came.n, came.on) == ("3.0000000000", 3, date(2026, 6, 10))
    assert came.snapshot == review.snapshot.hash
    assert came_to(replace(promised, metric="open_pipeline"), review, JUNE) is None
    assert stand_of(replace(promised, state="done", answered_at=JUNE), review).fact.value == 3
