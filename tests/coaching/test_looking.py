"""What a session looks at: stuck deals, figures with their course, actions before and after."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from workbench.errors import WorkspaceError
from workbench.review.coaching.agenda import load_agenda
from workbench.review.coaching.carried import carried_row
from workbench.review.cycle.agreeing import promise_of
from workbench.review.template import Item
from workbench.store.promises import Promise

AGREED = Promise(
    cycle="2026-Q2:coaching:1", rep_id="R13", owner_id="R13", what="A next step for every deal",
    metric="no_next_step_share", baseline="0.5625", baseline_n=16,
)  # fmt: skip


def test_the_stuck_deals_are_those_of_the_figure(desk_of):
    desk = desk_of()
    found = desk.review.figures["stuck_share"]

    assert sum(deal.is_stuck for deal in desk.walk.deals) == found.numerator
    assert sum(deal.days is not None for deal in desk.walk.deals) == found.denominator


def test_at_most_six_figures_the_focus_first_each_with_its_n(desk_of):
    desk = desk_of()
    found = desk.measures(desk.words(desk.current()))  # the focus of the open session: cover

    assert found[0].metric == "pipeline_coverage"
    assert found[0].is_focus
    assert len(found) == 6
    assert [each.counts for each in found if not each.counts] == []


def test_a_state_of_today_has_no_course_because_earlier_ones_would_show_the_same(desk_of):
    desk = desk_of()
    found = {each.metric: each for each in desk.measures({})}

    assert found["stuck_share"].course == ()
    assert [period for period, _, _ in found["win_rate"].course] == [
        "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3",
    ]  # fmt: skip


def test_a_change_beyond_chance_is_told_with_its_interval(desk_of):
    # 9 of 16 then, 2 of 20 now
    row = carried_row(AGREED, desk_of().review)

    assert row.moved == "9 / 16 → 2 / 20"
    assert row.is_moved
    assert row.verdict.startswith("Better: moved by −46.3 points (")


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        ({"baseline": "0.125"}, "Moved by −2.5 points (−27.1 to +19.5), no more than chance"),
        ({"baseline": "0", "baseline_n": 200}, "Worse"),
        ({"metric": "win_rate", "cycle": "2026-Q3:coaching:1"}, "Adds up within one period"),
        ({"baseline_n": None}, "No interval"),
        ({"metric": "", "baseline": ""}, "No metric"),
    ],
)
def test_a_change_is_judged_only_where_it_can_be(desk_of, change, verdict):
    row = carried_row(replace(AGREED, **change), desk_of().review)

    assert row.verdict.startswith(verdict)
    assert not row.is_moved


def test_an_action_of_an_earlier_day_is_told_as_of_that_day(desk_of):
    done = {
        "state": "done", "aim": "≤ 5%", "came_to": "0.25", "came_to_n": 20,
        "came_on": date(2026, 8, 14), "due_on": date(2026, 8, 14),
    }  # fmt: skip
    row = carried_row(replace(AGREED, **done), desk_of().review)

    assert row.moved == "56.3% → when due 25.0% (14 Aug 2026)"
    assert row.aimed == "missed the aim “≤ 5%” with 25.0%"
    assert row.verdict.startswith("Moved by −31.3 points (")  # 9 of 16, 5 of 20


def test_an_action_left_open_twice_is_marked(desk_of):
    review = desk_of().review

    assert carried_row(replace(AGREED, rolled=1), review).rolled == ""
    assert carried_row(replace(AGREED, rolled=2), review).rolled == "carried over twice"


def test_an_action_row_becomes_a_promise_with_owner_and_support(desk_of):
    desk = desk_of()
    item = desk.agenda.items["actions"]
    row = ["Call", "赢单率", "30 %", "2026-12-01", "a list", "陈立"]
    made = promise_of(desk.review, "2026-Q3:coaching:4", item, row)

    assert (made.metric, made.owner_id, made.support) == ("win_rate", "陈立", "a list")
    assert Decimal(made.baseline) == desk.review.figures.value("win_rate")
    assert promise_of(desk.review, "x", item, ["Call", *[""] * 5]).owner_id == "R13"


def test_the_agenda_takes_45_minutes_and_carried_actions_come_before_figures():
    agenda = load_agenda()

    assert agenda.ends == (3, 8, 15, 25, 33, 38, 43, 45)
    assert isinstance(agenda.items["focus"], Item)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('metrics = ["quota_attainment"', 'metrics = ["csat", "quota_attainment"'), "1 to 6"),
        (('"win_rate"', '"win_rat"'), "Did you mean 'win_rate'"),
        (('key = "carried"', 'key = "figures"'), "in this order"),
        (('key = "worry"', 'key = "win"'), "two items have the key 'win'"),
        (("minutes = 3", "minutes = 0"), "minutes"),
        (("[[steps]]", "[[steps"), "is not TOML"),
    ],
)
def test_an_own_agenda_that_does_not_fit_is_told(tmp_path, change, told):
    from importlib.resources import files  # noqa: PLC0415

    text = (files("workbench.review.coaching") / "agenda.toml").read_text(encoding="utf-8")
    (tmp_path / "coaching.toml").write_text(text.replace(*change, 1), encoding="utf-8")
    with pytest.raises(WorkspaceError, match=told):
        load_agenda(tmp_path)
