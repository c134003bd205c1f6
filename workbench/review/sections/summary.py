"""The summary: five figures, three results, two problems, and room for one ask."""

from typing import TYPE_CHECKING

from markupsafe import Markup

from workbench.i18n import message
from workbench.review import words
from workbench.review.headlines import problems, results
from workbench.review.render import render
from workbench.review.sections.headline_rows import headline_rows
from workbench.review.sections.pipeline import target_figures

if TYPE_CHECKING:
    from workbench.review.review import Review


def summary(review: "Review") -> tuple[str, Markup]:
    """Say on one page how the period went and what is short."""
    rows = headline_rows(review)
    none = [message("summary-no-problem", review.lang)]
    body = render(
        "summary",
        review.lang,
        rows=rows,
        results=results(review),
        problems=problems(review) or none,
    )
    return _finding(review), body


def _finding(review: "Review") -> str:
    lang, reached = review.lang, review.figures["quota_attainment"]
    if reached.value is None:
        won = words.fact_text(review.figures["won_revenue"], lang)
        result = message("summary-finding-won", lang, won=won)
    else:
        share = words.fact_text(reached, lang)
        result = message("summary-finding-result", lang, attainment=share)
    return message("summary-finding", lang, result=result, outlook=_outlook(review))


def _outlook(review: "Review") -> str:
    lang = review.lang
    name, found = target_figures(review)
    covered = found["pipeline_coverage"]
    if covered.value is not None:
        times = words.fact_text(covered, lang)
        return message("summary-finding-coverage", lang, period=name, coverage=times)
    if covered.reason == "quota_met":
        return message("summary-finding-met", lang)
    return message("summary-finding-open", lang, n=review.figures["open_deals"].n)
