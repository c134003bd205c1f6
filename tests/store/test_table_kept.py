"""What docs/privacy.md tells of the sides and the stages, tried on a real cycle, cell by cell."""

from datetime import datetime

import pytest
from desk import CYCLE, begin
from sqlalchemy import insert
from test_table import is_refused
from written_table import PEOPLE, table

from workbench.errors import ParameterError
from workbench.store.cycles import Member
from workbench.store.entries import Place, read_entries, save_entry
from workbench.store.moves import advance, reopen
from workbench.store.promises import Promise, keep_promise, promises_of
from workbench.store.rules import SIDES, STAGES
from workbench.store.schema import entries, reviews, signatures
from workbench.store.signing import sign, signatures_of
from workbench.store.standing import standings
from workbench.store.store import to_json
from workbench.store.subjects import delegate, read_subject

HR = PEOPLE["HR"][0]
SEEN = ("see", "advance", "sign", "delegate", "reopen", "read what was agreed", "count")


def place(side):
    return Place(CYCLE, "ana", "problems", "problems", side)


@pytest.fixture
def kept(store):
    """The review of ana, handed to lea, with words on every side; of bo nothing is asked here."""
    begin(store, [Member("ana", "mia", ("max", "gil")), Member("bo", "kim")])
    delegate(store, HR, CYCLE, "ana", "lea")
    told = {"is_proposed": False, "version": 1, "saved_at": datetime(2026, 10, 1), "saved_by": ""}
    with store.writing() as connection:
        for side in SIDES:
            row = {**vars(place(side)), "value": to_json(f"words of {side}"), **told}
            connection.execute(insert(entries).values(row))
        agreed = Promise(cycle=CYCLE, rep_id="ana", owner_id="ana", what="Two visits")
        keep_promise(store, connection, PEOPLE["rep"][0], agreed)
        earlier = {"side": "manager", "round": 0, "person_id": "mia", "verdict": "seen"}
        earlier |= {"cycle": CYCLE, "rep_id": "ana", "comment": "no", "signed_at": told["saved_at"]}
        connection.execute(insert(signatures).values(earlier))
    return store


def stand(store, stage):
    """Put the review at a stage, however it came there."""
    with store.writing() as connection:
        chosen = (reviews.c.cycle == CYCLE) & (reviews.c.rep_id == "ana")
        connection.execute(reviews.update().where(chosen).values(stage=stage))


def read(store, actor):
    """Give what an actor reads of each side; {} for who is refused the whole review."""
    if is_refused(read_entries, store, actor, CYCLE, "ana"):
        return {}
    found = read_entries(store, actor, CYCLE, "ana")
    assert all(entry.value == f"words of {side}" for (_, _, side), entry in found.items())
    return {side: entry.version for (_section, _item, side), entry in found.items()}


def is_written(store, actor, side):
    """Whether the store takes what stands there already: it changes nothing for the next cell."""
    return not is_refused(save_entry, store, actor, place(side), f"words of {side}", 1)


@pytest.mark.parametrize("who", PEOPLE)
def test_each_side_is_read_and_written_at_each_stage_as_the_table_tells(kept, who):
    told, found = table("What each side wrote"), {}
    for stage in STAGES:
        stand(kept, stage)
        for actor in PEOPLE[who]:
            seen = read(kept, actor)
            for side in SIDES:
                cell = "r" * (side in seen) + "w" * is_written(kept, actor, side)
                found.setdefault((side, who, stage), set()).add(cell or "–")

    assert {key: found[key] for key in found if found[key] != {told[key]}} == {}
    assert len(found) == len(SIDES) * len(STAGES)


def leave(store, actor):
    """Move the review on; whose act it is may still lack what the stage promised."""
    try:
        advance(store, actor, CYCLE, "ana")
    except ParameterError as lacking:
        if lacking.said is None or lacking.said.key != "plan-cannot-leave":
            raise


def done(store, actor, stage):
    """Try each act on the review at a stage; put back what it changed."""
    tried = {
        "delegate": lambda: delegate(store, actor, CYCLE, "ana", "lea"),
        "reopen": lambda: reopen(store, actor, CYCLE, "ana", STAGES[0], "why"),
        "advance": lambda: leave(store, actor),
        "sign": lambda: sign(store, actor, CYCLE, "ana", "agreed"),
    }
    found = {"see": not is_refused(read_subject, store, actor, CYCLE, "ana")}
    listed = {each.subject.rep_id for each in standings(store, actor, CYCLE)}
    found["count"] = "ana" in listed
    agreed = found["see"] and promises_of(store, actor, CYCLE, "ana")
    signed = found["see"] and signatures_of(store, actor, CYCLE, "ana")
    assert bool(agreed) == bool(signed)
    found["read what was agreed"] = bool(agreed)
    for act, run in tried.items():
        if act == "reopen" and stage == STAGES[0]:
            found[act] = False  # there is no earlier stage to name
            continue
        found[act] = not is_refused(lambda _actor, run=run: run(), actor)
        stand(store, stage)
    return found


@pytest.mark.parametrize("who", PEOPLE)
def test_each_act_is_done_at_each_stage_as_the_table_tells(kept, who):
    told, found = table("What is done with a review"), {}
    for stage in STAGES:
        stand(kept, stage)
        for act, is_done in done(kept, PEOPLE[who][0], stage).items():
            found[act, who, stage] = "yes" if is_done else "–"

    assert {key: found[key] for key in found if found[key] != told[key]} == {}
    assert len(found) == len(SEEN) * len(STAGES)
