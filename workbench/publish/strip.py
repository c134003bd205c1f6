"""The private copy of an executed notebook: the same bytes for the same input."""

import copy
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from workbench.page.shown import SOURCE_MIMETYPE

# What a reader needs to know a notebook by; the rest of the parameters name places on one machine
KEPT_PARAMETERS = ("rep_id", "period", "lang", "template")
_ASSIGNMENT = re.compile(r"(\w+)\s*=")


def stripped(
    notebook: NotebookNode, folders: Sequence[Path] = (), *, has_sources: bool = False
) -> str:
    """Write an executed notebook without what differs from run to run.

    Parameters
    ----------
    notebook
        Executed by papermill; it is left as it is.
    folders
        Absolute folders whose place on this machine is nobody's business; in texts that a cell
        printed, each is written as its name alone.
    has_sources
        Keep what files of other formats are made of; else it goes, for the page says the same.

    Returns
    -------
    str
        JSON, keys sorted, with a final newline. Outputs and sources stay; times, papermill's
        notes, widget states, random cell ids and places on this machine go.
    """
    kept = nbformat.v4.upgrade(copy.deepcopy(notebook))
    kept.metadata = _metadata(kept.metadata)
    for index, cell in enumerate(kept.cells):
        _strip_cell(cell, index, folders)
        if not has_sources:
            _drop_sources(cell)
    return json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _metadata(metadata: dict[str, Any]) -> dict[str, Any]:
    name = metadata.get("kernelspec", {}).get("name", "python3")
    return {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": name},
        "language_info": {"name": "python"},
    }


def _strip_cell(cell: NotebookNode, index: int, folders: Sequence[Path]) -> None:
    tags = cell.metadata.get("tags", [])
    cell.id = f"cell-{index:02d}"
    cell.metadata = {"tags": tags} if tags else {}
    if "injected-parameters" in tags:
        cell.source = _kept_parameters(cell.source)
    for output in cell.get("outputs", []):
        if output.output_type == "stream":
            output.text = without_folders(output.text, folders)
        elif output.output_type == "error":
            output.evalue = without_folders(output.evalue, folders)
            output.traceback = [without_folders(line, folders) for line in output.traceback]


def _drop_sources(cell: NotebookNode) -> None:
    for output in cell.get("outputs", []):
        for name in [each for each in output.get("data", {}) if each.startswith(SOURCE_MIMETYPE)]:
            del output["data"][name]


def _kept_parameters(source: str) -> str:
    """Keep the lines papermill wrote for the parameters that name no place."""

    def is_kept(line: str) -> bool:
        match = _ASSIGNMENT.match(line)
        return match is None or match[1] in KEPT_PARAMETERS

    return "\n".join(line for line in source.splitlines() if is_kept(line))


def without_folders(text: str, folders: Sequence[Path]) -> str:
    """Write each absolute folder in a text as its name alone."""
    for folder in sorted(map(str, folders), key=len, reverse=True):  # the inner ones first
        text = text.replace(folder, Path(folder).name)
    return text
