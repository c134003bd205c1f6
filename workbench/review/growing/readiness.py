"""How what the records show compares with what the next level expects: evidence, never a verdict.

Nothing is added up and nothing is decided here: a criterion is shown met, not yet, or not known.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import MISSING, Lang, message
from workbench.metrics.catalogue import CATALOGUE
from workbench.page.number import value_text
from workbench.review.growing.book import Expectation, Level
from workbench.review.growing.evidence import Evidence, months_between, trainings

if TYPE_CHECKING:
    from workbench.review.brief import Brief


@dataclass(frozen=True)
class Criterion:
    """One expectation beside its fact."""

    label: str
    expected: str
    fact: str
    gap: str
    state: str  # met, open, unknown or people (a person judges it)


@dataclass(frozen=True)
class Readiness:
    """The sheet of one rep for the next level."""

    level: Level | None  # None: the present level is not in the ladder
    next: Level | None  # None at the top
    criteria: tuple[Criterion, ...] = ()


def readiness_of(review: "Brief") -> Readiness | None:
    """Set each expectation of the rep's next level against what is recorded.

    Returns
    -------
    Readiness or None
        None where the company has no ladder.
    """
    book = review.book
    if not book.level:
        return None
    level, following = book.next_level(review.rep.level)
    if following is None:
        return Readiness(level, None)
    evidence = Evidence(review)
    rows = tuple(_criterion(each, evidence) for each in following.expects)
    return Readiness(level, following, rows)


def _criterion(asked: Expectation, evidence: Evidence) -> Criterion:
    for name, read in _KINDS.items():
        if getattr(asked, name):
            return read(asked, evidence)
    lang = evidence.lang
    return Criterion(
        asked.label.in_(lang), MISSING, MISSING, message("ready-people", lang), "people"
    )


def _metric(asked: Expectation, evidence: Evidence) -> Criterion:
    lang, metric = evidence.lang, CATALOGUE[asked.metric]
    rows = evidence.values(asked.metric, asked.quarters)
    bound = asked.at_least if asked.at_least is not None else asked.at_most
    currency = evidence.review.currency
    is_least, times = asked.at_least is not None, asked.times or asked.quarters
    told = value_text(bound, metric.unit, currency, lang)
    if metric.unit == "share" and bound is not None and not (bound * 100) % 1:
        told = i18n.share(bound, lang, 0)
    expected = message(
        "ready-metric", lang, sign="≥" if is_least else "≤", bound=told, times=times,
        quarters=asked.quarters,
    )  # fmt: skip
    known = [row for _span, row in rows if row["value"] is not None]
    met = sum((row["value"] >= bound) if is_least else (row["value"] <= bound) for row in known)
    shown = ", ".join(
        f"{span.name[2:]} {value_text(row['value'], metric.unit, currency, lang)}"
        for span, row in rows
    )
    fact = message("ready-metric-fact", lang, shown=shown or MISSING, met=met, n=len(known))
    if met >= times:
        return _met(asked, expected, fact, lang)
    is_known = met + asked.quarters - len(known) < times  # whatever the unknown quarters were
    gap = message("ready-quarters-short", lang, n=times - met)
    return Criterion(asked.label.in_(lang), expected, fact, gap, "open" if is_known else "unknown")


def _course(asked: Expectation, evidence: Evidence) -> Criterion:
    lang = evidence.lang
    expected = message("ready-course", lang)
    if not evidence.review.has("trainings"):
        return _unknown(asked, expected, message("ready-no-trainings", lang), lang)
    mine = [row for row in trainings(evidence.review) if row["course"] == asked.course]
    done = [row["completed_on"] for row in mine if row["completed_on"] is not None]
    day = max((on for on in done if on <= evidence.day), default=None)
    if day is not None:
        return _met(asked, expected, i18n.long_date(day, lang), lang)
    key = "learning-enrolled" if mine else "ready-not-enrolled"
    gap = message("ready-course-short", lang)
    return Criterion(asked.label.in_(lang), expected, message(key, lang), gap, "open")


def _skill(asked: Expectation, evidence: Evidence) -> Criterion:
    lang, level = evidence.lang, evidence.skill(asked.skill)
    expected = message("ready-skill", lang, n=asked.level)
    if level is None:
        why = "form-withheld" if evidence.is_rating_withheld else "ready-not-rated"
        return _unknown(asked, expected, message(why, lang), lang)
    if level >= asked.level:
        return _met(asked, expected, str(level), lang)
    gap = message("ready-steps-short", lang, n=asked.level - level)
    return Criterion(asked.label.in_(lang), expected, str(level), gap, "open")


def _months(asked: Expectation, evidence: Evidence) -> Criterion:
    lang, rep = evidence.lang, evidence.review.rep
    expected = message("ready-months", lang, n=asked.months)
    since = rep.level_since or rep.hired_on
    if since is None:
        return _unknown(asked, expected, message("ready-no-day", lang), lang)
    months = months_between(since, evidence.day)
    fact = message("ready-months-fact", lang, n=months, day=i18n.long_date(since, lang))
    if months >= asked.months:
        return _met(asked, expected, fact, lang)
    gap = message("ready-months-short", lang, n=asked.months - months)
    return Criterion(asked.label.in_(lang), expected, fact, gap, "open")


def _colleagues(asked: Expectation, evidence: Evidence) -> Criterion:
    lang, found = evidence.lang, evidence.colleagues(asked.quarters)
    expected = message("ready-colleagues", lang, n=asked.colleagues, quarters=asked.quarters)
    if found >= asked.colleagues:
        return _met(asked, expected, str(found), lang)
    gap = message("ready-colleagues-short", lang, n=asked.colleagues - found)
    return Criterion(asked.label.in_(lang), expected, str(found), gap, "open")


def _met(asked: Expectation, expected: str, fact: str, lang: Lang) -> Criterion:
    return Criterion(asked.label.in_(lang), expected, fact, MISSING, "met")


def _unknown(asked: Expectation, expected: str, why: str, lang: Lang) -> Criterion:
    return Criterion(asked.label.in_(lang), expected, MISSING, why, "unknown")


_KINDS = {
    "metric": _metric,
    "course": _course,
    "skill": _skill,
    "months": _months,
    "colleagues": _colleagues,
}


def counted(criteria: Sequence[Criterion]) -> dict[str, int]:
    """Count the criteria by state; they are not weighed against each other."""
    return {state: sum(each.state == state for each in criteria)
            for state in ("met", "open", "unknown", "people")}  # fmt: skip
