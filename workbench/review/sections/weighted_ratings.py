"""The weighted rating with its parts, of each side that rated and may be read."""

from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import MISSING, message
from workbench.page.parts import Block, Note
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review.forms import names
from workbench.review.weighted_rating import (
    Part,
    Weighted,
    level_in,
    weighted,
    weighted_items,
    weights_fault,
)
from workbench.store.rules import Side

if TYPE_CHECKING:
    from workbench.review.brief import Brief

_SIDES: tuple[Side, ...] = ("manager", "rep")


def weighted_ratings(review: "Brief") -> list[Block]:
    """Draw one table per side; nothing where the template weighs no rating."""
    fault = weights_fault(review.template)
    if fault is not None:
        return [Note(i18n.told(fault, review.lang), is_quiet=True)]
    sides = ((side, _of_side(side, review)) for side in _SIDES)
    return [
        block for side, found in sides if found is not None for block in _table(found, side, review)
    ]


def _of_side(side: Side, review: "Brief") -> Weighted | None:
    """Weigh what a side rated; None where it is not asked all of it, or rated nothing."""
    items = weighted_items(review.template)
    if any(side not in item.sides for item in items.values()):
        return None
    found = {}
    for (section, key), item in items.items():
        for entry in review.answers.of(section, item):
            level = level_in(entry.value)
            if entry.place.side == side and level is not None:
                found[section, key] = level
    return weighted(review.template, found) if found else None


def _table(found: Weighted, side: Side, review: "Brief") -> list[Block]:
    lang = review.lang
    heads = [
        text(message("rated-item", lang)),
        figures(message("rated-weight", lang)),
        figures(message("rated-level", lang, levels=str(found.levels))),
        figures(message("rated-part", lang)),
    ]
    rows = [_row(part, review) for part in found.parts]
    told = MISSING if found.level is None else i18n.number(found.level, lang, 2)
    rows.append([message("rated-total", lang), i18n.share(1, lang, 0), "", told])
    title = message("rated-title", lang, who=names(review)[side])
    drawn = Table(heads, rows, title=title, has_total=True)
    if not found.unrated:
        return [drawn]
    lacking = i18n.listed((item.label.in_(lang) for item in found.unrated), lang)
    return [drawn, Note(message("rated-lacking", lang, items=lacking), is_quiet=True)]


def _row(part: Part, review: "Brief") -> list[str]:
    lang = review.lang
    is_rated = part.level is not None
    return [
        part.item.label.in_(lang),
        i18n.share(part.share, lang, 0),
        str(part.level) if is_rated else MISSING,
        i18n.number(part.share * (part.level or 0), lang, 2) if is_rated else MISSING,
    ]
