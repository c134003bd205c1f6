"""Every kind of item goes to Excel and comes back whole, with its lists and earlier promises."""

from datetime import date, datetime, time

import pytest
from openpyxl import load_workbook

from workbench.errors import ParameterError, SourceError
from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.opening import begin
from workbench.review.cycle.sheet import read_sheet, write_sheet
from workbench.store import Actor
from workbench.store.entries import Place, read_entries, save_entry
from workbench.store.moves import advance
from workbench.store.promise import Promise
from workbench.store.promises import keep_promise, promises_of

HR, ANA, MIA = Actor("H", "hr"), Actor("ana", "rep"), Actor("mia", "manager")
CYCLE = "2026-Q3:kinds"
REPS = "rep_id,name,manager_id\nana,Ana,mia\nmia,Mia,\n"
TEMPLATE = """
name = "kinds"
label = { zh = "各类", en = "Kinds" }
sections = ["commitments", "goals", "highlights", "competence", "values", "feedback", "rating"]
[[forms.commitments]]
key = "kept"
kind = "actions"
filled_by = "both"
label = { zh = "承诺", en = "Kept" }
columns = [ { zh = "承诺", en = "What", means = "what" } ]
[[forms.goals]]
key = "goals"
kind = "goals"
label = { zh = "目标", en = "Goals" }
columns = [ { zh = "目标", en = "Goal" }, { zh = "到", en = "To" } ]
[[forms.highlights]]
key = "words"
label = { zh = "=话", en = "=Words" }
[[forms.highlights]]
key = "calls"
kind = "number"
label = { zh = "通话数", en = "Calls" }
[[forms.highlights]]
key = "day"
kind = "date"
label = { zh = "日期", en = "Day" }
[[forms.highlights]]
key = "asked"
kind = "yes_no"
label = { zh = "先问需求？", en = "Asked first?" }
[[forms.highlights]]
key = "style"
kind = "select"
label = { zh = "方式", en = "Style" }
options = [ { zh = "甲", en = "A, or so" }, { zh = "=乙", en = "=B" } ]
[[forms.competence]]
key = "matrix"
kind = "competencies"
filled_by = "both"
label = { zh = "能力", en = "Skills" }
columns = [
    { zh = "能力", en = "Skill", means = "skill" }, { zh = "水平", en = "Level", means = "level" },
    { zh = "依据", en = "Evidence" },
]
rows = [ { zh = "挖掘需求", en = "Discovery" }, { zh = "预测", en = "Forecasting" } ]
[[forms.values]]
key = "values"
kind = "values"
label = { zh = "价值观", en = "Values" }
columns = [ { zh = "价值观", en = "Value" }, { zh = "行为", en = "Behaviour" } ]
rows = [ { zh = "诚实", en = "Honest" } ]
anchors = [ { zh = "诚实：直说", en = "Honest: says it" } ]
[[forms.feedback]]
key = "sbi"
kind = "feedback"
asks_intent = true
label = { zh = "反馈", en = "Feedback" }
[[forms.feedback]]
key = "upward"
is_private = true
label = { zh = "给经理", en = "Upward" }
[[forms.rating]]
key = "r1"
kind = "rating"
filled_by = "both"
label = { zh = "纪律", en = "Discipline" }
options = [ { zh = "低", en = "low" }, { zh = "高", en = "high" } ]
"""
FEEDBACK = {"situation": "s", "behaviour": "b", "impact": "i", "intent": "meant well",
            "request": "r", "evidence": "D-1", "is_opinion": False}  # fmt: skip
WRITTEN = {
    ("goals", "goals", "rep"): [["Ten visits", "10"], ["", ""], ["=1+1", "2"]],
    ("highlights", "words", "rep"): "=HYPERLINK(1)\r\n汉字 🙂",
    ("highlights", "calls", "rep"): "120000",
    ("highlights", "day", "rep"): "2026-09-30",
    ("highlights", "asked", "rep"): False,
    ("highlights", "style", "rep"): 2,
    ("competence", "matrix", "rep"): [["Discovery", "3", "D-1"], ["Forecasting", "", ""]],
    ("values", "values", "rep"): [["Honest", "told the delay"]],
    ("feedback", "sbi", "rep"): FEEDBACK,
    ("feedback", "upward", "private"): "+1 for the visits",
    ("rating", "r1", "rep"): {"level": 1, "reason": "missed"},
}
OLD = Promise(cycle="2026-Q2:kinds", rep_id="ana", owner_id="ana", what="=Call ten", metric="calls",
              aim="10", due_on=date(2026, 8, 1))  # fmt: skip


@pytest.fixture
def desk(company):
    made = company(reps=REPS)
    (made.folder / "templates").mkdir()
    (made.folder / "templates" / "kinds.toml").write_text(TEMPLATE, encoding="utf-8")
    opened = open_desk(made.workspace, "en")
    begin(opened, HR, "2026-Q3", "kinds", reps=["ana"])
    yield opened
    opened.store.engine.dispose()


