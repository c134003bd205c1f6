"""What is written in a session, kept as it is typed. Nobody overwrites anybody silently."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from workbench.store.actor import Actor
from workbench.store.came_to import CameTo
from workbench.store.coaching.rules import (
    Session,
    WordSide,
    may_read,
    require_part,
    require_write,
)
from workbench.store.coaching.sessions import session_in
from workbench.store.known_as import found_under
from workbench.store.naming import conflict
from workbench.store.promises import Promise, change_promise, rep_promises, require_answer
from workbench.store.schema import audit, session_words
from workbench.store.store import Store, to_json

# The two dialects spell "on conflict do nothing" alike, but each has an insert of its own
_INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


@dataclass(frozen=True)
class Word:
    """What stands in one item of a session."""

    item: str
    side: WordSide
    value: Any  # text, number, bool, mapping or list of rows
    version: int  # rises with every change; 0 where nothing was saved
    saved_at: datetime | None
    saved_by: str
    is_proposed: bool = False


def save_word(
    store: Store,
    actor: Actor,
    session: Session,
    item: str,
    side: WordSide,
    value: object,
    version: int,
) -> Word:
    """Save a value that was edited from `version` on; saving what stands there changes nothing.

    Raises
    ------
    RefusedError
        When the actor may not write there, or the session is over.
    ConflictError
        When somebody saved another value meanwhile; carries that value and its version.
    """
    with store.writing() as connection:
        require_write(actor, session_in(connection, session), side)
        whose = _whose(connection, actor, session, item) if side == "private" else ""
        where = _at(session, item, side, whose)
        before = _read(connection, where, item, side)
        if before.version and before.value == value:
            return before
        told = {
            "value": to_json(value), "version": version + 1, "saved_at": store.clock(),
            "saved_by": actor.person_id,
        }  # fmt: skip
        if before.version != version or not _put(connection, where, told, version):
            _refuse_overwriting(_read(connection, where, item, side))
        # What is private stays so in the trail: that it changed, not what it says
        trail = {} if side == "private" else {"before": before.value, "after": value}
        where_ = (session.name, session.rep_id)
        store.note(connection, actor, "write", f"{item} ({side})", review=where_, **trail)
        return _read(connection, where, item, side)


def read_words(store: Store, actor: Actor, session: Session) -> Mapping[tuple[str, WordSide], Word]:
    """Give what an actor may read of a session now, by item and side.

    Raises
    ------
    RefusedError
        When the actor has no part in it.
    """
    mine = (session_words.c.rep_id == session.rep_id) & (session_words.c.number == session.number)
    with store.reading() as connection:
        found = session_in(connection, session)
        require_part(actor, found)
        rows = connection.execute(select(session_words).where(mine)).all()
    return {
        (row.item, row.side): _word(row)
        for row in rows
        if may_read(actor, found, row.side, row.person_id)
    }


def carried(store: Store, actor: Actor, session: Session) -> list[Promise]:
    """List what a session opens with: actions still open, and those it answered itself.

    Raises
    ------
    RefusedError
        When the actor does not sit in it.
    """
    answered = select(audit.c.subject).where(
        audit.c.verb == "answer", audit.c.cycle == session.name
    )
    with store.reading() as connection:
        require_part(actor, session_in(connection, session))
        ids = found_under(connection, session.rep_id)
        answered = answered.where(audit.c.rep_id.in_(ids))
        found = rep_promises(connection, session.rep_id)
        here = set(connection.execute(answered).scalars())
    return [
        each for each in found
        if _is_earlier(each, session) and (each.state == "open" or each.promise in here)
    ]  # fmt: skip


def _is_earlier(kept: Promise, session: Session) -> bool:
    """Whether a promise was not made in this session or a later one."""
    _period, _, rest = kept.cycle.partition(":")
    kind, _, number = rest.partition(":")
    return kind != "coaching" or not number.isdecimal() or int(number) < session.number


def made_in(store: Store, actor: Actor, session: Session) -> list[Promise]:
    """List the promises a session made."""
    with store.reading() as connection:
        require_part(actor, session_in(connection, session))
        found = rep_promises(connection, session.rep_id)
    return [each for each in found if each.cycle == session.name]


def answer_carried(
    store: Store,
    actor: Actor,
    session: Session,
    kept: Promise,
    state: str,
    reason: str = "",
    came: CameTo | None = None,
) -> Promise:
    """Say in a session what became of an action; `came` is what its metric came to.

    Raises
    ------
    ParameterError
        When a dropped one names no reason.
    ConflictError
        When somebody answered it meanwhile.
    RefusedError
        When the actor may not write in that session now.
    """
    require_answer(kept, state, reason)
    with store.writing() as connection:
        require_write(actor, session_in(connection, session), "shared")
        return change_promise(store, connection, actor, session.name, kept, state, reason, came)


def _whose(connection: Connection, actor: Actor, session: Session, item: str) -> str:
    """Give the id a private note stands under: one the writer had before where it is there."""
    ids = found_under(connection, actor.person_id)
    same = {"rep_id": session.rep_id, "number": session.number, "item": item, "side": "private"}
    kept = select(session_words.c.person_id).where(_same(same), session_words.c.person_id.in_(ids))
    return min(connection.execute(kept).scalars(), key=ids.index, default=actor.person_id)


def _put(
    connection: Connection, where: Mapping[str, Any], told: Mapping[str, Any], version: int
) -> bool:
    """Write where the version still is the one edited from; say whether it was."""
    if version:
        change = update(session_words).where(_same(where), session_words.c.version == version)
        return connection.execute(change.values(**told)).rowcount == 1
    fresh = _INSERT[connection.dialect.name](session_words).values(**where, **told)
    fresh = fresh.on_conflict_do_nothing().returning(session_words.c.version)
    return connection.execute(fresh).one_or_none() is not None


def _refuse_overwriting(theirs: Word) -> None:
    raise conflict("refusal-saved-other", theirs.value, theirs.version, who=theirs.saved_by)


def _at(session: Session, item: str, side: WordSide, person_id: str) -> dict[str, Any]:
    return {
        "rep_id": session.rep_id, "number": session.number, "item": item, "side": side,
        "person_id": person_id,
    }  # fmt: skip


def _same(where: Mapping[str, Any]) -> Any:  # noqa: ANN401 (a condition)
    return and_(*(session_words.c[name] == value for name, value in where.items()))


def _read(connection: Connection, where: Mapping[str, Any], item: str, side: WordSide) -> Word:
    row = connection.execute(select(session_words).where(_same(where))).one_or_none()
    return Word(item, side, None, 0, None, "") if row is None else _word(row)


def _word(row: Any) -> Word:  # noqa: ANN401 (a row)
    return Word(row.item, row.side, json.loads(row.value), row.version, row.saved_at, row.saved_by)
