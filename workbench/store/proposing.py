"""Proposals: what a form begins with, laid there by who opens the cycle and not yet anybody's."""

from dataclasses import replace

from sqlalchemy import and_, insert, select

from workbench.store.actor import Actor
from workbench.store.entries import Place
from workbench.store.rules import require_run
from workbench.store.schema import entries
from workbench.store.store import Store, to_json
from workbench.store.subjects import subject_of


def propose_entry(store: Store, actor: Actor, place: Place, value: object) -> bool:
    """Lay a proposal where nothing stands yet; says whether it did.

    The audit trail names who opened the cycle, for the rep has written nothing.

    Raises
    ------
    RefusedError
        Only sales ops and HR open cycles.
    UnknownNameError
        When there is no such review.
    """
    require_run(actor, "propose what a form begins with")
    with store.writing() as connection:
        subject = subject_of(connection, place.cycle, place.rep_id)
        place = replace(place, rep_id=subject.rep_id)
        at = and_(*(entries.c[name] == part for name, part in vars(place).items()))
        if connection.execute(select(entries.c.version).where(at)).one_or_none() is not None:
            return False
        laid = {
            "value": to_json(value), "is_proposed": True, "version": 1,
            "saved_at": store.clock(), "saved_by": actor.person_id,
        }  # fmt: skip
        connection.execute(insert(entries).values(**vars(place), **laid))
        review = (place.cycle, place.rep_id)
        store.note(connection, actor, "propose", str(place), review=review, after=value)
    return True
