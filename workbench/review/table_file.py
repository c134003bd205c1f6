"""Rows as a file: CSV or Excel, in which no cell is ever a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from workbench.errors import require_known

KINDS = ("csv", "xlsx")
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MARK = "'"  # what spreadsheets read as: this is text


def table_file(
    heads: Sequence[str], rows: Iterable[Sequence[object]], kind: str, title: str
) -> bytes:
    """Write rows under their heads as a file.

    Parameters
    ----------
    rows
        Cells in the order of the heads; None is an empty cell.
    kind
        `csv` (UTF-8 with a mark that spreadsheets know it by) or `xlsx`.
    title
        Of the sheet.

    Returns
    -------
    bytes
        Numbers and days are numbers and days. A text that a spreadsheet would compute is marked as
        text: in CSV by an apostrophe before it, in Excel by the cell's kind.
    """
    require_known("kind of file", [kind], KINDS)
    return _csv(heads, rows) if kind == "csv" else _excel(heads, rows, title)


def as_text(value: object) -> object:
    """Mark a text that a spreadsheet would take for a formula."""
    is_formula = isinstance(value, str) and value.lstrip(" ").startswith(_STARTS)
    return f"{_MARK}{value}" if is_formula else value


def _csv(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for row in (heads, *rows):
        writer.writerow([_plain(as_text(value)) for value in row])
    return text.getvalue().encode("utf-8-sig")


def _excel(heads: Sequence[str], rows: Iterable[Sequence[object]], title: str) -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415 (only for a file)

    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for row in (heads, *rows):
        sheet.append([_cell(sheet, value) for value in row])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _cell(sheet: Any, value: Any) -> Any:  # noqa: ANN401 (a sheet and a cell of openpyxl)
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.utils.exceptions import IllegalCharacterError  # noqa: PLC0415

    try:
        made = WriteOnlyCell(sheet, value=value)
    except IllegalCharacterError:  # control characters have no place in a cell
        value = "".join(glyph for glyph in str(value) if glyph.isprintable())
        made = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        made.data_type = "s"  # never a formula, whatever it begins with
        made.quotePrefix = True
    return made


def _plain(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value.isoformat() if isinstance(value, date) else value
