"""The files of a folder, as they are read: what may be exported tables, and what is none."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import duckdb

from workbench.errors import Doubt, SourceError
from workbench.sources.raw_table import RawTable
from workbench.sources.read import read_source
from workbench.sources.reading.sheets import sheets_of
from workbench.sources.scratch import Scratch
from workbench.sources.sql import named
from workbench.sources.table_source import TableSource
from workbench.sources.unforeseen import unforeseen
from workbench.sources.workspace import Workspace
from workbench.sources.workspace_file import WorkspaceFile

ENDINGS = ("csv", "tsv", "psv", "txt", "xlsx", "xls", "xlsb", "ods", "parquet")
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


@dataclass(frozen=True)
class Found:
    """What a folder holds."""

    exports: tuple[Export, ...]
    passed_over: Mapping[str, str]  # file: the sentence that says why
    doubts: Mapping[str, Doubt]  # file: what has to be told before it can be read


def found_exports(scratch: Scratch, folder: Path, told: Mapping[str, Mapping[str, Any]]) -> Found:
    """Read every file of a folder that may be a table.

    Parameters
    ----------
    told
        Options of files that were told, by name: `{"deals.csv": {"encoding": "gb18030"}}`.

    Raises
    ------
    SourceError
        When the folder is missing or holds no file that may be a table.
    """
    if not folder.is_dir():
        raise SourceError(f"There is no folder {str(folder)!r}. Give the one your exports lie in.")
    exports: list[Export] = []
    passed_over: dict[str, str] = {}
    doubts: dict[str, Doubt] = {}
    for path, sheet in _tables(folder, passed_over):
        options = {**sheet, **told.get(path.name, {})}
        try:
            exports.append(_read(scratch, path, options, f"{len(exports)}"))
        except SourceError as reason:
            if reason.doubts:
                doubts[path.name] = reason.doubts[0]
            else:
                passed_over[_called(path, sheet)] = str(reason)
    if not exports and not doubts:
        endings = ", ".join(ENDINGS)
        raise SourceError(f"{str(folder)!r} holds no table: no file of {endings}.")
    return Found(tuple(_distinct(scratch, exports, passed_over)), passed_over, doubts)


def _tables(folder: Path, passed_over: dict[str, str]) -> Iterator[tuple[Path, dict[str, Any]]]:
    for path in sorted(folder.iterdir()):
        if path.is_dir() or path.name.startswith((".", "~$")) or path.name == "workbench.toml":
            continue
        if path.suffix.lower().lstrip(".") not in ENDINGS:
            passed_over[path.name] = f"{path.name} is no table: {', '.join(ENDINGS)} are."
            continue
        sheets = sheets_of(path)
        if len(sheets) > 1:
            yield from ((path, {"sheet": sheet}) for sheet in sheets)
        else:
            yield path, {}


def _read(scratch: Scratch, path: Path, options: Mapping[str, Any], nth: str) -> Export:
    source = TableSource(file=path.name, **options)
    rules = WorkspaceFile(**_ANY)
    try:
        raw = read_source(scratch, Workspace(path.parent, rules), f"export_{nth}", source)
    except duckdb.Error as reason:
        raise unforeseen(path.name, reason) from reason
    if len(raw.columns) < _FEW or not raw.rows:
        raise SourceError(f"{path.name} holds no rows with at least {_FEW} columns.")
    return Export(path.name, (path,), options, raw, scratch.connection)


def _distinct(
    scratch: Scratch, exports: list[Export], passed_over: dict[str, str]
) -> Iterator[Export]:
    """Put files of the same columns together; of the same file twice, one counts."""
    alike: dict[tuple[object, ...], list[Export]] = {}
    for export in exports:
        key = (frozenset(export.headers), export.told.get("sheet"), export.paths[0].suffix)
        alike.setdefault(key, []).append(export)
    for group in alike.values():
        kept: list[Export] = []
        for export in group:
            twin = next((each for each in kept if _same(each, export)), None)
            if twin is None:
                kept.append(export)
            else:
                passed_over[export.file] = f"{export.file} holds what {twin.file} holds."
        yield from _together(scratch, kept, passed_over)


def _together(
    scratch: Scratch, group: list[Export], passed_over: dict[str, str]
) -> Iterator[Export]:
    if len(group) == 1:
        yield group[0]
        return
    paths = tuple(path for export in group for path in export.paths)
    pattern = _pattern(paths)
    if pattern:
        place = group[0].paths[0].parent / pattern
        yield replace(_read(scratch, place, group[0].told, f"of_{group[0].raw.name}"), paths=paths)
        return
    first, *others = group
    for export in others:
        passed_over[export.file] = (
            f"{export.file} has the columns of {first.file}. Name files of one table alike "
            "(deals_1.csv, deals_2.csv), and they are read as one."
        )
    yield first


def _pattern(paths: Sequence[Path]) -> str:
    """Write what stands for these files and no other of the folder; "" where nothing does."""
    stems = [path.stem for path in paths]
    prefix = re.split(r"[\d(]", stems[0])[0]
    if not prefix or not all(stem.startswith(prefix) for stem in stems):
        return ""
    names = {path.name for path in paths}
    tried = (f"{prefix}{star}{paths[0].suffix}" for star in ("*", "[0-9]*"))
    folder = paths[0].parent
    return next((each for each in tried if {p.name for p in folder.glob(each)} == names), "")


def _same(one: Export, other: Export) -> bool:
    return one.paths[0].read_bytes() == other.paths[0].read_bytes() and one.told == other.told


def _called(path: Path, sheet: Mapping[str, Any]) -> str:
    return f"{path.name} [{sheet['sheet']}]" if sheet else path.name
