"""JupyterLab on an installed package edits copies: they follow the shipped ones until edited."""

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from workbench.errors import WorkspaceError
from workbench.serve.copies import working_copies
from workbench.serve.page import pages_of


@pytest.fixture
def shipped(tmp_path):
    folder = tmp_path / "installed" / "notebooks"
    folder.mkdir(parents=True)
    ship(folder, "wb.open_explore(period)")
    return folder


def ship(folder, source):
    nbformat.write(new_notebook(cells=[new_code_cell(source)]), folder / "explore.ipynb")


def change(copy, *, source=None, output=None):
    """Save a copy as JupyterLab does: other metadata stay."""
    book = nbformat.read(copy, as_version=4)
    if source:
        book.cells[0].source = source
    if output:
        book.cells[0].outputs = [new_output("stream", text=output)]
    nbformat.write(book, copy)


def source_of(copy):
    return nbformat.read(copy, as_version=4).cells[0].source


def test_copies_stand_in_lab_notebooks_and_the_shipped_ones_stay_untouched(shipped, tmp_path):
    before = (shipped / "explore.ipynb").read_bytes()

    folder = working_copies(tmp_path, shipped)

    assert folder == tmp_path / "lab" / "notebooks"
    assert [file.name for file in folder.iterdir()] == ["explore.ipynb"]
    assert source_of(folder / "explore.ipynb") == "wb.open_explore(period)"
    assert folder.parent.stat().st_mode & 0o777 == 0o700
    assert (shipped / "explore.ipynb").read_bytes() == before


def test_a_copy_that_was_only_run_follows_a_newer_version(shipped, tmp_path, caplog):
    copy = working_copies(tmp_path, shipped) / "explore.ipynb"
    change(copy, output="12 reps")
    ship(shipped, "wb.open_explore(period, workspace)")

    working_copies(tmp_path, shipped)

    assert source_of(copy) == "wb.open_explore(period, workspace)"
    assert caplog.text == ""


def test_what_was_run_stays_as_long_as_the_version_does(shipped, tmp_path):
    copy = working_copies(tmp_path, shipped) / "explore.ipynb"
    change(copy, output="12 reps")

    working_copies(tmp_path, shipped)

    assert nbformat.read(copy, as_version=4).cells[0].outputs[0].text == "12 reps"


def test_an_edited_copy_stays_and_is_named_once_a_newer_version_ships_another(
    shipped, tmp_path, caplog
):
    copy = working_copies(tmp_path, shipped) / "explore.ipynb"
    change(copy, source="mine")
    working_copies(tmp_path, shipped)
    assert caplog.text == ""
    ship(shipped, "wb.open_explore(period, workspace)")

    working_copies(tmp_path, shipped)

    assert source_of(copy) == "mine"
    assert f"{copy} was edited and stays as it is" in caplog.text
    assert f"only from {tmp_path / 'notebooks'}" in caplog.text


@pytest.mark.parametrize("text", ["", "{", "[]", '{"cells": 3}', "null"])
def test_a_copy_that_cannot_be_read_stays_and_is_named(shipped, tmp_path, caplog, text):
    copy = working_copies(tmp_path, shipped) / "explore.ipynb"
    copy.write_text(text, encoding="utf-8")

    working_copies(tmp_path, shipped)

    assert copy.read_text(encoding="utf-8") == text
    assert "was edited and stays as it is" in caplog.text


def test_a_renamed_copy_makes_room_for_the_shipped_one(shipped, tmp_path):
    copy = working_copies(tmp_path, shipped) / "explore.ipynb"
    change(copy, source="mine")
    copy.rename(copy.with_name("mine.ipynb"))

    folder = working_copies(tmp_path, shipped)

    assert source_of(folder / "mine.ipynb") == "mine"
    assert source_of(folder / "explore.ipynb") == "wb.open_explore(period)"


def test_pages_are_never_made_with_a_working_copy(shipped, tmp_path):
    before = pages_of(tmp_path)["explore"][1]

    copy = working_copies(tmp_path, shipped) / "explore.ipynb"

    assert pages_of(tmp_path)["explore"][1] == before != copy


def test_where_nothing_can_be_written_the_place_and_a_way_out_are_said(shipped, tmp_path):
    (tmp_path / "lab").write_text("a file", encoding="utf-8")

    with pytest.raises(WorkspaceError, match=r"lab.* cannot be written.*workbench lab --workspace"):
        working_copies(tmp_path, shipped)
