"""The private copy of a notebook: the same bytes for the same input."""

import json
from pathlib import Path

import nbformat

from workbench.publish.strip import stripped


def test_two_runs_give_the_same_bytes(executed):
    first, second = executed(folder="/home/x/ws"), executed(folder="/home/x/ws")
    second.metadata.papermill.duration = 9.9
    second.cells[2].metadata.papermill.duration = 0.1
    second.cells[1].id = "other"

    assert stripped(first) == stripped(second)


def test_times_widgets_and_papermills_notes_go(executed):
    text = stripped(executed())

    for gone in ("papermill", "duration", "iopub", "widget-state", "3.11.7"):
        assert gone not in text


def test_parameters_that_name_a_place_go_and_the_others_stay(executed):
    notebook = json.loads(stripped(executed()))

    (source,) = [
        cell["source"]
        for cell in notebook["cells"]
        if "injected-parameters" in cell["metadata"].get("tags", [])
    ]
    assert source == '# Parameters\nrep_id = "7"\nlang = "en"'


def test_a_folder_in_a_printed_text_is_its_name_alone(executed):
    text = stripped(executed(folder="/home/x/ws"), [Path("/home/x/ws"), Path("/home/x")])

    assert "/home" not in text
    assert "warning in ws/a.py" in text


def test_sources_and_outputs_stay(executed):
    notebook = executed()

    text = stripped(notebook)

    assert [cell["source"] for cell in json.loads(text)["cells"]][2:] == [
        cell.source for cell in notebook.cells[2:]
    ]
    assert "A finding" in text


def test_the_copy_is_a_valid_notebook_and_the_original_is_untouched(executed):
    notebook = executed()
    before = json.dumps(notebook)

    copy = nbformat.reads(stripped(notebook), as_version=4)

    nbformat.validate(copy)
    assert copy.metadata.kernelspec.name == "python3"
    assert json.dumps(notebook) == before


def test_what_files_are_made_of_stays_only_where_it_is_asked_for(executed):
    notebook = executed()
    shown = next(o for cell in notebook.cells for o in cell.get("outputs", []) if "data" in o)
    shown["data"]["application/vnd.workbench.source.pdf"] = "a source"

    assert "a source" not in stripped(notebook)
    assert "a source" in stripped(notebook, has_sources=True)
