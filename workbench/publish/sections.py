"""The sections of an executed notebook: all that publishing reads of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from nbformat import NotebookNode

from workbench.page.shown import SECTION_MIMETYPE, SOURCE_MIMETYPE


@dataclass(frozen=True)
class PublishedSection:
    """One section as its cell left it."""

    key: str
    number: str  # as in the contents; "" for the cover
    name: str
    is_to_write: bool
    html: str  # a whole <section> or <header>, escaped where it was made
    record: dict[str, Any] = field(default_factory=dict)  # everything the cell said about itself
    sources: dict[str, str] = field(default_factory=dict)  # by format: what a file is made of


def sections(notebook: NotebookNode) -> tuple[PublishedSection, ...]:
    """Read the sections of an executed notebook, in its order.

    Parameters
    ----------
    notebook
        Executed; a section's cell is tagged `section` and has one output with the section record.

    Returns
    -------
    tuple of PublishedSection
        Without the keys the template leaves out: their cells print nothing.
    """
    return tuple(_section(output) for cell in notebook.cells for output in section_outputs(cell))


def section_outputs(cell: NotebookNode) -> Iterator[NotebookNode]:
    """Give the outputs of one cell that are sections; none for any other cell."""
    if cell.cell_type != "code" or "section" not in cell.metadata.get("tags", []):
        return
    for output in cell.outputs:
        if SECTION_MIMETYPE in output.get("data", {}) and "text/html" in output["data"]:
            yield output


def _section(output: NotebookNode) -> PublishedSection:
    record = dict(output["data"][SECTION_MIMETYPE])
    return PublishedSection(
        key=str(record["key"]),
        number=str(record.get("number", "")),
        name=str(record.get("name", "")),
        is_to_write=bool(record.get("is_to_write")),
        html=str(output["data"]["text/html"]),
        record=record,
        sources={
            name.removeprefix(SOURCE_MIMETYPE): str(text)
            for name, text in output["data"].items()
            if name.startswith(SOURCE_MIMETYPE)
        },
    )
