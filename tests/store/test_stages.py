"""From stage to stage: who moves what, who sees what when, and what a signature means."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from desk import ANA, BO, CYCLE, HR, MIA, OPS, begin

from workbench.errors import ParameterError, RefusedError
from workbench.store import Actor, open_store
from workbench.store.cycles import repin
from workbench.store.entries import Place, read_entries, save_entry
from workbench.store.moves import advance, reopen
from workbench.store.rules import SIDES, STAGES, Subject, may_read, may_write
from workbench.store.signing import sign, signatures_of
from workbench.store.standing import standings
from workbench.store.subjects import delegate, read_subject

OWNERS = {
    "data_check": ANA,
    "self_review": ANA,
    "manager_review": MIA,
    "calibration": HR,
    "conversation": MIA,
}


@pytest.fixture
def opened(store):
    begin(store, due_on=date(2026, 10, 7))
    return store


def walk(store, to, rep_id="ana"):
    """Move a review on, each stage by its owner."""
    for stage in STAGES[: STAGES.index(to)]:
        if stage == "sign_off":
            sign(store, Actor(rep_id, "rep"), CYCLE, rep_id, "agreed")
            sign(store, MIA, CYCLE, rep_id, "agreed")
        else:
            advance(store, HR if stage == "appeal" else OWNERS[stage], CYCLE, rep_id)


@pytest.mark.parametrize("stage", OWNERS)
def test_a_stage_is_left_by_its_owner_alone(opened, stage):
    walk(opened, stage)
    for actor in (ANA, BO, MIA, HR):
        if actor != OWNERS[stage]:
            with pytest.raises(RefusedError):
                advance(opened, actor, CYCLE, "ana")

    assert advance(opened, OWNERS[stage], CYCLE, "ana") == STAGES[STAGES.index(stage) + 1]


def test_the_self_review_is_locked_before_the_managers_words_are_visible():
    for stage in STAGES:
        subject = Subject(CYCLE, "ana", "mia", "", stage)
        assert not (may_write(ANA, subject, "rep") and may_read(ANA, subject, "manager"))
        assert not (may_write(ANA, subject, "rep") and may_read(MIA, subject, "rep"))


def test_hr_and_sales_ops_edit_nothing_and_read_only_what_is_signed():
    for stage in STAGES:
        subject = Subject(CYCLE, "ana", "mia", "", stage)
        for actor in (HR, OPS):
            assert not any(may_write(actor, subject, side) for side in SIDES)
            assert may_read(actor, subject, "manager") == (stage in {"appeal", "closed"})
            assert not may_read(actor, subject, "private")


def test_both_sign_and_then_the_appeal_window_is_open(opened):
    walk(opened, "sign_off")
    assert sign(opened, ANA, CYCLE, "ana", "seen", "定额没有按比例下调") == "sign_off"
    assert sign(opened, MIA, CYCLE, "ana", "agreed") == "appeal"

    assert [(each.side, each.verdict) for each in signatures_of(opened, ANA, CYCLE, "ana")] == [
        ("rep", "seen"),
        ("manager", "agreed"),
    ]


def test_seen_but_not_agreed_says_what(opened):
    walk(opened, "sign_off")

    with pytest.raises(ParameterError, match="what you do not agree with"):
        sign(opened, ANA, CYCLE, "ana", "seen", "  ")


def test_nobody_signs_for_another_or_twice_or_early(opened):
    with pytest.raises(RefusedError):
        sign(opened, ANA, CYCLE, "ana", "agreed")
    walk(opened, "sign_off")
    for actor in (BO, HR, OPS, Actor("max", "manager")):
        with pytest.raises(RefusedError):
            sign(opened, actor, CYCLE, "ana", "agreed")
    sign(opened, ANA, CYCLE, "ana", "agreed")
    with pytest.raises(ParameterError, match="signed"):
        sign(opened, ANA, CYCLE, "ana", "agreed")


def test_reopening_needs_a_reason_and_asks_for_new_signatures(opened):
    walk(opened, "appeal")
    with pytest.raises(RefusedError):
        reopen(opened, MIA, CYCLE, "ana", "manager_review", "typo")
    with pytest.raises(ParameterError, match="reason"):
        reopen(opened, HR, CYCLE, "ana", "manager_review", " ")
    reopen(opened, HR, CYCLE, "ana", "conversation", "appeal upheld")
    advance(opened, MIA, CYCLE, "ana")
    sign(opened, ANA, CYCLE, "ana", "agreed")

    assert [each.round for each in signatures_of(opened, ANA, CYCLE, "ana")] == [1, 1, 2]


def test_a_delegate_acts_for_the_manager_of_record(opened):
    walk(opened, "manager_review")
    lea = Actor("lea", "manager")
    place = Place(CYCLE, "ana", "rating", "rating", "manager")
    with pytest.raises(RefusedError):
        save_entry(opened, lea, place, 3, 0)
    delegate(opened, MIA, CYCLE, "ana", "lea")

    assert save_entry(opened, lea, place, 3, 0).saved_by == "lea"
    with pytest.raises(RefusedError):
        delegate(opened, lea, CYCLE, "ana", "max")


def test_a_manager_sees_the_reps_of_the_team_and_a_rep_only_the_own(opened):
    assert [each.subject.rep_id for each in standings(opened, MIA, CYCLE)] == ["ana", "bo"]
    assert [each.subject.rep_id for each in standings(opened, BO, CYCLE)] == ["bo"]
    assert standings(opened, Actor("max", "manager"), CYCLE) == []
    with pytest.raises(RefusedError):
        read_subject(opened, BO, CYCLE, "ana")


def test_the_private_side_is_not_the_managers_at_any_stage(opened):
    save_entry(opened, ANA, Place(CYCLE, "ana", "feedback", "upward", "private"), "frank", 0)
    walk(opened, "closed")

    for actor in (MIA, HR, OPS):
        found = read_entries(opened, actor, CYCLE, "ana")
        assert "frank" not in [entry.value for entry in found.values()]


def test_on_time_compares_each_stage_left_with_its_day(url):
    days = iter([datetime(2026, 10, 1)] * 2 + [datetime(2026, 10, 9)] * 20)
    store = open_store(url, clock=lambda: next(days))
    begin(store, due_on=date(2026, 10, 7))
    advance(store, ANA, CYCLE, "ana")
    utc, found = ZoneInfo("UTC"), standings(store, HR, CYCLE)
    on_time = [each.is_on_time(who, utc) for each, who in zip(found, (ANA, BO), strict=True)]
    store.engine.dispose()

    assert on_time == [False, True]


def test_a_pinned_snapshot_changes_only_while_data_are_checked(opened):
    repin(opened, OPS, CYCLE, date(2026, 10, 2), "def")
    advance(opened, ANA, CYCLE, "ana")

    with pytest.raises(ParameterError, match="left the data check"):
        repin(opened, OPS, CYCLE, date(2026, 10, 3), "ghi")
