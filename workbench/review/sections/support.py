"""Support: what was asked of whom, what came of it, and how long the answer took."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import MISSING, message
from workbench.page.parts import Block
from workbench.page.table import Table
from workbench.page.table import words as text
from workbench.review import words
from workbench.review.growing.book import Book
from workbench.review.growing.lines import asked_in
from workbench.review.growing.support import answer_days, answer_times, desk_named
from workbench.store.registers import Line

if TYPE_CHECKING:
    from workbench.review.brief import Brief

_HEADS = ("what", "owner", "due", "stake", "state")


def support(review: "Brief") -> tuple[str, Sequence[Block]]:
    """Print the requests of a review with their owner, day and answer."""
    lang = review.lang
    found = asked_in(review.lines.support, review)
    if not found:
        return message("support-finding-left" if review.has_left else "support-finding", lang), []
    book, day = review.book, review.as_of
    rows = [_row(line, book, review) for line in found]
    heads = [text(message(f"support-{name}", lang)) for name in _HEADS]
    title = message("support-title", lang, day=i18n.long_date(day, lang))
    return _finding(found, book, review), [Table(heads, rows, title=title)]


def _finding(found: list[Line], book: Book, review: "Brief") -> str:
    lang = review.lang
    counted = answer_times(found, book, review.as_of, review.time_zone)
    open_, answered = sum(each.open for each in counted), sum(each.answered for each in counted)
    state = "told" if open_ and answered else "open" if open_ else "answered"
    more = {"open": open_, "answered": answered} if state == "told" else {}
    told = message(f"support-finding-{state}", lang, n=len(found), **more)
    took = sorted(each for line in found if (each := answer_days(line)) is not None)
    if not took:
        return told
    longest = words.days_long(took[-1], lang)
    if len(found) == 1:
        return message("support-finding-took", lang, days=longest)
    return message("support-finding-days", lang, told=told, days=longest, n=len(took))


def _row(line: Line, book: Book, review: "Brief") -> list[str]:
    lang = review.lang
    desk = desk_named(book, str(line.about.get("desk") or line.owner))
    return [
        line.what,
        desk.label.in_(lang) if desk else line.owner,
        i18n.short_date(line.due_on) if line.due_on else MISSING,
        str(line.about.get("stake") or MISSING),
        _state(line, review),
    ]


def _state(line: Line, review: "Brief") -> str:
    lang, took = review.lang, answer_days(line)
    if took is None:
        is_late = line.is_overdue(review.as_of)
        return message("support-late" if is_late else "support-open", lang)
    days = words.days_long(took, lang)
    return message("support-answered", lang, days=days, outcome=line.outcome)
