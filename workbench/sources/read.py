"""Read a raw table as text: every cell a string or missing, every row with its number."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.parquet as pq

from workbench.errors import SourceError
from workbench.sources.headers import Headers, changed
from workbench.sources.origin import Origin
from workbench.sources.places import files_of
from workbench.sources.raw_table import RawTable
from workbench.sources.reading.container import is_parquet
from workbench.sources.reading.read import read_texts
from workbench.sources.reading.reading import Reading, TextTable
from workbench.sources.scratch import Scratch
from workbench.sources.select import run_select
from workbench.sources.sql import quoted
from workbench.sources.stack import stacked
from workbench.sources.table_source import FileSource, TableSource
from workbench.sources.typed import typed_view

if TYPE_CHECKING:
    from workbench.sources.source_folder import SourceFolder


def read_source(
    scratch: Scratch, workspace: "SourceFolder", name: str, source: TableSource
) -> RawTable:
    """Read the raw table of one source.

    Raises
    ------
    SourceError
        When a file is missing or unreadable, or the SQL fails.
    """
    view = f"raw_{name.replace('.', '_')}"
    if source.taken_from:
        name, source = source.taken_from, workspace.tables[source.taken_from]
    if source.sql:
        return _selected(scratch, workspace, name, source.sql, view)
    found = files_of(workspace, source)
    if list(found) == [source.file]:
        raw = _one(scratch, workspace, source, found[source.file], view)
    else:
        parts = [
            _one(scratch, workspace, source, path, f"{view}_{n}")
            for n, path in enumerate(found.values())
        ]
        raw = stacked(scratch, view, Path(source.file).name, parts)
    headers = (_headers(scratch, f"tables.{name}", source, list(raw.columns)),)
    return replace(raw, export=repr((source.file, source.sheet)), headers=headers)


def _one(
    scratch: Scratch, workspace: "SourceFolder", source: FileSource, path: Path, view: str
) -> RawTable:
    if is_parquet(path):
        return _typed(scratch, view, path, path.name)
    texts = _texts(scratch, workspace, source, path)
    scratch.connection.execute(
        f"CREATE OR REPLACE VIEW {view} AS FROM read_parquet({quoted(str(texts.path))})"
    )
    columns = {found: f"c{n}" for n, found in enumerate(texts.reading.names)}
    return RawTable(view, columns, texts.rows, Origin(texts.reading.file), (texts.reading,))


def _typed(
    scratch: Scratch, view: str, path: Path, origin: str, readings: tuple[Reading, ...] = ()
) -> RawTable:
    columns, kinds = typed_view(scratch.connection, view, str(path), origin)
    rows = scratch.connection.sql(f"SELECT count(*) FROM {view}").fetchone() or (0,)
    return RawTable(view, columns, rows[0], Origin(origin), readings, kinds)


def _texts(
    scratch: Scratch, workspace: "SourceFolder", source: FileSource, path: Path
) -> TextTable:
    """Read a file; two tables that read it alike share its texts."""
    told = source.model_dump(include=set(FileSource.model_fields) - {"file"})
    key = repr((str(path), told))
    if key not in scratch.texts:
        folder = _folder(scratch, f"file_{len(scratch.texts)}")
        scratch.texts[key] = read_texts(path, source, folder, workspace.rules.limits)
    return scratch.texts[key]


def _selected(
    scratch: Scratch, workspace: "SourceFolder", name: str, sql: str, view: str
) -> RawTable:
    rules = workspace.rules
    files = {
        alias: [_laid(scratch, workspace, source, path) for path in found.values()]
        for alias, source in rules.files.items()
        if (found := files_of(workspace, source))
    }
    headers = tuple(
        _headers(scratch, f"files.{alias}", rules.files[alias], _names(laid))
        for alias, laid in files.items()
    )
    place, folder = f"[tables.{name}] sql", _folder(scratch, f"select_{view}")
    try:
        path = run_select(sql, files, folder, place, rules.limits)
    except SourceError as reason:
        raise SourceError(" ".join([str(reason), *changed(headers)])) from reason
    raw = _typed(scratch, view, path, place, _readings(files))
    return replace(raw, export=place, headers=headers)


def _laid(
    scratch: Scratch, workspace: "SourceFolder", source: FileSource, path: Path
) -> TextTable | Path:
    return path if is_parquet(path) else _texts(scratch, workspace, source, path)


def _readings(files: Mapping[str, Sequence[TextTable | Path]]) -> tuple[Reading, ...]:
    every = (file for laid in files.values() for file in laid)
    return tuple(file.reading for file in every if isinstance(file, TextTable))


def _names(laid: Sequence[TextTable | Path]) -> list[str]:
    """Name the columns of all files of one name in [files], each once."""
    named = (
        file.reading.names
        if isinstance(file, TextTable)
        else [name.strip() for name in pq.read_schema(file).names]
        for file in laid
    )
    return list(dict.fromkeys(name for names in named for name in names))


def _headers(scratch: Scratch, place: str, source: FileSource, names: Sequence[str]) -> Headers:
    return Headers(place, source.file, tuple(names), scratch.before.get(place))


def _folder(scratch: Scratch, name: str) -> Path:
    folder = scratch.folder / name
    folder.mkdir(exist_ok=True)
    return folder
