"""What was signed stays as it was signed."""

import json
import shutil
from hashlib import sha256

import openpyxl
import pytest
from sqlalchemy import select

from workbench.batch.kept_round import KeptRounds
from workbench.batch.plan import Request
from workbench.batch.run import run_batch
from workbench.page.text import blocks_text
from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.opening import begin
from workbench.review.differing.address import read_address
from workbench.review.differing.opened import Asking, differing
from workbench.sources.workspace import open_workspace
from workbench.store import Actor
from workbench.store.entries import Place, save_entry
from workbench.store.moves import reopen
from workbench.store.promises import promises_of
from workbench.store.schema import audit

HR, REP, CYCLE = Actor("HR", "hr"), "R01", "2026-Q3:quarterly"


def made_in(folder, shipped):
    shutil.copytree(shipped, folder, ignore=shutil.ignore_patterns("store.*"))
    toml = folder / "workbench.toml"
    about = "[workspace]\n"
    text = toml.read_text(encoding="utf-8").replace(about, about + 'outputs = "outputs"\n', 1)
    toml.write_text(text, encoding="utf-8")


def opened_in(folder):
    opened = open_desk(open_workspace(folder), "zh")
    begin(opened, HR, "2026-Q3", reps=[REP])
    return opened


@pytest.fixture(scope="module")
def desk(tmp_path_factory, shipped):
    folder = tmp_path_factory.mktemp("signed") / "demo"
    made_in(folder, shipped)
    opened = opened_in(folder)
    yield opened
    opened.store.engine.dispose()


def test_a_signed_document_is_kept_and_never_made_again(desk):
    sign_all(desk)
    (page,) = made(desk).documents
    kept = page.parent / "signed" / "1" / page.name
    assert kept.read_bytes() == page.read_bytes()
    with desk.store.reading() as connection:
        note = select(audit.c.after).where(audit.c.verb == "publish")
        notes = [json.loads(hashes) for hashes in connection.execute(note).scalars()]
    pages = {name: digest for each in notes for name, digest in each.items() if "html" in name}
    assert sorted(pages) == ["review.brief.html", "review.html", "review.record.html"]
    for name, digest in pages.items():  # every edition, though one was asked for
        assert digest == sha256((kept.parent / name).read_bytes()).hexdigest()

    page.write_text("changed by hand", encoding="utf-8")
    again = made(desk, is_forced=True)
    assert again.made == ()
    assert page.read_bytes() == kept.read_bytes()

    reopen(desk.store, HR, CYCLE, REP, "manager_review", "appeal upheld")
    place = Place(CYCLE, REP, "rating", "rating", "manager")
    save_entry(desk.store, manager(desk), place, {"level": 4, "reason": "新的理由"}, 1)
    sign_all(desk, start="manager_review")
    (page,) = made(desk).documents
    second = page.parent / "signed" / "2" / page.name
    assert "新的理由" in second.read_text(encoding="utf-8")
    assert "新的理由" not in kept.read_text(encoding="utf-8")
    agreed = promises_of(desk.store, manager(desk), CYCLE, REP)
    assert [each.what for each in agreed] == ["每周拜访"]  # once, though left twice


def compared(desk, before, after, actor="R01:rep"):
    space, snapshot = open_workspace(desk.workspace.folder), desk.snapshot
    kept = KeptRounds(space, snapshot, "quarterly", "zh")
    asking = Asking(space, snapshot, "quarterly", "zh", actor, kept)
    ends = (read_address(f"{REP}@2026-Q3{each}") for each in (before, after))
    return [" ".join(line.split()) for line in blocks_text(differing(*ends, asking), "zh")]


def test_words_of_signed_rounds_are_compared_from_their_documents(desk):
    told = compared(desk, "/signed/1", "/signed/2")

    (line,) = [each for each in told if "新的理由" in each]
    assert " 改过 " in line
    assert "两份述职用的口径和定义一样。" in told
    others = compared(desk, "/signed/1", "/signed/2", "bo:hr")
    assert any("新的理由" in each for each in others)


