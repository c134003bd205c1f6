"""Ids a person had before, as `[people] aliases` of workbench.toml tells.

What was written under an earlier id stays as it was written. It is found with the id that stays,
and told under it; a cycle opened under the earlier id goes on under that.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Engine

from workbench.sources.known_ids import ids_of_one
from workbench.store.actor import Actor

_OPTION = "aliases"


def options(aliases: Mapping[str, str]) -> dict[str, Any]:
    """Give what an engine is told, so that its connections know earlier ids."""
    return {_OPTION: dict(aliases)}


def ids_of(connection: Connection, person_id: str) -> tuple[str, ...]:
    """Give every id a person has or had, the one asked for first."""
    aliases = aliases_of(connection)
    return (person_id, *sorted(old for old, new in aliases.items() if new == person_id))


def found_under(connection: Connection, person_id: str) -> tuple[str, ...]:
    """Give the ids under which a person is looked for; see `ids_of_one`."""
    return ids_of_one(aliases_of(connection), person_id)


def now_known_as(connection: Connection | Engine, person_id: str) -> str:
    """Give the id a person has now; anybody else's as it is."""
    return aliases_of(connection).get(person_id, person_id)


def now_acting(connection: Connection, actor: Actor) -> Actor:
    """Name who acts by the id of now, as what is told under it does."""
    return replace(actor, person_id=now_known_as(connection, actor.person_id))


def aliases_of(connection: Connection | Engine) -> Mapping[str, str]:
    """Give the id that stayed by each earlier one."""
    found: Mapping[str, str] = connection.get_execution_options().get(_OPTION, {})
    return found
