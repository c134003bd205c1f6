"""From the action table of a plan to promises the next review opens with."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from workbench.i18n import message
from workbench.metrics.catalogue import CATALOGUE
from workbench.review.cycle.checking import Entries, is_blank
from workbench.review.template import Item
from workbench.store.promises import Promise

if TYPE_CHECKING:
    from workbench.review.review import Review


def agreed(review: "Review", entries: Entries, cycle: str) -> list[Promise]:
    """Read the plan's action tables: what, which metric, where to, until when.

    A metric named in either language or by its key is followed from its value in this review on;
    other words stay in the promise as they were written.
    """
    return [
        _promise(review, cycle, item, row)
        for item in review.template.forms.get("plan", ())
        if item.kind == "actions"
        for entry in [entries.get(("plan", item.key, "shared"))]
        if entry is not None and not entry.is_proposed
        for row in entry.value
        if not is_blank(row)
    ]


def metric_named(words: str) -> str:
    """Find the metric people mean, by key or name; "" when the words name none."""
    wanted = words.strip().casefold()
    for key in CATALOGUE:
        if wanted in (key, message(key, "zh").casefold(), message(key, "en").casefold()):
            return key
    return ""


def _promise(review: "Review", cycle: str, item: Item, row: Sequence[str]) -> Promise:
    told = {column.means: row[n] for n, column in enumerate(item.columns) if column.means}
    metric = metric_named(told.get("metric", ""))
    value = review.figures.value(metric) if metric else None
    named = told.get("what", "")
    if told.get("metric") and not metric:
        named = f"{named} ({told['metric']})"
    return Promise(
        cycle=cycle,
        rep_id=review.rep.rep_id,
        owner_id=review.rep.rep_id,
        what=named,
        metric=metric,
        baseline="" if value is None else str(value),
        aim=told.get("aim", ""),
        due_on=_day(told.get("due", "")),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
