"""Page one, a verdict: the result, its cause, the risk ahead, the decision asked, and thanks."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import message
from workbench.page.parts import Block, Columns, Gauges, Listing, Terms
from workbench.review import words
from workbench.review.leaving import left_text
from workbench.review.never_recorded import records_open
from workbench.review.outlook import target_figures
from workbench.review.sections.headline_rows import headline_rows
from workbench.review.sections.without_deals import has_no_deals, told_without_deals
from workbench.review.verdict.candidate import RATES, Candidate
from workbench.review.verdict.cause import cause
from workbench.review.verdict.cover import cover_of, times
from workbench.review.verdict.decision import decision
from workbench.review.verdict.shortfalls import shortfalls
from workbench.review.verdict.signed import signed_words
from workbench.review.verdict.strengths import strengths
from workbench.review.verdict.warmth import kind_words

if TYPE_CHECKING:
    from workbench.review.brief import Brief


def summary(review: "Brief") -> tuple[str, Sequence[Block]]:
    """Say on one page how the period went, why, what comes next, and what is asked."""
    short = shortfalls(review)
    risk = None if review.has_left else next((each for each in short if each.is_ahead), None)
    terms = [*_course(short, risk, review), *kind_words(review), *signed_words(review)]
    verdict: list[Block] = [Terms(terms)] if terms else []
    rows = headline_rows(review)
    gauges = Gauges(rows, message("summary-key", review.lang))
    lists = Columns([_reached(review), *_short(short, risk, review)])
    return _finding(review), [*verdict, *([gauges] if rows else []), lists]


def _course(
    found: Sequence[Candidate], risk: Candidate | None, review: "Brief"
) -> Iterator[tuple[str, str]]:
    """Give the cause of the result, the weightiest risk ahead, and what is to be decided."""
    why = cause(review)
    if why is not None:
        yield why
    if risk is not None:
        yield message("verdict-risk-label", review.lang), risk.text
    asked = decision([risk, *found] if risk else found, review)
    if asked:
        yield message("verdict-decide-label", review.lang), asked


def _reached(review: "Brief") -> Listing:
    found = [each.text for each in strengths(review)]
    return Listing(message("summary-results", review.lang), found or _none(review, "none-reached"))


def _short(
    found: Sequence[Candidate], risk: Candidate | None, review: "Brief"
) -> Iterator[Listing]:
    """List what is short beside the risk, which is told above."""
    told = [each.text for each in found if each is not risk]
    if told or not found:
        left = "-left" if review.has_left else ""
        title = message(f"summary-problems{left}", review.lang)
        yield Listing(title, told or [_nothing_short(review)])


def _nothing_short(review: "Brief") -> str:
    """Say what was looked at; nothing is said to be well that nothing could be held against."""
    lang, figures = review.lang, review.figures
    looked = {
        "target": figures.value("quota_attainment") is not None,
        "cover": cover_of(review).fact.value is not None,
        "peers": any((row := figures.peers(rate)) and row.verdict for rate in RATES),
        "before": _is_held_against_before(review),
    }
    names = [message(f"verdict-looked-{name}", lang) for name, is_told in looked.items() if is_told]
    if not names:
        return _none(review, "no-measure")[0]
    return message("summary-no-problem", lang, looked=i18n.listed(names, lang))


def _is_held_against_before(review: "Brief") -> bool:
    before = review.earlier_figures
    both = (before, review.figures) if before else (None,)
    return all(each is not None and each.value("won_revenue") is not None for each in both)


def _none(review: "Brief", key: str) -> list[str]:
    """Say that nothing is there; of a period without a record that it has none."""
    is_told = not words.unrecorded(review.figures["won_revenue"], review.lang)
    return [message(f"summary-{key}" if is_told else "summary-unrecorded", review.lang)]


def _finding(review: "Brief") -> str:
    lang, reached = review.lang, review.figures["quota_attainment"]
    won = review.figures["won_revenue"]
    if has_no_deals(review):
        return told_without_deals(review) or _none(review, "none-reached")[0]
    result = words.unrecorded(won, lang)
    if result and target_figures(review)[1]["pipeline_coverage"].value is None:
        return result
    if not result and won.value is None:
        result = message("results-finding-untold", lang, reason=words.reason(won, lang))
    elif not result and reached.value is None:
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
    cover = cover_of(review)
    if cover.fact.value is not None:
        told = {"period": cover.period, "coverage": times(cover.fact, lang)}
        known = "" if cover.needed.value is None else "-short" if cover.is_short else "-enough"
        needed = times(cover.needed, lang)
        return message(f"summary-finding-coverage{known}", lang, needed=needed, **told)
    if cover.fact.reason == "quota_met":
        return message("summary-finding-met", lang)
    return message("summary-finding-open", lang, n=review.figures["open_deals"].n)
