"""Read a raw table as text: every cell a string or missing, every row with its number."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.sources.places import resolved
from workbench.sources.reading.container import is_parquet
from workbench.sources.reading.read import read_texts
from workbench.sources.reading.reading import Reading, TextTable
from workbench.sources.scratch import Scratch
from workbench.sources.select import run_select
from workbench.sources.sql import quoted
from workbench.sources.table_source import FileSource, TableSource
from workbench.sources.typed import typed_view

if TYPE_CHECKING:
    from workbench.sources.workspace import Workspace


@dataclass(frozen=True)
class RawTable:
    """A table as the source has it.

    `name` is a view of the scratch database: `row`, then the texts `c0`, `c1` …; `columns` tells
    which text is which column of the source. Typed sources (Parquet, SQL) keep their values' exact
    text, and the values themselves as `v0`, `v1` …, of the kinds that `kinds` tells by column.
    """

    name: str
    columns: dict[str, str]  # column of the source: column of the view
    rows: int
    origin: str  # the file or the SQL, for messages
    readings: tuple[Reading, ...]  # of the files it was read from
    kinds: dict[str, str] = field(default_factory=dict)  # {} where all is text


def read_source(
    scratch: Scratch, workspace: "Workspace", name: str, source: TableSource
) -> RawTable:
    """Read the raw table of one source.

    Raises
    ------
    SourceError
        When a file is missing or unreadable, or the SQL fails.
    """
    if source.taken_from:
        source = workspace.tables[source.taken_from]
    view = f"raw_{name.replace('.', '_')}"
    if source.sql:
        return _selected(scratch, workspace, name, source.sql)
    path = resolved(workspace, source)
    if is_parquet(path):
        return _typed(scratch, view, path, path.name)
    texts = _texts(scratch, workspace, source)
    scratch.connection.execute(
        f"CREATE OR REPLACE VIEW {view} AS FROM read_parquet({quoted(str(texts.path))})"
    )
    columns = {found: f"c{n}" for n, found in enumerate(texts.reading.names)}
    return RawTable(view, columns, texts.rows, texts.reading.file, (texts.reading,))


def _typed(
    scratch: Scratch, view: str, path: Path, origin: str, readings: tuple[Reading, ...] = ()
) -> RawTable:
    columns, kinds = typed_view(scratch.connection, view, str(path), origin)
    rows = scratch.connection.sql(f"SELECT count(*) FROM {view}").fetchone() or (0,)
    return RawTable(view, columns, rows[0], origin, readings, kinds)


def _texts(scratch: Scratch, workspace: "Workspace", source: FileSource) -> TextTable:
    """Read a file; two tables that read it alike share its texts."""
    path = resolved(workspace, source)
    key = repr(source.model_dump(include=set(FileSource.model_fields)))
    if key not in scratch.texts:
        folder = _folder(scratch, f"file_{len(scratch.texts)}")
        scratch.texts[key] = read_texts(path, source, folder, workspace.rules.limits)
    return scratch.texts[key]


def _selected(scratch: Scratch, workspace: "Workspace", name: str, sql: str) -> RawTable:
    rules = workspace.rules
    paths = {alias: resolved(workspace, source) for alias, source in rules.files.items()}
    typed = {alias: path for alias, path in paths.items() if is_parquet(path)}
    files = {
        alias: _texts(scratch, workspace, source)
        for alias, source in rules.files.items()
        if alias not in typed
    }
    place, folder = f"[tables.{name}] sql", _folder(scratch, f"select_{name}")
    path = run_select(sql, files, typed, folder, place, rules.limits)
    readings = tuple(file.reading for file in files.values())
    return _typed(scratch, f"raw_{name.replace('.', '_')}", path, place, readings)


def _folder(scratch: Scratch, name: str) -> Path:
    folder = scratch.folder / name
    folder.mkdir(exist_ok=True)
    return folder
