"""The deals of a cut as a file: CSV or Excel, in which no cell is ever a formula."""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from workbench.errors import require_known

COLUMNS = (
    "deal_id", "name", "account", "rep_id", "rep", "stage", "state",
    "created_on", "close_on", "days", "share", "amount",
)  # fmt: skip
KINDS = ("csv", "xlsx")
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MARK = "'"  # what spreadsheets read as: this is text


def deal_file(rows: Sequence[Mapping[str, Any]], kind: str) -> bytes:
    """Write deals as a file.

    Parameters
    ----------
    rows
        One per deal and rep credited; the columns are those of `COLUMNS`.
    kind
        `csv` (UTF-8 with a mark that spreadsheets know it by) or `xlsx`.

    Returns
    -------
    bytes
        Numbers and days are numbers and days. A text that a spreadsheet would compute is marked as
        text: in CSV by an apostrophe before it, in Excel by the cell's kind.
    """
    require_known("kind of file", [kind], KINDS)
    return _csv(rows) if kind == "csv" else _excel(rows)


def as_text(value: object) -> object:
    """Mark a text that a spreadsheet would take for a formula."""
    is_formula = isinstance(value, str) and value.lstrip(" ").startswith(_STARTS)
    return f"{_MARK}{value}" if is_formula else value


def _csv(rows: Sequence[Mapping[str, Any]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([_plain(as_text(row.get(name))) for name in COLUMNS])
    return text.getvalue().encode("utf-8-sig")


def _excel(rows: Sequence[Mapping[str, Any]]) -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415 (only for a file)
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.utils.exceptions import IllegalCharacterError  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet = book.create_sheet("deals")
    sheet.freeze_panes = "A2"
    sheet.append(list(COLUMNS))

    def cell(value: Any) -> Any:  # noqa: ANN401 (what a cell holds, and a cell)
        try:
            made = WriteOnlyCell(sheet, value=value)
        except IllegalCharacterError:  # control characters have no place in a cell
            value = "".join(glyph for glyph in str(value) if glyph.isprintable())
            made = WriteOnlyCell(sheet, value=value)
        if isinstance(value, str):
            made.data_type = "s"  # never a formula, whatever it begins with
            made.quotePrefix = True
        return made

    for row in rows:
        sheet.append([cell(row.get(name)) for name in COLUMNS])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _plain(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value.isoformat() if isinstance(value, date) else value
