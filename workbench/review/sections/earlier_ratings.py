"""The ratings of the signed reviews before this one."""

from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import message
from workbench.model.day import day_of
from workbench.page.cells import Cell
from workbench.page.parts import Block, Note
from workbench.page.table import Table
from workbench.page.table import words as text

if TYPE_CHECKING:
    from workbench.review.brief import Brief
    from workbench.review.cycle.earlier import Earlier

_HEADS = ("exhibit-period", "earlier-template", "earlier-rating", "earlier-signed")


def earlier_ratings(review: "Brief") -> list[Block]:
    """List the signed reviews before this one; nothing where the company keeps no reviews."""
    lang, found = review.lang, review.earlier_reviews
    if found is None:
        return []
    title = message("earlier-title", lang)
    if not found:
        return [Note(message("earlier-none", lang), is_quiet=True, title=title)]
    rows = [_row(each, review) for each in found]
    return [Table([text(message(key, lang)) for key in _HEADS], rows, title=title)]


def _row(each: "Earlier", review: "Brief") -> list[Cell]:
    lang = review.lang
    signed = i18n.long_date(day_of(each.signed_at, review.time_zone), lang)
    return [each.period, each.template.in_(lang), _rating(each, review), signed]


def _rating(each: "Earlier", review: "Brief") -> str:
    lang = review.lang
    if each.is_appealed:
        return message("earlier-appealed", lang)
    if each.rating is not None:
        return each.rating.in_(lang)
    if each.level is not None:
        return message("earlier-level", lang, level=i18n.number(each.level, lang, _places(each)))
    return message("earlier-unrated", lang)


def _places(each: "Earlier") -> int:
    return 0 if each.level == int(each.level or 0) else 2
