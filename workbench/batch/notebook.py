"""Where the review notebook is: a workspace's own, the package's, or the one of a checkout."""

from pathlib import Path

from workbench.errors import WorkspaceError
from workbench.review.notebook import notebook_places

_NAME = "rep_review.ipynb"


def review_notebook(workspace_folder: Path) -> Path:
    """Find the notebook the reviews are made with.

    Raises
    ------
    WorkspaceError
        When there is none at any of the three places.
    """
    places = notebook_places(workspace_folder)
    for place in places:
        if (place / _NAME).is_file():
            return (place / _NAME).resolve()
    raise WorkspaceError(
        f"There is no notebook {_NAME!r}. Put one into {str(places[0])!r}; "
        "the project's notebooks/ folder has it."
    )
