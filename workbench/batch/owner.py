"""Whose documents a folder of outputs holds: those of one workspace, never of two."""

from pathlib import Path

from workbench.errors import BatchError
from workbench.private import write_private
from workbench.sources.workspace import Workspace

_NOTE = ".workspace"


def require_own(home: Path, workspace: Workspace) -> None:
    """Note whose documents a folder holds.

    Parameters
    ----------
    home
        The workspace's folder in the outputs; it exists.

    Raises
    ------
    BatchError
        When they are those of another workspace of the same name that is still there: its
        documents would stand among these. One that moved keeps its documents.
    """
    note, here = home / _NOTE, str(workspace.folder.resolve())
    known = note.read_text(encoding="utf-8").strip() if note.is_file() else here
    if known != here and (Path(known) / "workbench.toml").is_file():
        raise BatchError(
            f"{home} holds the documents of another workspace of this name, {known}; this one is "
            f"{here}. Nothing was written. Give one of them its own folder, as `outputs` under "
            "[workspace] of its workbench.toml, then run the same command again."
        )
    if not note.is_file() or known != here:
        write_private(note, f"{here}\n")
