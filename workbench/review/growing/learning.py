"""Courses of a rep: what is recommended by which rule, what is done, and what moved since."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from workbench.i18n import Lang, message
from workbench.metrics.comparison.before_after import BeforeAfter, Cases, before_after
from workbench.metrics.comparison.peers import is_better
from workbench.model.period import Period
from workbench.review import words
from workbench.review.growing.book import Book, Course
from workbench.review.growing.evidence import skill_level, trainings
from workbench.review.growing.quarters import quarters_to
from workbench.review.past import looked_back
from workbench.snapshots.some_facts import some_facts

if TYPE_CHECKING:
    from workbench.review.brief import Brief

WINDOW = 2  # whole quarters before and after the one a course was completed in
_SHOWN = 4  # quarters back: what was completed earlier is listed without before and after
WEAK = 2  # the manager's level of a skill from which on down a course for it is recommended
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Recommended:
    """A course or case, and why."""

    course: Course
    why: str
    is_enrolled: bool


@dataclass(frozen=True)
class Taken:
    """A course of a rep as the trainings table has it."""

    name: str
    course: Course | None  # None: growth.toml does not know it
    status: str
    completed_on: date | None
    score: str
    moved: BeforeAfter | None = None  # of the metric it aims at; None where it aims at none


def recommended(review: "Brief") -> list[Recommended]:
    """Recommend courses not completed yet, by one rule.

    A course is recommended when the metric it aims at is set apart from the peers for the worse
    (the interval leaves their median out), or the manager rated the skill it aims at 1 or 2. Where
    neither is so, nothing is recommended.
    """
    mine = trainings(review)
    done = {row["course"] for row in mine if row["completed_on"] is not None}
    begun = {row["course"] for row in mine}
    found = []
    for course in review.book.course:
        why = _need(course, review)
        if why and course.key not in done:
            found.append(Recommended(course, why, course.key in begun))
    return found


def taken(review: "Brief") -> list[Taken]:
    """List the rep's courses, the latest completed first, then those still open."""
    book = review.book
    rows = [row for row in trainings(review) if _is_known(row, review)]
    rows.sort(key=lambda row: row["course"])
    rows.sort(key=lambda row: row["completed_on"] or date.min, reverse=True)
    return [_taken(row, book, review) for row in rows]


def windows(
    quarters: list[Period], completed_on: date, as_of: date
) -> tuple[list[Period], list[Period]]:
    """Give the whole quarters before and after the one a course was completed in.

    The quarter of completion itself is neither before nor after, and one that is not over is left
    out.
    """
    at = next((n for n, span in enumerate(quarters) if span.start <= completed_on < span.end), None)
    if at is None:
        return [], []
    over = [span for span in quarters[at + 1 : at + 1 + WINDOW] if span.is_over(as_of)]
    return quarters[max(0, at - WINDOW) : at], over


def read_ahead(review: "Brief") -> None:
    """Read the quarters that the courses of any rep are compared by, where they are to be held."""
    metrics = looked_back(review.book.metrics)
    for span in _quarters(review) if review.book.metrics else ():
        some_facts(review.snapshot, review.workspace, span, metrics, review.rep.rep_id)


def _quarters(review: "Brief") -> list[Period]:
    return quarters_to(review.calendar, review.period, _SHOWN + WINDOW)


def moved(course: Course, rep_id: str, completed_on: date, review: "Brief") -> BeforeAfter | None:
    """Compare the metric a course aims at before and after; None where it has no counts."""
    earlier, later = windows(_quarters(review), completed_on, review.as_of)
    if not course.metric or not earlier:
        return None
    metrics = looked_back(review.book.metrics)
    sides: list[list[Cases]] = []
    for spans in (earlier, later):
        facts = [_fact(review, span, metrics, rep_id, course.metric) for span in spans]
        cases = [_cases(fact) for fact in facts if fact is not None and fact["value"] is not None]
        if any(case is None for case in cases):
            return None
        sides.append([case for case in cases if case is not None])
    return before_after(*sides)


def _taken(row: Row, book: Book, review: "Brief") -> Taken:
    course, day = book.course_of(row["course"]), row["completed_on"]
    change = None
    if course is not None and day is not None:
        change = moved(course, review.rep.rep_id, day, review)
    score = row.get("score")
    told = "" if score is None else f"{score:g}"
    name = course.label.in_(review.lang) if course is not None else row["course"]
    return Taken(name, course, row["status"], day, told, change)


def _is_known(row: Row, review: "Brief") -> bool:
    """Whether a training was known at the end of the period: none of later days is."""
    day = row["completed_on"]
    return day is None or day <= min(review.period.last_day, review.as_of)


def _need(course: Course, review: "Brief") -> str:
    lang = review.lang
    if course.metric and (course.metric, "", "") in review.figures.facts:
        peers, fact = review.figures.peers(course.metric), review.figures[course.metric]
        if peers is not None and is_better(course.metric, peers.verdict) is False:
            return message(
                "learning-why-metric", lang, metric=words.label(course.metric, lang),
                value=words.fact_text(fact, lang), counts=words.counts(fact, lang),
                peers=peers.n_peers, **words.beside(peers, fact, lang),
            )  # fmt: skip
    level = skill_level(review, course.skill) if course.skill else None
    if level is not None and level <= WEAK:
        return message("learning-why-skill", lang, skill=_skill_name(course, review, lang), n=level)
    return ""


def _skill_name(course: Course, review: "Brief", lang: Lang) -> str:
    rows = [row for item in review.template.forms.get("competence", ()) for row in item.rows]
    return next((row.in_(lang) for row in rows if row.en == course.skill), course.skill)


def _fact(
    review: "Brief", span: Period, metrics: tuple[str, ...], rep_id: str, metric: str
) -> Row | None:
    rows = some_facts(review.snapshot, review.workspace, span, metrics, rep_id).to_pylist()
    return next((row for row in rows if row["metric"] == metric), None)


def _cases(fact: Row) -> Cases | None:
    """Read hits and cases; None of a rate that is not one by count."""
    hits, out_of = fact["numerator"], fact["denominator"]
    if hits is None or out_of is None or out_of != fact["n"] or hits % 1:
        return None
    return int(hits), int(out_of)
