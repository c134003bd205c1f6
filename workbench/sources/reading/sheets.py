"""The sheets of a workbook that people see."""

from pathlib import Path

import python_calamine as calamine

from workbench.sources.limits import Limits
from workbench.sources.reading.container import kind_of

_BOOKS = ("xlsx", "xlsb", "xls", "ods")


def sheets_of(path: Path) -> tuple[str, ...]:
    """List the names of the visible sheets, in their order; () for what is no workbook.

    A workbook that cannot be opened has none here: reading it says why.
    """
    try:
        if kind_of(path, Limits().unpacked) not in _BOOKS:
            return ()
        book = calamine.CalamineWorkbook.from_path(str(path))
    except Exception:
        return ()
    return tuple(
        page.name
        for page in book.sheets_metadata
        if page.typ == calamine.SheetTypeEnum.WorkSheet
        and page.visible == calamine.SheetVisibleEnum.Visible
    )
