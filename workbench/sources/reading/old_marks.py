"""What a sheet of .xls says beside its values: number formats and errors."""

import io
from pathlib import Path

import xlrd

from workbench.sources.reading.formats import format_of
from workbench.sources.reading.marks import Marks


def old_marks_of(path: Path, sheet: str) -> Marks:
    """Read what python-calamine leaves out of a sheet of .xls."""
    book = xlrd.open_workbook(path, logfile=io.StringIO(), formatting_info=True, on_demand=True)
    page = book.sheet_by_name(sheet)
    marks = Marks()
    for row in range(page.nrows):
        for column, kind in enumerate(page.row_types(row)):
            if kind == xlrd.XL_CELL_ERROR:
                value = page.cell_value(row, column)
                marks.texts[row, column] = xlrd.error_text_from_code.get(value, "#ERROR!")
            elif kind == xlrd.XL_CELL_NUMBER:
                code = _code(book, page.cell_xf_index(row, column))
                if format_of(code).kind:
                    marks.codes[row, column] = code
    return marks


def _code(book: xlrd.Book, style: int) -> str:
    return str(book.format_map[book.xf_list[style].format_key].format_str)
