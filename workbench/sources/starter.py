"""A new workspace: a commented workbench.toml to fill in."""

from importlib.resources import files
from pathlib import Path

from workbench.errors import WorkspaceError
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
    folder.mkdir(parents=True, exist_ok=True)
    starter = (files("workbench.sources") / "starter.toml").read_text(encoding="utf-8")
    file.write_text(starter, encoding="utf-8")
    return file
