"""Whether every template of a workspace fits the notebook the reviews are made with."""

import re
from pathlib import Path

import nbformat

from workbench.errors import WorkspaceError
from workbench.review.notebook import REVIEW, require_notebook
from workbench.review.template import load_template, template_names
from workbench.review.weighted_rating import require_weights, weighted_items

_SECTION = re.compile(r"""review\.section\(["'](\w+)["']\)""")


def notebook_sections(notebook: Path) -> list[str]:
    """List the sections a notebook prints, in the order of its cells."""
    cells = nbformat.read(notebook, as_version=4).cells
    return [
        key for cell in cells if cell.cell_type == "code" for key in _SECTION.findall(cell.source)
    ]


def template_report(folder: Path) -> str:
    """Check the templates of the package and of a workspace; a line each.

    Returns
    -------
    str
        Ends with a line feed.

    Raises
    ------
    WorkspaceError
        When a template breaks the form, shows a section that no cell of the notebook prints, or
        its weights make no score.
    """
    notebook = require_notebook(REVIEW, folder)
    printed = notebook_sections(notebook)
    lines = [_checked(name, folder, notebook, printed) for name in template_names(folder)]
    return "\n".join(lines) + "\n"


def _checked(name: str, folder: Path, notebook: Path, printed: list[str]) -> str:
    template = load_template(name, folder)
    unprinted = [key for key in template.sections if key not in printed]
    if unprinted:
        raise WorkspaceError(
            f"Template {name}.toml shows the section {unprinted[0]!r}, which no cell of "
            f"{notebook.name} prints. Add a cell `review.section({unprinted[0]!r})`, or drop it."
        )
    items = sum(len(found) for found in template.forms.values())
    required = sum(item.is_required for found in template.forms.values() for item in found)
    require_weights(template)
    weighed = len(weighted_items(template))
    told = f", {weighed} weighted ratings" if weighed else ""
    return (
        f"{name}: {len(template.sections)} sections, {items} items, {required} of them required"
        f"{told}"
    )
