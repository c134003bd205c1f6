"""Whose turn a review is, by name and day, told without a word of anybody.

Cy leads Ana, whose last day is 15 August, and Bo. The first stage is due on 7 October.
"""

from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.review.cycle.test_leavers import DEALS, DUE, HR, NAME, OPS, QUOTAS, REPS, WAITS
from workbench.review.cycle.answers import read_answers
from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.opening import begin
from workbench.review.cycle.turns import turns_of
from workbench.review.reader import document_of
from workbench.store import Actor
from workbench.store.moves import advance
from workbench.store.signing import sign
from workbench.store.subjects import delegate

BO, CY = Actor("bo", "rep"), Actor("cy", "manager")


@pytest.fixture
def desk(company):
    made = company(DEALS, reps=REPS, quotas=QUOTAS)
    opened = open_desk(made.workspace, "en")
    opened = replace(opened, store=replace(opened.store, clock=lambda: datetime(2026, 10, 6)))
    begin(opened, OPS, "2026-Q3", due_on=DUE, reps=["ana", "bo"])
    yield opened
    opened.store.engine.dispose()


def told(desk, rep_id):
    turns = turns_of(desk, NAME).turns
    return [(each.part, each.person_id, each.does) for each in turns if each.rep_id == rep_id]


def test_a_cycle_nobody_opened_is_claimed_nothing_of(desk):
    assert turns_of(desk, "2026-Q2:quarterly") is None


def test_each_stage_waits_for_who_leaves_it(desk):
    found = [told(desk, "bo")]
    for who in (BO, BO, CY, HR, CY):
        advance(desk.store, who, NAME, "bo")
        found.append(told(desk, "bo"))

    assert found == [
        [("rep", "bo", "data-check")],
        [("rep", "bo", "self-review")],
        [("manager", "cy", "manager-review")],
        [("office", "", "calibration")],
        [("manager", "cy", "conversation")],
        [("rep", "bo", "sign-off"), ("manager", "cy", "sign-off")],
    ]


def test_who_has_signed_is_waited_for_no_more_and_an_open_window_waits_for_nobody(desk):
    for who in (BO, BO, CY, HR, CY):
        advance(desk.store, who, NAME, "bo")
    sign(desk.store, BO, NAME, "bo", "agreed")
    assert told(desk, "bo") == [("manager", "cy", "sign-off")]

    sign(desk.store, CY, NAME, "bo", "agreed")
    assert told(desk, "bo") == []

    later = replace(desk, store=replace(desk.store, clock=lambda: datetime(2027, 1, 4)))
    assert told(later, "bo") == [("hr", "", "appeal")]


def test_a_review_that_was_handed_over_waits_for_who_has_it(desk):
    advance(desk.store, BO, NAME, "bo")
    advance(desk.store, BO, NAME, "bo")
    delegate(desk.store, HR, NAME, "bo", "dee")

    assert told(desk, "bo") == [("manager", "dee", "manager-review")]


def test_what_is_held_by_who_has_left_waits_for_the_office_with_the_line(desk):
    (turn,) = [each for each in turns_of(desk, NAME).turns if each.rep_id == "ana"]

    assert (turn.part, turn.does) == ("office", "left-rep")
    assert turn.line == WAITS.partition("runs: ")[2]


def test_a_day_is_late_once_it_is_over(desk):
    (turn,) = [each for each in turns_of(desk, NAME).turns if each.rep_id == "bo"]

    assert turn.due_on == DUE
    assert [turn.is_late(date(2026, 10, day)) for day in (7, 8)] == [False, True]


def test_a_review_of_who_has_left_is_signed_by_the_manager_alone(desk):
    begin(desk, OPS, "2026-Q3", reps=["ana"])
    assert told(desk, "ana") == [("manager", "cy", "manager-review")]
    for who in (CY, HR, CY):
        advance(desk.store, who, NAME, "ana")
    assert told(desk, "ana") == [("manager", "cy", "sign-off")]
    sign(desk.store, CY, NAME, "ana", "agreed")
    answers = read_answers(desk.store, document_of("ana"), NAME, "ana")

    assert (answers.signed_round, answers.to_sign) == (1, ("manager",))
    assert answers.left_on == date(2026, 8, 15)
