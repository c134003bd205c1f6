"""The workbook within a chart, which PowerPoint opens to change its figures."""

import io
from datetime import datetime
from typing import Any

from workbench.charts.printable import printable
from workbench.publish.extra import library

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}
_MADE = datetime(2000, 1, 1)


def chart_workbook(plot: dict[str, Any]) -> bytes:
    """Write a chart's figures where the chart looks for them; no text of it computes."""
    out = io.BytesIO()
    book = library("xlsxwriter").Workbook(out, OPTIONS)
    book.set_properties({"created": _MADE})
    sheet = book.add_worksheet("Sheet1")
    (_lines if plot["kind"] == "lines" else _bars)(sheet, plot)
    book.close()
    return out.getvalue()


def _bars(sheet: Any, plot: dict[str, Any]) -> None:
    """Write categories down the first column, and a column for each series."""
    for row, name in enumerate(plot["categories"], 1):
        sheet.write_string(row, 0, printable(name))
    for column, series in enumerate(plot["series"], 1):
        sheet.write_string(0, column, series["name"])
        for row, value in enumerate(series["values"], 1):
            if value is not None:
                sheet.write_number(row, column, value)


def _lines(sheet: Any, plot: dict[str, Any]) -> None:
    """Write the lines under each other, days and amounts beside each other."""
    row = 0
    for series in plot["series"]:
        sheet.write_string(row, 1, series["name"])
        for x, y in zip(series["across"], series["values"], strict=True):
            row += 1
            sheet.write_number(row, 0, x)
            sheet.write_number(row, 1, y)
        row += 2
