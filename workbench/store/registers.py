"""Small registers: requests, praise, awards, courses, mentoring, team activities and more."""

import json
import uuid
from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, insert, or_, select, update

from workbench.errors import ParameterError, RefusedError, require_known
from workbench.i18n import error, said
from workbench.store.actor import Actor
from workbench.store.known_as import found_under, now_acting, now_known_as
from workbench.store.line import REGISTERS, Line, Register
from workbench.store.naming import actor_said, conflict, register_said
from workbench.store.register_rules import as_told, may_read_line, require_add, require_end
from workbench.store.rules import require_part
from workbench.store.schema import read_marks, registers, reviews
from workbench.store.store import Store, to_json

__all__ = [
    "REGISTERS", "Line", "Register", "add_line", "end_line", "keep_line", "lines_in", "lines_of",
    "mark_read", "readers",
]  # fmt: skip


def add_line(store: Store, actor: Actor, line: Line) -> Line:
    """Add a line to a register.

    Raises
    ------
    ParameterError
        When a field it needs is empty; an award without a rule is none.
    RefusedError
        When the role may not add there, or a rep asks in another's name or praises the own work.
    """
    with store.writing() as connection:
        return keep_line(store, connection, actor, line)


def keep_line(store: Store, connection: Connection, actor: Actor, line: Line) -> Line:
    """Do the same in a transaction of the caller's; for the functions of the store."""
    require_known("register", [line.register], REGISTERS)
    kind = REGISTERS[line.register]
    empty = [name for name in ("what", *kind.needs) if not str(getattr(line, name) or "").strip()]
    if empty:
        fields = tuple(said(f"register-{name.replace('_', '-')}") for name in empty)
        what = register_said(line.register)
        raise error(ParameterError, "refusal-line-needs", what=what, fields=fields)
    require_add(actor, line, _led(connection, actor))
    made = replace(
        line, line=uuid.uuid4().hex, made_by=actor.person_id, made_at=store.clock(),
        outcome="", ended_by="", ended_at=None,
    )  # fmt: skip
    row = {**vars(made), "about": to_json(made.about)}
    connection.execute(insert(registers).values(row))
    store.note(connection, actor, "register", made.line, after=row)
    return made


def lines_of(
    store: Store, actor: Actor, register: str, rep_id: str = "", *, desks: Collection[str] = ()
) -> list[Line]:
    """List the lines of a register an actor may read: open ones first, by day, then the latest.

    Parameters
    ----------
    desks
        Names of the desks of support the actor answers for.
    """
    require_known("register", [register], REGISTERS)
    with store.reading() as connection:
        return lines_in(connection, actor, register, rep_id, desks=desks)


def lines_in(
    connection: Connection, actor: Actor, register: str, rep_id: str = "", *,
    desks: Collection[str] = (),
) -> list[Line]:  # fmt: skip
    """Do the same in a transaction of the caller's; for the functions of the store."""
    query = select(registers).where(registers.c.register == register)
    if rep_id:
        query = query.where(registers.c.rep_id.in_(found_under(connection, rep_id)))
    found = [_as_now(connection, _read(row)) for row in connection.execute(query)]
    led, actor = _led(connection, actor), now_acting(connection, actor)
    seen = [as_told(actor, each) for each in found if may_read_line(actor, each, led, desks)]
    seen.sort(key=lambda each: each.made_at or datetime.min, reverse=True)
    return sorted(seen, key=lambda each: (each.ended_at is not None, each.due_on or date.max))


def _as_now(connection: Connection, line: Line) -> Line:
    """Tell a line written under an earlier id of somebody under the id of now."""
    rep_id, owner = (now_known_as(connection, each) for each in (line.rep_id, line.owner))
    return replace(line, rep_id=rep_id, owner=owner)


def end_line(
    store: Store, actor: Actor, line: str, outcome: str, *, desks: Collection[str] = ()
) -> Line:
    """Answer a request, finish a course, fill a position: says what came of it.

    Parameters
    ----------
    desks
        Names of the desks of support the actor answers for.

    Raises
    ------
    RefusedError
        When it is not this actor's: the owner ends it, else who made it.
    ConflictError
        When it is ended already.
    """
    if not outcome.strip():
        raise error(ParameterError, "refusal-outcome-empty")
    with store.writing() as connection:
        before = _line(connection, line)
        require_end(actor, before, desks)
        ended = {"outcome": outcome, "ended_by": actor.person_id, "ended_at": store.clock()}
        chosen = (registers.c.line == line) & registers.c.ended_at.is_(None)
        if connection.execute(update(registers).where(chosen).values(ended)).rowcount != 1:
            raise conflict("refusal-ended", before.outcome)
        store.note(connection, actor, "end", line, before="", after=outcome)
        return _line(connection, line)


def mark_read(store: Store, actor: Actor, line: str) -> None:
    """Note that an actor has read an announcement; a second time changes nothing."""
    require_part(actor, "announcements")
    with store.writing() as connection:
        _line(connection, line)
        mine = (read_marks.c.line == line) & (read_marks.c.person_id == actor.person_id)
        if connection.execute(select(read_marks).where(mine)).one_or_none() is None:
            values = {"line": line, "person_id": actor.person_id, "read_at": store.clock()}
            connection.execute(insert(read_marks).values(values))
            store.note(connection, actor, "read", line)


def readers(store: Store, actor: Actor, line: str) -> list[str]:
    """List who has read an announcement, for its author and those who lead."""
    require_part(actor, "announcements")
    with store.reading() as connection:
        if actor.role == "rep" and _line(connection, line).made_by != actor.person_id:
            raise error(RefusedError, "refusal-readers", who=actor_said(actor))
        marks = select(read_marks.c.person_id).where(read_marks.c.line == line)
        return list(connection.execute(marks.order_by(read_marks.c.read_at)).scalars())


def _led(connection: Connection, actor: Actor) -> set[str]:
    """Find whose reviews a manager keeps; nobody else keeps any."""
    if actor.role != "manager":
        return set()
    ids = found_under(connection, actor.person_id)
    mine = or_(reviews.c.manager_id.in_(ids), reviews.c.delegate_id.in_(ids))
    kept = connection.execute(select(reviews.c.rep_id).where(mine)).scalars()
    return {now_known_as(connection, rep_id) for rep_id in kept}


def _line(connection: Connection, line: str) -> Line:
    row = connection.execute(select(registers).where(registers.c.line == line)).one_or_none()
    require_known("line", [line], [line] if row is not None else [], key="line-of-register")
    assert row is not None
    return _read(row)


def _read(row: Any) -> Line:  # noqa: ANN401 (a row)
    return Line(**{**row._mapping, "about": json.loads(row.about)})
