"""The outbox: what is to be told to whom. A crash neither loses a message nor sends it twice.

A message is claimed in a transaction of its own before it goes out, and marked sent afterwards. One
that was claimed and never marked went out or did not: nobody can know, so it is listed as
`sending` for a person to decide, and never sent again by itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Update, case, select, update
from sqlalchemy.dialects import postgresql, sqlite

from workbench.store.actor import Actor
from workbench.store.naming import conflict
from workbench.store.rules import require_run
from workbench.store.schema import outbox
from workbench.store.store import Store

_WAITING = ("queued", "failed", "withdrawn")
_INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


@dataclass(frozen=True, kw_only=True)
class Message:
    """One message to one recipient over one channel."""

    message: str  # a key made of what it is about: the same key is queued once
    cycle: str
    rep_id: str
    channel: str
    recipient: str
    subject: str
    body: str
    state: str = "queued"  # queued, sending, sent, failed or withdrawn
    attempts: int = 0
    error: str = ""
    queued_at: datetime | None = None
    sent_at: datetime | None = None
    calendar: str = ""  # iCalendar that goes along with a mail; "" is nothing


def queue(store: Store, actor: Actor, messages: Iterable[Message]) -> int:
    """Put messages into the outbox. Gives how many are new.

    One that is there already stays as it is; while it waits, it says what is known now. One that
    was withdrawn, since it was no longer true, waits again when it is told anew.

    Raises
    ------
    RefusedError
        Only sales ops and HR send.
    """
    require_run(actor, "send messages")
    fresh = 0
    with store.writing() as connection:
        for message in messages:
            row = {**vars(message), "queued_at": store.clock()}
            make = _INSERT[connection.dialect.name](outbox).values(row)
            added = make.on_conflict_do_nothing().returning(outbox.c.message)
            if connection.execute(added).one_or_none() is not None:
                fresh += 1
                place = (message.cycle, message.rep_id)
                store.note(connection, actor, "queue", message.message, review=place)
            else:
                connection.execute(_retold(message))
    return fresh


def _retold(message: Message) -> Update:
    """Let one that waits, or was withdrawn, say what is true now; a failure stays on record."""
    is_waiting = (outbox.c.message == message.message) & outbox.c.state.in_(_WAITING)
    again = case((outbox.c.state == "withdrawn", "queued"), else_=outbox.c.state)
    told = {name: getattr(message, name) for name in ("recipient", "subject", "body", "calendar")}
    return update(outbox).where(is_waiting).values(**told, state=again)


def decide(store: Store, actor: Actor, message: str, *, has_arrived: bool) -> None:
    """Say of a message that a dead process held whether it arrived; if not, it waits again.

    Raises
    ------
    RefusedError
        Only sales ops and HR send.
    ConflictError
        When nobody has to decide: it was never held, or somebody decided.
    """
    require_run(actor, "send messages")
    after = "sent" if has_arrived else "queued"
    held = (outbox.c.message == message) & (outbox.c.state == "sending")
    told = {"state": after, "sent_at": store.clock() if has_arrived else None}
    with store.writing() as connection:
        if connection.execute(update(outbox).where(held).values(told)).rowcount != 1:
            raise conflict("refusal-message-decided", message=message)
        store.note(connection, actor, "decide", message, before="sending", after=after)


def waiting(store: Store, *states: str) -> list[Message]:
    """List the messages in some states, the oldest first; without states, all."""
    query = select(outbox).order_by(outbox.c.queued_at, outbox.c.message)
    if states:
        query = query.where(outbox.c.state.in_(states))
    with store.reading() as connection:
        return [Message(**row._mapping) for row in connection.execute(query)]


def claim(store: Store, message: str) -> bool:
    """Take a message to send it; False when somebody else has taken it."""
    return _move(store, message, ("queued", "failed"), state="sending")


def settle(store: Store, message: str, error: str = "") -> None:
    """Say how sending ended; "" is well."""
    if error:
        _move(store, message, ("sending",), state="failed", error=error)
    else:
        _move(store, message, ("sending",), state="sent", error="", sent_at=store.clock())


def withdraw(store: Store, message: str, reason: str) -> None:
    """Take back one that waits and is no longer true."""
    _move(store, message, ("queued", "failed"), state="withdrawn", error=reason)


def _move(store: Store, message: str, states: tuple[str, ...], **values: object) -> bool:
    tried = {"attempts": outbox.c.attempts + 1} if values["state"] == "sending" else {}
    chosen = (outbox.c.message == message) & outbox.c.state.in_(states)
    with store.writing() as connection:
        moved = connection.execute(update(outbox).where(chosen).values(**values, **tried))
        return moved.rowcount == 1