def fill(desk, written=WRITTEN, actor=ANA):
    for (section, item, side), value in written.items():
        kept = read_entries(desk.store, actor, CYCLE, "ana").get((section, item, side))
        place = Place(CYCLE, "ana", section, item, side)
        save_entry(desk.store, actor, place, value, kept.version if kept else 0)


def stored(desk, actor=ANA):
    return {key: each.value for key, each in
            read_entries(desk.store, actor, CYCLE, "ana").items()}  # fmt: skip


def answer(file, told):
    """Fill cells in: by item, line and place among the answers."""
    book = load_workbook(file)
    for row in book["review"].iter_rows(min_row=4):
        for (item, line, place), value in told.items():
            if (row[1].value, row[3].value) == (item, line):
                row[6 + place].value = value
    book.save(file)


def cells(file, item):
    rows = load_workbook(file)["review"].iter_rows(min_row=4)
    return [row for row in rows if row[1].value == item]


def test_a_sheet_nobody_touched_saves_nothing(desk, tmp_path):
    empty = write_sheet(desk, ANA, CYCLE, "ana", tmp_path / "empty.xlsx")
    assert read_sheet(desk, ANA, empty).saved == ()  # also where skills stand ready
    fill(desk)
    file = write_sheet(desk, ANA, CYCLE, "ana", tmp_path / "form.xlsx")

    taken = read_sheet(desk, ANA, file)
    assert (taken.saved, taken.conflicts) == ((), ())
    assert stored(desk) == WRITTEN


def test_every_kind_comes_back_as_it_was_filled_in(desk, tmp_path):
    file = write_sheet(desk, ANA, CYCLE, "ana", tmp_path / "form.xlsx")
    answer(file, {
        ("goals", 0, 0): "Ten visits", ("goals", 0, 1): 10.0,
        ("words", 0, 0): "said", ("calls", 0, 0): 12.5, ("day", 0, 0): datetime(2026, 9, 30),
        ("asked", 0, 0): "no", ("style", 0, 0): "1 A, or so",
        ("matrix", 1, 1): 4, ("matrix", 1, 2): "D-2",
        ("values", 0, 1): "told it",
        ("sbi", 0, 0): "s", ("sbi", 3, 0): "meant well",
        ("upward", 0, 0): "more visits",
        ("r1", 0, 0): "2 high", ("r1", 1, 0): "won",
    })  # fmt: skip
    taken = read_sheet(desk, ANA, file)

    assert len(taken.saved) == 11
    assert stored(desk) == {
        ("goals", "goals", "rep"): [["Ten visits", "10"]],
        ("highlights", "words", "rep"): "said",
        ("highlights", "calls", "rep"): "12.5",
        ("highlights", "day", "rep"): "2026-09-30",
        ("highlights", "asked", "rep"): False,
        ("highlights", "style", "rep"): 1,
        ("competence", "matrix", "rep"): [["Discovery", "", ""], ["Forecasting", "4", "D-2"]],
        ("values", "values", "rep"): [["Honest", "told it"]],
        ("feedback", "sbi", "rep"): {
            "situation": "s", "behaviour": "", "impact": "", "intent": "meant well",
            "request": "", "evidence": "",
        },
        ("feedback", "upward", "private"): "more visits",
        ("rating", "r1", "rep"): {"level": 2, "reason": "won"},
    }  # fmt: skip


def test_what_is_typed_stays_as_typed_also_where_excel_would_read_it(desk, tmp_path):
    """Of a cell that was text all along, and of one pasted with a format of its own."""
    file = write_sheet(desk, ANA, CYCLE, "ana", tmp_path / "form.xlsx")
    assert {row[6].number_format for row in cells(file, "goals")} == {"@"}
    answer(file, {("goals", 0, 0): 0.295, ("goals", 0, 1): datetime(2026, 10, 14, 15, 30),
                  ("words", 0, 0): time(9, 5), ("goals", 1, 0): 0.3})  # fmt: skip
    book = load_workbook(file)
    for row in book["review"].iter_rows(min_row=4):
        if (row[1].value, row[3].value) == ("goals", 0):
            row[6].number_format = "0.0%"
    book.save(file)
    read_sheet(desk, ANA, file)

    assert stored(desk)["goals", "goals", "rep"] == [["29.5%", "2026-10-14 15:30"], ["0.3", ""]]
    assert stored(desk)["highlights", "words", "rep"] == "09:05"


def test_a_changed_level_alone_is_saved_and_what_has_no_cell_is_kept(desk, tmp_path):
    fill(desk)
    file = write_sheet(desk, ANA, CYCLE, "ana", tmp_path / "form.xlsx")
    answer(file, {("r1", 0, 0): 2, ("sbi", 0, 0): "another"})
    read_sheet(desk, ANA, file)

    assert stored(desk)["rating", "r1", "rep"] == {"level": 2, "reason": "missed"}
    assert stored(desk)["feedback", "sbi", "rep"] == {**FEEDBACK, "situation": "another"}


