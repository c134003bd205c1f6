"""Where the notebooks are: a workspace's own, the package's, or those of a checkout."""

from importlib.resources import files
from pathlib import Path


def notebook_places(workspace_folder: Path) -> tuple[Path, ...]:
    """List the folders a notebook is looked for in, first one first."""
    package = Path(str(files("workbench")))
    return (workspace_folder / "notebooks", package / "notebooks", package.parent / "notebooks")
