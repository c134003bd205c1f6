"""The Excel file of a form: cells that start nothing, choices as lists, what comes back."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font, Protection
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.datavalidation import DataValidation

from workbench.errors import SourceError
from workbench.i18n import error
from workbench.review.cycle.sheet_lines import Choices, Found, Line

Key = tuple[str, str, str]  # section, item and side
HEAD = ("section", "item", "side", "line", "version")  # what the way back needs; not to be edited
_FIRST = 4  # row of the first answer
_ASKED = len(HEAD) + 1  # column of what is asked
_TEXT = "@"  # what is typed stays as typed: 30% is no 0.3, and 3-5 no third of May
_STARTS = ("=", "+", "-", "@", "\t")  # what Excel would compute once somebody edits the cell


@dataclass
class Book:
    """A sheet that is being written."""

    top: Sequence[Sequence[str]]  # the rows above the answers
    book: Any = field(default_factory=Workbook)
    lists: dict[Choices, str] = field(default_factory=dict)  # the range each list stands in

    def __post_init__(self) -> None:
        self.sheet: Any = self.book.active
        self.sheet.title = "review"
        self.choices: Any = self.book.create_sheet("choices")
        self.choices.sheet_state = "hidden"
        for number, row in enumerate(self.top, start=1):
            for column, told in enumerate(row, start=1):
                _put(self.sheet, number, column, told)
        self.next = _FIRST

    def add(self, key: Key, version: int, lines: Iterable[Line]) -> None:
        """Write an item below what stands there."""
        for n, line in enumerate(lines):
            for column, told in enumerate([*key, n, version, line.told], start=1):
                _put(self.sheet, self.next, column, told)
            for place, told in enumerate(line.cells):
                cell = _put(self.sheet, self.next, _ASKED + 1 + place, told)
                cell.protection = Protection(locked=False)
                cell.number_format = _TEXT
                if line.choices[place]:
                    self._offer(cell, line.choices[place])
            self.next += 1

    def _offer(self, cell: Any, choices: Choices) -> None:  # noqa: ANN401 (a cell)
        if choices not in self.lists:
            column = len(self.lists) + 1
            for row, told in enumerate(choices, start=1):
                _put(self.choices, row, column, told)
            letter = get_column_letter(column)
            self.lists[choices] = f"choices!${letter}$1:${letter}${len(choices)}"
        rule = DataValidation(type="list", formula1=self.lists[choices], allow_blank=True)
        self.sheet.add_data_validation(rule)
        rule.add(cell)

    def written(self) -> bytes:
        """Give the file, dressed: what only the way back needs is hidden, words have room."""
        sheet = self.sheet
        for column in range(1, sheet.max_column + 1):
            shown = sheet.column_dimensions[get_column_letter(column)]
            shown.hidden, shown.width = column <= len(HEAD), 48 if column == _ASKED else 34
        for row in sheet.iter_rows(min_row=_FIRST):
            for cell in row:
                cell.alignment = Alignment(wrap_text=True, vertical="top")
        for cell in sheet[_FIRST - 1]:
            cell.font = Font(bold=True)
        sheet.freeze_panes = f"A{_FIRST}"
        told = io.BytesIO()
        self.book.save(told)
        return told.getvalue()


def opened(file: Path) -> Any:  # noqa: ANN401 (a sheet of openpyxl)
    """Open the sheet of a form; SourceError for a file that is none."""
    try:
        return load_workbook(file)["review"]
    except (OSError, KeyError, ValueError, BadZipFile, InvalidFileException) as reason:
        raise error(SourceError, "refusal-sheet-none", file=file.name, why=str(reason)) from reason


def found_in(
    sheet: Any,  # noqa: ANN401 (a sheet of openpyxl)
    file: Path,
) -> dict[Key, tuple[int, list[Found]]]:
    """Read what stands in a sheet: the version each item was written from, and its lines.

    A line somebody put between belongs to the item above it.
    """
    found: dict[Key, tuple[int, list[Found]]] = {}
    key: Key | None = None
    for number, row in enumerate(sheet.iter_rows(min_row=_FIRST), start=_FIRST):
        cells = [cell.value for cell in row]
        answers = [_typed(cell) for cell in row[_ASKED:]]
        is_ours = any(cells[:3])
        if not is_ours and (key is None or not any(told is not None for told in answers)):
            continue
        for cell in row[_ASKED:]:
            if cell.data_type in ("f", "e"):
                raise error(
                    SourceError, "refusal-sheet-formula", file=file.name, cell=cell.coordinate
                )
        if is_ours:
            key = str(cells[0]), str(cells[1]), str(cells[2])
        assert key is not None
        line = int(cells[3] or 0) if is_ours else None
        _version, lines = found.setdefault(key, (int(cells[4] or 0), []))
        lines.append(Found(number, line, answers or [None]))
    return found


def _typed(cell: Any) -> object:  # noqa: ANN401 (a cell)
    """Give what somebody typed: a share in per cent where the cell shows it so."""
    is_figure = isinstance(cell.value, int | float) and not isinstance(cell.value, bool)
    if not is_figure or "%" not in cell.number_format:
        return cell.value
    return f"{(Decimal(str(cell.value)) * 100).normalize():f}%"


def _put(sheet: Any, row: int, column: int, told: object) -> Any:  # noqa: ANN401 (a cell)
    """Write a cell; text stays text, also once somebody edits it."""
    cell = sheet.cell(row, column)
    cell.value = told
    if isinstance(told, str):
        cell.data_type = "s"
        cell.quotePrefix = told.startswith(_STARTS)
    return cell
