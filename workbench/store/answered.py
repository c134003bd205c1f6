"""Which questions were answered lately: who asked is told so, without the words of either."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from workbench.store.actor import Actor
from workbench.store.rules import require_run
from workbench.store.schema import inbox
from workbench.store.store import Store


@dataclass(frozen=True)
class Answered:
    """One thing asked that has its answer; neither text is in it."""

    item: str
    cycle: str
    rep_id: str
    asked_by: str
    answered_at: datetime


def answered_since(store: Store, actor: Actor, since: datetime) -> list[Answered]:
    """List what was answered from an instant on (UTC), the earliest first, without any words.

    Raises
    ------
    RefusedError
        Only sales ops and HR send.
    """
    require_run(actor, "send messages")
    told = [inbox.c[name] for name in ("item", "cycle", "rep_id", "asked_by", "answered_at")]
    query = select(*told).where(inbox.c.state == "answered", inbox.c.answered_at >= since)
    with store.reading() as connection:
        rows = connection.execute(query.order_by(inbox.c.answered_at, inbox.c.item)).all()
    return [Answered(**row._mapping) for row in rows]
