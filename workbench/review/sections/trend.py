"""How the headline figures went over the last periods: a small course each, and the numbers."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.charts.tiny import course
from workbench.i18n import MISSING, message
from workbench.page.cells import Cell, Course, Stack, Strong
from workbench.page.number import value_text
from workbench.page.parts import Block, Fold, Group, Note
from workbench.page.picture import Picture
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review import words
from workbench.review.past import MEASURES, WITHOUT_DEALS

if TYPE_CHECKING:
    from workbench.metrics.fact import Fact
    from workbench.review.brief import Brief
    from workbench.review.past import Past

_COURSE = 120  # px
_SUMS = ("quota_attainment", "won_revenue")  # which need no number of cases
_FEWEST = 2  # a course has two ends


def trend(review: "Brief") -> list[Block]:
    """Draw each headline figure over the periods that are over; nothing where two do not tell it.

    A figure of few cases is marked, and where the rep was away or nothing is recorded the course
    has a gap and the table its reason.
    """
    shown = _told(review)
    if not shown:
        return []
    lang, past = review.lang, review.past
    heads = [
        text(message("results-measure", lang)),
        text(message("trend-course", lang)),
        figures(message("trend-last", lang)),
    ]
    rows = [_row(metric, past, review) for metric in shown]
    title = message("trend-title", lang, first=past[0].period.name, last=past[-1].period.name)
    table = Table(heads, rows, title=title)
    fold = Fold(message("trend-numbers", lang), blocks=(_numbers(shown, past, review),))
    return [Group([table, *_targets(past, review), fold])]


def _told(review: "Brief") -> list[str]:
    """Choose the figures that two periods tell; of calls and meetings only without any deals."""
    found = [metric for metric in MEASURES if _often(metric, review.past) >= _FEWEST]
    if review.has_deals and any(metric != "csat" for metric in found):
        return found
    done = [metric for metric in WITHOUT_DEALS if _often(metric, review.past) >= _FEWEST]
    return [metric for metric in done if any(_value(metric, each) for each in review.past)]


def _often(metric: str, past: Sequence["Past"]) -> int:
    return sum(_value(metric, each) is not None for each in past)


def _value(metric: str, past: "Past") -> float | None:
    fact = past.facts.get(metric)
    return None if fact is None or past.is_away else words.position(fact.value)


def _row(metric: str, past: Sequence["Past"], review: "Brief") -> list[Cell]:
    lang = review.lang
    known = [each for each in past if _value(metric, each) is not None]
    said = [(each.period.name, words.fact_text(each.facts[metric], lang)) for each in known]
    values = [_value(metric, each) for each in past]
    full = 1.0 if metric == "quota_attainment" else None
    drawn = Picture(
        lambda width: course(values, width=width, reference=full),
        key=f"trend-{metric.replace('_', '-')}",
        description=" → ".join(" ".join(each) for each in said),
        widths=(_COURSE,),
    )
    begin, end = (message("trend-at", lang, period=p, value=v) for p, v in (said[0], said[-1]))
    return [words.label(metric, lang), Course(drawn, f"{begin} →"), Strong(end)]


def _targets(past: Sequence["Past"], review: "Brief") -> list[Block]:
    """Count in how many of the periods that had a target it was reached."""
    facts = [each.facts.get("quota_attainment") for each in past if not each.is_away]
    asked = [fact.value for fact in facts if fact is not None and fact.value is not None]
    if len(asked) < _FEWEST:
        return []
    n = sum(value >= 1 for value in asked)
    side = "none" if not n else "all" if n == len(asked) else "some"
    said = message("trend-reached", review.lang, side=side, n=n, all=len(asked))
    return [Note(said, is_quiet=True)]


def _numbers(shown: Sequence[str], past: Sequence["Past"], review: "Brief") -> Table:
    lang, has_target = review.lang, "quota_attainment" in shown
    heads = [text(message("exhibit-period", lang))]
    heads += [figures(words.label(metric, lang)) for metric in shown]
    heads += [figures(message("trend-target", lang))] if has_target else []
    rows: list[list[Cell]] = [
        [
            each.period.name,
            *(_cell(each.facts.get(metric), each, review) for metric in shown),
            *([_target(each, review)] if has_target else []),
        ]
        for each in past
    ]
    return Table(heads, rows)


def _cell(fact: "Fact | None", past: "Past", review: "Brief") -> Cell:
    lang = review.lang
    if past.is_away:
        return Stack(MISSING, message("trend-away", lang))
    if fact is None or fact.value is None:
        return Stack(MISSING, words.reason(fact, lang) if fact is not None else "")
    if fact.metric not in _SUMS and fact.unit != "count":
        return Stack(words.fact_text(fact, lang), words.sample(fact, lang))
    return words.number_of(fact)


def _target(past: "Past", review: "Brief") -> Cell:
    fact = past.facts.get("quota_attainment")
    if fact is None or fact.denominator is None:
        return None
    return value_text(fact.denominator, "money", review.currency, review.lang)
