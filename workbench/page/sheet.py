"""A section's tables as the source of a workbook: JSON, numbers exact, in the company's words."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from workbench.i18n import Lang, message
from workbench.page.cells import Cell, Code, Track
from workbench.page.number import Number
from workbench.page.parts import Block, Exhibit, Fold, Grid, Group
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


def tables_of(sections: Iterable[Section], title: str) -> Section:
    """Gather all tables of sections, folded ones too, for a workbook of a whole page.

    A table without a title has that of its exhibit, or of its section.
    """
    found = list(sections)
    tables = [table for each in found for table in _within(each.blocks, each.name)]
    return Section("tables", found[0].lang, title, tables)


def _within(blocks: Iterable[Block], name: str) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block if block.title else replace(block, title=name)
        elif isinstance(block, Exhibit):
            yield from _within((block.figures, *block.details), block.title)
        elif isinstance(block, Fold):
            yield from _within(block.blocks, block.summary)
        elif isinstance(block, Group | Grid):
            yield from _within(block.blocks, name)


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
