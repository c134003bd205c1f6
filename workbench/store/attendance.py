"""Who took part in a team activity."""

from collections.abc import Iterable

from sqlalchemy import insert, select

from workbench.errors import ParameterError, RefusedError, require_known
from workbench.i18n import error
from workbench.store.actor import Actor
from workbench.store.naming import actor_said, register_said
from workbench.store.rules import require_part, takes_part
from workbench.store.schema import attendance, registers
from workbench.store.store import Store


def note_attendance(store: Store, actor: Actor, line: str, people: Iterable[str]) -> list[str]:
    """Note who took part in an activity; a second time changes nothing.

    Everybody may note themselves; who set the activity up and who lead note others.

    Returns
    -------
    list of str
        Who was noted now and was not before.

    Raises
    ------
    UnknownNameError, ParameterError
        When there is no such line, or it is no activity.
    RefusedError
        When a rep notes another; for finance.
    """
    require_part(actor, "activities")
    with store.writing() as connection:
        row = connection.execute(select(registers).where(registers.c.line == line)).one_or_none()
        require_known("line", [line], [line] if row is not None else [], key="line-of-register")
        assert row is not None
        if row.register != "activity":
            what = register_said(row.register)
            raise error(ParameterError, "refusal-attend-what", line=line, what=what)
        wanted = list(dict.fromkeys(people))
        is_free = actor.role != "rep" or actor.person_id in (row.owner, row.made_by)
        others = [person for person in wanted if person != actor.person_id]
        if others and not is_free:
            raise error(RefusedError, "refusal-attend-own", who=actor_said(actor), other=others[0])
        mine = select(attendance.c.person_id).where(attendance.c.line == line)
        known = set(connection.execute(mine).scalars())
        fresh = [person for person in wanted if person not in known]
        told = {"line": line, "noted_by": actor.person_id, "noted_at": store.clock()}
        for person in fresh:
            connection.execute(insert(attendance).values({**told, "person_id": person}))
        if fresh:
            store.note(connection, actor, "attend", line, after=fresh)
    return fresh


def attended(store: Store, actor: Actor) -> dict[str, set[str]]:
    """Give who took part, by line; a rep sees the own part only, and so does finance."""
    query = select(attendance.c.line, attendance.c.person_id)
    if actor.role == "rep" or not takes_part(actor):
        query = query.where(attendance.c.person_id == actor.person_id)
    found: dict[str, set[str]] = {}
    with store.reading() as connection:
        for line, person in connection.execute(query):
            found.setdefault(line, set()).add(person)
    return found
