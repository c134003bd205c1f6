"""What of the differences between peers is real: rates drawn to the group, and the mix of deals."""

from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import MISSING, Lang, message
from workbench.metrics.disclosure import RATES_FROM
from workbench.metrics.fact import Comparison
from workbench.page.parts import Block, Group, Lede, Note
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review import words

if TYPE_CHECKING:
    from workbench.review.brief import Brief

_HEADLINE = "win_rate"


def honest(rates: list[str], review: "Brief") -> list[Block]:
    """Say in one sentence whether the rep can be told from the team, then show why."""
    lang = review.lang
    shrunk = [row for metric in rates if (row := review.figures.compared("shrunk", metric))]
    if not shrunk:
        return []
    are_told = any(row.n_peers >= RATES_FROM for row in shrunk)
    drawn = Table(
        [
            text(message("results-measure", lang)),
            figures(message("honest-raw", lang)),
            *[figures(message(f"honest-{each}", lang)) for each in ("shrunk", "place")] * are_told,
            text(message("honest-says", lang)),
        ],
        [_row(row, review, are_told=are_told) for row in shrunk],
        title=message("honest-title", lang),
    )
    lede = Lede(text=_sentence(shrunk, review))
    note = Note(message("honest-fold", lang), is_quiet=True)
    return [Group([lede]), Group([drawn, note], is_detail=True)]


def _sentence(shrunk: list[Comparison], review: "Brief") -> str:
    lang = review.lang
    row = next((row for row in shrunk if row.metric == _HEADLINE), shrunk[0])
    said = message(
        f"honest-sentence-{_said(row, review)}",
        lang,
        metric=words.label(row.metric, lang),
        n=row.n_peers + 1,
        sample="small" if words.is_unsteady(review.figures[row.metric]) else "enough",
    )
    mix = review.figures.compared("mix_adjusted", _HEADLINE)
    if mix is None or mix.value is None:
        return said
    raw = words.fact_text(review.figures[_HEADLINE], lang)
    parts = [said, message("honest-mix", lang, adjusted=i18n.share(mix.value, lang, 0), raw=raw)]
    if mix.verdict:
        parts.append(message(f"honest-mix-{mix.verdict}", lang))
    return ("" if lang == "zh" else " ").join(parts)


def _said(row: Comparison, review: "Brief") -> str:
    """Choose what is said; of a rate that lies apart as counted, that it may not do so for good."""
    counted = review.figures.peers(row.metric)
    side = counted.verdict if counted is not None else ""
    is_unsure = row.verdict == "not_distinguishable" and side in ("above", "below")
    return f"unsure-{side}" if is_unsure else row.verdict


def _row(row: Comparison, review: "Brief", *, are_told: bool) -> list[str]:
    lang, fact = review.lang, review.figures[row.metric]
    place = review.figures.compared("percentile", row.metric)
    drawn = i18n.share(row.value, lang, 0) if row.value is not None else MISSING
    if row.low is not None and row.high is not None:
        drawn += f" ({_range(row, lang)})"
    return [
        words.label(row.metric, lang),
        f"{words.fact_text(fact, lang)} ({words.counts(fact, lang)})",
        *[drawn, _range(place, lang) if place else MISSING] * are_told,
        message(f"honest-{row.verdict}", lang, n=row.n_peers + 1),
    ]


def _range(row: Comparison, lang: Lang) -> str:
    """Write between which shares a comparison lies."""
    ends = (end for end in (row.low, row.high) if end is not None)
    return "–".join(i18n.number(end * 100, lang) for end in ends) + "%"
