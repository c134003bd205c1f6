"""Working copies of the notebooks of an installed package, for JupyterLab.

They stand in `lab/notebooks` of the workspace and not in its `notebooks`, which wins over what is
shipped: whoever only tried something in JupyterLab must not find the documents of everybody made
with that, nor with a notebook of last year. Documents and pages never read them.
"""

import logging
from hashlib import sha256
from pathlib import Path

import nbformat

from workbench.errors import WorkspaceError
from workbench.private import make_private, write_private
from workbench.review.notebook import FOLDER, own_notebooks

_LOG = logging.getLogger("workbench")
_MARK = "workbench_copy_of"  # in a copy's metadata: what the shipped one was, as `_written` has it
_STAYS = (
    "%s was edited and stays as it is, though this version ships another %s. Rename yours to get "
    "that one beside it; documents and pages use yours only from %s."
)


def working_copies(workspace_folder: Path, shipped: Path) -> Path:
    """Bring the copies of a workspace up to date with the shipped notebooks.

    A copy nobody edited follows the shipped one; one that was edited stays, and is named where the
    shipped one is another by now. Having been run is no edit.

    Returns
    -------
    Path
        The folder of the copies, beside others a person made there.

    Raises
    ------
    WorkspaceError
        When a copy cannot be written.
    """
    folder = workspace_folder.resolve() / "lab" / FOLDER
    try:
        # What was run holds figures of people
        make_private(folder)
        for notebook in sorted(shipped.glob("*.ipynb")):
            _follow(notebook, folder / notebook.name, workspace_folder)
    except OSError as reason:
        place = reason.filename or str(folder)
        raise WorkspaceError(
            f"JupyterLab needs notebooks that can be edited, and {place!r} cannot be written: "
            f"{reason.strerror}. Copy the workspace to a folder of yours and give it: "
            "`workbench lab --workspace DIR`."
        ) from reason
    return folder


def _follow(notebook: Path, copy: Path, workspace_folder: Path) -> None:
    book = nbformat.read(notebook, as_version=4)
    shipped = _written(book)
    if copy.exists():
        copied, held = _read(copy)
        if copied == shipped:
            return
        if held != copied:
            _LOG.warning(_STAYS, copy, notebook.name, own_notebooks(workspace_folder))
            return
    book.metadata[_MARK] = shipped
    write_private(copy, nbformat.writes(book) + "\n")


def _read(copy: Path) -> tuple[str, str]:
    """Give what a copy was made of, and what it is; of one that cannot be read, that it differs."""
    try:
        book = nbformat.read(copy, as_version=4)
        return book.metadata.get(_MARK, ""), _written(book)
    except (ValueError, AttributeError, KeyError, TypeError):
        return "", "unreadable"


def _written(book: nbformat.NotebookNode) -> str:
    """Hash what people write in a notebook: its cells without outputs and counts."""
    cells = [(cell.cell_type, cell.source, cell.metadata.get("tags", [])) for cell in book.cells]
    return sha256(repr(cells).encode()).hexdigest()