def test_a_row_put_between_belongs_to_its_table(desk, tmp_path):
    fill(desk)
    file = write_sheet(desk, ANA, CYCLE, "ana", tmp_path / "form.xlsx")
    book = load_workbook(file)
    sheet = book["review"]
    first = next(row[0].row for row in sheet.iter_rows(min_row=4) if row[1].value == "goals")
    sheet.insert_rows(first + 1)
    sheet.cell(first + 1, 7).value = "In between"
    book.save(file)
    read_sheet(desk, ANA, file)

    assert stored(desk)["goals", "goals", "rep"] == [
        ["Ten visits", "10"], ["In between", ""], ["=1+1", "2"],
    ]  # fmt: skip


def test_choices_are_lists_and_nothing_starts_a_formula(desk, tmp_path):
    fill(desk)
    file = write_sheet(desk, ANA, CYCLE, "ana", tmp_path / "form.xlsx")
    book = load_workbook(file)
    rules = {
        str(cell): rule.formula1
        for rule in book["review"].data_validations.dataValidation
        for cell in rule.sqref.ranges
    }
    offered = {}
    for item in ("asked", "style", "r1", "matrix"):
        row = cells(file, item)[0]
        place = 7 if item == "matrix" else 6
        (told,) = book["choices"][rules[row[place].coordinate].split("!")[1].replace("$", "")][0:1]
        offered[item] = told[0].value

    assert offered == {"asked": "yes", "style": "1 A, or so", "r1": "1 low", "matrix": "1"}
    assert [cell.coordinate for sheet in book for row in sheet.iter_rows() for cell in row
            if cell.data_type == "f"] == []  # fmt: skip
    assert cells(file, "words")[0][6].quotePrefix  # stays text when somebody edits it
    assert cells(file, "values")[0][5].value == "Values: Honest: says it"


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({("asked", 0, 0): "perhaps"}, "“Asked first\\?” says “perhaps”"),
        ({("style", 0, 0): "C"}, "“Style” says “C”"),
        ({("r1", 0, 0): 3}, "“Discipline” says “3”"),
        ({("matrix", 0, 1): 9}, "“Skills”: Choose a number from 1 to 5"),
        ({("day", 0, 0): "soon"}, "“Day”: “soon” is not a date"),
        ({("words", 0, 0): "=1+1"}, "holds a formula"),
    ],
)
def test_what_cannot_be_read_saves_nothing_and_says_where(desk, tmp_path, told, says):
    file = write_sheet(desk, ANA, CYCLE, "ana", tmp_path / "form.xlsx")
    answer(file, {("calls", 0, 0): 1} | told)

    with pytest.raises(SourceError, match=says):
        read_sheet(desk, ANA, file)
    assert stored(desk) == {}


def test_a_sheet_in_chinese_is_read_by_a_desk_in_english(desk, tmp_path):
    chinese = open_desk(desk.workspace, "zh")
    file = write_sheet(chinese, ANA, CYCLE, "ana", tmp_path / "form.xlsx")
    chinese.store.engine.dispose()
    answer(file, {("asked", 0, 0): "是", ("style", 0, 0): "2 =乙"})
    read_sheet(desk, ANA, file)

    assert stored(desk)["highlights", "asked", "rep"] is True
    assert stored(desk)["highlights", "style", "rep"] == 2


def test_earlier_promises_are_shown_answered_and_take_the_place_of_their_table(desk, tmp_path):
    with desk.store.writing() as connection:
        keep_promise(desk.store, connection, ANA, OLD)
    file = write_sheet(desk, ANA, CYCLE, "ana", tmp_path / "form.xlsx")
    (kept,) = promises_of(desk.store, ANA, CYCLE, "ana")
    state, reason = cells(file, kept.promise)

    assert cells(file, "kept") == []
    assert state[5].value == "Promised earlier: =Call ten · Calls · 10 · 2026-08-01"
    assert (state[6].value, reason[6].value) == ("open", None)
    assert read_sheet(desk, ANA, file).saved == ()
    answer(file, {(kept.promise, 0, 0): "dropped"})
    with pytest.raises(ParameterError, match="say why"):
        read_sheet(desk, ANA, file)
    answer(file, {(kept.promise, 1, 0): "The list was wrong"})
    assert read_sheet(desk, ANA, file).saved == ("=Call ten",)
    (kept,) = promises_of(desk.store, ANA, CYCLE, "ana")
    assert (kept.state, kept.reason) == ("dropped", "The list was wrong")

    answer(file, {(kept.promise, 0, 0): "done"})
    assert read_sheet(desk, ANA, file).conflicts == ("=Call ten",)  # written from an older answer


def test_a_manager_fills_in_the_own_side(desk, tmp_path):
    for _ in range(2):
        advance(desk.store, ANA, CYCLE, "ana")
    file = write_sheet(desk, MIA, CYCLE, "ana", tmp_path / "form.xlsx")
    answer(file, {("r1", 0, 0): "2 high", ("matrix", 0, 1): "5"})
    read_sheet(desk, MIA, file)

    assert stored(desk, MIA)["rating", "r1", "manager"] == {"level": 2, "reason": ""}
    assert stored(desk, MIA)["competence", "matrix", "manager"][0] == ["Discovery", "5", ""]
