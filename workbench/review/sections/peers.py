"""Peers: where the rep's rates stand beside the middle half of others, and whether that is real."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.charts.peers import RateRow
from workbench.charts.peers import peers as draw
from workbench.i18n import MISSING, message
from workbench.metrics.fact import Comparison, Fact
from workbench.page.cells import Cell
from workbench.page.parts import Block, Callout, Exhibit, Group, Lede
from workbench.page.picture import Picture
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review import exhibits, words
from workbench.review.role import role_name
from workbench.review.sections.honest import honest

if TYPE_CHECKING:
    from workbench.review.brief import Brief

RATES = ("win_rate", "past_due_share", "csat")
OTHERS = (
    "quota_attainment",
    "average_deal_size",
    "sales_cycle_days",
    "pipeline_age_days",
    "pipeline_created",
    "top_account_share",
    "visits",
    "meetings",
    "calls",
)


def peers(review: "Brief") -> tuple[str, Sequence[Block]]:
    """Compare the rates that have an interval, then list the other figures without a verdict."""
    if not review.figures.comparisons:
        return message("peers-finding-none", review.lang), [_none(review)]
    rates = [metric for metric in RATES if review.figures.peers(metric) is not None]
    lede = _lede(review)
    body = [lede, *_rates(rates, review), *honest(rates, review), *_others(review)]
    return _finding(rates, review), body


def _finding(rates: list[str], review: "Brief") -> str:
    lang = review.lang
    verdicts = {metric: _peers(review, metric).verdict for metric in rates}
    apart = [metric for metric, verdict in verdicts.items() if verdict in ("above", "below")]
    if not rates:
        return message("peers-finding-no-rates", lang)
    if not apart:
        few = sum(words.is_unsteady(review.figures[metric]) for metric in rates)
        size = "none" if not few else "all" if few == len(rates) else "some"
        return message("peers-finding-equal", lang, n=len(rates), few=size)
    parts = [
        message(f"peers-{verdicts[metric]}", lang, metric=words.label(metric, lang))
        for metric in apart
    ]
    listed = ("，" if lang == "zh" else ", ").join(parts)
    if len(apart) == len(rates):
        return message("peers-finding-differs-all", lang, list=listed)
    return message("peers-finding-differs", lang, list=listed, n=len(rates) - len(apart))


def _lede(review: "Brief") -> Lede:
    n = max(row.n_peers for row in review.figures.comparisons.values())
    role = role_name(review.rep.role, review.lang)
    return Lede(text=message("peers-lede", review.lang, role=role, n=n))


def _rates(rates: list[str], review: "Brief") -> list[Block]:
    if not rates:
        return []
    lang = review.lang
    rows = [_row(metric, review) for metric in rates]
    apart = sum(_peers(review, metric).verdict in ("above", "below") for metric in rates)
    are_told = any(row.peer_low is not None for row in rows)
    are_halves = any(row.peer_middle is not None for row in rows)
    title = message("peers-title" if are_told else "peers-title-alone", lang, n=apart)
    drawn = Picture(
        lambda width: draw(
            rows,
            width=width,
            rep_label=message("peers-this", lang),
            peer_label=message("peers-half" if are_halves else "peers-band", lang),
        ),
        key="peers",
        description=exhibits.said(title, _said(rates, rows, review), lang),
    )
    facts = [review.figures[metric] for metric in rates]
    fold = exhibits.fold(facts, review)
    said = "half" if are_halves else "band" if are_told else "alone"
    subtitle = message(f"peers-sub-{said}", lang)
    return [Group([Exhibit(title, subtitle, drawn, _rate_table(rates, review), (fold,))])]


def _rate_table(rates: list[str], review: "Brief") -> Table:
    lang = review.lang
    keys = ["results-measure", "results-now", "results-n", "peers-interval"]
    are_told = any(_peers(review, metric).low is not None for metric in rates)
    first, *others = (message(key, lang) for key in [*keys, *["results-peers"] * are_told])
    rows: list[list[Cell]] = []
    for metric in rates:
        fact, band = review.figures[metric], _peers(review, metric)
        told = [words.sample(fact, lang).removeprefix("n = "), words.ends(fact, lang),
                *[words.middle_half(band, fact, lang)] * are_told]  # fmt: skip
        rows.append([words.label(metric, lang), words.number_of(fact), *told])
    return Table([text(first), *map(figures, others)], rows)


def _said(rates: list[str], rows: list[RateRow], review: "Brief") -> list[str]:
    """Say each rate with its counts, and the peers it stands beside."""
    lang = review.lang
    comma = "，" if lang == "zh" else ", "
    told = []
    for metric, row in zip(rates, rows, strict=True):
        said = f"{row.name} {row.label} ({row.note})"
        if row.peer_low is not None:
            others = words.middle_half(_peers(review, metric), review.figures[metric], lang)
            said += f"{comma}{message('peers-beside', lang, others=others)}"
        told.append(said)
    return told


def _row(metric: str, review: "Brief") -> RateRow:
    lang, fact, others = review.lang, review.figures[metric], _peers(review, metric)
    return RateRow(
        name=words.label(metric, lang),
        value=words.position(fact.value),
        label=words.fact_text(fact, lang),
        note=words.sample(fact, lang),
        low=words.position(fact.low),
        high=words.position(fact.high),
        peer_low=words.position(others.low),
        peer_middle=words.position(others.value),
        peer_high=words.position(others.high),
        is_unsteady=words.is_unsteady(fact),
    )


def _others(review: "Brief") -> list[Block]:
    lang = review.lang
    shown = [metric for metric in OTHERS if review.figures.peers(metric) is not None]
    if not shown:
        return []
    has_half = any(_peers(review, metric).value is not None for metric in shown)
    first, *others = (message(key, lang) for key in [
        "results-measure", "results-now", "peers-median", *["peers-middle"] * has_half,
        "peers-people",
    ])  # fmt: skip
    heads = [text(first), *map(figures, others)]
    rows = [
        _other(review.figures[metric], _peers(review, metric), review, has_half=has_half)
        for metric in shown
    ]
    drawn = Table(heads, rows, title=message("peers-table", lang))
    return [Group([drawn], is_detail=True)]


def _other(fact: Fact, others: Comparison, review: "Brief", *, has_half: bool) -> list[str]:
    """Write one line; no column of dashes where nobody's middle half is told."""
    lang = review.lang
    half = words.middle_half(others, fact, lang) if others.value is not None else MISSING
    return [
        words.label(fact.metric, lang),
        words.fact_text(fact, lang),
        words.median(others, fact, lang)
        if others.value is None
        else words.coarse(others.value, fact, lang),
        *[half] * has_half,
        i18n.number(others.n_peers, lang) if others.n_peers else MISSING,
    ]


def _peers(review: "Brief", metric: str) -> Comparison:
    return review.figures.comparisons[metric]


def _none(review: "Brief") -> Callout:
    lang = review.lang
    title, why = message("peers-none-title", lang), message("peers-none-text", lang)
    return Callout(title=title, text=why)
