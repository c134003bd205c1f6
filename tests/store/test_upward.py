"""Upward feedback reaches a manager and theirs, of five or more, once the whole team is closed."""

import json
import threading
from datetime import date

import pytest
from desk import ANA, CYCLE, HR, MIA, OPS, begin
from sqlalchemy import delete, insert, update

from workbench.errors import RefusedError
from workbench.i18n import told
from workbench.store import Actor, open_store
from workbench.store.cycles import Member
from workbench.store.entries import Place, save_entry
from workbench.store.exchange import export_lines, import_lines
from workbench.store.joining import excuse
from workbench.store.moves import advance
from workbench.store.schema import reviews, signatures
from workbench.store.subjects import delegate
from workbench.store.upward import Upward, upward, upward_given

TEAM = ("ana", "bo", "cem", "dua", "eva")
GUS, MAX = Actor("gus", "manager"), Actor("max", "manager")
LAST_DAY = date(2026, 10, 8)
NOTHING = [Upward(CYCLE, "mia", "held")]


def team(*names):
    return [Member(name, "mia", ("gus", "tom")) for name in names]


def say(store, rep_id, words=""):
    place = Place(CYCLE, rep_id, "feedback", "upward", "private")
    save_entry(store, Actor(rep_id, "rep"), place, words or f"words {rep_id}", 0)


def stand(store, stage, *names):
    """Set reviews to a stage, without the walk there; at the appeal window both have signed."""
    with store.writing() as connection:
        chosen = reviews.c.rep_id.in_(names)
        connection.execute(update(reviews).where(chosen).values(stage=stage))
        for name in names if stage == "appeal" else ():
            for side in ("rep", "manager"):
                row = {"cycle": CYCLE, "rep_id": name, "side": side, "round": 0, "comment": ""}
                row |= {"person_id": "x", "verdict": "agreed", "signed_at": store.clock()}
                connection.execute(delete(signatures).where(
                    signatures.c.rep_id == name, signatures.c.side == side
                ))  # fmt: skip
                connection.execute(insert(signatures).values(row))


def close(store, *names):
    stand(store, "appeal", *names)
    for name in names:
        advance(store, HR, CYCLE, name)


def test_five_are_told_to_the_manager_and_theirs_once_all_reviews_are_closed(store):
    begin(store, [*team(*TEAM), Member("zoe", "max", ("gus", "tom"))])
    for rep_id in (*TEAM, "zoe"):
        say(store, rep_id)
    close(store, *TEAM[:4], "zoe")
    assert upward(store, MIA) == [Upward(CYCLE, "mia", "waits")]
    close(store, "eva")

    (found,) = upward(store, MIA)
    assert (found.state, found.n, found.asked) == ("told", 5, 5)
    assert sorted(found.words) == [f"words {rep_id}" for rep_id in TEAM]
    assert [each.manager_id for each in upward(store, GUS)] == ["max", "mia"]
    assert upward(store, GUS)[1] == found
    assert upward(store, MAX) == [Upward(CYCLE, "max", "held")]
    assert upward(store, Actor("tom", "manager")) == []


def test_four_are_held_and_told_so_to_who_gave_it(store):
    begin(store, team(*TEAM))
    for rep_id in TEAM[:4]:
        say(store, rep_id)
    assert upward_given(store, ANA, CYCLE, "ana") == "waits"
    close(store, *TEAM)

    assert upward(store, MIA) == NOTHING
    assert upward_given(store, ANA, CYCLE, "ana") == "held"
    assert upward_given(store, Actor("eva", "rep"), CYCLE, "eva") is None
    for other in (MIA, HR, OPS, Actor("bo", "rep")):
        with pytest.raises(RefusedError):
            upward_given(store, other, CYCLE, "ana")


def test_many_words_of_one_are_one_voice(store):
    begin(store, team(*TEAM))
    for rep_id in TEAM[:4]:
        say(store, rep_id)
    more = Place(CYCLE, "ana", "feedback", "more", "private")
    save_entry(store, ANA, more, "and this", 0)
    close(store, *TEAM)

    assert upward(store, MIA) == NOTHING


