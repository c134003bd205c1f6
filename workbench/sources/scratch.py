"""A database and a folder for one freeze; both are gone after it."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from workbench.private import new_aside
from workbench.sources.reading.reading import TextTable
from workbench.sources.sql import quoted

_MEMORY = "512MB"  # what a sort needs beyond it is laid aside in the folder


@dataclass(frozen=True)
class Scratch:
    """Where texts become typed tables."""

    connection: duckdb.DuckDBPyConnection
    folder: Path
    before: Mapping[str, Sequence[str]]  # columns the last freeze found, by place of the source
    texts: dict[str, TextTable] = field(default_factory=dict)  # of files read once for many


@contextmanager
def scratch(before: Mapping[str, Sequence[str]] | None = None) -> Iterator[Scratch]:
    """Open a database whose size is bounded by the disk, not by memory."""
    folder = new_aside()
    try:
        with duckdb.connect() as connection:
            connection.execute(f"SET memory_limit = '{_MEMORY}'")
            connection.execute(f"SET temp_directory = {quoted(str(folder / 'aside'))}")
            connection.execute("SET TimeZone = 'UTC'")
            connection.execute("SET preserve_insertion_order = false")  # rows carry their number
            yield Scratch(connection, folder, before or {})
    finally:
        shutil.rmtree(folder, ignore_errors=True)
