"""The entries of an index, of documents that were made: figures, what lies there, whose turn it is.

Of the made company; the documents are empty files with the status a batch would leave.
"""

import shutil

import pytest

from workbench.batch.index import write_index
from workbench.batch.index_entries import entries
from workbench.batch.plan import Request, plan
from workbench.batch.status import Made, Status, write_status
from workbench.metrics.fact import STILL_OPEN
from workbench.private import make_private
from workbench.snapshots.facts import period_facts
from workbench.sources.workspace import open_workspace

FILES = {
    "review": ("html", "pdf"), "review.record": ("html",), "review.brief": (),
    "review.en": (), "review.brief.en": ("html",),
}  # fmt: skip


@pytest.fixture(scope="module")
def planned(tmp_path_factory, shipped):
    folder = tmp_path_factory.mktemp("index") / "demo"
    shutil.copytree(shipped, folder)
    settings, about = folder / "workbench.toml", "[workspace]\n"
    text = settings.read_text(encoding="utf-8").replace(about, about + 'outputs = "outputs"\n', 1)
    settings.write_text(text, encoding="utf-8")
    made = plan(open_workspace(folder), Request(langs=("zh", "en"), is_frozen=True))
    for rep_id in ("R01", "R04"):
        place = made.folder / made.folders[rep_id]
        place.mkdir(parents=True)
        for stem, forms in FILES.items():
            for form in forms:
                (place / f"{stem}.{form}").touch()
        known = {stem: Made(state="made", input_hash="") for stem, forms in FILES.items() if forms}
        write_status(place, Status(rep_id, known))
    make_private(made.folder)
    return made


def test_an_entry_has_what_lies_there_in_each_language_and_no_more(planned):
    found = entries(planned)[0]

    assert found.documents == {"zh": "review.html", "en": "review.brief.en.html"}
    assert [each.name for each in found.files["zh"]] == ["review.pdf", "review.record.html"]
    assert found.files["en"] == ()


def test_an_entry_has_the_figures_its_line_is_judged_by(planned):
    found = entries(planned)[0]
    has = [key[0] for key in found.figures.facts]

    assert {"quota_attainment", "linear_pace", "win_rate"} <= set(has)
    assert found.next_figures["needed_coverage"].value > 1
    assert found.earlier["win_rate"].period == "2025-Q3"


def test_rows_that_are_only_still_open_are_no_rows_left_out(planned):
    facts = period_facts(planned.snapshot, planned.workspace, planned.period).left_out
    rows = [row for row in facts.to_pylist() if row["rep_id"] == "R04"]
    (found,) = [each for each in entries(planned) if each.rep_id == "R04"]

    assert [row["reason"] for row in rows if row["n"]] == [STILL_OPEN]
    assert found.left_out == 0


def test_the_page_tells_whose_turn_the_reviews_of_the_cycle_are(planned):
    page = write_index(planned).read_text(encoding="utf-8")

    assert "份述职在等人" in page
    assert 'href="../%E6%9D%8E%E5%A8%9C/review.record.html"' in page
