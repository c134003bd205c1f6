"""What a form begins with is laid there by who opens the cycle, and overwrites nobody."""

import pytest
from desk import ANA, CYCLE, HR, begin
from sqlalchemy import select

from workbench.errors import RefusedError, UnknownNameError
from workbench.store.entries import Place, read_entries, save_entry
from workbench.store.proposing import propose_entry
from workbench.store.schema import audit

PLACE = Place(CYCLE, "ana", "highlights", "cases", "rep")
KEY = ("highlights", "cases", "rep")


@pytest.fixture(autouse=True)
def _cycle(store):
    begin(store)


def test_a_proposal_waits_for_the_rep_and_the_trail_names_who_laid_it(store):
    assert propose_entry(store, HR, PLACE, "D1")
    entry = read_entries(store, ANA, CYCLE, "ana")[KEY]

    assert (entry.value, entry.is_proposed, entry.saved_by) == ("D1", True, HR.person_id)
    assert save_entry(store, ANA, PLACE, "D1, and why", entry.version).is_proposed is False
    with store.reading() as connection:
        chosen = select(audit.c.person_id, audit.c.verb).where(audit.c.rep_id == "ana")
        told = [tuple(row) for row in connection.execute(chosen.order_by(audit.c.n))]
    assert told == [(HR.person_id, "propose"), ("ana", "write")]


def test_what_somebody_wrote_is_left_as_it_is(store):
    save_entry(store, ANA, PLACE, "mine", 0)

    assert not propose_entry(store, HR, PLACE, "D1")
    assert read_entries(store, ANA, CYCLE, "ana")[KEY].value == "mine"


def test_only_who_opens_a_cycle_proposes_and_only_in_a_review_there_is(store):
    with pytest.raises(RefusedError, match="cannot propose"):
        propose_entry(store, ANA, PLACE, "D1")
    with pytest.raises(UnknownNameError):
        propose_entry(store, HR, Place(CYCLE, "zed", "highlights", "cases", "rep"), "D1")
