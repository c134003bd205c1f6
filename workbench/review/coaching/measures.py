"""The figures of a session: at most six, each against its goal and its own course."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import MISSING, message
from workbench.metrics.catalogue import CATALOGUE
from workbench.metrics.fact import Fact
from workbench.model.period import Period
from workbench.page.number import value_text
from workbench.review import words
from workbench.review.never_recorded import is_never_recorded
from workbench.review.outlook import target_figures

if TYPE_CHECKING:
    from workbench.review.rep_period import RepPeriod

BACK = 3  # earlier periods a course goes back
_NOW = "open"  # read at the day of the snapshot: an earlier period would show the same
AHEAD = ("pipeline_coverage",)  # of the period to come once this one is over


@dataclass(frozen=True)
class Measure:
    """One figure with what it is read against."""

    metric: str
    name: str
    value: str
    counts: str  # n, and the interval where there is one; the reason where it is absent
    goal: str
    # period, position, as written; oldest first; empty where only today is known
    course: tuple[tuple[str, float | None, str], ...]
    is_focus: bool = False


def measures(
    review: "RepPeriod", metrics: tuple[str, ...], goals: dict[str, str], focus: str = ""
) -> list[Measure]:
    """Read each metric the company has data for; the focus comes first.

    Parameters
    ----------
    goals
        Targets people set, as decimals in words, by metric; attainment aims at 1 by itself.
    """
    told = [each for each in metrics if not is_never_recorded(fact_of(review, each)[1].reason)]
    order = sorted(told, key=lambda metric: metric != focus)
    earlier = _earlier(review)
    return [_measure(review, metric, goals, earlier, focus) for metric in order]


def fact_of(review: "RepPeriod", metric: str) -> tuple[str, Fact]:
    """Give a figure and its name: cover is that of the period to come once this one is over."""
    lang = review.lang
    if metric in AHEAD:
        name, figures = target_figures(review)
        return message("summary-coverage", lang, period=name), figures[metric]
    return words.label(metric, lang), review.figures[metric]


def _measure(
    review: "RepPeriod",
    metric: str,
    goals: dict[str, str],
    earlier: list[Period],
    focus: str,
) -> Measure:
    name, fact = fact_of(review, metric)
    has_course = metric not in AHEAD and CATALOGUE[metric].population != _NOW
    course = [*_course(review, metric, earlier), _point(fact, review)] if has_course else []
    return Measure(
        metric=metric,
        name=name,
        value=words.fact_text(fact, review.lang) if fact.value is not None else MISSING,
        counts=_counts(fact, review),
        goal=_goal(fact, goals.get(metric, ""), review),
        course=tuple(course),
        is_focus=metric == focus,
    )


def _counts(fact: Fact, review: "RepPeriod") -> str:
    if fact.value is None:
        return words.reason(fact, review.lang)
    parts = [words.counts(fact, review.lang), words.interval(fact, review.lang)]
    if fact.low is not None and words.is_unsteady(fact):
        parts.append(message("review-small-sample", review.lang))
    return ("，" if review.lang == "zh" else ", ").join(part for part in parts if part)


def _goal(fact: Fact, written: str, review: "RepPeriod") -> str:
    lang = review.lang
    if not written and fact.metric == "quota_attainment":
        return i18n.share(Decimal(1), lang, 0)
    try:
        target = Decimal(written)
    except InvalidOperation:
        return MISSING
    return value_text(target, fact.unit, fact.currency, lang)


def _earlier(review: "RepPeriod") -> list[Period]:
    found: list[Period] = []
    at: Period | None = review.period
    for _ in range(BACK):
        at = review.calendar.preceding(at) if at is not None else None
        if at is not None:
            found.insert(0, at)
    return found


def _course(
    review: "RepPeriod", metric: str, earlier: list[Period]
) -> list[tuple[str, float | None, str]]:
    told = []
    for period in earlier:
        figures = review.figures_of(period)
        if (metric, "", "") in figures.facts:
            told.append(_at(period.name, figures[metric], review))
    return told


def _point(fact: Fact, review: "RepPeriod") -> tuple[str, float | None, str]:
    return _at(review.period.name, fact, review)


def _at(name: str, fact: Fact, review: "RepPeriod") -> tuple[str, float | None, str]:
    text = words.fact_text(fact, review.lang) if fact.value is not None else MISSING
    return name, words.position(fact.value), text


def direction(metric: str) -> int:
    """Say whether more is better (1), worse (-1) or neither (0)."""
    return CATALOGUE[metric].direction
