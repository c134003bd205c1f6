"""Whose something is, under whichever id: earlier ids of a person are theirs too."""

from collections.abc import Iterable

from sqlalchemy import Connection

from workbench.store.known_as import ids_of, now_known_as


def every_id(connection: Connection, person_id: str) -> tuple[str, ...]:
    """Give every id a person has or had, the one of now first, whichever of them is asked for."""
    return ids_of(connection, now_known_as(connection, person_id))


def all_ids(connection: Connection, people: Iterable[str]) -> list[str]:
    """Give every id of several people, each once."""
    found = (name for person in people for name in every_id(connection, person))
    return list(dict.fromkeys(found))


def may_be_one(connection: Connection, one: str, other: str) -> bool:
    """Whether two ids may be one person's, for refusing: capitals tell nobody apart.

    Never for granting: there an id counts as it is written.
    """
    named = [{each.casefold() for each in every_id(connection, name)} for name in (one, other)]
    return bool(named[0] & named[1])
