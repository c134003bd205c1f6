"""Where the raw files of a workspace lie; nothing of them is read here."""

import re
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import SourceError, hint
from workbench.sources.table_source import FileSource, is_pattern

if TYPE_CHECKING:
    from workbench.sources.source_folder import SourceFolder

_NO_DATA = (".", "~$")  # names of hidden files begin so, and of what Excel lays beside an open one
_SHOWN = 12  # names a sentence lists


def source_files(workspace: "SourceFolder") -> dict[str, Path]:
    """Find every raw file the tables are read from, by its path as workbench.toml would write it.

    Raises
    ------
    SourceError
        When one is not there; offers the nearest name in that folder.
    """
    found: dict[str, Path] = {}
    for source in _sources(workspace):
        found |= files_of(workspace, source)
    return found


def told_files(workspace: "SourceFolder") -> dict[str, Path]:
    """Name every raw file as `source_files` does, whether it is there or not."""
    found: dict[str, Path] = {}
    for source in _sources(workspace):
        path = workspace.folder / source.file
        found |= _matching(source, path) or {source.file: path}
    return found


def _sources(workspace: "SourceFolder") -> list[FileSource]:
    tables, named = workspace.rules.tables.values(), workspace.rules.files.values()
    told: list[FileSource] = [source for source in tables if source.file]
    return [*told, *(named if any(source.sql for source in tables) else ())]


def files_of(workspace: "SourceFolder", source: FileSource) -> dict[str, Path]:
    """Find the files a source names, relative to the workspace, in the order of their names.

    A file of exactly the name told is that file; else the name may be a pattern. Figures in names
    are ordered as numbers: deals_2 comes before deals_10.

    Returns
    -------
    dict
        By path as workbench.toml would write each.

    Raises
    ------
    SourceError
        When none is there; offers the nearest name in that folder, or lists the names there are.
    """
    path = (workspace.folder / source.file).resolve()
    if path.is_file():
        return {source.file: path}
    found = _matching(source, path)
    if not found:
        raise SourceError(_none(source, path))
    return found


def _matching(source: FileSource, path: Path) -> dict[str, Path]:
    if path.is_file() or not is_pattern(source.file):
        return {}
    pattern, folder = path.name.casefold(), source.file.removesuffix(path.name)
    found = [
        file
        for file in _names(path.parent)
        if fnmatchcase(file.casefold(), pattern) and (path.parent / file).is_file()
    ]
    return {f"{folder}{file}": path.parent / file for file in sorted(found, key=_counted)}


def _names(folder: Path) -> list[str]:
    if not folder.is_dir():
        return []
    return sorted(file.name for file in folder.iterdir() if not file.name.startswith(_NO_DATA))


def _counted(name: str) -> tuple[list[tuple[int, str]], str]:
    parts = re.split(r"([0-9]+)", name.casefold())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts], name


def _none(source: FileSource, path: Path) -> str:
    near = _names(path.parent)
    if not is_pattern(source.file):
        return f"There is no file {str(path)!r}. {hint(path.name, near)}"
    if not path.parent.is_dir():
        return (
            f"There is no folder {str(path.parent)!r} to look for {path.name!r} in. A pattern may "
            "stand in the name of the file alone."
        )
    listed = ", ".join(map(repr, near[:_SHOWN])) or "nothing"
    more = f" and {len(near) - _SHOWN} more" if len(near) > _SHOWN else ""
    return (
        f"No file in {str(path.parent)!r} is called as {path.name!r} says. There is {listed}{more}."
    )
