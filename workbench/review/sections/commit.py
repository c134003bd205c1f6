"""What is committed and what is hoped for, where the data tell it, and what came of it before."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.i18n import message, told
from workbench.model.spoken import spoken_period
from workbench.page.cells import Cell
from workbench.page.number import Number, value_text
from workbench.page.parts import Block, Group, Paragraph
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review import exhibits, words
from workbench.review.outlook import target_figures

if TYPE_CHECKING:
    from workbench.metrics.fact import Fact
    from workbench.review.brief import Brief

_CALLED = ("commit_pipeline", "best_case_pipeline")
_ROWS = ("won_revenue", *_CALLED, "open_pipeline")


def commit(review: "Brief") -> list[Block]:
    """List what is won, committed, hoped for and open, of the period ahead once this one is over.

    Nothing where the data have no forecast categories, and nothing of who has left.
    """
    lang, (period, found) = review.lang, target_figures(review)
    if review.has_left or all(found[metric].value is None for metric in _CALLED):
        return []
    shown = [found[metric] for metric in _ROWS if found[metric].value is not None]
    heads = [text(message("results-measure", lang)), figures(message("commit-amount", lang))]
    heads.append(figures(message("commit-deals", lang)))
    rows: list[list[Cell]] = [
        [words.label(fact.metric, lang), words.number_of(fact), Number(fact.n, "count")]
        for fact in shown
    ]
    title = message("commit-title", lang, period=told(spoken_period(period), lang))
    return [Group([Table(heads, rows, title=title), *_kept(review), exhibits.fold(shown, review)])]


def _kept(review: "Brief") -> Iterator[Block]:
    """Say what came of the commitments of the period reviewed, and of a year before."""
    earlier, before = review.earlier_figures, review.earlier_period
    of = [(review.period.name, review.figures["commit_hit_rate"])]
    if earlier is not None and before is not None:
        of.append((before.name, earlier["commit_hit_rate"]))
    for period, fact in of:
        if fact.value is not None and fact.numerator is not None:
            yield Paragraph(_became(period, fact, review), is_sub=True)


def _became(period: str, fact: "Fact", review: "Brief") -> str:
    lang = review.lang
    won, called = (
        value_text(part, "money", review.currency, lang)
        for part in (fact.numerator, fact.denominator)
    )
    return message(
        "commit-became", lang, period=told(spoken_period(period), lang), called=called, won=won,
        share=words.fact_text(fact, lang), deals=words.deals(fact.n, lang),
    )  # fmt: skip
