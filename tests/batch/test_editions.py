"""Three editions of one review: a page, what a talk needs, everything for the file."""

import shutil
import subprocess

import pypdf
import pytest

from workbench.batch.plan import Request, plan
from workbench.batch.run import run
from workbench.errors import ParameterError, UnknownNameError
from workbench.i18n import told
from workbench.sources.workspace import open_workspace

# A rep and a manager at stages where most stands on their pages, and the fewest words
PEOPLE = ("R15", "M03", "R20")


@pytest.fixture(scope="module")
def made(tmp_path_factory, shipped):
    folder = tmp_path_factory.mktemp("editions") / "demo"
    shutil.copytree(shipped, folder)
    settings, about = folder / "workbench.toml", "[workspace]\n"
    text = settings.read_text(encoding="utf-8").replace(about, about + 'outputs = "outputs"\n', 1)
    settings.write_text(text, encoding="utf-8")
    report = run(
        PEOPLE, "2026-Q3", folder, langs=("zh", "en"), formats=("html", "pdf"),
        editions=("brief", "talk", "record"), is_frozen=True,
    )  # fmt: skip
    assert report.failed == ()
    return report


def pages(file):
    return len(pypdf.PdfReader(file).pages)


def files(made, ending):
    return [file for file in made.documents if file.name.endswith(ending)]


@pytest.mark.office
def test_each_edition_has_its_own_files_and_the_talk_goes_unnamed(made):
    names = sorted(
        f"review{edition}{lang}.{name}"
        for edition in ("", ".brief", ".record")
        for lang in ("", ".en")
        for name in ("html", "pdf")
    )

    assert sorted(file.name for file in made.documents) == sorted(names * len(PEOPLE))


@pytest.mark.office
def test_a_brief_is_one_page_and_a_talk_at_most_eight(made):
    briefs = files(made, "brief.pdf") + files(made, "brief.en.pdf")
    talks = files(made, "review.pdf") + files(made, "review.en.pdf")
    records = files(made, "record.pdf")

    assert [pages(file) for file in briefs] == [1] * 6
    assert all(3 < pages(file) <= 8 for file in talks)
    assert all(pages(file) > 8 for file in records)


@pytest.mark.office
def test_a_brief_is_the_verdict_alone_and_a_record_has_every_definition(made):
    for brief, talk, record in zip(
        files(made, "brief.en.html"), files(made, "review.en.html"), files(made, "record.en.html"),
        strict=True,
    ):  # fmt: skip
        text = brief.read_text(encoding="utf-8")
        assert 'id="summary"' in text
        assert "<nav" not in text
        assert 'id="results"' not in text
        assert 'id="appendix"' in record.read_text(encoding="utf-8")
        assert 'class="wb short talk"' in talk.read_text(encoding="utf-8")


@pytest.mark.office
def test_the_pages_print_as_short_as_their_pdf(made, tmp_path):
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    told = {}
    for file in files(made, "review.html") + files(made, "brief.en.html"):
        printed = tmp_path / f"{file.parent.name}-{file.name}.pdf"
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu",
                   f"--print-to-pdf={printed}", file.as_uri()]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True)
        told.setdefault(file.name, []).append(pages(printed))

    assert max(told["review.html"]) <= 8
    assert set(told["review.brief.en.html"]) == {1}


def test_a_deck_and_a_workbook_bring_the_talk_they_are_made_with(shipped):
    space = open_workspace(shipped)

    def editions(*formats):
        asked = Request(editions=("record",), formats=("html", *formats), is_frozen=True)
        return plan(space, asked).editions

    assert editions() == ("record",)
    assert editions("pptx") == editions("xlsx") == ("talk", "record")


def test_an_edition_there_is_not_is_refused_with_those_there_are(shipped):
    with pytest.raises(UnknownNameError) as refused:
        plan(open_workspace(shipped), Request(editions=("short",), is_frozen=True))

    assert "short" in told(refused.value.said, "en")
    assert "brief, talk, record" in told(refused.value.said, "zh")


def test_a_notebook_of_before_makes_the_talk_and_says_what_it_needs_for_more(shipped, tmp_path):
    space, notebook = open_workspace(shipped), tmp_path / "own.ipynb"
    text = plan(space, Request(is_frozen=True)).notebook.read_text(encoding="utf-8")
    line = '",\n    "edition: str = \\"talk\\"  # brief'
    before, found, rest = text.partition(line)
    assert found
    notebook.write_text(
        before.removesuffix("\\n") + '"' + rest[rest.index("\n") :], encoding="utf-8"
    )

    assert plan(space, Request(notebook=notebook, is_frozen=True)).editions == ("talk",)
    with pytest.raises(ParameterError) as refused:
        plan(space, Request(notebook=notebook, editions=("brief",), is_frozen=True))
    assert 'edition: str = "talk"' in told(refused.value.said, "en")
