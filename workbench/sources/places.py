"""Where the raw files of a workspace lie; nothing of them is read here."""

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import SourceError, hint
from workbench.sources.table_source import FileSource

if TYPE_CHECKING:
    from workbench.sources.workspace import Workspace


def source_files(workspace: "Workspace") -> dict[str, Path]:
    """Find every raw file the tables are read from, by its path as workbench.toml writes it.

    Raises
    ------
    SourceError
        When one is not there; offers the nearest name in that folder.
    """
    return {source.file: resolved(workspace, source) for source in _sources(workspace)}


def told_files(workspace: "Workspace") -> dict[str, Path]:
    """Name every raw file as `source_files` does, whether it is there or not."""
    return {source.file: workspace.folder / source.file for source in _sources(workspace)}


def _sources(workspace: "Workspace") -> list[FileSource]:
    tables, named = workspace.rules.tables.values(), workspace.rules.files.values()
    told: list[FileSource] = [source for source in tables if source.file]
    return [*told, *(named if any(source.sql for source in tables) else ())]


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
