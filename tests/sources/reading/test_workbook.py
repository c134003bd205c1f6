"""Workbooks: the sheet people see, and each cell as a person would type it."""

import datetime as dt
import importlib.util
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from workbench.errors import SourceError
from workbench.sources.limits import Limits

_PLACE = Path(__file__).with_name("old_excel.py")
_spec = importlib.util.spec_from_file_location("old_excel", _PLACE)
old_excel = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(old_excel)


def _book(*rows, change=None):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if change:
        change(book)
    return _bytes(book)


def _bytes(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _formatted(*cells):
    """Write a header and one row of (value, number format)."""
    book = openpyxl.Workbook()
    book.active.append([f"n{n}" for n, _ in enumerate(cells)])
    for n, (value, code) in enumerate(cells, 1):
        book.active.cell(2, n, value).number_format = code
    return _bytes(book)


def test_cells_read_as_people_type_them(read):
    found = read(
        _book(
            ["id", "sum", "won", "on", "at", "time", "note"],
            ["D1", 500, True, dt.date(2026, 7, 1), dt.datetime(2026, 7, 1, 9, 30), 0.1, " x "],
            [7, 1000.5, False, None, None, None, None],
        ),
        name="deals.xlsx",
    )

    assert found.rows == [
        ["D1", "500", "true", "2026-07-01", "2026-07-01T09:30:00", "0.1", "x"],
        ["7", "1000.5", "false", None, None, None, None],
    ]
    assert found.numbers == [2, 3]
    assert found.decided["sheet"] == '"Sheet"'


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (123, "00000", "00123"),
        (123456789, "000-00-0000", "123-45-6789"),
        (42, '"D-"0000', "D-0042"),
        (0.35, "0%", "35%"),
        (0.125, "0.0%", "12.5%"),
        (0.07, "0%", "7%"),
        (1000.5, "[$USD] #,##0.00", "USD 1000.5"),
        (1000, '#,##0.00 "EUR"', "EUR 1000"),
        (1000, "[$€-407] #,##0.00", "€1000"),
        (1000, "#,##0.00\\ [$€-407]", "€1000"),
        (-1000, '"¥"#,##0;[Red]-"¥"#,##0', "-¥1000"),
        (1000, '#,##0"元"', "1000元"),
        (1000, '#,##0" pcs"', "1000"),
        (1500000, '0.0,,"M"', "1500000"),
        (1000.25, "#,##0", "1000.25"),
        (1, "0.00E+00", "1"),
        (12, "[h]:mm", "288:00:00"),
    ],
)
def test_a_number_keeps_what_its_format_shows(read, value, code, text):
    assert read(_formatted(("x", "General"), (value, code)), name="deals.xlsx").rows == [
        ["x", text]
    ]


def test_errors_and_formulas_never_computed_keep_a_text(read):
    def change(book):
        book.active["B2"] = "#REF!"
        book.active["B2"].data_type = "e"
        book.active["B3"] = "=A2*2"

    found = read(_book(["id", "sum"], ["D1", 1], ["D2", 2], change=change), name="deals.xlsx")

    assert found.rows == [["D1", "#REF!"], ["D2", "#NOT_CALCULATED!"]]


def test_a_hidden_first_sheet_is_not_read(read):
    def change(book):
        book.active.sheet_state = "hidden"
        book.create_sheet("Cache").sheet_state = "veryHidden"
        book.create_sheet("Deals").append(["name"])
        book["Deals"].append(["Ana"])

    content = _book(["id"], ["OLD"], change=change)

    assert read(content, name="deals.xlsx").rows == [["Ana"]]
    assert read(content, name="deals.xlsx", sheet="Sheet").rows == [["OLD"]]


def test_the_first_of_several_sheets_is_read_and_the_others_named(read):
    def change(book):
        book.create_sheet("Empty")
        book.create_sheet("More").append(["id"])

    found = read(_book(["id"], ["D1"], change=change), name="deals.xlsx")

    assert found.rows == [["D1"]]
    assert "'More'" in found.notes
    assert "Empty" not in found.notes


def test_a_sheet_that_is_not_there_offers_the_nearest(read):
    with pytest.raises(SourceError, match=r"no sheet 'Shet'\. Did you mean 'Sheet'"):
        read(_book(["id"], ["D1"]), name="deals.xlsx", sheet="Shet")


