"""Read a raw table as text: every cell a string or missing, every row with its number."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.sources.places import resolved
from workbench.sources.reading.read import read_texts
from workbench.sources.reading.reading import Reading, TextTable
from workbench.sources.scratch import Scratch, quoted
from workbench.sources.select import read_select
from workbench.sources.table_source import FileSource, TableSource

if TYPE_CHECKING:
    from workbench.sources.workspace import Workspace


@dataclass(frozen=True)
class RawTable:
    """A table as the source has it.

    `name` is a view of the scratch database: `row`, then the texts `c0`, `c1` …; `columns`
    tells which text is which column of the source. Typed sources (Parquet, SQL) keep their values'
    exact text.
    """

    name: str
    columns: dict[str, str]  # column of the source: column of the view
    rows: int
    origin: str  # the file or the SQL, for messages
    readings: tuple[Reading, ...]  # of the files it was read from


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
        return read_source(scratch, workspace, source.taken_from, _origin(workspace, source))
    if source.sql:
        texts, readings = _selected(scratch, workspace, name, source.sql)
        origin = f"[tables.{name}] sql"
    else:
        texts = _texts(scratch, workspace, source)
        readings, origin = (texts.reading,), texts.reading.file
    view = f"raw_{name.replace('.', '_')}"
    scratch.connection.execute(
        f"CREATE OR REPLACE VIEW {view} AS FROM read_parquet({quoted(str(texts.path))})"
    )
    columns = {found: f"c{n}" for n, found in enumerate(texts.reading.names)}
    return RawTable(view, columns, texts.rows, origin, readings)


def _origin(workspace: "Workspace", source: TableSource) -> TableSource:
    return workspace.tables[source.taken_from]


def _texts(scratch: Scratch, workspace: "Workspace", source: FileSource) -> TextTable:
    """Read a file; two tables that read it alike share its texts."""
    path = resolved(workspace, source)
    key = repr(source.model_dump(include=set(FileSource.model_fields)))
    if key not in scratch.texts:
        folder = _folder(scratch, f"file_{len(scratch.texts)}")
        scratch.texts[key] = read_texts(path, source, folder, workspace.rules.limits)
    return scratch.texts[key]


def _selected(
    scratch: Scratch, workspace: "Workspace", name: str, sql: str
) -> tuple[TextTable, tuple[Reading, ...]]:
    rules = workspace.rules
    paths = {alias: resolved(workspace, source) for alias, source in rules.files.items()}
    typed = {alias: path for alias, path in paths.items() if is_parquet(path)}
    files = {
        alias: _texts(scratch, workspace, source)
        for alias, source in rules.files.items()
        if alias not in typed
    }
    place = f"[tables.{name}] sql"
    texts = read_select(sql, files, typed, _folder(scratch, name), place, rules.limits)
    return texts, tuple(file.reading for file in files.values())


def is_parquet(path: Path) -> bool:
    """Whether a file holds typed columns of its own."""
    with path.open("rb") as opened:
        return opened.read(4) == b"PAR1"


def _folder(scratch: Scratch, name: str) -> Path:
    folder = scratch.folder / name
    folder.mkdir(exist_ok=True)
    return folder
