"""A figure opened: its definition, formula and counts, and the rows it was made of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pyarrow as pa

from workbench.i18n import Lang, message
from workbench.metrics.catalogue import metric_of
from workbench.metrics.fact import Fact
from workbench.page.fragment import fragment
from workbench.page.parts import Block, Fold, Group, Heading, Note
from workbench.review import exhibits, words
from workbench.review.opened_table import is_of_deals, opened_table
from workbench.review.rows import DealRow, deal_rows
from workbench.snapshots.facts import own_columns

if TYPE_CHECKING:
    import pandas as pd

    from workbench.review.rep_period import RepPeriod

_MARKS = ("in_numerator", "in_denominator", "in_n", "to_numerator", "to_denominator")
_FIRST = ("part", *DealRow.__dataclass_fields__)  # the columns people look for first


@dataclass(frozen=True)
class OpenFigure:
    """One figure of one rep with everything behind it; shows itself in a notebook."""

    fact: Fact
    table: pa.Table  # the rows it was made of, each with how it counts; see `rows_behind`
    text: str  # the figure in one line
    lang: Lang
    fold: Fold  # how it was made

    @property
    def blocks(self) -> Sequence[Block]:
        """The figure and how it was made, as parts of a page."""
        return Heading(self.text), self.fold

    @property
    def html(self) -> str:
        """The figure in a notebook; escaped."""
        return fragment(self.lang, Group(self.blocks, "page"))

    @property
    def rows(self) -> tuple[DealRow, ...]:
        """The deals among its rows, in order of closing; () where it rests on other things."""
        found = self.table.to_pylist() if is_of_deals(self.table) else []
        return deal_rows(row for row in found if row.get("deal_id"))

    @property
    def frame(self) -> "pd.DataFrame":
        """The rows as a table: one per deal or other thing, with how each counts.

        `in_numerator`, `in_denominator` and `in_n` say in which it is; `to_numerator` and
        `to_denominator`, which add up to the figure's, what it adds there.
        """
        import pandas as pd  # noqa: PLC0415 (a document opens no figure)

        if not self.table.num_rows:
            return pd.DataFrame(columns=[*_FIRST, *_MARKS])
        names = self.table.column_names
        first = [name for name in _FIRST if name in names]
        rest = [name for name in names if name not in (*first, *_MARKS)]
        ordered = self.table.select([*first, *_MARKS, *rest])
        return pd.DataFrame(ordered.to_pandas(types_mapper=pd.ArrowDtype))

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.text}


def open_figure(review: "RepPeriod", key: str) -> OpenFigure:
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
    counted = words.reason(fact, lang) or words.counts(fact, lang)
    text = f"{words.label(key, lang)}: {words.fact_text(fact, lang)} ({counted})"
    rows = own_columns(review.rows(key))
    shown = opened_table(rows, review)
    if metric.withheld:
        shown = [Note(message(f"withheld-{metric.withheld}", lang))]
    fold = replace(exhibits.fold([fact], review, rows=shown), is_open=True)
    return OpenFigure(fact, rows, text, lang, fold)
