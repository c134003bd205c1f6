"""Whom a delegate stands in for."""

from sqlalchemy import select

from workbench.store.actor import Actor
from workbench.store.schema import cycles, reviews
from workbench.store.store import Store


def stands_in(store: Store, actor: Actor, period: str) -> frozenset[str]:
    """Give the reps on whose reviews of a period somebody acts for the manager of record.

    Only the own: who else was handed what, this does not tell. Empty for who is nobody's delegate.

    Parameters
    ----------
    period
        By its name, as the cycles have it.
    """
    mine = select(reviews.c.rep_id).join(cycles, cycles.c.cycle == reviews.c.cycle)
    chosen = mine.where(reviews.c.delegate_id == actor.person_id, cycles.c.period == period)
    if not actor.person_id:
        return frozenset()  # "" in the column is: no delegate
    with store.reading() as connection:
        return frozenset(connection.execute(chosen).scalars())
