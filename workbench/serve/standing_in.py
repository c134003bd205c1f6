"""Whom somebody stands in for, read from the store at each request."""

from functools import cache

from workbench.store.actor import Actor
from workbench.store.delegates import stands_in
from workbench.store.store import Store, open_store


def stands_in_for(url: str, person_id: str, period: str) -> frozenset[str]:
    """Give the reps whose manager's delegate this person is, in the cycles of a period.

    Raises
    ------
    StoreError
        When the store cannot be read: then nobody knows whom they may see.
    """
    return stands_in(_opened(url), Actor(person_id, "manager"), period)


@cache
def _opened(url: str) -> Store:
    """Open the store once: each opening looks whether its tables are of this version."""
    return open_store(url)
