"""A figure opened: its definition, formula and counts, and the rows it was made of."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa
from markupsafe import Markup

from workbench.i18n import MISSING, Lang
from workbench.metrics.catalogue import metric_of
from workbench.metrics.fact import Fact
from workbench.review import exhibits, words
from workbench.review.deal_table import deal_table
from workbench.review.rows import DealRow
from workbench.review.table import Heading, table

if TYPE_CHECKING:
    from workbench.review.review import Review


@dataclass(frozen=True)
class OpenFigure:
    """One figure of one rep with everything behind it; shows itself in a notebook."""

    fact: Fact
    rows: tuple[DealRow, ...]  # the deals it rests on; () where it rests on other things
    others: pa.Table  # those other things: activities, leads, contracts, …; one row each
    text: str  # the figure in one line
    html: str

    @property
    def frame(self) -> pd.DataFrame:
        """The rows as a table: one per deal, `amount` as it counts for this rep, or per thing."""
        if not self.rows and self.others.num_rows:
            return pd.DataFrame(self.others.to_pandas(types_mapper=pd.ArrowDtype))
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
    others = pa.table({}) if metric.rows else review.rows(key)
    shown = deal_table(rows, review, most=len(rows)) if rows else _plain_table(others, lang)
    fold = exhibits.fold([fact], review, rows=shown)
    html = Markup('<section class="wb"><h3>{}</h3>{}</section>').format(
        text, fold.replace("<details>", Markup("<details open>"))
    )
    return OpenFigure(fact, rows, others, text, str(html))


def _plain_table(found: pa.Table, lang: Lang) -> Markup:
    """Show rows under the names the workspace's tables give their columns."""
    if not found.num_rows:
        return Markup("")
    told = [name for name in found.column_names if name != "rep_id"]
    rows = [[_cell(row[name]) for name in told] for row in found.select(told).to_pylist()]
    heads = [
        Heading(name, is_figure=_is_number(kind))
        for name, kind in zip(told, found.select(told).schema.types, strict=True)
    ]
    return table(heads, rows, lang=lang)


def _is_number(kind: pa.DataType) -> bool:
    tests = (pa.types.is_integer, pa.types.is_decimal, pa.types.is_floating)
    return any(test(kind) for test in tests)


def _cell(value: object) -> str:
    if value is None:
        return MISSING
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
