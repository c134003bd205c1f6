"""Figures that lie outside, by a rule that is stated; what to look at, not whom to judge."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import quantiles

from workbench.i18n import Lang, message
from workbench.metrics.catalogue import CATALOGUE
from workbench.metrics.comparison.shrinkage import FEWEST_PEERS, fit_prior, shrunk
from workbench.metrics.fact import Fact
from workbench.model.money import round_half_up
from workbench.page.parts import Block, Heading
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review import words
from workbench.review.exploration.exploration import Exploration
from workbench.review.exploration.standing import is_estimate
from workbench.review.exploration.view import View

_FEWEST = 8  # figures that make a middle half worth a fence
_REACH = Decimal("1.5")  # widths of the middle half


@dataclass(frozen=True)
class Outlier:
    """One figure outside; for a rate `low` is None and `middle` the group's rate."""

    fact: Fact
    middle: Decimal
    low: Decimal | None = None
    high: Decimal | None = None


def outliers(explored: Exploration, view: View) -> list[Outlier]:
    """Find the figures of a period that lie outside, among the reps of the view's team.

    Rates by count are outliers when their shrunk 95 % credible interval leaves out the group's
    rate; other figures when they lie beyond Tukey's fences, 1.5 widths of the middle half outside
    it, of at least eight reps. Small samples are left out.
    """
    found = []
    for key, metric in CATALOGUE.items():
        if not metric.direction:  # neither better nor worse: a target, a plain count
            continue
        facts = explored.standing(view.model_copy(update={"metric": key}))
        known = [
            fact
            for fact in facts
            if fact.value is not None and not (is_estimate(key) and fact.n < words.RANKED_FROM)
        ]
        is_rate = bool(known) and all(fact.low is not None for fact in known)
        found += _rates(known) if is_rate else _fenced(known)
    return found


def outlier_table(explored: Exploration, view: View, lang: Lang) -> Sequence[Block]:
    """Show the outliers under their rule."""
    found = outliers(explored, view)
    people = explored.people(view)
    heads = [
        text(message("explore-compare-figure", lang)),
        text(message("explore-rep", lang)),
        figures(message("explore-outliers-value", lang)),
        text(message("explore-outliers-group", lang)),
    ]
    rows = [
        [
            words.label(each.fact.metric, lang),
            people[each.fact.rep_id].name,
            f"{words.fact_text(each.fact, lang)} ({words.counts(each.fact, lang)})",
            _rule(each, lang),
        ]
        for each in found
    ]
    title = message("explore-outliers-title", lang, n=len(found))
    shown = [Table(heads, rows)] if rows else []
    return [Heading(title, sub=message("explore-outliers-sub", lang)), *shown]


def _rule(each: Outlier, lang: Lang) -> str:
    fact = each.fact
    if each.low is None or each.high is None:
        return message(
            "explore-outliers-rule-rate", lang, mean=words.coarse(each.middle, fact, lang)
        )
    is_above = fact.value is not None and fact.value > each.high
    end = words.coarse(each.high if is_above else each.low, fact, lang)
    return message(f"explore-outliers-{'above' if is_above else 'below'}", lang, end=end)


def _rates(facts: Sequence[Fact]) -> list[Outlier]:
    if len(facts) <= FEWEST_PEERS:
        return []
    cases = [(int(fact.numerator or 0), int(fact.denominator or 0)) for fact in facts]
    prior = fit_prior(cases)
    middle = round_half_up(Decimal(repr(prior.mean)), 4)
    found = []
    for fact, case in zip(facts, cases, strict=True):
        own = shrunk(*case, prior)
        if own.low is not None and own.high is not None and not own.low <= middle <= own.high:
            found.append(Outlier(fact, middle))
    return found


def _fenced(facts: Sequence[Fact]) -> list[Outlier]:
    values = [fact.value for fact in facts if fact.value is not None]
    if len(values) < _FEWEST:
        return []
    first, middle, third = quantiles(values, n=4, method="inclusive")
    width = third - first
    low, high = first - _REACH * width, third + _REACH * width
    if not width:
        return []
    return [
        Outlier(fact, middle, low, high)
        for fact in facts
        if fact.value is not None and not low <= fact.value <= high
    ]
