"""Opening an import: with nothing to read, with a workspace there, and with a folder of exports."""

import pytest

import workbench as wb
from workbench.errors import SourceError
from workbench.serve.page import PAGES
from workbench.widgets.importing.page import ImportPage

CRM = """\
Opportunity ID,Opportunity Owner,Stage,Amount,Close Date,Created Date
D1,Ana,Closed Won,100,2026-02-01,2026-01-01
"""


@pytest.fixture
def exports(tmp_path):
    folder = tmp_path / "exports"
    folder.mkdir()
    (folder / "deals.csv").write_text(CRM, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("lang", "said"), [("", "导出文件在哪里"), ("en", "where the exports are")]
)
def test_without_a_folder_it_says_what_to_give(lang, said):
    assert said in wb.open_import(lang=lang).finding.value


def test_a_folder_that_is_not_there_is_named():
    with pytest.raises(SourceError, match="no folder 'nowhere'"):
        wb.open_import("nowhere")


def test_a_workspace_that_is_there_is_not_touched(exports, tmp_path):
    (tmp_path / "workbench.toml").write_text("# mine\n", encoding="utf-8")
    page = wb.open_import(str(exports), str(tmp_path), lang="en")

    assert "set up already" in page.finding.value
    assert "is there already and is not touched" in page.finding.value
    assert not isinstance(page, ImportPage)


def test_the_workspace_goes_beside_the_exports_where_no_other_is_told(exports):
    page = wb.open_import(str(exports), lang="en")

    assert page.attempt.to == exports
    assert [path.name for path in exports.iterdir()] == ["deals.csv"]  # nothing is written yet


def test_an_import_is_never_served():
    # It reads any folder the server may read, and writes
    assert "import" not in {page.name for page in PAGES}
