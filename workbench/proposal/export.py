"""One table as it was exported, as the one reader reads it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from workbench.errors import SourceError
from workbench.sources.raw_table import RawTable
from workbench.sources.read import read_source
from workbench.sources.scratch import Scratch
from workbench.sources.sql import named
from workbench.sources.table_source import TableSource
from workbench.sources.unforeseen import unforeseen
from workbench.sources.workspace import Workspace
from workbench.sources.workspace_file import WorkspaceFile

_ANY: dict[str, Any] = {"tables": {"reps": {"from": "deals"}, "deals": {"file": "deals.csv"}}}
_FEW = 2  # columns below it make no table of a review


@dataclass(frozen=True)
class Export:
    """One table as it was exported: a file, a sheet, or several files of the same columns."""

    file: str  # its name in the folder, or the pattern that stands for several
    paths: tuple[Path, ...]
    told: Mapping[str, Any]  # options it is read by: sheet, encoding …
    raw: RawTable
    texts: duckdb.DuckDBPyConnection

    @property
    def headers(self) -> tuple[str, ...]:
        """The columns, in the order of the file."""
        return tuple(self.raw.columns)

    def view(self) -> str:
        """Make a relation whose columns are called as the file calls them; gives its name."""
        name = f"{self.raw.name}_named"
        given = (f"{column} AS {named(header)}" for header, column in self.raw.columns.items())
        rows = f"SELECT {', '.join(given)} FROM {self.raw.name}"
        self.texts.execute(f"CREATE OR REPLACE VIEW {name} AS {rows}")
        return name

    def values(self, header: str, rows: str = "") -> list[str]:
        """Give the different texts of a column, most frequent first; blanks are none.

        Parameters
        ----------
        rows
            SQL that gives the column beside those of the file; "" takes the file's own.
        """
        column, origin = self._place(header, rows)
        found = self.texts.execute(
            f"SELECT {named(column)}, count(*) AS n FROM {origin} "
            f"WHERE {named(column)} IS NOT NULL GROUP BY 1 ORDER BY n DESC, 1"
        ).fetchall()
        return [str(row[0]) for row in found]

    def filled(self, header: str, rows: str = "") -> int:
        """Count the cells of a column that hold anything; `rows` as for `values`."""
        column, origin = self._place(header, rows)
        query = f"SELECT count({named(column)}) FROM {origin}"
        return int((self.texts.execute(query).fetchone() or (0,))[0])

    def _place(self, header: str, rows: str) -> tuple[str, str]:
        return (header, f"({rows})") if rows else (self.raw.columns[header], self.raw.name)


def anywhere(folder: Path) -> Workspace:
    """Make a workspace of a folder that has none, for readers that ask for one."""
    return Workspace(folder, WorkspaceFile(**_ANY))


def read_export(scratch: Scratch, path: Path, options: Mapping[str, Any], nth: str) -> Export:
    """Read a file, or all files a pattern stands for.

    Parameters
    ----------
    options
        It is read by: sheet, encoding …
    nth
        What tells its view in the scratch database from others.

    Raises
    ------
    SourceError
        When it cannot be read, or holds no table.
    """
    source = TableSource(file=path.name, **options)
    try:
        raw = read_source(scratch, anywhere(path.parent), f"export_{nth}", source)
    except duckdb.Error as reason:
        raise unforeseen(path.name, reason) from reason
    if len(raw.columns) < _FEW or not raw.rows:
        raise SourceError(f"{path.name} holds no rows with at least {_FEW} columns.")
    return Export(path.name, (path,), options, raw, scratch.connection)
