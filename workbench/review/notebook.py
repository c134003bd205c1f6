"""Where a notebook is: in the workspace's own folder, else where the shipped ones stand."""

from importlib.resources import files
from pathlib import Path

from workbench.errors import WorkspaceError

FOLDER = "notebooks"
REVIEW = "rep_review"  # the one the documents are made with


def own_notebooks(workspace_folder: Path) -> Path:
    """Give the folder whose notebooks win over the shipped ones; it need not exist."""
    return workspace_folder / FOLDER


def shipped_notebooks() -> Path:
    """Give the folder of the notebooks that came with the package.

    An installed package carries them; where the code is used in place they stand beside it.
    """
    package = Path(str(files("workbench")))
    return package / FOLDER if is_installed() else package.parent / FOLDER


def is_installed() -> bool:
    """Whether the shipped notebooks are a part of the installed package, and not to be edited."""
    return (Path(str(files("workbench"))) / FOLDER).is_dir()


def find_notebook(name: str, workspace_folder: Path) -> Path | None:
    """Find a notebook by its name without ending; None when neither place has it."""
    places = (own_notebooks(workspace_folder), shipped_notebooks())
    found = (place / f"{name}.ipynb" for place in places)
    return next((file.resolve() for file in found if file.is_file()), None)


def require_notebook(name: str, workspace_folder: Path) -> Path:
    """Find a notebook that has to be there.

    Raises
    ------
    WorkspaceError
        When neither place has it, which a whole installation never is.
    """
    found = find_notebook(name, workspace_folder)
    if found is None:
        raise WorkspaceError(missing_notebook(f"{name}.ipynb", workspace_folder))
    return found


def missing_notebook(what: str, workspace_folder: Path) -> str:
    """Say that this installation lacks a notebook, and the two ways to have one."""
    return (
        f"There is no {what}: this installation holds none in {str(shipped_notebooks())!r}. "
        "Install rep-review-workbench again, or put your own into "
        f"{str(own_notebooks(workspace_folder))!r}."
    )
