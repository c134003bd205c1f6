"""Upward feedback reaches the manager only of five or more, and nobody else."""

import pytest
from desk import ANA, CYCLE, HR, MIA, OPS, begin

from workbench.errors import RefusedError
from workbench.store import Actor
from workbench.store.cycles import Member
from workbench.store.entries import Place, save_entry
from workbench.store.moves import advance
from workbench.store.upward import upward

TEAM = ("ana", "bo", "cem", "dua", "eva")


def say(store, rep_id):
    actor = Actor(rep_id, "rep")
    place = Place(CYCLE, rep_id, "feedback", "upward", "private")
    save_entry(store, actor, place, f"words {rep_id}", 0)
    advance(store, actor, CYCLE, rep_id)
    advance(store, actor, CYCLE, rep_id)


def test_four_are_too_few_and_five_are_told_without_names(store):
    begin(store, [*(Member(rep_id, "mia") for rep_id in TEAM), Member("zoe", "max")])
    say(store, "zoe")
    for rep_id in TEAM[:4]:
        say(store, rep_id)
    assert upward(store, MIA, CYCLE).words == ()
    say(store, "eva")

    assert sorted(upward(store, MIA, CYCLE).words) == [f"words {rep_id}" for rep_id in TEAM]
    assert upward(store, Actor("max", "manager"), CYCLE).words == ()
    for actor in (ANA, HR, OPS):
        with pytest.raises(RefusedError):
            upward(store, actor, CYCLE)


def test_words_not_handed_in_do_not_count(store):
    begin(store, [Member(rep_id, "mia") for rep_id in TEAM])
    for rep_id in TEAM:
        place = Place(CYCLE, rep_id, "feedback", "upward", "private")
        save_entry(store, Actor(rep_id, "rep"), place, "draft", 0)

    assert not upward(store, MIA, CYCLE).is_enough
