"""The reviews of a cycle: whom each is about, found by every id of the rep, and what it keeps."""

import json
from datetime import date
from typing import Any

from sqlalchemy import Connection, select, update

from workbench.errors import require_known
from workbench.sources.known_ids import by_any_id
from workbench.store.actor import Actor
from workbench.store.cycles import Cycle, list_cycles
from workbench.store.known_as import aliases_of, found_under
from workbench.store.rules import Subject, may_see, require_delegate, require_see
from workbench.store.schema import cycles, reviews
from workbench.store.store import Store


def subject_of(
    connection: Connection, cycle: str, rep_id: str, *, is_held: bool = False
) -> Subject:
    """Find a review; UnknownNameError when the cycle or the rep in it does not exist.

    A review opened under another id of the rep is found too; its `rep_id` is the one it was opened
    with, by which everything of it is kept.

    Parameters
    ----------
    is_held
        Nobody else moves it or writes in it until this transaction is over.
    """
    ids = found_under(connection, rep_id)
    query = select(reviews).where(reviews.c.cycle == cycle, reviews.c.rep_id.in_(ids))
    rows = connection.execute(query.with_for_update() if is_held else query).all()
    if not rows:
        require_known("cycle", [cycle], connection.execute(select(cycles.c.cycle)).scalars())
        members = select(reviews.c.rep_id).where(reviews.c.cycle == cycle)
        known = connection.execute(members).scalars()
        require_known("review in {} of", [rep_id], known, of=cycle)
    return subject_from(connection, min(rows, key=lambda row: ids.index(row.rep_id)))


def subjects_of(connection: Connection, cycle: str) -> list[Subject]:
    """Give every review of a cycle, by rep; for the functions of the store."""
    chosen = select(reviews).where(reviews.c.cycle == cycle).order_by(reviews.c.rep_id)
    return [subject_from(connection, row) for row in connection.execute(chosen)]


def read_subject(store: Store, actor: Actor, cycle: str, rep_id: str) -> Subject:
    """Find a review the actor has a part in."""
    with store.reading() as connection:
        subject = subject_of(connection, cycle, rep_id)
    require_see(actor, subject)
    return subject


def reviews_of(store: Store, actor: Actor, rep_id: str) -> list[tuple[Cycle, Subject]]:
    """Give every review of a rep that an actor has a part in, the cycle opened latest last.

    Those opened under another id of the rep too; of two in one cycle the one `subject_of` finds.
    """
    with store.reading() as connection:
        ids = found_under(connection, rep_id)
        chosen = select(reviews).where(reviews.c.rep_id.in_(ids))
        subjects = [subject_from(connection, row) for row in connection.execute(chosen)]
    subjects.sort(key=lambda each: ids.index(each.rep_id), reverse=True)
    mine = {each.cycle: each for each in subjects if may_see(actor, each)}
    return [(each, mine[each.cycle]) for each in list_cycles(store) if each.cycle in mine]


def pins_of(store: Store, cycle: str) -> dict[str, tuple[date, str]]:
    """Give day and hash of the snapshots of who joined later than the cycle was pinned, by rep."""
    chosen = select(reviews.c.rep_id, reviews.c.as_of, reviews.c.snapshot)
    later = chosen.where(reviews.c.cycle == cycle, reviews.c.snapshot.is_not(None))
    with store.reading() as connection:
        found = {row.rep_id: (row.as_of, row.snapshot) for row in connection.execute(later)}
        return by_any_id(aliases_of(connection), found)


def templates_of(store: Store, cycle: str) -> dict[str, str]:
    """Give the template each review of a cycle keeps, by rep; "" is the cycle's. No such: {}.

    A review is found by every id of its rep.
    """
    chosen = select(reviews.c.rep_id, reviews.c.template).where(reviews.c.cycle == cycle)
    with store.reading() as connection:
        kept = {row.rep_id: row.template for row in connection.execute(chosen)}
        return by_any_id(aliases_of(connection), kept)


def delegate(store: Store, actor: Actor, cycle: str, rep_id: str, delegate_id: str) -> None:
    """Let another manager act for the manager of record; "" takes it back.

    The manager of record goes on as before.

    Raises
    ------
    RefusedError
        For all but the manager of record, sales ops and HR; and where it is the rep's own review.
    """
    with store.writing() as connection:
        subject = subject_of(connection, cycle, rep_id)
        require_delegate(actor, subject, delegate_id)
        chosen = (reviews.c.cycle == cycle) & (reviews.c.rep_id == subject.rep_id)
        connection.execute(update(reviews).where(chosen).values(delegate_id=delegate_id))
        before = subject.delegate_id
        review = (cycle, subject.rep_id)
        store.note(
            connection, actor, "delegate", str(subject), review=review,
            before=before, after=delegate_id,
        )  # fmt: skip


def subject_from(connection: Connection, row: Any) -> Subject:  # noqa: ANN401 (a row)
    """Make whom a review is about of its row; for the functions of the store."""
    names = [name for name in Subject.__dataclass_fields__ if name in row._mapping]
    more = {"above": tuple(json.loads(row.above)), "aliases": aliases_of(connection)}
    return Subject(**{**{name: row._mapping[name] for name in names}, **more})
