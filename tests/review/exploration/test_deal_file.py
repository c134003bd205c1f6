"""A file of deals computes nothing when a spreadsheet opens it."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from workbench.review.exploration.deal_file import COLUMNS, as_text, deal_file

PLANTED = [
    "=HYPERLINK(\"http://x\",\"y\")", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1",
    "=cmd|' /C calc'!A0", "\n=1",
]  # fmt: skip


def rows(name):
    told = {
        "deal_id": "D1", "name": name, "account": name, "days": 7, "amount": Decimal("-12.50"),
        "close_on": date(2026, 9, 30),
    }  # fmt: skip
    return [{column: told.get(column) for column in COLUMNS}]


def csv_cells(content):
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("name", PLANTED)
def test_in_csv_a_planted_formula_stands_behind_an_apostrophe(name):
    (found,) = csv_cells(deal_file(rows(name), "csv"))

    assert found["name"] == f"'{name}"
    assert found["account"] == f"'{name}"


@pytest.mark.parametrize("name", PLANTED)
def test_in_excel_a_planted_formula_is_a_text(name):
    book = load_workbook(io.BytesIO(deal_file(rows(name), "xlsx")))
    cell = book["deals"]["B2"]

    assert cell.data_type in ("s", "inlineStr")
    assert cell.quotePrefix
    assert str(cell.value).strip() == name.strip()


def test_numbers_and_days_stay_what_they_are():
    (found,) = csv_cells(deal_file(rows("x"), "csv"))
    sheet = load_workbook(io.BytesIO(deal_file(rows("x"), "xlsx")))["deals"]
    held = dict(zip(COLUMNS, [cell.value for cell in sheet[2]], strict=True))

    assert (found["amount"], found["days"], found["close_on"]) == ("-12.5", "7", "2026-09-30")
    assert (held["amount"], held["days"]) == (-12.5, 7)
    assert held["close_on"].date() == date(2026, 9, 30)


def test_what_is_unknown_is_empty_and_not_0():
    (found,) = csv_cells(deal_file([dict.fromkeys(COLUMNS)], "csv"))

    assert set(found.values()) == {""}


def test_control_characters_break_no_file():
    assert deal_file(rows("a\x00b\x0b"), "xlsx")
    assert as_text("plain - text") == "plain - text"
