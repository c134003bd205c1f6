"""An item of a form as lines of a sheet, and back: nothing is lost, and nothing is guessed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from workbench.i18n import LANGS, Lang, message
from workbench.review.cycle.checking import LEVELS, is_blank
from workbench.review.template import Item

Cells = Sequence[Any]
Choices = tuple[str, ...]  # what a cell may say; () for words
_LEVEL = tuple(str(n) for n in range(1, LEVELS + 1))
_ROOM = 3  # empty lines a table offers at least


@dataclass(frozen=True)
class Line:
    """One line of a sheet: what is asked, what stands there, what each cell may say."""

    told: str
    cells: Cells
    choices: tuple[Choices, ...]


@dataclass(frozen=True)
class Found:
    """One line of a filled sheet."""

    row: int
    line: int | None  # which of an item's lines it is; None of one somebody put between
    cells: Cells


class NoChoiceError(ValueError):
    """A cell says something its list does not offer."""

    def __init__(self, row: int, told: str) -> None:
        super().__init__(told)
        self.row, self.told = row, told


def lines_of(item: Item, value: Any, lang: Lang) -> list[Line]:  # noqa: ANN401 (a form)
    """Lay an item out: a line for each row of a table, each part of a rating or feedback."""
    label = item.label.in_(lang)
    if item.columns:
        return _rows(item, value, label, lang)
    if parts := parts_of(item):
        kept = _as_parts(item, value)
        return [
            Line(
                f"{label}: {message(f'sheet-{part}', lang)}",
                [_chosen(item, kept.get(part), lang) if part == "level" else kept.get(part, "")],
                (choices_of(item, lang) if part == "level" else (),),
            )
            for part in parts
        ]
    choices = choices_of(item, lang)
    shown = _chosen(item, value, lang) if choices else ("" if value is None else value)
    return [Line(label, [shown], (choices,))]


def value_of(item: Item, kept: Any, found: Sequence[Found]) -> Any:  # noqa: ANN401 (a form)
    """Read an item back.

    Parameters
    ----------
    kept
        What stands in the store: a part whose line is missing in the sheet stays as it is there.

    Raises
    ------
    NoChoiceError
        When a cell says something its list does not offer.
    """
    if item.columns:
        rows = [_row(item, each.cells) for each in found]
        return [row for row in rows if not is_blank(row)]
    by_line = {each.line: each for each in found if each.line is not None}
    if parts := parts_of(item):
        told = {part: by_line[n] for n, part in enumerate(parts) if n in by_line}
        return {**_as_parts(item, kept), **{part: _part(item, part, told[part]) for part in told}}
    first = by_line.get(0, found[0])
    return _choice(item, first) if choices_of(item, "en") else text_of(first.cells[0])


def plain(item: Item, value: Any) -> Any:  # noqa: ANN401 (a form)
    """Give a value as it is compared: Excel has one kind of line end, and blank rows say nothing.

    A row that holds only the name it began with is blank too.
    """
    if isinstance(value, Mapping):
        told = {key: plain(item, each) for key, each in value.items()}
        return {key: each for key, each in told.items() if not is_blank(each)}
    if isinstance(value, (list, tuple)):
        rows = [plain(item, each) for each in value]
        return [row for row in rows if not _says_nothing(item, row)] if item.columns else rows
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n")
    return text_of(value) if item.kind == "number" and value is not None else value


def parts_of(item: Item) -> tuple[str, ...]:
    """Name the parts of a rating or of feedback, each on a line of its own."""
    if item.kind == "rating":
        return "level", "reason"
    if item.kind != "feedback":
        return ()
    intent = ("intent",) if item.asks_intent else ()
    return "situation", "behaviour", "impact", *intent, "request", "evidence"


def choices_of(item: Item, lang: Lang) -> Choices:
    """List what an item offers, as a reader sees it; () where words are written."""
    if item.kind == "yes_no":
        return message("form-yes", lang), message("form-no", lang)
    return tuple(f"{n} {each.in_(lang)}" for n, each in enumerate(item.options, 1))


def place_in(lists: Sequence[Choices], told: object) -> int | None:
    """Find which choice a cell means, in any language or by its number from 1; None where none."""
    text = text_of(told).strip()
    for choices in lists:
        if text.casefold() in [each.casefold() for each in choices]:
            return [each.casefold() for each in choices].index(text.casefold())
    is_number = text.isdecimal() and 1 <= int(text) <= len(lists[0])
    return int(text) - 1 if is_number else None


def text_of(value: object) -> str:
    """Write what a cell holds as text: Excel makes numbers and days of what looks like them."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        is_day = value.time() == time()
        return value.date().isoformat() if is_day else value.isoformat(" ", "minutes")
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _rows(item: Item, value: Any, label: str, lang: Lang) -> list[Line]:  # noqa: ANN401 (a form)
    rows = [list(row) for row in value] if isinstance(value, list) else []
    if not rows:
        rest = [""] * (len(item.columns) - 1)
        rows = [[name.in_(lang), *rest] for name in item.rows]
    room = max(_ROOM - len(rows), 1)
    rows += [[""] * len(item.columns)] * room
    heads = " | ".join(column.in_(lang) for column in item.columns)
    level = [_LEVEL if item.kind == "competencies" and column.means == "level" else ()
             for column in item.columns]  # fmt: skip
    seen = {name: anchor.in_(lang) for row, anchor in zip(item.rows, item.anchors, strict=False)
            for name in (row.zh, row.en)}  # fmt: skip
    return [Line(f"{label}: {seen.get(str(row[0]), heads)}", row, tuple(level)) for row in rows]


def _row(item: Item, cells: Cells) -> list[str]:
    told = [text_of(cell) for cell in cells[: len(item.columns)]]
    return told + [""] * (len(item.columns) - len(told))


def _says_nothing(item: Item, row: Any) -> bool:  # noqa: ANN401 (a form)
    names = {name for each in item.rows for name in (each.zh, each.en)}
    is_begun = isinstance(row, list) and bool(row) and row[0] in names
    return is_blank(row[1:] if is_begun else row)


def _as_parts(item: Item, value: Any) -> dict[str, Any]:  # noqa: ANN401 (a form)
    if isinstance(value, Mapping):
        return dict(value)
    return {} if is_blank(value) else {parts_of(item)[0]: value}


def _chosen(item: Item, value: Any, lang: Lang) -> str:  # noqa: ANN401 (a form)
    choices = choices_of(item, lang)
    if isinstance(value, bool):
        return choices[0 if value else 1] if item.kind == "yes_no" else ""
    is_level = isinstance(value, int) and 1 <= value <= len(choices)
    return choices[value - 1] if is_level else text_of(value)


def _part(item: Item, part: str, found: Found) -> Any:  # noqa: ANN401 (a form)
    return _choice(item, found) if part == "level" else text_of(found.cells[0])


def _choice(item: Item, found: Found) -> int | bool | None:
    cell = found.cells[0]
    if is_blank(text_of(cell)):
        return None
    if item.kind == "yes_no" and isinstance(cell, bool):
        return cell
    place = place_in([choices_of(item, lang) for lang in LANGS], cell)
    if place is None:
        raise NoChoiceError(found.row, text_of(cell))
    return place == 0 if item.kind == "yes_no" else place + 1
