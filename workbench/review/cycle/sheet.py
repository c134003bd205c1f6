"""A form as an Excel sheet and back, for a desk without Jupyter; the template checks both ways.

Each item has a row: section, item, what is asked, what to write, and for tables one row per line.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, Protection
from openpyxl.utils.exceptions import InvalidFileException

from workbench.errors import ConflictError, ParameterError, SourceError
from workbench.i18n import LANGS, Lang, message
from workbench.private import write_private_bytes
from workbench.review.cycle.checking import fault, is_blank
from workbench.review.cycle.desk import Desk
from workbench.review.kept import drawn
from workbench.review.template import Item
from workbench.store import Actor
from workbench.store.cycles import read_subject
from workbench.store.entries import Entry, Place, read_entries, save_entry
from workbench.store.rules import Side, may_write

_PARTS: dict[str, tuple[str, ...]] = {
    "rating": ("level", "reason"),
    "feedback": ("situation", "behaviour", "impact", "request", "evidence"),
}
_HEAD = ("section", "item", "side", "line", "version")  # what the way back needs; not to be edited
_FIRST = 4  # row of the first answer
_LONGEST = 32_767  # characters of a cell
_ROOM = 3  # empty lines a table offers at least


@dataclass(frozen=True)
class Taken:
    """What came of a filled sheet."""

    saved: tuple[str, ...]
    conflicts: tuple[str, ...]  # changed in the store since the sheet was written; left as there


def write_sheet(desk: Desk, actor: Actor, cycle: str, rep_id: str, to: Path) -> Path:
    """Write what an actor may fill in now, with what stands there, to an Excel file.

    Raises
    ------
    ParameterError
        When the actor may write nothing at this stage, or the file is there already.
    RefusedError
        When the actor has no part in the review.
    """
    asked = list(_asked(desk, actor, cycle, rep_id))
    if not asked:
        raise ParameterError(f"{actor.person_id} has nothing to write for {rep_id} at this stage.")
    if to.exists():
        raise ParameterError(f"{to} is there already; name a new file.")
    book = Workbook()
    sheet: Any = book.active
    sheet.title = "review"
    sheet.append([cycle, rep_id])
    sheet.append([message("sheet-lede", desk.lang)])
    sheet.append([*_HEAD, *(message(f"sheet-{name}", desk.lang) for name in ("asked", "answer"))])
    for section, item, side, entry in asked:
        _refuse_what_does_not_fit(section, item, entry)
        _append(sheet, section, item, side, entry, desk.lang)
    _dress(sheet)
    written = io.BytesIO()
    book.save(written)
    write_private_bytes(to, written.getvalue())
    return to


def read_sheet(desk: Desk, actor: Actor, file: Path) -> Taken:
    """Save what was filled in.

    Nothing is saved when anything cannot be read; an item somebody changed in the store since the
    sheet was written is left as it is there, and named.

    Raises
    ------
    SourceError
        When the file is no such sheet, or a cell cannot be read; names cell and reason.
    RefusedError
        When the actor may not write there any more.
    """
    sheet = _opened(file)
    cycle, rep_id = str(sheet.cell(1, 1).value), str(sheet.cell(1, 2).value)
    now = list(_asked(desk, actor, cycle, rep_id))
    open_ = {(section, item.key, side): (item, kept) for section, item, side, kept in now}
    asked = {key: item for key, (item, _entry) in open_.items()}
    found = _found(sheet, file)
    values = {}
    for key, lines in found.items():
        if key not in asked:
            raise SourceError(f"{file.name} has {'.'.join(key)}, which is not open to be written.")
        values[key] = _value(asked[key], lines)
        wrong = fault(asked[key], values[key], desk.lang)
        if wrong:
            raise SourceError(f"{file.name}, row {lines[0][0]}, {key[0]}.{key[1]}: {wrong}.")
    saved, conflicts = [], []
    for key, value in values.items():
        section, item, side = key
        version = int(found[key][0][2] or 0)
        if _is_same(open_[key][1], value):
            continue  # also a proposal nobody touched: it stays one
        try:
            place = Place(cycle, rep_id, section, item, side)
            save_entry(desk.store, actor, place, value, version)
            saved.append(f"{section}.{item}")
        except ConflictError:
            conflicts.append(f"{section}.{item}")
    return Taken(tuple(saved), tuple(conflicts))


def _refuse_what_does_not_fit(section: str, item: Item, entry: Entry | None) -> None:
    """Excel would cut a longer text and refuse control signs; nothing may be lost on the way."""
    for text in (each for lang in LANGS for each in _texts(_in(entry, lang))):
        if len(text) > _LONGEST or ILLEGAL_CHARACTERS_RE.search(text):
            raise ParameterError(
                f"{section}.{item.key} does not fit a cell of Excel ({len(text):,} characters, or "
                "signs Excel refuses). Edit it in the notebook."
            )


def _texts(value: Any) -> list[str]:  # noqa: ANN401 (any value of a form)
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    return [value] if isinstance(value, str) else []


def _is_same(kept: Entry | None, value: object) -> bool:
    """Whether a sheet brings back what stands there; Excel knows one kind of line end."""
    if kept is None:
        return is_blank(value)
    return any(_is_same_as(_in(kept, lang), value) for lang in LANGS)


def _is_same_as(there: object, value: object) -> bool:
    before = [text.replace("\r\n", "\n").replace("\r", "\n") for text in _texts(there)]
    return there == value or (bool(before) and before == _texts(value))


def _in(entry: Entry | None, lang: Lang) -> Any:  # noqa: ANN401 (any value of a form)
    """Give what stands there as a reader of the language sees it; None where nothing does."""
    return None if entry is None else drawn(entry.value, lang)


def _asked(desk: Desk, actor: Actor, cycle: str, rep_id: str) -> Any:  # noqa: ANN401 (an iterator)
    subject = read_subject(desk.store, actor, cycle, rep_id)
    entries = read_entries(desk.store, actor, cycle, rep_id)
    for section, items in desk.template(cycle).forms.items():
        for item in items:
            for side in item.sides:
                if may_write(actor, subject, side):
                    yield section, item, side, entries.get((section, item.key, side))


def _append(
    sheet: Any,  # noqa: ANN401 (a sheet of openpyxl)
    section: str,
    item: Item,
    side: Side,
    entry: Entry | None,
    lang: Lang,
) -> None:
    value, version = _in(entry, lang), entry.version if entry else 0
    label = item.label.in_(lang)
    for line, (told, cells) in enumerate(_lines(item, value, label, lang)):
        sheet.append([section, item.key, side, line, version, told, *cells])


def _lines(item: Item, value: Any, label: str, lang: Lang) -> Any:  # noqa: ANN401 (a form)
    if item.columns:
        rows = value if isinstance(value, list) else []
        heads = " | ".join(column.in_(lang) for column in item.columns)
        blank = [""] * len(item.columns)
        room = [blank] * max(_ROOM - len(rows), 1)
        return [(f"{label}: {heads}", row) for row in [*rows, *room]]
    if item.kind in _PARTS:
        told = value if isinstance(value, Mapping) else {}
        return [
            (f"{label}: {message(f'sheet-{part}', lang)}", [told.get(part, "")])
            for part in _PARTS[item.kind]
        ]
    if item.options:
        options = "; ".join(f"{n} {each.in_(lang)}" for n, each in enumerate(item.options, 1))
        return [(f"{label}: {options}", [value])]
    return [(label, ["" if value is None else value])]


def _value(item: Item, lines: list[tuple[int, list[Any], Any]]) -> Any:  # noqa: ANN401 (a form)
    if item.columns:
        rows = [[_text(cell) for cell in cells[: len(item.columns)]] for _n, cells, _v in lines]
        rows = [row + [""] * (len(item.columns) - len(row)) for row in rows]
        return [row for row in rows if not is_blank(row)]
    if item.kind in _PARTS:
        told = {part: line[1][0] for part, line in zip(_PARTS[item.kind], lines, strict=False)}
        level = told.pop("level", None)
        words = {part: _text(value) for part, value in told.items()}
        return {"level": _whole(level), **words} if item.kind == "rating" else words
    value = lines[0][1][0]
    if item.options:
        return _whole(value)
    if item.kind == "yes_no":
        return value if isinstance(value, bool) else None
    return _text(value)


def _found(sheet: Any, file: Path) -> dict[Any, list[tuple[int, list[Any], Any]]]:  # noqa: ANN401
    found: dict[Any, list[tuple[int, list[Any], Any]]] = {}
    for number, row in enumerate(sheet.iter_rows(min_row=_FIRST), start=_FIRST):
        cells = [cell.value for cell in row]
        if not any(cells[:3]):
            continue
        for cell in row[len(_HEAD) + 1 :]:
            if cell.data_type == "f":
                raise SourceError(
                    f"{file.name}, cell {cell.coordinate} holds a formula; write words or a number."
                )
        key = (cells[0], cells[1], cells[2])
        found.setdefault(key, []).append((number, cells[len(_HEAD) + 1 :] or [None], cells[4]))
    return found


def _opened(file: Path) -> Any:  # noqa: ANN401 (a sheet of openpyxl)
    try:
        sheet = load_workbook(file)["review"]
    except (OSError, KeyError, ValueError, BadZipFile, InvalidFileException) as reason:
        raise SourceError(f"{file.name} is no form of a review: {reason}.") from reason
    return sheet


def _text(value: object) -> str:
    if value is None:
        return ""
    return value.date().isoformat() if hasattr(value, "date") else str(value)


def _whole(value: object) -> Any:  # noqa: ANN401 (a level, or what cannot be one)
    if value is None or value == "":
        return None
    text = str(value).strip()
    return int(text) if text.isdecimal() else text


def _dress(sheet: Any) -> None:  # noqa: ANN401 (a sheet of openpyxl)
    """Hide what only the way back needs, and give words room."""
    for letter in "ABCDE":
        sheet.column_dimensions[letter].hidden = True
    sheet.column_dimensions["F"].width = 48
    for letter in "GHIJK":
        sheet.column_dimensions[letter].width = 34
    for row in sheet.iter_rows(min_row=_FIRST):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if cell.column > len(_HEAD) + 1:
                cell.protection = Protection(locked=False)
                cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    for cell in sheet[_FIRST - 1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = f"A{_FIRST}"
