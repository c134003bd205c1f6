"""Coaching sessions: who reads and writes what, nothing lost, actions carried until answered."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from workbench.errors import ConflictError, ParameterError, RefusedError, StoreError
from workbench.review.coaching.talks import Talk, talks
from workbench.store import Actor, open_store
from workbench.store.coaching.sessions import begin, hold, prepare, sessions_of, skip, stand_at
from workbench.store.coaching.words import (
    answer_carried,
    carried,
    made_in,
    read_words,
    save_word,
)
from workbench.store.exchange import backup
from workbench.store.known_as import options
from workbench.store.promises import Promise

DAY = date(2026, 10, 12)
ANA, BO = Actor("ana", "rep"), Actor("bo", "rep")
MIA, MAX = Actor("mia", "manager"), Actor("max", "manager")
HR = Actor("H1", "hr")


def opened(store, actor=MIA):
    return prepare(store, actor, "ana", "mia", "2026-Q3", DAY)


def action(session, what="Write a next step for every deal"):
    return Promise(cycle=session.name, rep_id="ana", owner_id="ana", what=what, due_on=DAY)


def held(store, **options):
    session = opened(store)
    return hold(store, MIA, session, [action(session)], **options)


def test_the_open_session_is_found_again_and_the_next_one_numbered_on(store):
    first = opened(store)
    assert opened(store, ANA) == first
    skip(store, MIA, first, "holiday")

    assert opened(store).number == 2
    assert [(each.number, each.state) for each in sessions_of(store, ANA, "ana")] == [
        (1, "skipped"), (2, "open"),
    ]  # fmt: skip


def test_a_skipped_session_says_why(store):
    with pytest.raises(ParameterError, match="say why"):
        skip(store, MIA, opened(store), " ")


def test_only_the_two_prepare_a_session(store):
    for stranger in (BO, MAX, HR):
        with pytest.raises(RefusedError, match="cannot prepare a session"):
            opened(store, stranger)


def test_strangers_neither_see_nor_read_nor_write(store):
    session = opened(store)

    for stranger in (BO, MAX):
        assert sessions_of(store, stranger, "ana") == []
        with pytest.raises(RefusedError, match="no part"):
            read_words(store, stranger, session)
        with pytest.raises(RefusedError, match="no part"):
            save_word(store, stranger, session, "win", "shared", "x", 0)


def test_the_rep_reads_what_the_manager_prepares_once_the_session_has_begun(store):
    session = opened(store)
    save_word(store, MIA, session, "praise", "manager", "…", 0)
    assert ("praise", "manager") not in read_words(store, ANA, session)
    begin(store, MIA, session)

    assert read_words(store, ANA, session)["praise", "manager"].value == "…"
    with pytest.raises(RefusedError, match="is the manager's, and not for"):
        save_word(store, ANA, session, "praise", "manager", "mine", 1)


def test_private_notes_are_read_by_nobody_else_and_not_in_the_trail(store):
    session = opened(store)
    save_word(store, MIA, session, "notes", "private", "worried about <Ana>", 0)
    save_word(store, ANA, session, "notes", "private", "my own", 0)
    with store.reading() as connection:
        trail = connection.exec_driver_sql("SELECT before, after FROM audit").all()

    assert read_words(store, MIA, session)["notes", "private"].value == "worried about <Ana>"
    assert read_words(store, ANA, session)["notes", "private"].value == "my own"
    assert read_words(store, HR, session) == {}
    assert "worried" not in str(trail)


@pytest.mark.parametrize(("visibility", "count"), [("private", 0), ("shared", 1)])
def test_hr_reads_the_words_of_a_session_only_when_the_two_shared_it(store, visibility, count):
    session = opened(store)
    save_word(store, ANA, session, "summary", "shared", "first the large one", 0)
    hold(store, MIA, session, visibility=visibility)

    assert len(read_words(store, HR, session)) == count
    assert [each.state for each in sessions_of(store, HR, "ana")] == ["held"]


def test_two_tabs_never_overwrite_each_other(store):
    session = opened(store)
    save_word(store, MIA, session, "focus", "shared", "one", 0)
    with pytest.raises(ConflictError) as conflict:
        save_word(store, ANA, session, "focus", "shared", "two", 0)

    assert (conflict.value.theirs, conflict.value.version) == ("one", 1)
    assert save_word(store, MIA, session, "focus", "shared", "one", 0).version == 1


def test_a_session_that_is_over_takes_no_more_words_but_own_notes(store):
    session = held(store)

    with pytest.raises(RefusedError, match="is over, so"):
        save_word(store, ANA, session, "win", "shared", "late", 0)
    assert save_word(store, MIA, session, "notes", "private", "after", 0).value == "after"
    with pytest.raises(RefusedError, match="is over already"):
        hold(store, MIA, session)


def test_only_the_manager_begins_and_ends(store):
    session = opened(store)

    for act in (begin, hold):
        with pytest.raises(RefusedError, match="does not lead"):
            act(store, ANA, session)


def test_what_was_agreed_opens_the_next_session_until_it_is_answered(store):
    first = held(store)
    second = opened(store)
    (kept,) = carried(store, ANA, second)
    answer_carried(store, ANA, second, kept, "done")

    assert (kept.what, kept.rolled) == (action(first).what, 0)
    assert [each.state for each in carried(store, MIA, second)] == ["done"]  # shown where answered
    hold(store, MIA, second)
    assert carried(store, MIA, opened(store)) == []
    assert [each.state for each in made_in(store, MIA, first)] == ["done"]


def test_an_action_left_open_twice_has_to_say_why(store):
    held(store)
    for _ in range(2):
        hold(store, MIA, opened(store))
    session = opened(store)
    (kept,) = carried(store, MIA, session)
    with pytest.raises(ParameterError, match="carried over twice before"):
        hold(store, MIA, session)
    answer_carried(store, MIA, session, kept, "open", "the customer moved")

    assert kept.rolled == 2
    assert hold(store, MIA, session).state == "held"


def test_a_session_ends_whole_or_not_at_all(store):
    session = opened(store)
    hold(store, MIA, session, [action(session)])
    with pytest.raises(RefusedError):
        hold(store, MIA, session, [action(session)])

    assert len(made_in(store, MIA, session)) == 1


def test_the_walk_goes_on_where_it_stood(store):
    stand_at(store, MIA, begin(store, MIA, opened(store)), "deals")

    assert sessions_of(store, MIA, "ana")[-1].step == "deals"


def test_a_store_that_was_removed_is_told_and_not_begun_anew(tmp_path):
    file = tmp_path / "store.db"
    store = open_store(f"sqlite:///{file}")
    session = opened(store)
    moved = file.rename(tmp_path / "elsewhere.db")
    with pytest.raises(StoreError, match="is gone: nothing was saved"):
        save_word(store, MIA, session, "win", "shared", "x", 0)
    assert not file.exists()
    moved.rename(file)
    saved = save_word(store, MIA, session, "win", "shared", "x", 0)
    store.engine.dispose()

    assert saved.version == 1


def test_another_file_in_the_place_of_the_store_is_the_one_written_to(tmp_path):
    file = tmp_path / "store.db"
    store = open_store(f"sqlite:///{file}")
    session = opened(store)
    backup(store, Actor("O1", "sales_ops"), tmp_path / "copy.db").replace(file)
    for rest in ("-wal", "-shm"):
        Path(f"{file}{rest}").unlink(missing_ok=True)
    save_word(store, MIA, session, "win", "shared", "kept", 0)
    store.engine.dispose()
    again = open_store(f"sqlite:///{file}")
    found = read_words(again, MIA, session)
    again.engine.dispose()

    assert found["win", "shared"].value == "kept"


def test_a_store_that_cannot_be_written_is_told(tmp_path):
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    session = opened(store)
    store.engine.dispose()
    fixed = open_store(f"sqlite:///file:{tmp_path / 'store.db'}?mode=ro&uri=true")
    with pytest.raises(StoreError, match="is read-only: nothing was saved"):
        save_word(fixed, MIA, session, "win", "shared", "x", 0)
    fixed.engine.dispose()


def known_as(store, **now):
    """Give the store to a company that says which ids are one person's."""
    return replace(store, engine=store.engine.execution_options(**options(now)))


