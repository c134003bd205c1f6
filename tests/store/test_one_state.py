"""What is read together stood there together, whatever others write meanwhile."""

from desk import ANA, CYCLE, begin
from sqlalchemy import select

from workbench.store.acts import done_in
from workbench.store.moves import advance
from workbench.store.schema import audit
from workbench.store.subjects import subjects_of


def test_a_reader_sees_one_state(store):
    begin(store)
    with store.reading() as connection:
        before = subjects_of(connection, CYCLE)
        advance(store, ANA, CYCLE, "ana")  # somebody else's, committed meanwhile
        after = subjects_of(connection, CYCLE)
        acts = done_in(connection, CYCLE)["ana"].acts
        verbs = connection.execute(select(audit.c.verb)).scalars().all()

    assert before == after
    assert (acts, verbs) == ((), ["open"])
    with store.reading() as connection:
        assert subjects_of(connection, CYCLE) != before
