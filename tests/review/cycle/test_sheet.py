"""A form carried to Excel and back: nothing lost, nothing executed, nothing overwritten."""

import shutil

import pytest
from openpyxl import load_workbook

from workbench.errors import ParameterError, RefusedError, SourceError
from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.opening import begin
from workbench.review.cycle.sheet import read_sheet, write_sheet
from workbench.sources.workspace import open_workspace
from workbench.store import Actor
from workbench.store.entries import Place, read_entries, save_entry

HR, REP, CYCLE = Actor("HR", "hr"), Actor("R19", "rep"), "2026-Q3:monthly"


@pytest.fixture(scope="module")
def desk(tmp_path_factory, shipped):
    folder = tmp_path_factory.mktemp("sheets") / "demo"
    shutil.copytree(shipped, folder, ignore=shutil.ignore_patterns("store.*"))
    opened = open_desk(open_workspace(folder), "en")
    begin(opened, HR, "2026-Q3", "monthly", reps=["R19", "R18"])
    yield opened
    opened.store.engine.dispose()


def answer(file, item, words, line=0, column=7):
    book = load_workbook(file)
    for row in book["review"].iter_rows(min_row=4):
        if row[1].value == item and row[3].value == line:
            row[column - 1].value = words
    book.save(file)


def stored(desk, section, item, side="rep"):
    return read_entries(desk.store, REP, CYCLE, "R19")[section, item, side].value


def test_a_sheet_goes_out_and_comes_back(desk, tmp_path):
    place = Place(CYCLE, "R19", "summary", "ask", "rep")
    save_entry(desk.store, REP, place, "=HYPERLINK(1)\n汉字 🙂", 0)
    file = write_sheet(desk, REP, CYCLE, "R19", tmp_path / "form.xlsx")
    answer(file, "commit", "120000")
    answer(file, "actions", "Call <b>ten</b>", line=1)
    taken = read_sheet(desk, REP, file)

    assert set(taken.saved) == {"forecast.commit", "plan.actions"}  # not what nobody touched
    assert stored(desk, "summary", "ask") == "=HYPERLINK(1)\n汉字 🙂"
    assert stored(desk, "forecast", "commit") == "120000"
    assert stored(desk, "plan", "actions", "shared")[0][0] == "Call <b>ten</b>"
    again = write_sheet(desk, REP, CYCLE, "R19", tmp_path / "again.xlsx")
    assert read_sheet(desk, REP, again).saved == ()


def test_what_changed_meanwhile_is_left_and_named(desk, tmp_path):
    file = write_sheet(desk, REP, CYCLE, "R19", tmp_path / "form.xlsx")
    place = Place(CYCLE, "R19", "problems", "stuck", "rep")
    entries = read_entries(desk.store, REP, CYCLE, "R19")
    kept = entries.get(("problems", "stuck", "rep"))
    save_entry(desk.store, REP, place, "in the notebook", kept.version if kept else 0)
    answer(file, "stuck", "in the sheet")

    assert read_sheet(desk, REP, file).conflicts == ("problems.stuck",)
    assert stored(desk, "problems", "stuck") == "in the notebook"


@pytest.mark.parametrize(
    ("words", "told"), [("a lot", "is not a number"), ("=1+1", "holds a formula")]
)
def test_what_cannot_be_read_saves_nothing(desk, tmp_path, words, told):
    before = read_entries(desk.store, REP, CYCLE, "R19")
    file = write_sheet(desk, REP, CYCLE, "R19", tmp_path / "form.xlsx")
    answer(file, "ask", "something new")
    answer(file, "commit", words)

    with pytest.raises(SourceError, match=told):
        read_sheet(desk, REP, file)
    assert read_entries(desk.store, REP, CYCLE, "R19") == before


def test_another_reps_sheet_is_refused(desk, tmp_path):
    file = write_sheet(desk, REP, CYCLE, "R19", tmp_path / "form.xlsx")

    with pytest.raises(RefusedError):
        read_sheet(desk, Actor("R18", "rep"), file)
    with pytest.raises(RefusedError):
        write_sheet(desk, Actor("R18", "rep"), CYCLE, "R19", tmp_path / "other.xlsx")


def test_a_file_that_is_no_form_is_said(desk, tmp_path):
    (tmp_path / "x.xlsx").write_text("no workbook", encoding="utf-8")

    with pytest.raises(SourceError, match="not a review form"):
        read_sheet(desk, REP, tmp_path / "x.xlsx")


def test_text_too_long_for_a_cell_is_not_cut(desk, tmp_path):
    other = Actor("R18", "rep")
    save_entry(desk.store, other, Place(CYCLE, "R18", "summary", "ask", "rep"), "x" * 40_000, 0)

    with pytest.raises(ParameterError, match="does not fit into a cell"):
        write_sheet(desk, other, CYCLE, "R18", tmp_path / "long.xlsx")
