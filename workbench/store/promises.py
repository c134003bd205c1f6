"""The promise ledger: what was agreed, by whom, until when, and what it should move."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, insert, select, update

from workbench.errors import ConflictError, ParameterError, require_known
from workbench.store.actor import Actor
from workbench.store.cycles import subject_of
from workbench.store.rules import require_see, require_write
from workbench.store.schema import promises
from workbench.store.store import Store

STATES = ("open", "done", "dropped")


@dataclass(frozen=True, kw_only=True)
class Promise:
    """One action somebody agreed to."""

    promise: str = ""  # its id; "" before it is kept
    cycle: str  # the review it was made in
    rep_id: str
    owner_id: str  # who does it
    what: str
    metric: str = ""  # the key of the metric it should move; "" names none
    baseline: str = ""  # that metric when it was made, a decimal; "" unknown
    aim: str = ""  # where it should move to, as written
    due_on: date | None = None
    state: str = "open"
    reason: str = ""  # why it was dropped, or what came of it
    version: int = 0
    baseline_n: int | None = None  # the cases a share rested on when it was made
    support: str = ""  # what the owner needs for it
    rolled: int = 0  # coaching sessions that left it open

    def is_overdue(self, day: date) -> bool:
        """Whether it is still open after its day."""
        return self.state == "open" and self.due_on is not None and self.due_on < day


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
            kept.append(keep_promise(store, connection, actor, each))
    return kept


def keep_promise(store: Store, connection: Connection, actor: Actor, each: Promise) -> Promise:
    """Keep one promise in a transaction whose rules are checked already."""
    made = replace(each, promise=uuid.uuid4().hex, version=1)
    connection.execute(insert(promises).values(vars(made)))
    where = (each.cycle, each.rep_id)
    store.note(connection, actor, "promise", made.promise, review=where, after=vars(made))
    return made


def promises_of(store: Store, actor: Actor, cycle: str, rep_id: str) -> list[Promise]:
    """List a rep's promises, from all reviews, as somebody with a part in this review sees them.

    The open ones come first, then by day.
    """
    with store.reading() as connection:
        require_see(actor, subject_of(connection, cycle, rep_id))
        return rep_promises(connection, rep_id)


def promises_owned(store: Store, actor: Actor) -> list[Promise]:
    """List what an actor promised to do, in whoever's review, by day."""
    query = select(promises).where(promises.c.owner_id == actor.person_id)
    with store.reading() as connection:
        found = [Promise(**row._mapping) for row in connection.execute(query)]
    return sorted(found, key=lambda each: (each.due_on or date.max, each.cycle, each.promise))


def rep_promises(connection: Connection, rep_id: str) -> list[Promise]:
    """Read a rep's promises in a transaction whose rules are checked already."""
    rows = connection.execute(select(promises).where(promises.c.rep_id == rep_id)).all()
    found = [Promise(**row._mapping) for row in rows]
    return sorted(
        found, key=lambda each: (each.state != "open", each.due_on or date.max, each.what)
    )


def answer_promise(
    store: Store, actor: Actor, cycle: str, kept: Promise, state: str, reason: str = ""
) -> Promise:
    """Say in a later review what became of a promise.

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
        return change_promise(store, connection, actor, cycle, kept, state, reason)


def require_answer(kept: Promise, state: str, reason: str) -> None:
    """Refuse a state there is none of, and to drop a promise without saying why."""
    require_known("state", [state], STATES)
    if state == "dropped" and not reason.strip():
        raise ParameterError(f"{kept.what!r} is dropped: say why.")


def change_promise(
    store: Store,
    connection: Connection,
    actor: Actor,
    cycle: str,
    kept: Promise,
    state: str,
    reason: str,
) -> Promise:
    """Write an answer in a transaction whose rules are checked already; see `answer_promise`."""
    after = replace(kept, state=state, reason=reason, version=kept.version + 1)
    changed = connection.execute(
        update(promises)
        .where(promises.c.promise == kept.promise, promises.c.version == kept.version)
        .values(state=state, reason=reason, version=after.version)
    )
    if changed.rowcount != 1:
        raise ConflictError(f"Somebody answered {kept.what!r} meanwhile.", None, 0)
    store.note(
        connection, actor, "answer", kept.promise, review=(cycle, kept.rep_id),
        before=[kept.state, kept.reason], after=[state, reason],
    )  # fmt: skip
    return after
