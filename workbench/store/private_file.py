"""The file of a SQLite store, and files made for their owner alone."""

import os
from pathlib import Path

from sqlalchemy import Engine

PRIVATE = 0o600


def file_of(engine: Engine) -> Path | None:
    """Give the file a store lies in; None for a server, memory, or an address of SQLite's own."""
    file = engine.url.database
    if engine.dialect.name != "sqlite" or file in (None, "", ":memory:"):
        return None
    return None if str(file).startswith("file:") else Path(str(file))


def make_private(file: Path | None) -> None:
    """Make an empty file that its owner alone reads, whatever the umask; one there stays as it is.

    SQLite makes what it writes beside a database with the rights of the database, so all of a store
    is private where its file was made so. What cannot be made here is left to SQLite to say.
    """
    if file is None:
        return
    try:
        made = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE)
    except OSError:
        return
    try:
        file.chmod(PRIVATE)  # a umask takes away from the owner too
    finally:
        os.close(made)
