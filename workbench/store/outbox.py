"""The outbox: what is to be told to whom. A crash neither loses a message nor sends it twice.

A message is claimed in a transaction of its own before it goes out, and marked sent afterwards. One
that was claimed and never marked went out or did not: nobody can know, so it is listed as
`sending` for a person to decide, and never sent again by itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Update, select, update
from sqlalchemy.dialects import postgresql, sqlite

from workbench.store.actor import Actor
from workbench.store.rules import require_run
from workbench.store.schema import outbox
from workbench.store.store import Store

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
    state: str = "queued"  # queued, sending, sent or failed
    attempts: int = 0
    error: str = ""
    queued_at: datetime | None = None
    sent_at: datetime | None = None


def queue(store: Store, actor: Actor, messages: Iterable[Message]) -> int:
    """Put messages into the outbox. Gives how many are new.

    One that is there already stays as it is; while it waits, it goes to the address known now.

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
                connection.execute(_readdressed(message))
    return fresh


def _readdressed(message: Message) -> Update:
    is_waiting = (outbox.c.message == message.message) & outbox.c.state.in_(("queued", "failed"))
    return update(outbox).where(is_waiting).values(recipient=message.recipient)


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


def _move(store: Store, message: str, states: tuple[str, ...], **values: object) -> bool:
    tried = {"attempts": outbox.c.attempts + 1} if values["state"] == "sending" else {}
    chosen = (outbox.c.message == message) & outbox.c.state.in_(states)
    with store.writing() as connection:
        moved = connection.execute(update(outbox).where(chosen).values(**values, **tried))
        return moved.rowcount == 1
