"""The server reads the notebooks of its pages and nothing else."""

import asyncio
from pathlib import Path

import pytest
from tornado.web import HTTPError

from workbench.i18n import LANGS, has_message
from workbench.serve.notebooks import PageNotebooks
from workbench.serve.page import PAGES, page_key, pages_of


@pytest.fixture
def notebooks(tmp_path):
    return PageNotebooks(pages_of(tmp_path))


def read(notebooks, path):
    return asyncio.run(notebooks.get(path))["content"]


@pytest.mark.parametrize(
    "path",
    [
        "",
        "rep_review",
        "../rep_review.ipynb",
        "/etc/passwd",
        "notebooks/rep_review.ipynb",
        "x.ipynb",
    ],
)
def test_any_other_path_is_not_there(notebooks, path):
    with pytest.raises(HTTPError, match="404"):
        read(notebooks, path)


def test_the_address_is_read_right_behind_the_parameters(notebooks):
    cells = [cell for cell in read(notebooks, "rep_review.ipynb").cells if cell.cell_type == "code"]

    assert "parameters" in cells[0].metadata.tags
    assert "asked(" in cells[1].source
    assert "'rep_id', 'period'" in cells[1].source


def test_the_notebook_on_the_disk_stays_as_it_is(notebooks):
    file = notebooks.pages["rep_review"][1]
    before = file.read_bytes()
    read(notebooks, "rep_review.ipynb")

    assert file.read_bytes() == before


def test_a_workspaces_own_notebook_wins(tmp_path):
    own = tmp_path / "notebooks" / "rep_review.ipynb"
    own.parent.mkdir()
    own.write_bytes((Path(__file__).parents[2] / "notebooks" / "rep_review.ipynb").read_bytes())

    assert pages_of(tmp_path)["rep_review"][1] == own.resolve()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_has_a_name_and_a_line_in_both_languages(page):
    for lang in LANGS:
        assert has_message(page_key(page.name), lang)
        assert has_message(f"{page_key(page.name)}-line", lang)
