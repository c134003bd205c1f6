"""Views are written before anybody reads another's; what a meeting changes stays on record.

mia leads ana and bo, kim leads cyd; both managers are reviewed too, by the head gus.
"""

from dataclasses import replace

import pytest
from desk import ANA, BO, CYCLE, HR, MIA, OPS, begin
from sqlalchemy import select

from workbench.errors import ConflictError, ParameterError, RefusedError
from workbench.store import Actor
from workbench.store.calibration import (
    Adjustment,
    View,
    adjust,
    calibrated,
    laid_levels,
    laid_open,
    own_views,
    save_view,
)
from workbench.store.cycles import Member
from workbench.store.entries import Place, read_entries, save_entry
from workbench.store.exchange import export_lines, import_lines
from workbench.store.meeting import begin_meeting, meeting_of
from workbench.store.moves import advance
from workbench.store.schema import audit
from workbench.store.store import open_store
from workbench.store.subjects import read_subject

KIM, GUS = Actor("kim", "manager"), Actor("gus", "manager")
MEMBERS = (
    Member("ana", "mia"), Member("bo", "mia"), Member("cyd", "kim"),
    Member("mia", "gus"), Member("kim", "gus"),
)  # fmt: skip
OWN = ((MIA, "ana", 4), (MIA, "bo", 3), (KIM, "cyd", 3), (GUS, "mia", 4), (GUS, "kim", 3))


@pytest.fixture
def table(store):
    """A cycle with two managers and their head."""
    begin(store, MEMBERS)
    return store


def view(rep_id, level=3, growth=2, version=0):
    return View(
        cycle=CYCLE, rep_id=rep_id, person_id="", level=level, growth=growth,
        reason=f"deal D{level} moved", version=version,
    )  # fmt: skip


def give_all(store):
    for actor, rep_id, level in OWN:
        save_view(store, actor, view(rep_id, level))


def at_manager_review(store, rep_id):
    advance(store, Actor(rep_id, "rep"), CYCLE, rep_id)
    advance(store, Actor(rep_id, "rep"), CYCLE, rep_id)


def change(after=3, before=4, reason="two of the deals were handed over"):
    return Adjustment(
        cycle=CYCLE, rep_id="ana", level_before=before, level_after=after, growth_before=2,
        growth_after=2, reason=reason,
    )  # fmt: skip


def test_nobody_reads_a_view_before_the_meeting_not_even_hr(table):
    save_view(table, MIA, view("ana", 4))

    assert set(own_views(table, MIA, CYCLE)) == {"ana"}
    assert own_views(table, KIM, CYCLE) == {}
    for actor in (MIA, KIM, GUS, HR, OPS):
        with pytest.raises(RefusedError, match="when HR or sales ops begins"):
            laid_open(table, actor, CYCLE)


def test_weighted_levels_are_laid_open_with_the_views_without_words(table):
    at_manager_review(table, "ana")
    place = Place(CYCLE, "ana", "rating", "rating", "manager")
    save_entry(table, MIA, place, {"level": 4, "reason": "her words"}, 0)
    asked = {("rating", "rating")}
    for actor in (MIA, KIM, HR):
        with pytest.raises(RefusedError, match="when HR or sales ops begins"):
            laid_levels(table, actor, CYCLE, asked)
    at_manager_review(table, "mia")
    save_entry(table, GUS, replace(place, rep_id="mia"), {"level": 2, "reason": "of mia"}, 0)
    give_all(table)
    begin_meeting(table, HR, CYCLE)

    of_ana, of_mia = ({who: {("rating", "rating"): n}} for who, n in (("ana", 4), ("mia", 2)))
    for actor in (MIA, KIM):  # what is thought of who is at the table is not for them
        assert laid_levels(table, actor, CYCLE, asked) == of_ana
    for actor in (HR, OPS):
        assert laid_levels(table, actor, CYCLE, asked) == of_ana | of_mia
    assert laid_levels(table, HR, CYCLE, {("rating", "other")}) == {}
    with pytest.raises(RefusedError):
        laid_levels(table, ANA, CYCLE, asked)


def test_before_the_meeting_only_counts_and_who_is_missing_are_told(table):
    save_view(table, MIA, view("ana", 4))
    save_view(table, KIM, view("ana", 1))

    found = meeting_of(table, HR, CYCLE)

    assert found.given == {"mia": 1, "kim": 1}
    assert [each.rep_id for each in found.missing] == ["bo", "cyd", "kim", "mia"]


def test_the_meeting_waits_for_every_own_manager_or_a_reason(table):
    save_view(table, MIA, view("ana"))
    with pytest.raises(ParameterError, match="missing on bo, cyd, kim, mia"):
        begin_meeting(table, HR, CYCLE)

    begun = begin_meeting(table, HR, CYCLE, "kim is ill")

    assert (begun.is_open, begun.opened_by, begun.reason) == (True, "H1", "kim is ill")


def test_only_hr_and_sales_ops_begin(table):
    give_all(table)
    for actor in (MIA, GUS, ANA):
        with pytest.raises(RefusedError):
            begin_meeting(table, actor, CYCLE)


