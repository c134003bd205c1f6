"""Question a figure: an item of the inbox that carries the metric, its value and its rows."""

from typing import TYPE_CHECKING

import pyarrow as pa

from workbench.errors import require_known
from workbench.metrics.catalogue import CATALOGUE
from workbench.review.cycle.appealing import appeal
from workbench.store import Actor
from workbench.store.inbox import ask
from workbench.store.subjects import read_subject

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk

_MOST = 200  # rows an item names; a figure over more is questioned as a whole


def question(
    desk: "Desk",
    actor: Actor,
    cycle: str,
    rep_id: str,
    text: str,
    *,
    metric: str = "",
    kind: str = "question",
) -> str:
    """Put a question, or feedback, into the inbox of whom it is for; gives its id.

    Parameters
    ----------
    metric
        The figure it is about, by key; "" is about none. What the figure showed and the rows it
        rests on are kept with the question, so that a later correction can be told apart.

    Raises
    ------
    UnknownNameError
        For an unknown metric, rep or kind.
    RefusedError
        When the actor has no part in the review. Feedback may come from every colleague of the
        cycle; a figure is named by those alone who have a part in the review.
    """
    if kind == "appeal":
        read_subject(desk.store, actor, cycle, rep_id)
        return appeal(desk, actor, cycle, rep_id, text)
    about: dict[str, object] = {}
    if metric:
        read_subject(desk.store, actor, cycle, rep_id)
        require_known("metric", [metric], CATALOGUE)
        review = desk.review(actor, cycle, rep_id)
        value = review.figures.value(metric)
        rows = review.rows(metric)
        named = _named(rows)
        about = {"metric": metric, "value": None if value is None else str(value), "rows": named}
    calendar = desk.workspace.calendar
    return ask(desk.store, actor, (cycle, rep_id), kind, text, about, calendar=calendar)


def _named(rows: pa.Table) -> list[str]:
    """Name the things a figure counted, by their first id; those it left out are not named."""
    ids = (name for name in rows.column_names if name.endswith("_id") and name != "rep_id")
    key = next(ids, "")
    marks = ("in_numerator", "in_denominator", "in_n")
    counted = (row for row in rows.to_pylist() if key and any(row[mark] for mark in marks))
    return [row[key] for row in counted if row[key] is not None][:_MOST]
