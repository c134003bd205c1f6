"""The file of a SQLite store."""

from pathlib import Path

from sqlalchemy import Engine


def file_of(engine: Engine) -> Path | None:
    """Give the file a store lies in; None for a server, memory, or an address of SQLite's own."""
    file = engine.url.database
    if engine.dialect.name != "sqlite" or file in (None, "", ":memory:"):
        return None
    return None if str(file).startswith("file:") else Path(str(file))