def test_views_are_closed_once_they_are_laid_open(table):
    give_all(table)
    begin_meeting(table, HR, CYCLE)

    with pytest.raises(RefusedError, match="takes no more views"):
        save_view(table, MIA, view("cyd"))
    with pytest.raises(ParameterError, match="already"):
        begin_meeting(table, OPS, CYCLE)


def test_managers_read_neither_what_is_thought_of_them_nor_of_each_other(table):
    give_all(table)
    save_view(table, KIM, view("ana", 2))
    begin_meeting(table, HR, CYCLE)

    assert {each.rep_id for each in laid_open(table, MIA, CYCLE)[0]} == {"ana", "bo", "cyd"}
    assert {each.rep_id for each in laid_open(table, HR, CYCLE)[0]} == {
        "ana", "bo", "cyd", "kim", "mia"
    }  # fmt: skip
    assert "mia" in {each.rep_id for each in laid_open(table, GUS, CYCLE)[0]}


@pytest.mark.parametrize("actor", [ANA, BO, HR, Actor("eve", "manager"), Actor("mia", "rep")])
def test_only_managers_of_the_cycle_give_views(table, actor):
    with pytest.raises(RefusedError):
        save_view(table, actor, view("cyd"))


@pytest.mark.parametrize("rep_id", ["mia", "kim"])
def test_a_manager_gives_no_view_on_who_is_at_the_table(table, rep_id):
    with pytest.raises(RefusedError, match="cannot give a view"):
        save_view(table, MIA, view(rep_id))


def test_reps_and_strangers_are_not_at_the_table(table):
    for actor in (ANA, Actor("eve", "manager")):
        with pytest.raises(RefusedError, match="has no part in calibration"):
            meeting_of(table, actor, CYCLE)


def test_a_second_tab_never_overwrites(table):
    first = save_view(table, MIA, view("ana", 4))
    with pytest.raises(ConflictError, match="second tab"):
        save_view(table, MIA, view("ana", 2))

    again = save_view(table, MIA, view("ana", 2, version=first.version))

    assert again.level == 2


@pytest.mark.parametrize("wrong", [{"level": 0}, {"growth": 4}, {"growth": 0}, {"reason": "  "}])
def test_a_view_without_level_growth_or_reason_is_none(table, wrong):
    with pytest.raises(ParameterError, match="level, the growth and a reason"):
        save_view(table, MIA, replace(view("ana"), **wrong))


def test_an_adjustment_changes_the_form_with_it_and_keeps_the_views(table):
    give_all(table)
    at_manager_review(table, "ana")
    begin_meeting(table, HR, CYCLE)
    place = Place(CYCLE, "ana", "rating", "rating", "manager")
    kept = save_entry(table, MIA, place, {"level": 4, "reason": "won"}, 0)

    adjust(table, MIA, change(), (place, {"level": 3, "reason": "won; handed over"}, kept.version))

    given, changed = laid_open(table, HR, CYCLE)
    assert next(each.level for each in given if each.rep_id == "ana") == 4
    assert [(each.level_before, each.level_after) for each in changed] == [(4, 3)]
    assert calibrated(read_subject(table, MIA, CYCLE, "ana"), given, changed) == (3, 2)
    entry = read_entries(table, MIA, CYCLE, "ana")["rating", "rating", "manager"]
    assert entry.value["level"] == 3


def test_form_and_adjustment_change_together_or_not_at_all(table):
    give_all(table)
    at_manager_review(table, "ana")
    begin_meeting(table, HR, CYCLE)
    place = Place(CYCLE, "ana", "rating", "rating", "manager")
    save_entry(table, MIA, place, {"level": 4, "reason": "won"}, 0)

    with pytest.raises(ConflictError):
        adjust(table, MIA, change(), (place, {"level": 3, "reason": ""}, 0))

    assert laid_open(table, HR, CYCLE)[1] == []


def test_hr_and_other_managers_change_no_rating(table):
    give_all(table)
    at_manager_review(table, "ana")
    begin_meeting(table, HR, CYCLE)
    for actor in (HR, OPS, KIM, ANA):
        with pytest.raises(RefusedError):
            adjust(table, actor, change())


def test_what_has_left_the_calibration_is_not_changed(table):
    give_all(table)
    begin_meeting(table, HR, CYCLE)
    with pytest.raises(RefusedError, match="at data check"):  # nor what has not reached it
        adjust(table, MIA, change())


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (change(reason=" "), ParameterError),
        (change(after=4), ParameterError),
        (change(before=5), ConflictError),
    ],
)
def test_a_change_needs_a_reason_and_what_stands_there(table, wrong, error):
    give_all(table)
    at_manager_review(table, "ana")
    begin_meeting(table, HR, CYCLE)
    with pytest.raises(error):
        adjust(table, MIA, wrong)


def test_everything_is_in_the_trail_and_in_an_export(table, tmp_path):
    give_all(table)
    at_manager_review(table, "ana")
    begin_meeting(table, HR, CYCLE)
    adjust(table, MIA, change())

    with table.reading() as connection:
        verbs = list(connection.execute(select(audit.c.verb)).scalars())
    other = open_store(f"sqlite:///{tmp_path / 'other.db'}")
    import_lines(other, OPS, export_lines(table, OPS))

    assert {"view", "meet", "adjust"} <= set(verbs)
    assert laid_open(other, HR, CYCLE) == laid_open(table, HR, CYCLE)
    other.engine.dispose()
