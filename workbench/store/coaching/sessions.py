"""Coaching sessions: prepared, begun, held or skipped; numbered so that a skipped one shows."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, insert, select, update

from workbench.errors import ParameterError, require_known
from workbench.i18n import error, said
from workbench.sources.known_ids import is_one
from workbench.store.actor import Actor
from workbench.store.coaching.rules import (
    VISIBILITIES,
    Session,
    Visibility,
    is_of,
    may_write,
    require_lead,
    require_part,
    require_prepare,
    session_said,
)
from workbench.store.known_as import aliases_of, found_under
from workbench.store.naming import conflict
from workbench.store.promises import Promise, keep_promise, rep_promises
from workbench.store.schema import promises, sessions
from workbench.store.store import Store

ASKS_WHY_FROM = 2  # an action left open in so many sessions needs its reason before the next


def sessions_of(store: Store, actor: Actor, rep_id: str) -> list[Session]:
    """List the sessions of a rep an actor has a part in, the first one first.

    Those held under another id of the rep too; a later one is numbered on.
    """
    with store.reading() as connection:
        found = _held_with(connection, rep_id)
    return [each for each in found if is_of(actor, each)]


def all_sessions(store: Store, actor: Actor) -> list[Session]:
    """List the sessions of all reps an actor knows of, by rep and number; no words are in them."""
    query = select(sessions).order_by(sessions.c.rep_id, sessions.c.number)
    with store.reading() as connection:
        found = [_session(connection, row) for row in connection.execute(query)]
    return [each for each in found if is_of(actor, each)]


def prepare(
    store: Store, actor: Actor, rep_id: str, manager_id: str, period: str, planned_on: date
) -> Session:
    """Give the open session of a rep and a manager; a new one, numbered on, where there is none.

    Raises
    ------
    RefusedError
        When the actor is neither of the two.
    """
    require_prepare(actor, rep_id, manager_id)
    with store.writing() as connection:
        known, aliases = _held_with(connection, rep_id), aliases_of(connection)
        still = [each for each in known if each.state == "open"]
        mine = [each for each in still if is_one(aliases, each.manager_id, manager_id)]
        if mine:
            return mine[0]
        number = max((each.number for each in known), default=0) + 1
        made = Session(rep_id, number, manager_id, period, planned_on)
        connection.execute(insert(sessions).values(_columns(made)))
        _note(store, connection, actor, "prepare", made, after=_columns(made))
    return made


def begin(store: Store, actor: Actor, session: Session) -> Session:
    """Start the clock; a session that runs already goes on."""
    with store.writing() as connection:
        found = session_in(connection, session)
        require_lead(actor, found)
        if found.begun_at is not None:
            return found
        begun = replace(found, begun_at=store.clock())
        _write(connection, begun)
        _note(store, connection, actor, "begin", begun)
    return begun


def stand_at(store: Store, actor: Actor, session: Session, step: str) -> Session:
    """Note where the walk stands, so that it goes on there; no line of the audit trail."""
    with store.writing() as connection:
        found = session_in(connection, session)
        require_part(actor, found)
        moved = replace(found, step=step)
        if may_write(actor, found, "shared"):  # who only looks on moves nobody
            _write(connection, moved)
    return moved


def skip(store: Store, actor: Actor, session: Session, reason: str) -> Session:
    """Let a session fall out; it keeps its number and its reason, and the gap shows.

    Raises
    ------
    ParameterError
        When no reason is given.
    """
    if not reason.strip():
        told = session_said(session)
        raise error(ParameterError, "refusal-session-why", session=told)
    with store.writing() as connection:
        found = session_in(connection, session)
        require_lead(actor, found)
        skipped = replace(found, state="skipped", reason=reason, ended_at=store.clock())
        _write(connection, skipped)
        _note(store, connection, actor, "skip", skipped, after=reason)
    return skipped


def hold(
    store: Store,
    actor: Actor,
    session: Session,
    agreed: Iterable[Promise] = (),
    *,
    visibility: Visibility = "private",
    next_at: str = "",
) -> Session:
    """End a session: its actions become promises, what is still open rolls over; all or nothing.

    Raises
    ------
    ParameterError
        When an action was left open twice before and says no reason.
    RefusedError
        When the actor does not lead it, or it is over.
    """
    require_known("visibility", [visibility], VISIBILITIES)
    with store.writing() as connection:
        found = session_in(connection, session)
        require_lead(actor, found)
        _roll(connection, session.rep_id)
        for each in agreed:
            keep_promise(store, connection, actor, each)
        held = replace(
            found, state="held", ended_at=store.clock(), visibility=visibility, next_at=next_at
        )
        _write(connection, held)
        _note(store, connection, actor, "hold", held, after=_columns(held))
    return held


def needs_reason(kept: Promise) -> bool:
    """Whether an open action was left open so often that it has to say why."""
    return kept.state == "open" and kept.rolled >= ASKS_WHY_FROM and not kept.reason.strip()


def session_in(connection: Connection, session: Session) -> Session:
    """Read a session as it stands now."""
    row = connection.execute(select(sessions).where(_at(session))).one_or_none()
    require_known("session", [str(session)], [str(session)] if row is not None else [])
    return _session(connection, row)


def _held_with(connection: Connection, rep_id: str) -> list[Session]:
    """Read the sessions of a rep under all ids, by day and number."""
    chosen = sessions.c.rep_id.in_(found_under(connection, rep_id))
    query = select(sessions).where(chosen).order_by(sessions.c.planned_on, sessions.c.number)
    return [_session(connection, row) for row in connection.execute(query)]


def _roll(connection: Connection, rep_id: str) -> None:
    """Count one more session for each action still open."""
    still = [each for each in rep_promises(connection, rep_id) if each.state == "open"]
    silent = [each.what for each in still if needs_reason(each)]
    if silent:
        named = tuple(said("refusal-words", words=each) for each in silent)
        raise error(ParameterError, "refusal-session-silent", named=named)
    for each in still:
        change = update(promises).where(promises.c.promise == each.promise)
        connection.execute(change.values(rolled=each.rolled + 1))


def _write(connection: Connection, session: Session) -> None:
    """Write an open session; where somebody ended it meanwhile, nothing is written at all."""
    still_open = _at(session) & (sessions.c.state == "open")
    changed = connection.execute(update(sessions).where(still_open).values(_columns(session)))
    if changed.rowcount != 1:
        raise conflict("refusal-session-ended", session=session_said(session))


def _note(
    store: Store,
    connection: Connection,
    actor: Actor,
    verb: str,
    session: Session,
    *,
    after: object = None,
) -> None:
    where = (session.name, session.rep_id)
    store.note(connection, actor, verb, str(session), review=where, after=after)


def _at(session: Session) -> Any:  # noqa: ANN401 (a condition)
    return and_(sessions.c.rep_id == session.rep_id, sessions.c.number == session.number)


def _session(connection: Connection, row: Any) -> Session:  # noqa: ANN401 (a row)
    return Session(**row._mapping, aliases=aliases_of(connection))


def _columns(session: Session) -> dict[str, Any]:
    """Give what is kept of a session: all but who is who, which workbench.toml tells."""
    return {name: value for name, value in vars(session).items() if name != "aliases"}
