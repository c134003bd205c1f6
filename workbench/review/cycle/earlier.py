"""The signed reviews of a rep before this one, with their ratings, as a reader may see them."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import PeriodError, UnknownNameError
from workbench.review.template import Template, load_template
from workbench.review.text import Text
from workbench.review.weighted_rating import level_in, weighted, weighted_items
from workbench.sources.workspace import Workspace
from workbench.store import Actor, Store
from workbench.store.appeals import appeals_of
from workbench.store.cycles import Cycle
from workbench.store.entries import Entry, read_entries
from workbench.store.opening import store_of
from workbench.store.rules import is_signed
from workbench.store.signing import signatures_of
from workbench.store.subjects import pins_of, reviews_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from workbench.review.rep_period import RepPeriod
    from workbench.store.rules import Side
    from workbench.store.signing import Scored

_MOST = 8


@dataclass(frozen=True)
class Earlier:
    """One signed review, told in the words of its template as it is today."""

    period: str
    template: Text
    signed_at: datetime
    rating: Text | None = None  # None: no single rating, or one the template does not know today
    level: "Decimal | int | None" = None  # as it is kept, from 1; of several the weighted one
    is_appealed: bool = False  # an open appeal takes the rating's effect
    scored: "Scored | None" = None  # the score that was signed; None: it had none, or kept none
    rules: "Mapping[str, str] | None" = None  # that its figures stood on; None: not kept
    cycle: str = ""
    data: tuple[date, str] | None = None  # day and hash of what it was signed on


def earlier_of(review: "RepPeriod") -> tuple[Earlier, ...] | None:
    """Read the signed reviews before this one; None where the company keeps no reviews."""
    workspace = review.workspace
    if not workspace.has_store:
        return None
    store = store_of(workspace)
    try:
        rep_id, before = review.rep.rep_id, review.period.last_day
        return read_earlier(store, review.reader, rep_id, before, workspace)
    finally:
        store.engine.dispose()


def read_earlier(
    store: Store, actor: Actor, rep_id: str, before: date, workspace: Workspace
) -> tuple[Earlier, ...]:
    """Read the last signed reviews of a rep, the earliest first, eight at most.

    Parameters
    ----------
    before
        Only of periods whose last day is earlier.
    workspace
        For its calendar and its templates.
    """
    found = reversed(reviews_of(store, actor, rep_id))
    past = [
        (cycle, subject.template or cycle.template) for cycle, subject in found
        if is_signed(subject) and _last_day(cycle, workspace) < before
    ]  # fmt: skip
    told = (_read(store, actor, rep_id, each, workspace.folder) for each in past[:_MOST])
    return tuple(each for each in told if each is not None)[::-1]


def _last_day(cycle: Cycle, workspace: Workspace) -> date:
    """Give the last day of a cycle's period; of a name the calendar has lost, that of its data."""
    try:
        return workspace.calendar.period(cycle.period).last_day
    except PeriodError:
        return cycle.as_of


def _read(
    store: Store, actor: Actor, rep_id: str, found: tuple[Cycle, str], folder: Path
) -> Earlier | None:
    cycle, own = found
    signatures = signatures_of(store, actor, cycle.cycle, rep_id)
    if not signatures:
        return None
    signed = max(signatures, key=lambda each: each.signed_at)
    entries = read_entries(store, actor, cycle.cycle, rep_id)
    is_appealed = any(not each.outcome for each in appeals_of(store, actor, cycle.cycle, rep_id))
    data = pins_of(store, cycle.cycle).get(rep_id) or (cycle.as_of, cycle.snapshot)
    told = Earlier(
        cycle.period, Text(zh=own, en=own), signed.signed_at, is_appealed=is_appealed,
        scored=signed.scored, rules=signed.rules, cycle=cycle.cycle, data=data,
    )  # fmt: skip
    try:
        template = load_template(own, folder)
    except UnknownNameError:  # taken out of the workspace since
        return told
    rating, level = _rating(template, entries)
    return replace(told, template=template.label, rating=rating, level=level)


def _rating(
    template: Template, entries: "Mapping[tuple[str, str, Side], Entry]"
) -> "tuple[Text | None, Decimal | int | None]":
    """Give what the manager chose: of one rating its words, of weighted ones their level."""
    levels = {
        (section, item): level
        for (section, item, side), entry in entries.items()
        if side == "manager" and not entry.is_proposed
        and (level := level_in(entry.value)) is not None
    }  # fmt: skip
    if weighted_items(template):
        found = weighted(template, levels)
        return None, found.level if found else None
    items = [item for item in template.forms.get("rating", ()) if item.kind == "rating"]
    level = levels.get(("rating", items[0].key)) if len(items) == 1 else None
    is_known = level is not None and 1 <= level <= len(items[0].options)
    return (items[0].options[level - 1] if level is not None and is_known else None), level
