"""Read a raw table as text: every cell a string or missing, every row with its number."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from workbench.sources.files import read_file
from workbench.sources.places import resolved
from workbench.sources.select import read_select
from workbench.sources.table_source import TableSource

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
