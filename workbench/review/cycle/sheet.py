"""A form as an Excel sheet and back, for a desk without Jupyter; the template checks both ways.

Each item has a row: section, item, what is asked, what to write, and for tables one row per line;
choices are lists, and what earlier reviews promised is answered there too.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from workbench.errors import ConflictError, ParameterError, SourceError
from workbench.i18n import LANGS, Lang, error, message, number
from workbench.private import write_private_bytes
from workbench.review.cycle.checking import fault
from workbench.review.cycle.desk import Desk
from workbench.review.cycle.sheet_book import HEAD, Book, Key, found_in, opened
from workbench.review.cycle.sheet_ledger import (
    LEDGER,
    answers_in,
    earlier_promises,
    is_of_ledger,
    keep_answers,
    ledger_lines,
)
from workbench.review.cycle.sheet_lines import Found, NoChoiceError, lines_of, plain, value_of
from workbench.review.kept import drawn
from workbench.review.template import Item
from workbench.store import Actor
from workbench.store.entries import Entry, Place, read_entries, save_entry
from workbench.store.naming import actor_said
from workbench.store.rules import Side, Subject, may_write
from workbench.store.subjects import read_subject

_LONGEST = 32_767  # characters of a cell


@dataclass(frozen=True)
class Taken:
    """What came of a filled sheet."""

    saved: tuple[str, ...]
    conflicts: tuple[str, ...]  # changed in the store since the sheet was written; left as there


@dataclass(frozen=True)
class Asked:
    """One item an actor may fill in now, with what stands there."""

    section: str
    item: Item
    side: Side
    entry: Entry | None

    @property
    def key(self) -> Key:
        """Name it on the sheet."""
        return self.section, self.item.key, self.side

    def seen(self, lang: Lang) -> Any:  # noqa: ANN401 (any value of a form)
        """Give what stands there as a reader sees it; None where nothing does."""
        return None if self.entry is None else drawn(self.entry.value, lang)


def write_sheet(desk: Desk, actor: Actor, cycle: str, rep_id: str, to: Path) -> Path:
    """Write what an actor may fill in now, with what stands there, to an Excel file.

    Raises
    ------
    ParameterError
        When the actor may write nothing at this stage, the file is there already, or something
        written does not fit a cell.
    RefusedError
        When the actor has no part in the review.
    """
    subject = read_subject(desk.store, actor, cycle, rep_id)
    asked, lang = list(_asked(desk, actor, subject)), desk.lang
    if not asked:
        raise error(ParameterError, "refusal-sheet-nothing", who=actor_said(actor), rep=rep_id)
    if to.exists():
        raise error(ParameterError, "refusal-sheet-there", file=str(to))
    heads = [*HEAD, *(message(f"sheet-{name}", lang) for name in ("asked", "answer"))]
    book = Book([[cycle, rep_id], [message("sheet-lede", lang)], heads])
    for key, version, lines in ledger_lines(earlier_promises(desk, actor, subject), lang):
        book.add(key, version, lines)
    for each in asked:
        _refuse_what_does_not_fit(desk, each)
        version = each.entry.version if each.entry else 0
        book.add(each.key, version, lines_of(each.item, each.seen(lang), lang))
    write_private_bytes(to, book.written())
    return to


def read_sheet(desk: Desk, actor: Actor, file: Path) -> Taken:
    """Save what was filled in.

    Nothing is saved when anything cannot be read; what somebody changed in the store since the
    sheet was written is left as it is there, and named.

    Raises
    ------
    SourceError
        When the file is no such sheet, or a cell cannot be read; names cell and reason.
    RefusedError
        When the actor may not write there any more.
    """
    sheet = opened(file)
    cycle, rep_id = str(sheet.cell(1, 1).value), str(sheet.cell(1, 2).value)
    subject = read_subject(desk.store, actor, cycle, rep_id)
    asked = {each.key: each for each in _asked(desk, actor, subject)}
    found = found_in(sheet, file)
    values = _values(desk, asked, found, file)
    answered = answers_in(found, earlier_promises(desk, actor, subject), file)
    saved, conflicts = keep_answers(desk, actor, subject, answered)
    for key, value in values.items():
        section, item, side = key[0], key[1], asked[key].side
        try:
            place = Place(cycle, rep_id, section, item, side)
            save_entry(desk.store, actor, place, value, found[key][0])
            saved.append(f"{section}.{item}")
        except ConflictError:
            conflicts.append(f"{section}.{item}")
    return Taken(tuple(saved), tuple(conflicts))


def _values(
    desk: Desk,
    asked: Mapping[Key, Asked],
    found: Mapping[Key, tuple[int, list[Found]]],
    file: Path,
) -> dict[Key, Any]:
    """Read the items a sheet brings back other than they stand; a proposal nobody touched stays."""
    values = {}
    for key, (_version, lines) in found.items():
        if is_of_ledger(key):
            continue
        if key not in asked:
            raise error(SourceError, "refusal-sheet-closed", file=file.name, item=".".join(key[:2]))
        each = asked[key]
        value = _read(desk, each, lines, file)
        if not any(_is_same(each, value, each.seen(lang)) for lang in LANGS):
            values[key] = value
    return values


def _read(desk: Desk, each: Asked, lines: list[Found], file: Path) -> Any:  # noqa: ANN401 (a form)
    label = each.item.label.in_(desk.lang)
    try:
        value = value_of(each.item, each.seen(desk.lang), lines)
    except NoChoiceError as reason:
        raise error(
            SourceError, "refusal-sheet-choice", file=file.name, row=str(reason.row), item=label,
            told=reason.told,
        ) from reason  # fmt: skip
    wrong = fault(each.item, value, desk.lang)
    if wrong:
        raise error(
            SourceError, "refusal-sheet-wrong", file=file.name, row=str(lines[0].row), item=label,
            wrong=wrong,
        )  # fmt: skip
    return value


def _is_same(each: Asked, value: object, there: object) -> bool:
    return plain(each.item, value) == plain(each.item, there) or (
        _is_nothing(each, value) and _is_nothing(each, there)
    )


def _is_nothing(each: Asked, value: object) -> bool:
    told = plain(each.item, value)
    return told in (None, "", [], {})


def _refuse_what_does_not_fit(desk: Desk, each: Asked) -> None:
    """Excel would cut a longer text and refuse control signs; nothing may be lost on the way."""
    for text in (each_text for lang in LANGS for each_text in _texts(each.seen(lang))):
        if len(text) > _LONGEST or ILLEGAL_CHARACTERS_RE.search(text):
            raise error(
                ParameterError, "refusal-sheet-fits", item=each.item.label.in_(desk.lang),
                n=number(len(text), desk.lang),
            )  # fmt: skip


def _texts(value: Any) -> list[str]:  # noqa: ANN401 (any value of a form)
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    return [value] if isinstance(value, str) else []


def _asked(desk: Desk, actor: Actor, subject: Subject) -> Iterator[Asked]:
    """List what may be filled in; where promises stand, they take the place of their table."""
    entries = read_entries(desk.store, actor, subject.cycle, subject.rep_id)
    has_ledger = bool(earlier_promises(desk, actor, subject))
    for section, items in desk.template_of(subject.cycle, subject.rep_id).forms.items():
        for item in items:
            if has_ledger and section == LEDGER and item.kind == "actions":
                continue
            for side in item.sides:
                if may_write(actor, subject, side):
                    yield Asked(section, item, side, entries.get((section, item.key, side)))
