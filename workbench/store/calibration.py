"""Calibration across managers: each view is written before anybody reads another's.

Until the meeting begins a manager reads the own views only, and nobody, HR included, reads any
other. When it begins the views are closed and laid open together. What the meeting changes is kept
beside them, with its reason; the views stay as they were given.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, RowMapping, insert, select, update

from workbench.errors import ParameterError, RefusedError
from workbench.i18n import error
from workbench.store.actor import Actor
from workbench.store.cycles import find_cycle
from workbench.store.entries import Place, write_entry
from workbench.store.meeting import meeting_in
from workbench.store.naming import conflict
from workbench.store.rules import (
    Subject,
    may_calibrate,
    require_calibrate,
    require_meet,
    require_write,
)
from workbench.store.schema import adjustments, entries, views
from workbench.store.store import Store
from workbench.store.subjects import subject_of, subjects_of

GROWTH = (1, 2, 3)  # keeps to the present tasks; grows in them; takes on wider ones


@dataclass(frozen=True, kw_only=True)
class View:
    """What one manager thinks of one rep."""

    cycle: str
    rep_id: str
    person_id: str
    level: int  # of the rating's scale, 1 is the lowest
    growth: int
    reason: str
    version: int = 0  # rises with every change; 0 where nothing was saved
    saved_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Adjustment:
    """What the meeting changed for one rep, and why."""

    cycle: str
    rep_id: str
    level_before: int
    level_after: int
    growth_before: int
    growth_after: int
    reason: str
    made_by: str = ""
    made_at: datetime | None = None


def own_views(store: Store, actor: Actor, cycle: str) -> dict[str, View]:
    """Give what an actor wrote as a manager, by rep; the own views may be read at any time."""
    if actor.role != "manager":
        return {}
    mine = (views.c.cycle == cycle) & (views.c.person_id == actor.person_id)
    with store.reading() as connection:
        found = [View(**row._mapping) for row in connection.execute(select(views).where(mine))]
    return {each.rep_id: each for each in found}


def save_view(store: Store, actor: Actor, view: View) -> View:
    """Keep a manager's view of a rep, edited from `view.version` on.

    Raises
    ------
    ParameterError
        When level, growth or reason are not there.
    RefusedError
        When the actor has no view to give on that rep, or the meeting has begun.
    ConflictError
        When the same person saved another one meanwhile, as in a second tab.
    """
    if view.level < 1 or view.growth not in GROWTH or not view.reason.strip():
        raise error(ParameterError, "refusal-view-whole")
    with store.writing() as connection:
        subject = subject_of(connection, view.cycle, view.rep_id)
        view = replace(view, rep_id=subject.rep_id)
        found = meeting_in(connection, view.cycle)
        require_calibrate(actor, subject, found.leads)
        if found.is_open:
            raise error(RefusedError, "refusal-view-closed")
        before = _view(connection, view.cycle, view.rep_id, actor.person_id)
        if (before.version if before else 0) != view.version:
            raise conflict(
                "refusal-view-other", None if before is None else before.reason,
                0 if before is None else before.version, rep=view.rep_id,
            )  # fmt: skip
        after = replace(
            view, person_id=actor.person_id, version=view.version + 1, saved_at=store.clock()
        )
        _put(connection, after)
        store.note(
            connection, actor, "view", f"a view on {view.rep_id}", review=(view.cycle, view.rep_id),
            before=_told(before), after=_told(after),
        )  # fmt: skip
        return after


def laid_open(store: Store, actor: Actor, cycle: str) -> tuple[list[View], list[Adjustment]]:
    """Give all views and what was changed since, in order of rep.

    Managers do not read what is thought of themselves and of others at the table.

    Raises
    ------
    RefusedError
        Before the meeting has begun, and for who is not at the table.
    """
    find_cycle(store, cycle)
    with store.reading() as connection:
        seen = _seen(connection, actor, cycle, _leads_of_open(connection, actor, cycle))
        given = select(views).where(views.c.cycle == cycle)
        moved = select(adjustments).where(adjustments.c.cycle == cycle).order_by(adjustments.c.n)
        told = [View(**row._mapping) for row in connection.execute(given)]
        changed = [_adjustment(row._mapping) for row in connection.execute(moved)]
    told.sort(key=lambda each: (each.rep_id, each.person_id))
    return (
        [each for each in told if each.rep_id in seen],
        [each for each in changed if each.rep_id in seen],
    )


def laid_levels(
    store: Store, actor: Actor, cycle: str, asked: Collection[tuple[str, str]]
) -> dict[str, dict[tuple[str, str], int]]:
    """Give the levels the own managers rated, without their words, by rep and by item.

    They are laid open with the views, to the same people.

    Parameters
    ----------
    asked
        Section and item of each rating.

    Raises
    ------
    RefusedError
        Before the meeting has begun, and for who is not at the table.
    """
    find_cycle(store, cycle)
    with store.reading() as connection:
        seen = _seen(connection, actor, cycle, _leads_of_open(connection, actor, cycle))
        chosen = (entries.c.cycle == cycle) & (entries.c.side == "manager")
        rows = connection.execute(select(entries).where(chosen, entries.c.is_proposed.is_(False)))
        found: dict[str, dict[tuple[str, str], int]] = {}
        for row in rows:
            value = json.loads(row.value) if (row.section, row.item) in asked else None
            level = value.get("level") if isinstance(value, dict) else None
            if row.rep_id in seen and type(level) is int:
                found.setdefault(row.rep_id, {})[row.section, row.item] = level
        return found


def adjust(
    store: Store, actor: Actor, change: Adjustment, form: tuple[Place, object, int] | None = None
) -> Adjustment:
    """Keep what the manager of a review changes in the meeting.

    Parameters
    ----------
    form
        Where the rating stands in the review's form, what is to stand there, and the version it
        is edited from: both change together or neither does.

    Raises
    ------
    ParameterError
        Without a reason, or when nothing changes.
    RefusedError
        Before the meeting, when the review is another's, or has left the calibration.
    ConflictError
        When the rating is no longer what it was changed from.
    """
    if not change.reason.strip():
        raise error(ParameterError, "refusal-adjust-reason")
    after = (change.level_after, change.growth_after)
    before = (change.level_before, change.growth_before)
    if after == before or change.level_after < 1 or change.growth_after not in GROWTH:
        raise error(ParameterError, "refusal-adjust-same")
    with store.writing() as connection:
        subject = subject_of(connection, change.cycle, change.rep_id)
        change = replace(change, rep_id=subject.rep_id)
        require_write(actor, subject, "manager")
        if not meeting_in(connection, change.cycle).is_open:
            raise error(RefusedError, "refusal-adjust-early")
        _require_current(connection, subject, before)
        made = replace(change, made_by=actor.person_id, made_at=store.clock())
        connection.execute(insert(adjustments).values(vars(made)))
        store.note(
            connection, actor, "adjust", str(subject), review=(change.cycle, change.rep_id),
            before=list(before), after=[*after, change.reason],
        )  # fmt: skip
        if form is not None:
            write_entry(store, connection, actor, *form)
        return made


def calibrated(
    subject: Subject, given: Collection[View], changed: Collection[Adjustment]
) -> tuple[int, int] | None:
    """Give level and growth of a review: as last adjusted, else as its own manager saw it.

    None when its manager gave no view: the views of others do not rate.
    """
    for each in reversed(list(changed)):
        if each.rep_id == subject.rep_id:
            return each.level_after, each.growth_after
    mine = {each.person_id: each for each in given if each.rep_id == subject.rep_id}
    own = mine.get(subject.delegate_id) or mine.get(subject.manager_id)
    return None if own is None else (own.level, own.growth)


def _require_current(connection: Connection, subject: Subject, before: tuple[int, int]) -> None:
    chosen = (views.c.cycle == subject.cycle) & (views.c.rep_id == subject.rep_id)
    given = [View(**row._mapping) for row in connection.execute(select(views).where(chosen))]
    moved = (adjustments.c.cycle == subject.cycle) & (adjustments.c.rep_id == subject.rep_id)
    rows = connection.execute(select(adjustments).where(moved).order_by(adjustments.c.n))
    now = calibrated(subject, given, [_adjustment(row._mapping) for row in rows])
    if now is None:
        raise error(RefusedError, "refusal-adjust-none", rep=subject.rep_id)
    if now != before:
        raise conflict("refusal-adjust-other", now, rep=subject.rep_id)


def _leads_of_open(connection: Connection, actor: Actor, cycle: str) -> Collection[str]:
    """Give who leads at a table that is open to an actor; refuses before, and everybody else."""
    found = meeting_in(connection, cycle)
    require_meet(actor, found.leads)
    if not found.is_open:
        raise error(RefusedError, "refusal-view-unopened")
    return found.leads


def _seen(connection: Connection, actor: Actor, cycle: str, leads: Collection[str]) -> set[str]:
    return {
        each.rep_id
        for each in subjects_of(connection, cycle)
        if actor.role != "manager" or may_calibrate(actor, each, leads)
    }


def _view(connection: Connection, cycle: str, rep_id: str, person_id: str) -> View | None:
    chosen = (
        (views.c.cycle == cycle) & (views.c.rep_id == rep_id) & (views.c.person_id == person_id)
    )
    row = connection.execute(select(views).where(chosen)).one_or_none()
    return None if row is None else View(**row._mapping)


def _put(connection: Connection, view: View) -> None:
    if view.version == 1:
        connection.execute(insert(views).values(vars(view)))
        return
    chosen = (
        (views.c.cycle == view.cycle)
        & (views.c.rep_id == view.rep_id)
        & (views.c.person_id == view.person_id)
    )
    connection.execute(update(views).where(chosen).values(vars(view)))


def _adjustment(row: RowMapping) -> Adjustment:
    return Adjustment(**{name: row[name] for name in Adjustment.__dataclass_fields__})


def _told(view: View | None) -> list[object] | None:
    return None if view is None else [view.level, view.growth, view.reason]
