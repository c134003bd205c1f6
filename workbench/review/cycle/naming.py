"""Who else is named in what people write: a review is about one rep, and goes to few."""

import re
from collections.abc import Iterable, Mapping


def others_named(value: object, others: Iterable[str]) -> list[str]:
    """List the names of other reps that stand in a value, in the order given.

    A Chinese name counts wherever it stands; one in letters only as whole words. It is a hint for
    the writer, nothing is refused: a colleague who helped may well be named.
    """
    told = _told(value)
    return [name for name in others if name and re.search(_pattern(name), told)]


def _pattern(name: str) -> str:
    escaped = re.escape(name)
    return rf"(?<![A-Za-z]){escaped}(?![A-Za-z])" if name.isascii() else escaped


def _told(value: object) -> str:
    if isinstance(value, Mapping):
        return "\n".join(_told(part) for part in value.values())
    if isinstance(value, (list, tuple)):
        return "\n".join(_told(part) for part in value)
    return value if isinstance(value, str) else ""