def test_a_renamed_rep_and_manager_go_on_with_their_sessions(store):
    first = held(store)
    save_word(store, ANA, first, "notes", "private", "mine", 0)
    later = known_as(store, ana="ada", mia="pia")
    ada, pia = Actor("ada", "rep"), Actor("pia", "manager")

    (kept,) = sessions_of(later, ada, "ada")
    assert [kept] == sessions_of(later, pia, "ada")
    assert (kept.rep_id, kept.number, kept.state) == ("ana", 1, "held")
    assert read_words(later, ada, kept)["notes", "private"].value == "mine"
    assert ("notes", "private") not in read_words(later, pia, kept)
    saved = save_word(later, ada, kept, "notes", "private", "mine still", 1)
    assert (saved.value, saved.version) == ("mine still", 2)

    second = prepare(later, pia, "ada", "pia", "2026-Q3", DAY)
    assert (second.rep_id, second.number) == ("ada", 2)
    (action_,) = carried(later, ada, second)
    answer_carried(later, ada, second, action_, "done")
    assert [each.what for each in carried(later, pia, second)] == [action_.what]


def test_a_session_that_was_open_when_the_rep_was_renamed_is_the_open_one(store):
    first = opened(store)
    later = known_as(store, ana="ada")

    assert prepare(later, MIA, "ada", "mia", "2026-Q3", DAY) == first
    assert stand_at(later, Actor("ada", "rep"), first, "figures").step == "figures"
    assert talks(later, HR, ["ada"], "2026-Q3", DAY, ZoneInfo("UTC")) == [
        Talk("ada", "mia", 1, DAY, "planned")
    ]


def test_nobody_else_has_the_sessions_of_who_was_renamed(store):
    first = opened(store)
    later = known_as(store, ana="ada")

    with pytest.raises(RefusedError):
        read_words(later, BO, first)
    assert sessions_of(later, BO, "ada") == []