def test_rows_are_the_rows_of_the_sheet(read):
    def change(book):
        book.active.insert_rows(1, 3)
        book.active["A1"] = "Deals of the quarter"
        book.active.merge_cells("A1:C1")

    rows = [["id", "name", "sum"], ["D1", "Ana", 1], [], ["D2", "Bo", 2]]
    found = read(_book(*rows, change=change), name="deals.xlsx")

    assert found.names == ["id", "name", "sum"]
    assert found.numbers == [5, 7]


def test_merged_cells_of_a_header_name_its_groups(read):
    def change(book):
        book.active.merge_cells("A1:B1")

    rows = [["Amount", None, "Owner"], ["EUR", "USD", "Name"], [1, 2, "Ana"], [3, 4, "Bo"]]
    found = read(_book(*rows, change=change), name="deals.xlsx")

    assert found.names == ["Amount · EUR", "Amount · USD", "Owner · Name"]


def test_merged_cells_repeat_their_value_only_when_told(read):
    def change(book):
        book.active.merge_cells("A2:A3")

    content = _book(["team", "name"], ["East", "Ana"], [None, "Bo"], change=change)

    assert [row[0] for row in read(content, name="deals.xlsx").rows] == ["East", None]
    told = read(content, name="deals.xlsx", fill_merged=True)
    assert [row[0] for row in told.rows] == ["East", "East"]


def test_a_value_far_away_is_named_before_it_fills_the_memory(read):
    def change(book):
        book.active["XFD1048576"] = "x"

    with pytest.raises(SourceError, match="row 1,048,576"):
        read(_book(["id"], ["D1"], change=change), name="deals.xlsx")


def test_a_workbook_that_unpacks_too_large_is_refused(read):
    with pytest.raises(SourceError, match=r"\[limits\] unpacked = "):
        read(_book(["id"], ["D1"]), name="deals.xlsx", limits=Limits(unpacked=1000))


def test_half_a_workbook_is_one_sentence(read):
    content = _book(["id"], ["D1"])

    with pytest.raises(SourceError, match=r"deals\.xlsx is damaged"):
        read(content[: len(content) // 2], name="deals.xlsx")


def test_a_zip_without_workbook_is_one_sentence(read):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("deals.csv", "id\nD1\n")

    with pytest.raises(SourceError, match="zip archive without a workbook"):
        read(out.getvalue(), name="deals.xlsx")


def test_a_locked_workbook_is_one_sentence(read):
    with pytest.raises(SourceError, match="locked with a password"):
        read(old_excel.compound("EncryptedPackage", bytes(5000)), name="deals.xlsx")


def test_an_old_workbook_reads_alike(read):
    content = old_excel.old_workbook(
        "Deals",
        [
            [("id", ""), ("share", ""), ("sum", ""), ("on", "")],
            [(123.0, "00000"), (0.35, "0%"), (1000.5, "[$USD] #,##0.00"), (46204.0, "yyyy-mm-dd")],
            [("D2", ""), ("#REF!", ""), (7.0, ""), (46204.5, "yyyy-mm-dd hh:mm")],
        ],
    )

    assert read(content, name="deals.xls").rows == [
        ["00123", "35%", "USD 1000.5", "2026-07-01"],
        ["D2", "#REF!", "7", "2026-07-01T12:00:00"],
    ]


def test_what_is_a_workbook_is_known_by_its_bytes(read):
    assert read(_book(["id"], ["D1"]), name="deals.csv").rows == [["D1"]]
    assert read("id\tname\nD1\tAna\n", name="deals.xls").rows == [["D1", "Ana"]]
    assert read("id\tname\nD1\t安娜\n".encode("utf-16"), name="d.xls").rows == [["D1", "安娜"]]


ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
    '<office:spreadsheet><table:table table:name="Deals">{rows}</table:table>'
    "</office:spreadsheet></office:body></office:document-content>"
)
CELL = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'


def test_a_sheet_whose_formats_cannot_be_read_says_so(read):
    rows = "".join(
        f"<table:table-row>{''.join(CELL.format(cell) for cell in row)}</table:table-row>"
        for row in (["id", "name"], ["D1", "Ana"])
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", ODS.format(rows=rows))

    found = read(out.getvalue(), name="deals.ods")

    assert found.rows == [["D1", "Ana"]]
    assert "00123 is read as 123" in found.notes
