"""What is owed to whom, without a word of it: what is asked and unanswered, what was promised."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from workbench.store.actor import Actor
from workbench.store.known_as import now_known_as
from workbench.store.rules import may_read_agreed, require_run
from workbench.store.schema import inbox, promises
from workbench.store.store import Store
from workbench.store.subjects import subject_of


@dataclass(frozen=True)
class Owed:
    """One thing somebody has to answer or to do; its words are not in it."""

    id: str  # of the item of the inbox, or the promise
    kind: str  # question, appeal, feedback, support; or promise
    cycle: str
    rep_id: str
    owner: str  # a person's id, or a role
    due_on: date | None
    asked_by: str = ""  # "" of a promise


def asked_open(store: Store, actor: Actor, cycle: str = "") -> list[Owed]:
    """List what is asked and has no answer, by day.

    Sales ops and HR know of everything that is asked; who sees what is agreed in a review knows of
    its appeal; everybody of what they asked or have to answer.
    """
    query = select(inbox).where(inbox.c.state == "open")
    if cycle:
        query = query.where(inbox.c.cycle == cycle)
    with store.reading() as connection:
        found = [
            Owed(row.item, row.kind, row.cycle, row.rep_id, row.owner, row.due_on, row.asked_by)
            for row in connection.execute(query)
        ]
        seen = _known(connection, actor)
        return sorted(filter(seen, found), key=_by_day)


def promised_open(store: Store, actor: Actor) -> list[Owed]:
    """List the promises of everybody that are open and have a day, by day.

    Raises
    ------
    RefusedError
        Only sales ops and HR send.
    """
    require_run(actor, "send messages")
    c = promises.c
    query = select(c.promise, c.cycle, c.rep_id, c.owner_id, c.due_on)
    with store.reading() as connection:
        rows = connection.execute(query.where(c.state == "open", c.due_on.is_not(None)))
        found = [
            Owed(
                row.promise, "promise", row.cycle, now_known_as(connection, row.rep_id),
                now_known_as(connection, row.owner_id), row.due_on,
            )
            for row in rows
        ]  # fmt: skip
    return sorted(found, key=_by_day)


def _known(connection: Connection, actor: Actor) -> Callable[[Owed], bool]:
    def known(each: Owed) -> bool:
        if actor.role in ("sales_ops", "hr"):
            return True
        if actor.person_id in (each.asked_by, each.owner) or each.owner == actor.role:
            return True
        subject = subject_of(connection, each.cycle, each.rep_id)
        return each.kind == "appeal" and may_read_agreed(actor, subject)

    return known


def _by_day(each: Owed) -> tuple[date, str, str]:
    return each.due_on or date.max, each.rep_id, each.id
