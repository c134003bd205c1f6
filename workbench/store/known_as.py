"""Ids a person had before, as `[people] aliases` of workbench.toml tells.

What was written under an earlier id stays as it was written. It is found with the id that stays,
and told under it; a cycle opened under the earlier id goes on under that.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

_OPTION = "aliases"


def options(aliases: Mapping[str, str]) -> dict[str, Any]:
    """Give what an engine is told, so that its connections know earlier ids."""
    return {_OPTION: dict(aliases)}


def ids_of(connection: Connection, person_id: str) -> tuple[str, ...]:
    """Give every id a person has or had, the one asked for first."""
    aliases = _aliases(connection)
    return (person_id, *sorted(old for old, new in aliases.items() if new == person_id))


def now_known_as(connection: Connection, person_id: str) -> str:
    """Give the id a person has now; anybody else's as it is."""
    return _aliases(connection).get(person_id, person_id)


def _aliases(connection: Connection) -> Mapping[str, str]:
    found: Mapping[str, str] = connection.get_execution_options().get(_OPTION, {})
    return found
