"""Entries: what one side wrote in one item of a form. Nobody overwrites anybody silently."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from workbench.store.actor import Actor
from workbench.store.naming import conflict
from workbench.store.rules import SIDES, Side, Subject, may_read, require_see, require_write
from workbench.store.schema import entries
from workbench.store.store import Store, to_json
from workbench.store.subjects import subject_of

# The two dialects spell "on conflict do nothing" alike, but each has an insert of its own
_INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


@dataclass(frozen=True)
class Place:
    """Where an entry stands: a review, a section of it, an item, a side."""

    cycle: str
    rep_id: str
    section: str
    item: str
    side: Side

    def __str__(self) -> str:
        return f"{self.section}.{self.item} ({self.side})"


@dataclass(frozen=True)
class Entry:
    """What stands there."""

    place: Place
    value: Any  # text, number, bool, or a list of rows
    is_proposed: bool  # filled in from the facts and not edited yet
    version: int  # rises with every change; 0 where nothing was saved
    saved_at: datetime | None
    saved_by: str


def save_entry(
    store: Store,
    actor: Actor,
    place: Place,
    value: object,
    version: int,
    *,
    is_proposed: bool = False,
) -> Entry:
    """Save a value that was edited from `version` on.

    Returns
    -------
    Entry
        As saved, with its new version. Saving what stands there already changes nothing.

    Raises
    ------
    RefusedError
        When the actor may not write there at this stage.
    ConflictError
        When somebody saved another value meanwhile; carries that value and its version.
    """
    with store.writing() as connection:
        return write_entry(store, connection, actor, place, value, version, is_proposed=is_proposed)


def write_entry(
    store: Store,
    connection: Connection,
    actor: Actor,
    place: Place,
    value: object,
    version: int,
    *,
    is_proposed: bool = False,
) -> Entry:
    """Do the same in a transaction of the caller's; for the functions of the store."""
    # Held, so that a stage is not left on words that change meanwhile
    subject = subject_of(connection, place.cycle, place.rep_id, is_held=True)
    require_write(actor, subject, place.side)
    place = replace(place, rep_id=subject.rep_id)
    before = _read(connection, place)
    if before.version and before.value == value and before.is_proposed == is_proposed:
        return before
    if before.version != version or not _put(
        store, connection, actor, place, value, version, is_proposed=is_proposed
    ):
        _refuse_overwriting(_read(connection, place))
    after = _read(connection, place)
    store.note(
        connection,
        actor,
        "write",
        str(place),
        review=(place.cycle, place.rep_id),
        before=before.value if before.version else None,
        after=value,
    )
    return after


def read_entries(
    store: Store, actor: Actor, cycle: str, rep_id: str
) -> Mapping[tuple[str, str, Side], Entry]:
    """Give what an actor may read of a review now, by section, item and side.

    Raises
    ------
    RefusedError
        When the actor has no part in the review.
    """
    with store.reading() as connection:
        return entries_in(connection, actor, subject_of(connection, cycle, rep_id))


def entries_in(
    connection: Connection, actor: Actor, subject: Subject
) -> Mapping[tuple[str, str, Side], Entry]:
    """Do the same in a transaction of the caller's; for the functions of the store."""
    require_see(actor, subject)
    sides = [side for side in SIDES if may_read(actor, subject, side)]
    wanted = and_(
        entries.c.cycle == subject.cycle, entries.c.rep_id == subject.rep_id,
        entries.c.side.in_(sides),
    )  # fmt: skip
    found = [_entry(row) for row in connection.execute(select(entries).where(wanted))]
    return {(each.place.section, each.place.item, each.place.side): each for each in found}


def _put(
    store: Store,
    connection: Connection,
    actor: Actor,
    place: Place,
    value: object,
    version: int,
    *,
    is_proposed: bool,
) -> bool:
    """Write where the version still is the one edited from; say whether it was."""
    written = {
        "value": to_json(value),
        "is_proposed": is_proposed,
        "version": version + 1,
        "saved_at": store.clock(),
        "saved_by": actor.person_id,
    }
    if version:
        change = update(entries).where(_at(place), entries.c.version == version).values(written)
        return connection.execute(change).rowcount == 1
    insert = _INSERT[connection.dialect.name](entries).values(**vars(place), **written)
    fresh = insert.on_conflict_do_nothing().returning(entries.c.version)
    return connection.execute(fresh).one_or_none() is not None


def _refuse_overwriting(theirs: Entry) -> None:
    raise conflict("refusal-saved-other", theirs.value, theirs.version, who=theirs.saved_by)


def _read(connection: Connection, place: Place) -> Entry:
    row = connection.execute(select(entries).where(_at(place))).one_or_none()
    return Entry(place, None, False, 0, None, "") if row is None else _entry(row)  # noqa: FBT003


def _at(place: Place) -> Any:  # noqa: ANN401 (a condition)
    return and_(*(entries.c[name] == value for name, value in vars(place).items()))


def _entry(row: Any) -> Entry:  # noqa: ANN401 (a row)
    place = Place(row.cycle, row.rep_id, row.section, row.item, row.side)
    return Entry(
        place, json.loads(row.value), row.is_proposed, row.version, row.saved_at, row.saved_by
    )
