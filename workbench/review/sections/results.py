"""Results: what was won, against the target and against a year ago."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.charts.attainment import PeriodBar, attainment
from workbench.i18n import MISSING, message
from workbench.page.cells import Cell
from workbench.page.number import value_text
from workbench.page.parts import Block, Exhibit, Grid, Group, Untold
from workbench.page.picture import Picture
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review import exhibits, words
from workbench.review.deal_table import deal_table
from workbench.review.sections import course
from workbench.review.sections.change import change
from workbench.review.sections.leading import leading
from workbench.review.sections.level_targets import level_targets
from workbench.review.sections.since_last import since_last
from workbench.review.sections.trend import trend
from workbench.review.sections.without_deals import (
    has_no_deals,
    measures_without_deals,
    told_without_deals,
)
from workbench.review.target import is_lowered, target_text

if TYPE_CHECKING:
    from workbench.review.brief import Brief
    from workbench.review.figures import Figures

MEASURES = (
    "won_deals",
    "lost_deals",
    "win_rate",
    "win_rate_by_value",
    "average_deal_size",
    "median_deal_size",
    "revenue_growth_yoy",
    "revenue_growth_qoq",
    "discount_depth",
    "collection_rate",
    "new_logos",
    "grr",
    "nrr",
    "csat",
    "nps",
    "top_account_share",
)


def results(review: "Brief") -> tuple[str, Sequence[Block]]:
    """Show attainment, the course of the period, the customers it hangs on, and the measures.

    Who leads a team also reads what can be counted of leading. Where the company records no deals
    the measures of what people did stand alone.
    """
    if has_no_deals(review):
        shown = measures(measures_without_deals(review), "results-figures", review, is_detail=False)
        finding = told_without_deals(review) or _finding(review)
        return finding, [*trend(review), *since_last(review), shown, *leading(review)]
    drawn = [course.cumulative(review), course.concentration(review)]
    return _finding(review), [
        Grid([_attainment(review), *drawn] if _has_bars(review) else drawn),
        *level_targets(review),
        *change(review),
        *trend(review),
        *since_last(review),
        measures(MEASURES, "results-figures", review),
        *leading(review),
    ]


def _finding(review: "Brief") -> str:
    lang, found = review.lang, review.figures
    unrecorded = words.unrecorded(found["won_revenue"], lang)
    if unrecorded:
        return unrecorded
    if found["won_revenue"].value is None:
        reason = words.reason(found["won_revenue"], lang)
        return message("results-finding-untold", lang, reason=reason)
    won = words.fact_text(found["won_revenue"], lang)
    reached = found["quota_attainment"]
    if reached.reason == "no_quotas_table":  # how to map it stands under the figure
        return message("results-finding-no-target", lang, won=won)
    if reached.value is None:
        reason = words.reason(reached, lang)
        return message("results-finding-no-quota", lang, won=won, reason=reason)
    share = words.fact_text(reached, lang)
    return message("results-finding-quota", lang, won=won, attainment=share)


def _has_bars(review: "Brief") -> bool:
    """Whether a bar or a target can be drawn: that all amounts are unknown is said once."""
    before = review.earlier_figures.value("won_revenue") if review.earlier_figures else None
    now = (review.figures.value(metric) for metric in ("won_revenue", "effective_quota"))
    return any(value is not None for value in (*now, before))


def _attainment(review: "Brief") -> Exhibit:
    lang, found = review.lang, review.figures
    bars = [_bar(review.period.name, found, review, is_this=True)]
    if review.earlier_figures is not None and review.earlier_period is not None:
        bars.append(_bar(review.earlier_period.name, review.earlier_figures, review, is_this=False))
    target = found["effective_quota"]
    label = ""
    if target.value is not None:
        label = message("results-target", lang, amount=target_text(target, lang))
    title = _attainment_title(review)
    full = [found["full_quota_attainment"]] if is_lowered(target) else []
    facts = [found["quota_attainment"], target, *full, found["won_revenue"]]
    written = exhibits.amounts(review.currency, lang)
    drawn = Picture(
        lambda width: attainment(bars, width=width, target_label=label, axis_text=written),
        key="attainment",
        description=exhibits.said(
            title, [*(f"{bar.name} {bar.label}" for bar in bars), *([label] if label else [])], lang
        ),
    )
    fold = exhibits.fold(facts, review, rows=deal_table(review.deal_rows("won"), review))
    return Exhibit(title, _attainment_subtitle(review), drawn, _attained(review), (fold,))


def _attained(review: "Brief") -> Table:
    """Give what is drawn: won revenue, target and attainment of each period."""
    metrics = ("won_revenue", "effective_quota", "quota_attainment")
    found = [(review.period.name, review.figures)]
    if review.earlier_figures is not None and review.earlier_period is not None:
        found.append((review.earlier_period.name, review.earlier_figures))
    heads = [
        text(message("exhibit-period", review.lang)),
        *(figures(words.label(metric, review.lang)) for metric in metrics),
    ]
    rows: list[list[Cell]] = [
        [name, *(words.number_of(of[metric]) for metric in metrics)] for name, of in found
    ]
    return Table(heads, rows, is_plain=True)


def _attainment_title(review: "Brief") -> str:
    gap = review.figures["quota_gap"]
    won = words.fact_text(review.figures["won_revenue"], review.lang)
    if gap.value is None or review.figures.value("quota_attainment") is None:
        side, written = "none", ""
    else:
        side = "below" if gap.value > 0 else "above" if gap.value < 0 else "even"
        written = value_text(abs(gap.value), "money", gap.currency, review.lang)
    return message("results-attainment-title", review.lang, side=side, gap=written, won=won)


def _attainment_subtitle(review: "Brief") -> str:
    lang = review.lang
    now = words.counted_deals(review.figures["won_deals"], lang)
    if review.earlier_figures is None:
        return message("results-attainment-sub-now", lang, deals=now)
    earlier = words.counted_deals(review.earlier_figures["won_deals"], lang)
    return message("results-attainment-sub", lang, deals=now, earlier=earlier)


def _bar(name: str, found: "Figures", review: "Brief", *, is_this: bool) -> PeriodBar:
    lang = review.lang
    won, reached = found["won_revenue"], found["quota_attainment"]
    label = words.fact_text(won, lang)
    if reached.value is not None:
        label += ("，" if lang == "zh" else ", ") + words.fact_text(reached, lang)
    elif won.value is None:
        label = f"{MISSING} {words.reason(won, lang)}"
    return PeriodBar(
        name=name,
        value=words.position(won.value),
        label=label,
        target=words.position(found.value("effective_quota")),
        is_this=is_this,
    )


def measures(
    metrics: Sequence[str], title: str, review: "Brief", *, is_detail: bool = True
) -> Group:
    """List measures with their counts, a year ago and the peers, and how each is made.

    Those that cannot be told stand below, together where they share a reason. A talk goes without
    them, but where they are all there is.
    """
    lang = review.lang
    heads = [
        text(message("results-measure", lang)),
        figures(message("results-now", lang)),
        figures(message("results-n", lang)),
        figures(message("results-year-ago", lang)),
        figures(message("results-peers", lang)),
    ]
    told = [metric for metric in metrics if review.figures.value(metric) is not None]
    rows = [measure_row(metric, review) for metric in told]
    if all(row[-1] is None for row in rows):  # nobody is compared; the section of peers says why
        heads, rows = heads[:-1], [row[:-1] for row in rows]
    drawn = [Table(heads, rows, title=message(title, lang))] if rows else []
    untold = _untold([metric for metric in metrics if metric not in told], review)
    fold = exhibits.fold([review.figures[metric] for metric in metrics], review)
    return Group([*drawn, *untold, fold], is_detail=is_detail)


def _untold(metrics: Sequence[str], review: "Brief") -> list[Block]:
    """Name the measures that are absent, by reason."""
    lang = review.lang
    by_reason: dict[str, list[str]] = {}
    for metric in metrics:
        why = words.reason(review.figures[metric], lang)
        by_reason.setdefault(why, []).append(words.label(metric, lang))
    return [Untold(names, why) for why, names in by_reason.items()]


def measure_row(metric: str, review: "Brief") -> list[Cell]:
    """Write one measure: now, on how many, a year ago, and the peers' middle half."""
    lang, fact = review.lang, review.figures[metric]
    others, earlier = review.figures.peers(metric), review.earlier_figures
    counted = words.sample(fact, lang) if fact.unit != "count" else ""
    return [
        words.label(metric, lang),
        words.number_of(fact),
        counted.removeprefix("n = "),
        words.number_of(earlier[metric]) if earlier else None,
        words.middle_half(others, fact, lang) if others else None,
    ]
