"""The next level: what is expected there beside what is recorded. Evidence, never a verdict."""

from typing import TYPE_CHECKING

from workbench.i18n import Lang, message, phrases
from workbench.page.parts import Block, Callout, Note
from workbench.page.table import Table
from workbench.page.table import words as text
from workbench.review.growing.readiness import Criterion, Readiness, counted, readiness_of

if TYPE_CHECKING:
    from workbench.review.brief import Brief

_HEADS = ("criterion", "expected", "fact", "gap", "state")


def next_level(review: "Brief") -> list[Block]:
    """Draw the sheet of the rep's own next level; one line where there is none."""
    lang, sheet = review.lang, readiness_of(review)
    title = message("ready-title", lang)
    if sheet is None:
        return [Callout(title, message("ready-no-ladder", lang))]
    if sheet.level is None:
        return [Callout(title, level_untold(review.rep.level, lang))]
    if sheet.next is None:
        said = message("ready-top", lang, level=sheet.level.label.in_(lang))
        return [Callout(title, said)]
    heads = [text(message(f"ready-{name}", lang)) for name in _HEADS]
    rows = [criterion_row(each, review) for each in sheet.criteria]
    drawn = Table(heads, rows, title=sheet_title(sheet, review))
    note = message("ready-note", lang)
    return [drawn, Note(note, is_quiet=True)]


def level_untold(level: str, lang: Lang) -> str:
    """Say that a rep has no level, or one the company's ladder does not know."""
    if not level:
        return message("ready-nameless", lang)
    return message("ready-unknown-level", lang, level=level)


def sheet_title(sheet: Readiness, review: "Brief") -> str:
    """Name both levels, and count the criteria by what the records show."""
    lang = review.lang
    levels = [level.label.in_(lang) if level else "" for level in (sheet.level, sheet.next)]
    there = ((state, n) for state, n in counted(sheet.criteria).items() if n)
    parts = (message(f"ready-told-{state}", lang, n=n) for state, n in there)
    told = phrases(parts, lang)
    return message("ready-levels", lang, now=levels[0], next=levels[1], told=told)


def criterion_row(each: Criterion, review: "Brief") -> list[str]:
    """Write one criterion: expected, fact, gap, and in a word what the records show."""
    state = message(f"ready-state-{each.state}", review.lang)
    return [each.label, each.expected, each.fact, each.gap, state]
