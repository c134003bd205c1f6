"""The notebooks the server may read: those of its pages, and nothing else on the disk."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
from jupyter_server.services.contents.manager import AsyncContentsManager
from tornado.web import HTTPError

from workbench.serve.page import Page

_USED = re.compile(r"\bwb\.([a-z]\w*)")
_ASSIGNED = re.compile(r"^(\w+)\s*:", re.MULTILINE)
# Before anybody asks, what the page will need is loaded; then the address is read.
_TELL = """\
from workbench.serve.ready import get_ready
from workbench.widgets.address import asked

get_ready({used!r}, workspace)
globals().update(asked(**{{_name: globals()[_name] for _name in {names!r}}}))
"""


class PageNotebooks(AsyncContentsManager):
    """Reads the notebooks of pages by name; knows no folder and writes nothing."""

    def __init__(self, pages: Mapping[str, tuple[Page, Path]], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(**kwargs)
        self.pages = pages

    async def get(self, path: str, **_: Any) -> dict[str, Any]:  # type: ignore[override] # noqa: ANN401
        """Give the notebook of a page, with the cell that reads the address."""
        name = path.removesuffix(".ipynb")
        if name not in self.pages or path == name:
            raise HTTPError(404)
        notebook = nbformat.read(self.pages[name][1], as_version=4)
        _tell(notebook)
        return {"type": "notebook", "path": path, "name": path, "content": notebook}

    def file_exists(self, path: str = "") -> bool:  # type: ignore[override] # noqa: ARG002
        """Say there is no file: pictures are part of a page or absent."""
        return False


def _tell(notebook: nbformat.NotebookNode) -> None:
    """Put the cell that reads the address behind the one with the parameters."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    told = next((c for c in code if "parameters" in c.metadata.get("tags", ())), None)
    if told is None:
        return
    used = sorted({name for cell in code for name in _USED.findall(cell.source)})
    source = _TELL.format(used=used, names=_ASSIGNED.findall(told.source))
    notebook.cells.insert(notebook.cells.index(told) + 1, nbformat.v4.new_code_cell(source))
