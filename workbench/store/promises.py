"""The promise ledger: what was agreed, by whom, until when, and what it should move."""

import uuid
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, insert, select, update

from workbench.errors import ParameterError, require_known
from workbench.i18n import error
from workbench.store.actor import Actor
from workbench.store.came_to import NOTHING, CameTo, settled
from workbench.store.known_as import found_under, ids_of, now_known_as
from workbench.store.naming import conflict
from workbench.store.promise import STATES, Promise
from workbench.store.rules import (
    Subject,
    may_read_agreed,
    require_see,
    require_write,
    takes_part,
)
from workbench.store.schema import promises
from workbench.store.store import Store
from workbench.store.subjects import subject_of

__all__ = [
    "STATES", "Promise", "amend_promise", "answer_promise", "change_promise", "keep_promise",
    "make_promises",
    "promises_in", "promises_of", "rep_promises", "require_answer",
]  # fmt: skip


def make_promises(store: Store, actor: Actor, agreed: Iterable[Promise]) -> list[Promise]:
    """Keep what was agreed in a conversation.

    Raises
    ------
    RefusedError
        When the actor may not write what both agree on, at the review's stage.
    """
    kept = []
    with store.writing() as connection:
        for each in agreed:
            subject = subject_of(connection, each.cycle, each.rep_id)
            require_write(actor, subject, "shared")
            made = replace(each, rep_id=subject.rep_id)
            kept.append(keep_promise(store, connection, actor, made))
    return kept


def keep_promise(store: Store, connection: Connection, actor: Actor, each: Promise) -> Promise:
    """Keep one promise in a transaction whose rules are checked already."""
    made = replace(each, promise=uuid.uuid4().hex, version=1)
    connection.execute(insert(promises).values(vars(made)))
    where = (each.cycle, each.rep_id)
    store.note(connection, actor, "promise", made.promise, review=where, after=vars(made))
    return made


def amend_promise(
    store: Store, connection: Connection, actor: Actor, kept: Promise, agreed: Promise
) -> None:
    """Let an open promise say what was agreed on anew, in a transaction as of `keep_promise`."""
    told = {name: getattr(agreed, name) for name in ("owner_id", "aim", "support")}
    before = {name: getattr(kept, name) for name in told}
    if kept.state != "open" or before == told:
        return
    chosen = (promises.c.promise == kept.promise) & (promises.c.version == kept.version)
    changed = update(promises).where(chosen).values(**told, version=kept.version + 1)
    if connection.execute(changed).rowcount != 1:
        raise conflict("refusal-promise-answered", what=kept.what)
    store.note(
        connection, actor, "amend", kept.promise, review=(agreed.cycle, kept.rep_id),
        before=before, after=told,
    )  # fmt: skip


def promises_of(store: Store, actor: Actor, cycle: str, rep_id: str) -> list[Promise]:
    """List a rep's promises, from all reviews, as somebody with a part in this review sees them.

    The open ones come first, then by day. Who is above the manager of record sees none before the
    manager has handed in.
    """
    with store.reading() as connection:
        return promises_in(connection, actor, subject_of(connection, cycle, rep_id))


def promises_in(connection: Connection, actor: Actor, subject: Subject) -> list[Promise]:
    """Do the same in a transaction of the caller's; for the functions of the store."""
    require_see(actor, subject)
    return rep_promises(connection, subject.rep_id) if may_read_agreed(actor, subject) else []


def followed(store: Store) -> list[Promise]:
    """List by which metrics, and to which days, the promises of everybody are followed.

    Nobody's words are read, so no actor is asked for: `what`, `owner_id`, `reason` are blank.
    """
    told = ("cycle", "rep_id", "metric", "due_on", "state", "answered_at", "came_to")
    query = select(*(promises.c[name] for name in told)).where(promises.c.metric != "")
    with store.reading() as connection:
        rows = connection.execute(query.distinct()).all()
    return [Promise(owner_id="", what="", **row._mapping) for row in rows]


def promises_owned(store: Store, actor: Actor) -> list[Promise]:
    """List what an actor promised to do, in whoever's review, by day; nothing for finance."""
    if not takes_part(actor):
        return []
    with store.reading() as connection:
        mine = promises.c.owner_id.in_(ids_of(connection, actor.person_id))
        rows = connection.execute(select(promises).where(mine)).all()
        found = [
            _as_now(connection, each, now_known_as(connection, each.rep_id))
            for each in (Promise(**row._mapping) for row in rows)
        ]
    return sorted(found, key=lambda each: (each.due_on or date.max, each.cycle, each.promise))


def rep_promises(connection: Connection, rep_id: str) -> list[Promise]:
    """Read a rep's promises in a transaction whose rules are checked already.

    Those made under another id of the rep are theirs too, and told under the one asked for.
    """
    ids = found_under(connection, rep_id)
    rows = connection.execute(select(promises).where(promises.c.rep_id.in_(ids))).all()
    found = [_as_now(connection, Promise(**row._mapping), rep_id) for row in rows]
    return sorted(
        found, key=lambda each: (each.state != "open", each.due_on or date.max, each.what)
    )


def _as_now(connection: Connection, kept: Promise, rep_id: str) -> Promise:
    owner = kept.owner_id
    return replace(kept, rep_id=rep_id, owner_id=now_known_as(connection, owner))


def answer_promise(
    store: Store,
    actor: Actor,
    cycle: str,
    kept: Promise,
    state: str,
    reason: str = "",
    came: CameTo | None = None,
) -> Promise:
    """Say in a later review what became of a promise.

    Parameters
    ----------
    came
        Its metric at its day; kept with the first answer, and fixed from then on.

    Raises
    ------
    ParameterError
        When a dropped one names no reason.
    ConflictError
        When somebody answered it meanwhile.
    RefusedError
        When the actor may not write in that review now.
    """
    require_answer(kept, state, reason)
    with store.writing() as connection:
        require_write(actor, subject_of(connection, cycle, kept.rep_id), "shared")
        return change_promise(store, connection, actor, cycle, kept, state, reason, came)


def require_answer(kept: Promise, state: str, reason: str) -> None:
    """Refuse a state there is none of, and to drop a promise without saying why."""
    require_known("state", [state], STATES)
    if state == "dropped" and not reason.strip():
        raise error(ParameterError, "refusal-promise-why", what=kept.what)


def change_promise(
    store: Store,
    connection: Connection,
    actor: Actor,
    cycle: str,
    kept: Promise,
    state: str,
    reason: str,
    came: CameTo | None = None,
) -> Promise:
    """Write an answer in a transaction whose rules are checked already; see `answer_promise`."""
    told = {"state": state, "reason": reason, **settled(kept, state, came, store.clock())}
    after = replace(kept, version=kept.version + 1, **told)
    changed = connection.execute(
        update(promises)
        .where(promises.c.promise == kept.promise, promises.c.version == kept.version)
        .values(version=after.version, **told)
    )
    if changed.rowcount != 1:
        raise conflict("refusal-promise-answered", what=kept.what)
    review = (cycle, kept.rep_id)
    store.note(
        connection, actor, "answer", kept.promise, review=review,
        before=[kept.state, kept.reason], after=[state, reason],
    )  # fmt: skip
    measured = [{name: getattr(each, name) for name in NOTHING} for each in (kept, after)]
    if measured[0] != measured[1]:
        store.note(
            connection, actor, "measure", kept.promise, review=review,
            before=measured[0], after=measured[1],
        )  # fmt: skip
    return after
