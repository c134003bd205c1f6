"""A workbook of tables: numbers and days are real, and no text computes."""

import io
import zipfile
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest

from workbench.page.cells import Code, Strong, Track
from workbench.page.number import Number
from workbench.page.parts import Note
from workbench.page.section import Section
from workbench.page.sheet import section_sheet
from workbench.page.table import Table, figures, words
from workbench.publish.workbook import workbook

MADE = date(2026, 9, 30)
STARTS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "{=1}", "https://x.example", "mailto:a@b.example"]
FIGURES = Table(
    [words("指标"), words("键"), figures("数值"), figures("n")],
    [
        ["赢单率", Code("win_rate"), Number(Decimal("0.3571"), "share"), Number(14, "count")],
        ["赢单额", Code("won_revenue"), Number(Decimal("1684110.5"), "money", "CNY"), None],
        ["周期", Code("ab1"), Number(Decimal("7.5"), "days"), Number(0, "count")],
        ["无", Code("csat"), Number(None, "share"), Number(None, "count")],
        [Strong("目标"), "", Track(Decimal("1.2")), Number(Decimal("3.95"), "ratio")],
    ],
    title="指标/数值",
)


def opened(*blocks, lang="zh"):
    content = workbook(section_sheet(Section("scorecard", lang, "记分卡", blocks)), MADE)
    return content, openpyxl.load_workbook(io.BytesIO(content))


def values(sheet):
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_numbers_are_numbers_and_what_is_absent_is_empty():
    _, book = opened(FIGURES, Note("nothing of this"))
    sheet = book["指标 数值"]

    assert values(sheet) == [
        ["指标", "键", "数值", "n"],
        ["赢单率", "win_rate", 0.3571, 14],
        ["赢单额", "won_revenue", 1684110.5, None],
        ["周期", "ab1", 7.5, 0],
        ["无", "csat", None, None],
        ["目标", None, 1.2, 3.95],
    ]
    assert [sheet.column_dimensions[name].hidden for name in "ABC"] == [False, True, False]
    shapes = [sheet.cell(row, 3).number_format for row in (2, 3, 4)]
    assert shapes == ["0.0%", '#,##0.00 "CNY"', '#,##0.0 "天"']


def test_a_figure_has_a_name_where_it_has_a_value_and_the_name_is_no_cell():
    names = opened(FIGURES)[1].defined_names

    assert {name: each.attr_text for name, each in names.items()} == {
        "win_rate": "'指标 数值'!$C$2", "won_revenue": "'指标 数值'!$C$3",
    }  # fmt: skip


def test_heads_stay_in_sight_and_rows_can_be_filtered():
    sheet = opened(FIGURES)[1].worksheets[0]

    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:D6")


def test_days_are_days():
    sheet = opened(Table([words("结单")], [[date(2026, 9, 1)]], title="商机"))[1].worksheets[0]

    assert sheet["A2"].value == datetime(2026, 9, 1)
    assert sheet["A2"].number_format == "yyyy-mm-dd"


@pytest.mark.parametrize("text", STARTS)
def test_no_text_starts_a_formula_or_becomes_a_link(text):
    content, book = opened(Table([words(text)], [[text], [Code(text)]], title="商机"))
    sheet = book.worksheets[0]

    assert {sheet[place].data_type for place in ("A1", "A2", "A3")} == {"s"}
    assert sheet["A2"].value.strip() == text.strip()
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        held = b"".join(parts.read(name) for name in parts.namelist())
    assert b"<f>" not in held
    assert b"<hyperlink" not in held


def test_what_no_workbook_may_hold_is_left_out():
    book = opened(Table([words("a")], [["x\x00\x07y"], ["长" * 40000]], title="商机"))[1]

    assert values(book.worksheets[0])[1] == ["xy"]
    assert len(values(book.worksheets[0])[2][0]) == 32767


def test_equal_tables_are_equal_bytes_without_a_time_of_making():
    first, again = opened(FIGURES)[0], opened(FIGURES)[0]

    assert first == again
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert {each.date_time for each in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2026-09-30T00:00:00Z" in parts.read("docProps/core.xml")
