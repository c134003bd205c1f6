"""What went wrong with a database, as a sentence: what is left of it, and the way back."""

from dataclasses import dataclass

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, OperationalError

_WAYS_BACK = {
    "sqlite": (
        "Put a backup in its place (workbench store backup makes one), or move it away and fill a "
        "new store with: workbench store import FILE (of workbench store export)."
    ),
    "postgresql": (
        "Restore a dump of it, or fill an empty database with: workbench store import FILE (of "
        "workbench store export)."
    ),
}


@dataclass(frozen=True)
class Doing:
    """What was done when a database failed."""

    left: str  # what can be said of the words after it
    again: str  # what to do once it is mended


READING = Doing("it could not be read", "try again")
WRITING = Doing("nothing was saved", "save again")


# By what a database says: the first that fits
_KINDS = {
    ("not a database", "malformed", "disk image", "corrupt", "invalid page"): (
        "{place} is damaged, or no store: {left} ({cause}). {back}"
    ),
    ("full", "No space"): "The disk of {place} is full: {left}. Free some space, then {again}.",
    ("locked",): "{place} stayed locked for {waited} s: {left}. Try again.",
    ("readonly",): "{place} is read-only: {left}. Make it writable, then {again}.",
    ("no such table", "no such column", "has no column", "UndefinedTable", "UndefinedColumn"): (
        "{place} has not the tables this workbench knows: {left} ({cause}). Another version has "
        "changed it, or something else: start again. {back}"
    ),
}


def way_back(engine: Engine) -> str:
    """Say how to come by a store again that cannot be read."""
    return _WAYS_BACK[engine.dialect.name]


def fault_sentence(reason: DBAPIError, engine: Engine, doing: Doing, waited: int) -> str:
    """Say why a database could not be read or written, and what to do.

    Parameters
    ----------
    waited
        For how many seconds a locked one was waited for.
    """
    cause = " ".join(str(reason.orig).split())
    kind = f"{type(reason.orig).__name__} {cause}"
    told = {
        "place": engine.url.render_as_string(hide_password=True), "cause": cause,
        "left": doing.left, "again": doing.again, "waited": waited, "back": way_back(engine),
    }  # fmt: skip
    for words, sentence in _KINDS.items():
        if any(word in kind for word in words):
            return sentence.format(**told)
    if isinstance(reason, OperationalError):
        said = "{place} could not be used: {cause}; {left}. Check the store's URL and server."
    elif doing is READING:
        said = "{place} could not be read: {cause}. {back}"
    else:
        said = "{place} refused the change: {cause}. Nothing was saved."
    return said.format(**told)
