"""Rows as CSV and as Excel, the way systems write them."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Rows = Iterable[Sequence[object]]


def write_csv(path: Path, rows: Rows, encoding: str, *, end: str = "\n", footer: str = "") -> None:
    """Write every cell in quotes; lines below the rows stand as they are."""
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator=end).writerows(rows)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes((text.getvalue() + footer).encode(encoding))


def write_excel(path: Path, rows: Rows, sheet: str, money: str = "#,##0.00") -> None:
    """Write a static worksheet of Dynamics: three hidden columns, and a sheet nobody sees."""
    book = Workbook()
    page = book.active
    page.title = sheet
    for row in rows:
        page.append([None if cell == "" else cell for cell in row])
    _form(page, money)
    for letter in "ABC":
        page.column_dimensions[letter].hidden = True
    hidden = book.create_sheet("hiddenSheet")
    hidden.append([f"{sheet}:x1", "0", "1", "2"])
    hidden.sheet_state = "veryHidden"
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)


def _form(page: Worksheet, money: str) -> None:
    for cell in (cell for row in page.iter_rows(min_row=2) for cell in row):
        if isinstance(cell.value, datetime):
            cell.number_format = "m/d/yyyy h:mm AM/PM"
        elif isinstance(cell.value, date):
            cell.number_format = "m/d/yyyy"
        elif isinstance(cell.value, float):
            cell.number_format = money
