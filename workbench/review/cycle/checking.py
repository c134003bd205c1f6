"""Whether what was written fits what was asked, and what is still missing."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from workbench.errors import Said
from workbench.i18n import Lang, both, message, said
from workbench.review.template import Item, Template
from workbench.store.entries import Entry
from workbench.store.naming import side_said
from workbench.store.rules import Side, Stage

LEVELS = 5  # steps of competence, 1 the lowest
Entries = Mapping[tuple[str, str, Side], Entry]


def fault(item: Item, value: object, lang: Lang) -> str:
    """Say what is wrong with a value, in the reader's words; "" when nothing is.

    An empty value is never wrong: a draft may have holes. What is missing is told apart.
    """
    if is_blank(value):
        return ""
    if item.kind == "number" and not _is_number(value):
        return message("fault-number", lang, value=str(value))
    if item.kind == "date" and not _is_date(value):
        return message("fault-date", lang, value=str(value))
    if item.kind in ("select", "rating") and not _is_level(item, value):
        return message("fault-choice", lang, n=len(item.options))
    return _table_fault(item, value, lang) if item.columns else ""


def is_blank(value: object) -> bool:
    """Whether a value says nothing: no words, no level, rows without a filled cell."""
    if isinstance(value, Mapping):
        return all(is_blank(each) for key, each in value.items() if key != "is_opinion")
    if isinstance(value, (list, tuple)):
        return all(is_blank(each) for each in value)
    return value is None or (isinstance(value, str) and not value.strip())


def missing(
    template: Template, entries: Entries, sides: tuple[Side, ...]
) -> list[tuple[str, Item]]:
    """List the required items that some sides have not filled in, by section.

    A proposal nobody touched is not an answer.
    """
    return [
        (section, item)
        for section, items in template.forms.items()
        for item in items
        if item.is_required and any(_is_missing(section, item, side, entries) for side in sides)
    ]


def lacking(
    template: Template, entries: Entries, stage: Stage, sides: tuple[Side, ...]
) -> list[Said]:
    """Tell what a stage lacks in the forms, each as a sentence that says where it is mended.

    A self-review in which the rep wrote nothing at all lacks everything, whatever is required.
    """
    found = [
        said(
            "plan-lacks-item", item=both(item.label.zh, item.label.en), side=side_said(side),
            section=said(f"{section}-name"),
        )
        for section, item in missing(template, entries, sides)
        for side in sides
        if _is_missing(section, item, side, entries)
    ]  # fmt: skip
    is_asked = any("rep" in item.sides for items in template.forms.values() for item in items)
    if stage == "self_review" and is_asked and not found and not _says_something(entries):
        return [said("plan-lacks-words")]
    return found


def _says_something(entries: Entries) -> bool:
    """Whether the rep wrote anything; a proposal nobody touched is not an answer."""
    return any(
        side in ("rep", "shared") and not each.is_proposed and not is_blank(each.value)
        for (_section, _item, side), each in entries.items()
    )


def _is_missing(section: str, item: Item, side: Side, entries: Entries) -> bool:
    if side not in item.sides:
        return False
    entry = entries.get((section, item.key, side))
    if entry is None or entry.is_proposed or is_blank(_core(item, entry.value)):
        return True
    return bool(fault(item, entry.value, "en"))  # what cannot be read answers nothing


def _core(item: Item, value: Any) -> Any:  # noqa: ANN401 (any value of a form)
    """Give what counts as the answer: of a rating its level, of a table more than what it asks."""
    if item.kind == "competencies" or (item.kind == "values" and item.rows):
        return [row[1:] for row in value] if isinstance(value, list) else value
    return value.get("level") if item.kind == "rating" and isinstance(value, Mapping) else value


def _is_number(value: object) -> bool:
    try:
        return Decimal(str(value).replace(",", "")).is_finite()
    except InvalidOperation:
        return False


def _is_date(value: object) -> bool:
    try:
        date.fromisoformat(str(value))
    except ValueError:
        return False
    return True


def _is_level(item: Item, value: object) -> bool:
    level = value.get("level") if isinstance(value, Mapping) else value
    return level is None or (type(level) is int and 1 <= level <= len(item.options))


def _table_fault(item: Item, value: Any, lang: Lang) -> str:  # noqa: ANN401 (any value)
    if not _are_rows(item, value):
        return message("fault-rows", lang, n=len(item.columns))
    if item.kind == "competencies" and not all(_is_step(row[1]) for row in value):
        return message("fault-choice", lang, n=LEVELS)
    return ""


def _is_step(words: object) -> bool:
    told = str(words).strip()
    return not told or (told.isdecimal() and 1 <= int(told) <= LEVELS)


def _are_rows(item: Item, value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(row, list) and len(row) == len(item.columns) for row in value
    )
