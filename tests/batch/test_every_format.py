"""The example companies in all editions and formats, in both languages: made, whole, private."""

import io
import os
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pypdf
import pytest
from pptx import Presentation

from tests.publish.tagged import faults
from workbench.batch.run import run
from workbench.snapshots import open_snapshot
from workbench.sources.workspace import open_workspace

pytestmark = pytest.mark.office
ROOT = Path(__file__).parents[2]
# A rep and who leads people; the whole walk (`make proofs`) makes everybody's
SOME = {"demo": ("R13", "M03"), "maven": ("Boris Faz",), "adventureworks": ("272", "290")}


@pytest.fixture(scope="module", params=SOME)
def made(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param) / request.param
    shutil.copytree(ROOT / "data" / request.param, folder, ignore=shutil.ignore_patterns("facts"))
    settings, about = folder / "workbench.toml", "[workspace]\n"
    text = settings.read_text(encoding="utf-8").replace(about, about + 'outputs = "outputs"\n', 1)
    settings.write_text(text, encoding="utf-8")
    reps = ("all",) if os.environ.get("WORKBENCH_WHOLE_WALK") else SOME[request.param]
    report = run(
        reps, "", folder, langs=("zh", "en"), formats=("html", "pdf", "pptx", "xlsx"),
        editions=("brief", "talk", "record"),
    )  # fmt: skip
    assert report.failed == ()
    return open_workspace(folder), report.documents


def ending(made, name):
    return [file for file in made[1] if file.suffix == name and "_index" not in file.parts]


def test_each_review_has_every_edition_and_format_in_both_languages(made):
    folders = {file.parent for file in ending(made, ".html")}

    assert len(ending(made, ".html")) == len(ending(made, ".pdf")) == len(folders) * 6
    assert len(ending(made, ".pptx")) == len(ending(made, ".xlsx")) == len(folders) * 2


def test_every_pdf_is_one_who_listens_can_read_and_as_short_as_it_says(made):
    told = {file: faults(file) for file in ending(made, ".pdf")}

    assert {file: each for file, each in told.items() if each} == {}
    for file in told:
        pages = len(pypdf.PdfReader(file).pages)
        assert pages <= (1 if ".brief" in file.name else 99 if ".record" in file.name else 8), file


def test_every_deck_opens_with_eight_to_ten_slides_and_what_is_said_to_each(made):
    gone = left_before(made[0])
    for file in ending(made, ".pptx"):
        slides = Presentation(str(file)).slides
        least = 7 if slides[0].shapes.title.text in gone else 8  # no forecast of who is not there
        assert least <= len(slides) <= 10, file
        assert all(slide.notes_slide.notes_text_frame.text for slide in slides), file


def left_before(space):
    """Name who had left before the period began: `all` makes their documents too."""
    start = space.calendar.period(space.default_period).start
    rows = open_snapshot(space).table("reps").to_pylist()
    return {row["name"] for row in rows if row.get("left_on") and row["left_on"] < start}


def test_every_workbook_opens_without_a_formula_in_it(made):
    for file in ending(made, ".xlsx"):
        book = openpyxl.load_workbook(file)
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert cells
        assert [cell.value for cell in cells if cell.data_type == "f"] == [], file


def test_no_file_names_who_need_not_be_named(made):
    space, files = made
    people = open_snapshot(space).table("reps").to_pylist()
    names = {row["rep_id"]: row["name"] for row in people if not row["name"].isdigit()}
    about = {file.parent: None for file in files if "_index" not in file.parts}
    for folder in about:
        pages = {file: text for file in folder.iterdir() if (text := said(file))}
        usual = next(text for file, text in pages.items() if file.name == "review.html")
        named = {name for name in names.values() if name in usual}
        for file, text in pages.items():
            assert {name for name in names.values() if name in text} <= named, file


def said(file):
    """Give what a file says, unzipped where it is zipped, in it too."""
    if file.suffix == ".pdf":
        return "".join(page.extract_text() for page in pypdf.PdfReader(file).pages)
    return _unzipped(file.read_bytes()) if file.suffix in (".html", ".pptx", ".xlsx") else ""


def _unzipped(content):
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content.decode("utf-8", errors="ignore")
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return "".join(_unzipped(packed.read(name)) for name in packed.namelist())
