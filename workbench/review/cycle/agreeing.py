"""From the tables of a plan, and of development, to promises the next review opens with."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from workbench.i18n import message
from workbench.metrics.catalogue import CATALOGUE
from workbench.review.coaching.measures import fact_of
from workbench.review.cycle.checking import Entries, is_blank
from workbench.review.promised.days import read_on
from workbench.review.template import Item
from workbench.store import Actor, Store
from workbench.store.entries import entries_in
from workbench.store.promises import Promise, amend_promise, keep_promise, promises_in
from workbench.store.rules import Subject, require_write

if TYPE_CHECKING:
    from workbench.review.rep_period import RepPeriod

_LONGEST_NAME = 80  # as the store keeps a person
_DEVELOPMENT = "competence"  # the section whose action tables are the development plan


def agreed(review: "RepPeriod", entries: Entries, cycle: str) -> list[Promise]:
    """Read the action tables of plan and development: what, which metric, where to, until when.

    A metric named in either language or by its key is followed from its value in this review on;
    other words stay in the promise as they were written. A line of development says how it is
    practised; a strength or need to which nobody added how or until when is no promise.
    """
    planned = [
        promise_of(review, cycle, item, row)
        for item, row in _lines(review, entries, "plan")
        if not is_blank(row)
    ]
    return planned + [
        promise_of(review, cycle, item, _with_how(item, row))
        for item, row in _lines(review, entries, _DEVELOPMENT)
        if not is_blank([cell for n, cell in enumerate(row) if item.columns[n].means != "what"])
    ]


def _lines(
    review: "RepPeriod", entries: Entries, section: str
) -> Iterator[tuple[Item, Sequence[str]]]:
    """Give the rows of a section's action tables that both share and somebody edited."""
    for item in review.template.forms.get(section, ()):
        entry = entries.get((section, item.key, "shared")) if item.kind == "actions" else None
        if entry is not None and not entry.is_proposed:
            yield from ((item, row) for row in entry.value)


def _with_how(item: Item, row: Sequence[str]) -> list[str]:
    """Put what a row says in columns without a meaning, how it is practised, behind the what."""
    how = [cell.strip() for n, cell in enumerate(row) if not item.columns[n].means]
    told = [cell for cell in how if cell]
    return [
        " – ".join([cell.strip(), *told]) if item.columns[n].means == "what" else cell
        for n, cell in enumerate(row)
    ]


def keep_agreed(
    store: Store, connection: Connection, actor: Actor, review: "RepPeriod", subject: Subject
) -> None:
    """Keep the agreed actions as promises, in the transaction that leaves the conversation.

    What a reopened conversation has kept already is not kept twice; it says what holds now.
    """
    require_write(actor, subject, "shared")
    kept = {
        (each.what, each.metric, each.due_on): each
        for each in promises_in(connection, actor, subject)
        if each.cycle == subject.cycle
    }
    for each in agreed(review, entries_in(connection, actor, subject), subject.cycle):
        before = kept.get((each.what, each.metric, each.due_on))
        if before is None:
            keep_promise(store, connection, actor, each)
        else:
            amend_promise(store, connection, actor, before, each)


def metric_named(words: str) -> str:
    """Find the metric people mean, by key or name; "" when the words name none."""
    wanted = words.strip().casefold()
    for key in CATALOGUE:
        if wanted in (key, message(key, "zh").casefold(), message(key, "en").casefold()):
            return key
    return ""


def promise_of(review: "RepPeriod", made_in: str, item: Item, row: Sequence[str]) -> Promise:
    """Read one row of an action table.

    Parameters
    ----------
    made_in
        The cycle or session it was agreed in.
    """
    told = {column.means: row[n].strip() for n, column in enumerate(item.columns) if column.means}
    metric = metric_named(told.get("metric", ""))
    # Cover begins where it matters: at that of the period to come
    fact = fact_of(review, metric)[1] if (metric, "", "") in review.figures.facts else None
    named = told.get("what", "")
    if told.get("metric") and not metric:
        named = f"{named} ({told['metric']})"
    is_known = fact is not None and fact.value is not None
    return Promise(
        cycle=made_in,
        rep_id=review.rep.rep_id,
        owner_id=_owner(told.get("owner", ""), review),
        what=named,
        metric=metric,
        baseline=str(fact.value) if fact is not None and is_known else "",
        baseline_n=fact.n if fact is not None and is_known else None,
        baseline_on=read_on(review.period, review.as_of) if is_known else None,
        aim=told.get("aim", ""),
        support=told.get("support", ""),
        due_on=_day(told.get("due", "")),
    )


def _owner(words: str, review: "RepPeriod") -> str:
    """Find who is meant: the rep when nobody is named, the manager by name or id."""
    rep = review.rep
    if words.casefold() in ("", rep.rep_id.casefold(), rep.name.casefold()):
        return rep.rep_id
    if words.casefold() in (rep.manager_id.casefold(), rep.manager_name.casefold()):
        return rep.manager_id
    return words[:_LONGEST_NAME]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