def test_a_sixth_who_comes_later_changes_nothing_that_was_told(store):
    begin(store, team(*TEAM, "fay"))
    for rep_id in TEAM:
        say(store, rep_id)
    close(store, *TEAM, "fay")
    before = upward(store, MIA)
    stand(store, "self_review", "fay")  # reopened: only now something is written
    say(store, "fay", "the sixth")
    close(store, "fay")

    assert upward(store, MIA) == before
    assert upward_given(store, Actor("fay", "rep"), CYCLE, "fay") == "held"
    assert upward_given(store, ANA, CYCLE, "ana") == "told"


def test_who_has_left_holds_nobodys_words_back(store):
    """Fay wrote and left: her open review is waited for until it is said, and then no more."""
    begin(store, team(*TEAM, "fay"))
    for rep_id in (*TEAM, "fay"):
        say(store, rep_id)
    close(store, *TEAM)
    assert upward(store, MIA) == [Upward(CYCLE, "mia", "waits")]
    assert upward_given(store, ANA, CYCLE, "ana") == "waits"
    assert excuse(store, HR, CYCLE, "fay", LAST_DAY)

    (found,) = upward(store, MIA)
    assert (found.state, found.n, found.asked) == ("told", 6, 6)
    assert "words fay" in found.words
    stand(store, "appeal", "fay")
    advance(store, HR, CYCLE, "fay")  # what is released stays so when her review closes at last
    assert upward(store, MIA) == [found]


def test_without_who_has_left_the_last_to_close_releases_and_four_are_held(store):
    begin(store, [*team(*TEAM, "fay"), Member("zoe", "max"), Member("yan", "max")])
    for rep_id in (*TEAM, "zoe"):
        say(store, rep_id)
    assert excuse(store, HR, CYCLE, "fay", LAST_DAY)
    assert excuse(store, HR, CYCLE, "yan", LAST_DAY)
    close(store, *TEAM, "zoe")

    assert (upward(store, MIA)[0].state, upward(store, MIA)[0].n) == ("told", 5)
    assert upward(store, MAX) == [Upward(CYCLE, "max", "held")]


def test_the_order_is_not_that_of_people_and_stays(store):
    names = tuple(f"r{n:02}" for n in range(30))  # by chance in order: one in 30!
    begin(store, team(*names))
    for rep_id in names:
        say(store, rep_id)
    close(store, *names)
    (found,) = upward(store, MIA)

    assert list(found.words) != sorted(found.words)
    assert upward(store, MIA) == [found]
    assert "r00" not in repr(Upward(found.cycle, found.manager_id, found.state, (), found.n))


def test_handing_a_review_over_moves_nobody_to_another_group(store):
    begin(store, team(*TEAM))
    for rep_id in TEAM:
        say(store, rep_id)
    delegate(store, MIA, CYCLE, "ana", "max")
    close(store, *TEAM)

    assert upward(store, MAX) == []
    assert upward(store, MIA)[0].n == 5


def test_nobody_else_reads_them_and_is_told_so_in_their_language(store):
    begin(store, team(*TEAM))
    for actor in (ANA, HR, OPS, Actor("", "manager")):
        with pytest.raises(RefusedError) as refused:
            upward(store, actor)
        assert "manager_id" not in told(refused.value, "en")
        assert "经理" in told(refused.value, "zh")


def test_two_last_reviews_closed_at_once_release_the_words(url):
    stores = [open_store(url), open_store(url)]
    begin(stores[0], team(*TEAM))
    for rep_id in TEAM:
        say(stores[0], rep_id)
    close(stores[0], *TEAM[:3])
    stand(stores[0], "appeal", *TEAM[3:])
    threads = [
        threading.Thread(target=advance, args=(store, HR, CYCLE, rep_id))
        for store, rep_id in zip(stores, TEAM[3:], strict=True)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert upward(stores[0], MIA)[0].state == "told"
    for each in stores:
        each.engine.dispose()


def test_an_export_from_before_is_released_as_it_comes_in(store, tmp_path):
    begin(store, team(*TEAM))
    for rep_id in TEAM:
        say(store, rep_id)
    close(store, *TEAM)
    lines = [each for each in export_lines(store, OPS) if json.loads(each)["table"] != "upward"]
    other = open_store(f"sqlite:///{tmp_path / 'other.db'}")
    import_lines(other, OPS, iter(lines))

    assert sorted(upward(other, MIA)[0].words) == sorted(upward(store, MIA)[0].words)
    other.engine.dispose()
