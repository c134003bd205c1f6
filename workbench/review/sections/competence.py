"""Competence: courses done and what moved since, and what is recommended by which rule."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import MISSING, message
from workbench.metrics.comparison.before_after import BeforeAfter
from workbench.page.parts import Block, Callout, Note
from workbench.page.table import Table
from workbench.page.table import words as text
from workbench.review import words
from workbench.review.growing.learning import Recommended, Taken, recommended, taken

if TYPE_CHECKING:
    from workbench.review.brief import Brief


def competence(review: "Brief") -> tuple[str, Sequence[Block]]:
    """Print the rep's courses beside the form of competence."""
    lang = review.lang
    courses, advised = taken(review), recommended(review)
    body = [*_courses(courses, review), *_advice(advised, review)]
    if not body and not review.book.course:
        return message("competence-finding", lang), [_missing(review)]
    if not advised:
        return message("competence-finding", lang), body
    return _advised(advised, review), body


def _advised(advised: list[Recommended], review: "Brief") -> str:
    cases = sum(each.course.kind == "case" for each in advised)
    courses = len(advised) - cases
    kinds = "both" if cases and courses else "cases" if cases else "courses"
    return message(
        "competence-finding-advised", review.lang, kinds=kinds, courses=courses, cases=cases
    )


def _courses(courses: list[Taken], review: "Brief") -> list[Block]:
    if not courses:
        return []
    lang = review.lang
    heads = [
        text(message(f"learning-{name}", lang)) for name in ("course", "state", "aim", "moved")
    ]
    drawn = Table(
        heads, [_row(each, review) for each in courses], title=message("learning-title", lang),
    )  # fmt: skip
    if any(each.moved is not None for each in courses):
        note = message("learning-moved-note", lang)
        return [drawn, Note(note, is_quiet=True)]
    return [drawn]


def _row(each: Taken, review: "Brief") -> list[str]:
    lang, metric = review.lang, each.course.metric if each.course else ""
    return [
        each.name,
        _state(each, review),
        words.label(metric, lang) if metric else MISSING,
        _moved(each, metric, review),
    ]


def _moved(each: Taken, metric: str, review: "Brief") -> str:
    if each.moved is not None:
        return moved_text(each.moved, review)
    is_old = bool(metric) and each.completed_on is not None
    return message("learning-not-compared", review.lang) if is_old else MISSING


def _state(each: Taken, review: "Brief") -> str:
    lang = review.lang
    if each.completed_on is None:
        known = each.status == "enrolled"
        return message("learning-enrolled", lang) if known else each.status
    day = i18n.long_date(each.completed_on, lang)
    if not each.score:
        return message("learning-done", lang, day=day)
    return message("learning-done-score", lang, day=day, score=each.score)


def moved_text(moved: BeforeAfter, review: "Brief") -> str:
    """Write a rate before and after with both counts, and whether that is more than chance."""
    lang = review.lang
    before, after = (f"{hits} / {cases}" if cases else MISSING
                     for hits, cases in (moved.before, moved.after))  # fmt: skip
    said = message(f"learning-verdict-{moved.verdict.replace('_', '-')}", lang)
    if moved.change is None:
        return message("learning-moved-untold", lang, before=before, after=after, said=said)
    low, high = (i18n.number(end * 100, lang, is_signed=True)
                 for end in (moved.change.low, moved.change.high))  # fmt: skip
    return message(
        "learning-moved-told", lang, before=before, after=after, said=said, low=low, high=high,
        points=i18n.points(moved.change.value, lang),
    )  # fmt: skip


def _advice(advised: list[Recommended], review: "Brief") -> list[Block]:
    lang = review.lang
    if not advised:
        return []
    heads = [text(message(f"learning-{name}", lang)) for name in ("recommended", "why", "where")]
    rows = [
        [each.course.label.in_(lang), _why(each, review),
         each.course.where.in_(lang) if each.course.where else MISSING]
        for each in advised
    ]  # fmt: skip
    rule = Note(message("learning-rule", lang), is_quiet=True)
    return [Table(heads, rows, title=message("learning-advice", lang)), rule]


def _why(each: Recommended, review: "Brief") -> str:
    if not each.is_enrolled:
        return each.why
    return message("learning-why-enrolled", review.lang, why=each.why)


def _missing(review: "Brief") -> Callout:
    lang = review.lang
    return Callout(title=message("learning-none-title", lang),
        text=message("learning-none", lang),
    )  # fmt: skip
