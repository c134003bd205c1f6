"""A new workspace: a commented workbench.toml to fill in."""

from importlib.resources import files
from pathlib import Path

from workbench.errors import WorkspaceError
from workbench.private import make_private, write_private
from workbench.sources.workspace import FILE_NAME


def write_workspace(folder: Path) -> Path:
    """Write a commented workbench.toml.

    Parameters
    ----------
    folder
        Made when it is missing.

    Returns
    -------
    Path
        The file that was written.

    Raises
    ------
    WorkspaceError
        When there is a workbench.toml already: it is never overwritten.
    """
    file = folder / FILE_NAME
    if file.exists():
        raise WorkspaceError(f"{file} is there already. Edit it, or give another folder.")
    make_private(folder)
    starter = (files("workbench.sources") / "starter.toml").read_text(encoding="utf-8")
    write_private(file, starter)
    return file
