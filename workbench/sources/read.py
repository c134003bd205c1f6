"""Read a raw table as text: every cell a string or missing, every row with its number."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from workbench.errors import SourceError, hint
from workbench.sources.files import read_file
from workbench.sources.select import read_select
from workbench.sources.table_source import FileSource, TableSource

if TYPE_CHECKING:
    from workbench.sources.workspace import Workspace


@dataclass(frozen=True)
class RawTable:
    """A table as the source has it.

    `frame` holds strings and missing values; its index is the row as a person counts it in the
    file, header included. Typed sources (Parquet, SQL) keep their values' exact text.
    """

    frame: pd.DataFrame
    origin: str  # the file or the SQL, for messages
    paths: tuple[Path, ...]  # the raw files it was read from


def read_source(workspace: "Workspace", name: str, source: TableSource) -> RawTable:
    """Read the raw table of one source.

    Raises
    ------
    SourceError
        When a file is missing or unreadable, or the SQL fails.
    """
    if source.sql:
        files = {alias: resolved(workspace, file) for alias, file in workspace.rules.files.items()}
        frame = read_select(source.sql, files, workspace.rules.files, f"[tables.{name}] sql")
        return RawTable(frame, f"[tables.{name}] sql", tuple(files.values()))
    path = resolved(workspace, source)
    return RawTable(read_file(path, source), path.name, (path,))


def source_files(workspace: "Workspace") -> dict[str, Path]:
    """Find every raw file the tables are read from, by its path as workbench.toml writes it.

    Raises
    ------
    SourceError
        When one is not there; offers the nearest name in that folder.
    """
    tables, named = workspace.rules.tables.values(), workspace.rules.files.values()
    told: list[FileSource] = [source for source in tables if not source.sql]
    told += named if any(source.sql for source in tables) else ()
    return {source.file: resolved(workspace, source) for source in told}


def resolved(workspace: "Workspace", source: FileSource) -> Path:
    """Find a raw file, relative to the workspace.

    Raises
    ------
    SourceError
        When it is not there; offers the nearest name in that folder.
    """
    path = (workspace.folder / source.file).resolve()
    if not path.is_file():
        near = [file.name for file in path.parent.glob("*")] if path.parent.is_dir() else []
        raise SourceError(f"There is no file {str(path)!r}. {hint(path.name, near)}")
    return path
