"""A figure opened: its definition, formula and counts, and the deals it was made of."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd
from markupsafe import Markup

from workbench.metrics.catalogue import metric_of
from workbench.metrics.fact import Fact
from workbench.review import exhibits, words
from workbench.review.deal_table import deal_table
from workbench.review.rows import DealRow

if TYPE_CHECKING:
    from workbench.review.review import Review


@dataclass(frozen=True)
class OpenFigure:
    """One figure of one rep with everything behind it; shows itself in a notebook."""

    fact: Fact
    rows: tuple[DealRow, ...]  # the deals it rests on; () where it rests on none
    text: str  # the figure in one line
    html: str

    @property
    def frame(self) -> pd.DataFrame:
        """The rows as a table: one row per deal, `amount` as it counts for this rep."""
        names = list(DealRow.__dataclass_fields__)
        return pd.DataFrame([vars(row) for row in self.rows], columns=names)

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.text}


def open_figure(review: "Review", key: str) -> OpenFigure:
    """Open a figure of a review.

    Parameters
    ----------
    key
        Of the metric, as in docs/metrics.md.

    Raises
    ------
    UnknownNameError
        When there is no such metric; offers the nearest.
    """
    metric, fact, lang = metric_of(key), review.figures[key], review.lang
    rows = tuple(row for state in metric.rows for row in review.deals(state))
    counted = words.reason(fact, lang) or words.counts(fact, lang)
    text = f"{words.label(key, lang)}: {words.fact_text(fact, lang)} ({counted})"
    fold = exhibits.fold([fact], review, rows=deal_table(rows, review, most=len(rows)))
    html = Markup('<section class="wb"><h3>{}</h3>{}</section>').format(
        text, fold.replace("<details>", Markup("<details open>"))
    )
    return OpenFigure(fact, rows, text, str(html))
