"""A section's tables as the source of a workbook: JSON, numbers exact, in the company's words."""

import json
from datetime import date
from typing import Any

from workbench.i18n import Lang, message
from workbench.page.cells import Cell, Code, Track
from workbench.page.number import Number
from workbench.page.section import Section
from workbench.page.table import Table
from workbench.page.text_cells import cell_text

_SPOKEN = {"days": "review-days", "hours": "review-hours"}  # units a reader is told in words


def section_sheet(section: Section) -> str:
    """Write the tables of a section, in their order; nothing else of it stands in a workbook."""
    tables = [each for each in section.blocks if isinstance(each, Table)]
    told = {
        "title": section.finding,
        "lang": section.lang,
        "tables": [_table(each, section.lang) for each in tables],
    }
    return json.dumps(told, ensure_ascii=False)


def _table(table: Table, lang: Lang) -> dict[str, Any]:
    return {
        "title": table.title,
        "columns": [[column.label, column.is_figure] for column in table.columns],
        "rows": [[_cell(cell, lang) for cell in row] for row in table.rows],
        "has_total": table.has_total,
    }


def _cell(cell: Cell, lang: Lang) -> dict[str, Any]:
    """Write a cell: one of `text`, `key`, `day`, or `number` with its unit; absent is empty."""
    if cell is None:
        return {}
    if isinstance(cell, Track):
        cell = Number(cell.reached, "share")
    if isinstance(cell, Number):
        return _number(cell, lang)
    if isinstance(cell, date):
        return {"day": cell.isoformat()}
    return {"key": cell.text} if isinstance(cell, Code) else {"text": cell_text(cell, lang)}


def _number(number: Number, lang: Lang) -> dict[str, Any]:
    if number.value is None:
        return {}
    is_spoken = number.unit in _SPOKEN
    behind = message(_SPOKEN[number.unit], lang, n="").strip() if is_spoken else number.currency
    told = {"number": str(number.value), "unit": number.unit}
    return {**told, "behind": "".join(mark for mark in behind if mark.isalpha())}