def test_a_rule_changed_since_the_signature_is_told_with_both_values(desk):
    toml = desk.workspace.folder / "workbench.toml"
    before = toml.read_text(encoding="utf-8")
    toml.write_text(before.replace("prorate = false", "prorate = true"), encoding="utf-8")
    told = compared(desk, "/signed/2", "")
    toml.write_text(before, encoding="utf-8")

    assert "quotas.prorate False True" in told
    assert "上面的数字，两边都按今天的口径算。" in told


def test_a_format_asked_for_later_is_made_of_what_was_signed(desk, caplog):
    report = made(desk, formats=("xlsx",))
    page, file = report.documents
    kept = page.parent / "signed" / "2" / file.name
    book = openpyxl.load_workbook(file)
    (line,) = {sheet.oddFooter.left.text for sheet in book}
    with desk.store.reading() as connection:
        note = select(audit.c.before, audit.c.after).where(audit.c.verb == "publish")
        source, hashes = map(
            json.loads, connection.execute(note.order_by(audit.c.n.desc())).first()
        )

    assert report.made == ()
    assert file.read_bytes() == kept.read_bytes()
    assert hashes == {file.name: sha256(kept.read_bytes()).hexdigest()}
    assert list(source) == ["review.ipynb"]
    assert "签署；本文件是之后按签署的内容制作的" in line
    assert made(desk, formats=("xlsx",)).documents == report.documents
    assert caplog.messages == []

    notebook = kept.with_name("review.ipynb")
    notebook.write_text(notebook.read_text(encoding="utf-8") + " ", encoding="utf-8")
    untold = compared(desk, "/signed/2", "")  # the store does not know that document any more
    assert any("变没变，无从比较" in line for line in untold)
    assert not any("新的理由" in line for line in untold)
    assert made(desk, formats=("pptx",)).documents == (page,)
    assert "nothing is made of later data" in caplog.messages[-1]


def test_what_another_store_signed_is_set_aside_and_not_shown(tmp_path, shipped):
    folder = tmp_path / "demo"
    made_in(folder, shipped)
    first = opened_in(folder)
    sign_all(first)
    (page,) = made(first).documents
    foreign = page.read_bytes()
    first.store.engine.dispose()
    for file in folder.glob("store.db*"):
        file.unlink()

    second = opened_in(folder)
    sign_all(second, reason="另一个理由")
    (page,) = made(second).documents
    second.store.engine.dispose()

    assert "另一个理由" in page.read_text(encoding="utf-8")
    (aside,) = page.parent.glob("signed/1-*")
    assert (aside / page.name).read_bytes() == foreign
    assert (page.parent / "signed" / "1" / page.name).read_bytes() == page.read_bytes()


def made(desk, *, is_forced=False, formats=()):
    told = {"is_forced": is_forced, "formats": formats, "jobs": 1}
    request = Request(period="2026-Q3", reps=(REP,), **told)
    return run_batch(desk.workspace, request)


def manager(desk):
    (found,) = desk.status(HR, CYCLE)
    return Actor(found.standing.subject.manager_id, "manager")


def sign_all(desk, start="data_check", reason="稳定"):
    rep, boss = Actor(REP, "rep"), manager(desk)
    if start == "data_check":
        desk.advance(rep, CYCLE, REP)
        save_entry(desk.store, rep, Place(CYCLE, REP, "summary", "ask", "rep"), "报价支持", 0)
        desk.advance(rep, CYCLE, REP)
        rating = Place(CYCLE, REP, "rating", "rating", "manager")
        save_entry(desk.store, boss, rating, {"level": 3, "reason": reason}, 0)
    desk.advance(boss, CYCLE, REP)
    desk.advance(HR, CYCLE, REP)
    if start == "data_check":
        plan = Place(CYCLE, REP, "plan", "actions", "shared")
        save_entry(desk.store, boss, plan, [["每周拜访", "visits", "", "2026-12-31", ""]], 0)
    desk.advance(boss, CYCLE, REP)
    desk.sign(rep, CYCLE, REP)
    desk.sign(boss, CYCLE, REP)
