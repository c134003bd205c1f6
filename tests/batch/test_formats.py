"""A review in every format, as a user asks for it; what was made is kept in step."""

import io
import os
import stat
import subprocess
import sys

import openpyxl
import pypdf
import pytest

from workbench.batch.choice import choose
from workbench.batch.parameters import require_declared, review_parameters
from workbench.batch.plan import Request, plan
from workbench.errors import ParameterError, UnknownNameError
from workbench.i18n import told
from workbench.publish import extra
from workbench.sources.workspace import open_workspace

pytestmark = pytest.mark.office
OTHER = "OTHERNAME"
REPS = f"rep_id,name\nana,=Ana #x\nbo,{OTHER}\n"
DEALS = f"""deal_id,rep_id,name,amount,is_closed,is_won,created_on,close_on
D1,ana,"=HYPERLINK(""x"") $1 *a*",1200,true,true,2026-07-01,2026-08-01
D2,ana,Lost one,300,true,false,2026-07-01,2026-08-02
D3,bo,{OTHER}S DEAL,98765,true,true,2026-07-01,2026-08-03
"""
TOML = """[workspace]
default_period = "2026-Q3"
as_of = 2026-09-30
languages = ["en"]
outputs = "outputs"
[tables.reps]
file = "reps.csv"
[tables.deals]
file = "deals.csv"
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shop")
    (folder / "reps.csv").write_text(REPS, encoding="utf-8")
    (folder / "deals.csv").write_text(DEALS, encoding="utf-8")
    (folder / "workbench.toml").write_text(TOML, encoding="utf-8")
    return folder


def review(shop, *options):
    command = [sys.executable, "-m", "workbench.cli", "review", "ana", "--workspace", str(shop)]
    return subprocess.run(
        [*command, *options], cwd=shop, capture_output=True, text=True, check=False,
        env=os.environ | {"COLUMNS": "200"},
    )  # fmt: skip


@pytest.fixture(scope="module")
def made(shop):
    found = review(shop, "--formats", "html,pdf,xlsx")
    assert found.returncode == 0, found.stderr
    return found


def folder_of(shop):
    return next((shop / "outputs").rglob("review.html")).parent


def request(*formats, **more):
    return Request(reps=("ana",), formats=formats or ("html",), is_frozen=True, **more)


def chosen(shop, *formats):
    asked = request(*formats)
    return choose(plan(open_workspace(shop), asked), asked)


def test_each_format_lies_beside_the_page_for_its_owner_alone(shop, made):
    files = [folder_of(shop) / f"review.{name}" for name in ("html", "pdf", "xlsx")]

    assert made.stdout.split("\n")[:-1] == [str(file) for file in files]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


@pytest.mark.usefixtures("made")
def test_all_formats_say_the_same_of_the_rep_and_nothing_of_another(shop):
    folder = folder_of(shop)
    reader = pypdf.PdfReader(folder / "review.pdf")
    paper = "".join(page.extract_text() for page in reader.pages).replace("\n", " ")
    book = openpyxl.load_workbook(folder / "review.xlsx")
    cells = {str(c.value) for sheet in book for row in sheet.iter_rows() for c in row}

    assert '=HYPERLINK("x") $1 *a*' in paper
    assert '=HYPERLINK("x") $1 *a*' in cells
    assert "Draft" in paper
    assert reader.metadata.title in (folder / "review.html").read_text(encoding="utf-8")
    assert {"=Ana #x", "D1", "D2", "1200", "won_revenue"} <= cells
    assert [word for word in (OTHER, "D3", "98765", "98,765") if word in paper] == []
    assert [cell for cell in cells if OTHER in cell or cell in ("D3", "98765")] == []


@pytest.mark.usefixtures("made")
def test_the_notebook_beside_them_is_as_without_formats(shop):
    text = (folder_of(shop) / "review.ipynb").read_text(encoding="utf-8")

    assert "vnd.workbench.source" not in text
    assert '"formats = ' not in text


@pytest.mark.usefixtures("made")
def test_what_was_made_is_current_whatever_of_it_is_asked_for(shop):
    assert chosen(shop, "html", "pdf", "xlsx").jobs == ()
    assert chosen(shop).jobs == ()
    assert chosen(shop, "xlsx").jobs == ()


@pytest.mark.usefixtures("made")
def test_a_format_lying_there_is_kept_in_step_and_a_deleted_one_is_not(shop):
    page = folder_of(shop) / "review.pdf"
    kept = page.read_bytes()
    page.unlink()
    (document,) = chosen(shop).jobs[0].documents
    page.write_bytes(kept)
    (again,) = choose(plan(open_workspace(shop), request()), request(is_forced=True)).jobs

    assert document.parameters["formats"] == "xlsx"
    assert again.documents[0].parameters["formats"] == "pdf,xlsx"


@pytest.mark.usefixtures("made")
def test_other_fonts_make_another_pdf_and_leave_the_rest(shop):
    toml = shop / "workbench.toml"
    before = toml.read_text(encoding="utf-8")
    own = '[publish]\nfonts = ["DejaVu Sans", "Noto Sans CJK SC"]\n'
    toml.write_text(before + own, encoding="utf-8")
    try:
        (document,) = chosen(shop, "pdf").jobs[0].documents
    finally:
        toml.write_text(before, encoding="utf-8")

    assert document.why == "language, edition or formats"


def test_an_unknown_format_is_refused_and_the_known_ones_are_named(shop):
    with pytest.raises(UnknownNameError, match="html, pdf, pptx, xlsx") as refused:
        plan(open_workspace(shop), request("docx"))

    assert "没有“docx”" in told(refused.value, "zh")


@pytest.mark.usefixtures("made")  # what is asked of a snapshot is asked once it is frozen
def test_a_missing_library_is_named_with_the_line_to_paste(shop, monkeypatch):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(extra, "import_module", missing)
    with pytest.raises(ParameterError) as refused:
        plan(open_workspace(shop), request("xlsx"))

    assert 'pip install "rep-review-workbench[formats]"' in told(refused.value, "en")
    assert "xlsxwriter" in told(refused.value, "zh")
    plan(open_workspace(shop), request("html"))


def test_a_notebook_of_before_makes_pages_only_and_says_what_to_write(tmp_path, write_notebook):
    notebook = write_notebook(tmp_path / "own.ipynb", "pass")

    require_declared(notebook)
    with pytest.raises(ParameterError) as refused:
        require_declared(notebook, "pdf")
    assert 'formats: str = ""' in told(refused.value, "zh")


def test_a_page_alone_gives_its_notebook_no_formats():
    told_of = {
        "rep_id": "ana", "period": "2026-Q3", "workspace": "/w", "as_of": "2026-09-30",
        "template": "quarterly", "lang": "en",
    }  # fmt: skip

    assert "formats" not in review_parameters(told_of)
    assert review_parameters({**told_of, "formats": "pdf"})["formats"] == "pdf"


@pytest.mark.usefixtures("made")
def test_a_workbook_holds_no_formula(shop):
    content = (folder_of(shop) / "review.xlsx").read_bytes()
    book = openpyxl.load_workbook(io.BytesIO(content))

    assert {c.data_type for s in book for row in s.iter_rows() for c in row} <= {"s", "n", "d"}
