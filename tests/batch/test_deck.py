"""A review's deck as a user asks for it, edits it, and asks for it again."""

import io
import os
import stat
import subprocess
import sys
import zipfile

import pytest
from pptx import Presentation

from workbench.batch.choice import choose
from workbench.batch.make import _remove_older
from workbench.batch.plan import Request, plan
from workbench.batch.signed import SignedFolder, _files
from workbench.batch.status import Made, file_hash, is_current
from workbench.errors import ParameterError
from workbench.publish.deck.package import is_as_written
from workbench.sources.workspace import open_workspace

pytestmark = pytest.mark.slow
OTHER = "OTHERNAME"
FORMULA = '=HYPERLINK("x") <b>'
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
    (folder / "reps.csv").write_text(f"rep_id,name\nana,Ana\nbo,{OTHER}\n", encoding="utf-8")
    written = FORMULA.replace('"', '""')
    deals = [
        "deal_id,rep_id,name,account,amount,is_closed,is_won,created_on,close_on",
        f'D1,ana,"{written}","{written}",1200,true,true,2026-07-01,2026-08-01',
        "D2,ana,Lost one,Acme,300,true,false,2026-07-01,2026-08-02",
        f"D3,bo,{OTHER}S DEAL,Other Inc,98765,true,true,2026-07-01,2026-08-03",
    ]
    (folder / "deals.csv").write_text("\n".join(deals) + "\n", encoding="utf-8")
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
    found = review(shop, "--formats", "pptx")
    assert found.returncode == 0, found.stderr
    return [shop / line for line in found.stdout.split()]


def held(content):
    """Give every file in a deck, those in the workbooks of its charts too."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            part = parts.read(name)
            yield from held(part) if name.endswith(".xlsx") else ((name, part),)


def by_hand(file):
    deck = Presentation(file)
    deck.slides[1].shapes.title.text_frame.text = "By hand"
    deck.save(file)
    return file.read_bytes()


def chosen(shop):
    asked = Request(reps=("ana",), formats=("pptx",), is_frozen=True)
    return choose(plan(open_workspace(shop), asked), asked).jobs


def test_a_deck_lies_beside_the_page_and_holds_nothing_of_another(made):
    page, file = made
    content = file.read_bytes()
    found = {name: part.decode("utf-8", "ignore") for name, part in held(content)}

    assert (page.name, file.name) == ("review.html", "review.pptx")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert is_as_written(content)
    assert [name for name, part in found.items() if OTHER in part or "98765" in part] == []
    assert [name for name, part in found.items() if "<f>" in part or "Other Inc" in part] == []
    assert [name for name in found if "chart" in name and name.endswith(".xml")]


def test_its_slides_are_those_of_a_talk_without_pay_rating_and_feedback(made):
    slides = list(Presentation(made[1]).slides)
    texts = [s.text_frame.text for slide in slides for s in slide.shapes if s.has_text_frame]
    cells = {
        cell.text
        for slide in slides for s in slide.shapes if s.has_table
        for row in s.table.rows for cell in row.cells
    }  # fmt: skip

    assert 7 <= len(slides) <= 10
    assert slides[0].shapes.title.text == "Ana"
    assert any("Draft" in text for text in texts)
    assert any("To be written" in text for text in texts)
    assert f"D1 {FORMULA}" in cells
    assert not any(word in " ".join(texts) for word in ("Rating", "Feedback", "Incentive"))
    assert all(slide.notes_slide.notes_text_frame.text for slide in slides)


def test_what_somebody_changed_stays_and_the_next_stands_beside_it(shop, made):
    file = made[1]
    mine = by_hand(file)

    assert chosen(shop) == ()
    again = review(shop, "--formats", "pptx", "--force")

    assert [line.rpartition("/")[2] for line in again.stdout.split()] == [
        "review.html", "review.2.pptx",
    ]  # fmt: skip
    assert "review.pptx was edited by hand" in again.stderr
    assert file.read_bytes() == mine
    assert is_as_written(file.with_name("review.2.pptx").read_bytes())
    assert chosen(shop) == ()


def test_a_missing_template_is_refused_and_another_makes_another_deck(shop, made):
    toml = shop / "workbench.toml"
    named = TOML + '[publish]\ndeck_template = "house.pptx"\n'
    try:
        toml.write_text(named, encoding="utf-8")
        with pytest.raises(ParameterError, match=r"house\.pptx"):
            chosen(shop)
        (shop / "house.pptx").write_bytes(made[1].read_bytes())
        (job,) = chosen(shop)
    finally:
        toml.write_text(TOML, encoding="utf-8")

    assert job.documents[0].why == "language, edition or formats"
    assert job.documents[0].deck_template == shop / "house.pptx"


@pytest.fixture
def decks(tmp_path, made):
    """Lay a deck somebody changed, and beside it one as it was written."""
    place = tmp_path / "ana"
    place.mkdir()
    written = made[1].with_name("review.2.pptx")
    content = (written if written.exists() else made[1]).read_bytes()
    (place / "review.pptx").write_bytes(content)
    by_hand(place / "review.pptx")
    (place / "review.2.pptx").write_bytes(content)
    return place


def test_a_changed_deck_is_current_and_a_missing_one_is_not(decks):
    known = Made(state="made", input_hash="h", outputs={"review.pptx": "as it was"})
    page = Made(state="made", input_hash="h", outputs={"review.html": "as it was"})

    assert is_current(decks, known, "h")
    (decks / "review.html").write_text("changed", encoding="utf-8")
    assert not is_current(decks, page, "h")
    (decks / "review.pptx").unlink()
    assert not is_current(decks, known, "h")


def test_an_older_deck_goes_and_a_changed_one_never(decks):
    _remove_older(decks, "review", {"review.html"})

    assert sorted(file.name for file in decks.iterdir()) == ["review.pptx"]


def test_a_signed_deck_is_kept_as_written_and_put_back_beside_a_changed_one(decks):
    assert [file.name for file in _files(decks, "review")] == ["review.2.pptx"]
    kept = decks / "signed" / "1"
    kept.mkdir(parents=True)
    (decks / "review.2.pptx").rename(kept / "review.pptx")
    mine = file_hash(decks / "review.pptx")
    SignedFolder(kept, frozenset({file_hash(kept / "review.pptx")})).restore("review")

    assert file_hash(decks / "review.pptx") == mine
    assert file_hash(decks / "review.2.pptx") == file_hash(kept / "review.pptx")
