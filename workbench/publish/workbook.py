"""Tables as an Excel workbook: real numbers and days, nothing that computes, the same bytes.

No text starts a formula or becomes a link: each is written as a string, whatever it begins with.
"""

import io
import json
import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from typing import Any

from workbench.charts.printable import printable
from workbench.page.text_cells import width_of
from workbench.publish.extra import library

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}
_FORMATS = {  # of a unit, as Excel writes them
    "money": "#,##0.00", "money_per_day": "#,##0.00", "share": "0.0%", "ratio": '0.00"×"',
    "points": "+#,##0.0;-#,##0.0;0", "index": "0.00", "number": "#,##0.####", "days": "#,##0.0",
    "hours": "#,##0.0", "count": "#,##0.##",
}  # fmt: skip
_WHOLE = "#,##0"
_DAY = "yyyy-mm-dd"
_LEAST, _MOST = 8, 60  # characters a column is wide
_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME, _LONGEST_TEXT = 31, 32767  # characters Excel takes
_NAME, _PLACE = re.compile("[a-z][a-z_]{2,}[a-z0-9_]*"), re.compile(r"[a-z]{1,3}\d+")
Json = dict[str, Any]
Look = Callable[[str], Any]


def workbook(source: str, made: date, foot: str = "") -> bytes:
    """Write tables as a workbook, a sheet each.

    Parameters
    ----------
    source
        As the renderer of XLSX writes a section.
    made
        What the file says of its time: the day of the data.
    foot
        A line under each printed sheet, told in the properties too.

    Returns
    -------
    bytes
        An .xlsx without formulas, macros or links. Absent values are empty cells, not 0. Each
        figure that has a key is a name of the workbook.
    """
    told, out = json.loads(source), io.BytesIO()
    book = library("xlsxwriter").Workbook(out, _OPTIONS)
    about = {"title": told["title"], "comments": foot} if foot else {"title": told["title"]}
    book.set_properties({**about, "created": datetime.combine(made, time())})
    look = cache(lambda shape: book.add_format({**_look(shape), "valign": "top"}))
    names = _names(told["tables"])
    for name, table in zip(names, told["tables"], strict=True):
        sheet = book.add_worksheet(name)
        _heads(sheet, table, look("head"))
        _rows(sheet, table["rows"], look)
        _set_up(sheet, table)
        if foot:
            sheet.set_footer("&L" + foot.replace("&", "&&"))
    for key, place in _named(names, told["tables"]).items():
        book.define_name(key, f"={place}")
    book.close()
    return out.getvalue()


def _names(tables: Sequence[Json]) -> list[str]:
    """Name the sheets: as short as Excel wants them, no two alike in any case."""
    names: list[str] = []
    taken = {"", "history"}  # Excel keeps the second for itself
    for number, table in enumerate(tables, 1):
        name = _SHEET_NAME.sub(" ", _plain(table["title"])).strip(" '")[:_LONGEST_NAME].strip(" '")
        if name.lower() in taken:
            behind = f" {number}"
            name = name[: _LONGEST_NAME - len(behind)] + behind
        taken.add(name.lower())
        names.append(name)
    return names


def _look(shape: str) -> dict[str, Any]:
    if shape == "head":
        return {"bold": True, "bottom": 1, "text_wrap": True}
    return {"num_format": shape} if shape else {"text_wrap": True}


def _heads(sheet: Any, table: Json, look: Any) -> None:  # noqa: ANN401 (xlsxwriter has no types)
    for column, (label, _is_figure) in enumerate(table["columns"]):
        cells = [row[column] for row in table["rows"]]
        sheet.write_string(0, column, _plain(label), look)
        hidden = {"hidden": True} if _are_keys(cells) else {}
        sheet.set_column(column, column, _wide(label, cells), None, hidden)


def _are_keys(cells: Sequence[Json]) -> bool:
    """Whether a column holds what formulas name figures by, which nobody reads."""
    return any("key" in each for each in cells) and not any(each.get("text") for each in cells)


def _rows(sheet: Any, rows: Sequence[Sequence[Json]], look: Look) -> None:  # noqa: ANN401
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            _write(sheet, (number, column), cell, look)


def _set_up(sheet: Any, table: Json) -> None:  # noqa: ANN401
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(table["rows"]), len(table["columns"]) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write(sheet: Any, place: tuple[int, int], cell: Json, look: Look) -> None:  # noqa: ANN401
    if "number" in cell:
        value = Decimal(cell["number"])
        sheet.write_number(*place, float(value), look(_shape(value, cell)))
    elif "day" in cell:
        day = datetime.combine(date.fromisoformat(cell["day"]), time())
        sheet.write_datetime(*place, day, look(_DAY))
    elif text := _plain(str(cell.get("text", cell.get("key", "")))):
        sheet.write_string(*place, text, look(""))


def _shape(value: Decimal, cell: Json) -> str:
    """Give the format of a number as Excel has them, its unit behind it."""
    is_whole = cell["unit"] in ("count", "number") and value == value.to_integral_value()
    shape = _WHOLE if is_whole else _FORMATS[cell["unit"]]
    return f'{shape} "{cell["behind"]}"' if cell["behind"] else shape


def _named(names: Sequence[str], tables: Sequence[Json]) -> dict[str, str]:
    """Give where the first number of each row with a key stands, by key: `win_rate`."""
    cell_of = library("xlsxwriter.utility").xl_rowcol_to_cell
    found: dict[str, str] = {}
    for name, table in zip(names, tables, strict=True):
        sheet = name.replace("'", "''")
        for number, row in enumerate(table["rows"], 1):
            key = next((cell["key"] for cell in row if "key" in cell), "")
            column = next((n for n, cell in enumerate(row) if "number" in cell), None)
            if column is not None and _NAME.fullmatch(key) and not _PLACE.fullmatch(key):
                place = cell_of(number, column, row_abs=True, col_abs=True)
                found.setdefault(key, f"'{sheet}'!{place}")
    return found


def _wide(label: str, cells: Sequence[Json]) -> int:
    told = (width_of(str(next(iter(cell.values()), ""))) for cell in cells)
    return min(max(width_of(label) + 4, _LEAST, *told), _MOST)


def _plain(text: str) -> str:
    return printable(text)[:_LONGEST_TEXT]
