"""The ratings and scores of the signed reviews before this one."""

from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import message
from workbench.model.day import day_of
from workbench.page.cells import Cell
from workbench.page.number import Number
from workbench.page.parts import Block, Note
from workbench.page.table import Table, figures
from workbench.page.table import words as text

if TYPE_CHECKING:
    from workbench.review.brief import Brief
    from workbench.review.cycle.earlier import Earlier

_HEADS = ("exhibit-period", "earlier-template", "earlier-rating", "earlier-signed")
_OF_SCORES = ("score-total", "earlier-scored-of")


def earlier_ratings(review: "Brief") -> list[Block]:
    """List the signed reviews before this one; nothing where the company keeps no reviews."""
    lang, found = review.lang, review.earlier_reviews
    if found is None:
        return []
    title = message("earlier-title", lang)
    if not found:
        return [Note(message("earlier-none", lang), is_quiet=True, title=title)]
    heads = [text(message(key, lang)) for key in _HEADS]
    rows = [_row(each, review) for each in found]
    if any(each.scored for each in found):
        heads += [figures(message(key, lang)) for key in _OF_SCORES]
        rows = [[*row, *_score(each, review)] for row, each in zip(rows, found, strict=True)]
    return [Table(heads, rows, title=title)]


def _row(each: "Earlier", review: "Brief") -> list[Cell]:
    lang = review.lang
    signed = i18n.long_date(day_of(each.signed_at, review.time_zone), lang)
    return [each.period, each.template.in_(lang), _rating(each, review), signed]


def _score(each: "Earlier", review: "Brief") -> list[Cell]:
    """Give the score that was signed, and what share of the weight it counted."""
    if each.scored is None:
        return [message("earlier-unscored", review.lang), ""]
    return [Number(each.scored.value, "share"), Number(each.scored.used, "share", places=0)]


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
