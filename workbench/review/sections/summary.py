"""The summary: five figures, three results, two problems, and room for one ask."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.i18n import message
from workbench.page.parts import Block, Columns, Gauges, Listing
from workbench.review import words
from workbench.review.headlines import problems, results
from workbench.review.leaving import left_text
from workbench.review.never_recorded import records_open
from workbench.review.outlook import target_figures
from workbench.review.sections.headline_rows import headline_rows

if TYPE_CHECKING:
    from workbench.review.brief import Brief


def summary(review: "Brief") -> tuple[str, Sequence[Block]]:
    """Say on one page how the period went and what is short."""
    rows = headline_rows(review)
    is_told = not words.unrecorded(review.figures["won_revenue"], review.lang)
    unknown = [message("summary-unrecorded", review.lang)]
    none = [message("summary-no-problem", review.lang)] if is_told else unknown
    lang = review.lang
    listings = [
        Listing(message("summary-results", lang), results(review) or ([] if is_told else unknown)),
        Listing(message("summary-problems", lang), problems(review) or none),
    ]
    return _finding(review), [Gauges(rows, message("summary-key", lang)), Columns(listings)]


def _finding(review: "Brief") -> str:
    lang, reached = review.lang, review.figures["quota_attainment"]
    won = review.figures["won_revenue"]
    result = words.unrecorded(won, lang)
    if result and target_figures(review)[1]["pipeline_coverage"].value is None:
        return result
    if not result and reached.value is None:
        result = message("summary-finding-won", lang, won=words.fact_text(won, lang))
    elif not result:
        share = words.fact_text(reached, lang)
        result = message("summary-finding-result", lang, attainment=share)
    if not records_open(review.figures):
        return result
    return message("summary-finding", lang, result=result, outlook=_outlook(review))


def _outlook(review: "Brief") -> str:
    lang = review.lang
    if review.has_left:
        return left_text(review)
    name, found = target_figures(review)
    covered = found["pipeline_coverage"]
    if covered.value is not None:
        times = words.fact_text(covered, lang)
        return message("summary-finding-coverage", lang, period=name, coverage=times)
    if covered.reason == "quota_met":
        return message("summary-finding-met", lang)
    return message("summary-finding-open", lang, n=review.figures["open_deals"].n)
