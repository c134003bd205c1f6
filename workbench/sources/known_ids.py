"""All ids of one person, as `[people] aliases` tells: in which order what is kept is looked for.

Here alone it is decided; the store, outputs and whoever asks for a rep by id go by it.
"""

from collections.abc import Collection, Mapping
from typing import TypeVar

T = TypeVar("T")


def ids_of_one(aliases: Mapping[str, str], person_id: str) -> tuple[str, ...]:
    """Give the id asked for, the one the person has now, and the earlier ones, each once.

    What is kept under several of them is found under the first.
    """
    now = aliases.get(person_id, person_id)
    earlier = sorted(old for old, new in aliases.items() if new == now)
    return tuple(dict.fromkeys((person_id, now, *earlier)))


def id_among(asked: str, known: Collection[str], aliases: Mapping[str, str]) -> str:
    """Give the id of a person that is known, whichever is asked for; that one where none is."""
    if not aliases:
        return asked
    return next((each for each in ids_of_one(aliases, asked) if each in known), asked)


def is_one(aliases: Mapping[str, str], person_id: str, *others: str) -> bool:
    """Whether a person is one of others, under whichever of their ids."""
    now = aliases.get(person_id, person_id)
    return now in {aliases.get(each, each) for each in others}


def by_any_id(aliases: Mapping[str, str], kept: Mapping[str, T]) -> dict[str, T]:
    """Let what is kept by rep be found by each id of the rep."""
    asked = {each for rep_id in kept for each in ids_of_one(aliases, rep_id)}
    return {each: kept[id_among(each, kept, aliases)] for each in asked}
