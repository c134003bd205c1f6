"""Columns a person chose: they stand before what names and content propose."""

from collections.abc import Iterable, Mapping
from typing import Any

from workbench.errors import require_known
from workbench.proposal.draft import Draft, Source
from workbench.proposal.proposal import Line, Place

NOT_USED = ""  # told of a column: nothing gives it
_PARTS = ("columns", "values", "units", "dates", "currencies")  # of a table: what a column rests on
_DEPTH = 4  # tables.deals.columns.amount


def tell_columns(drafts: Mapping[str, Draft], answers: Mapping[Place, Any]) -> None:
    """Put the chosen headers into the tables, before outcome and people are settled by them.

    Raises
    ------
    UnknownNameError
        When the file has no such column.
    """
    for path, header in answers.items():
        draft = drafts.get(path[1]) if _is_column(path) else None
        if draft is None or header == NOT_USED:
            continue
        column = path[-1]
        require_known("column in {}", [header], draft.headers, of=draft.export.file)
        if header != column:
            draft.derived.pop(column, None)  # nothing has to be made of others any more
        draft.columns[column] = Source(header, "told")
        if not draft.sql:
            draft.offered[column] = [header]


def without_unused(lines: Iterable[Line], answers: Mapping[Place, Any]) -> list[Line]:
    """Leave out the columns told to be of no use, and what was read of them."""
    unused = {(path[1], path[-1]) for path, told in answers.items() if _is_dropped(path, told)}
    return [
        line
        for line in lines
        if len(line.path) < _DEPTH
        or line.path[2] not in _PARTS
        or (line.path[1], line.path[3]) not in unused
    ]


def _is_dropped(path: Place, told: object) -> bool:
    return _is_column(path) and told == NOT_USED


def _is_column(path: Place) -> bool:
    return len(path) == _DEPTH and path[0] == "tables" and path[2] == "columns"
