"""Small registers: requests, praise, awards, courses, mentoring, team activities and more."""

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, or_, select, update

from workbench.errors import ConflictError, ParameterError, RefusedError, require_known
from workbench.store.actor import Actor, Role
from workbench.store.known_as import ids_of, now_known_as
from workbench.store.rules import require_part, takes_part
from workbench.store.schema import read_marks, registers, reviews
from workbench.store.store import Store, to_json


@dataclass(frozen=True)
class Register:
    """What a register wants, and whom it is for."""

    made_by: tuple[Role, ...]  # who may add a line
    needs: tuple[str, ...] = ()  # fields a line must fill beside what
    is_public: bool = (
        False  # everybody but finance reads it; else the rep, the owner and those who lead
    )


_LEADING: tuple[Role, ...] = ("manager", "sales_ops", "hr")
_ALL: tuple[Role, ...] = ("rep", *_LEADING)
_TOLD_TO_ALL = ("award", "period", "team", "rule", "what")  # of what a line is about
_GIVEN = ("praise", "award", "reward")  # nobody gives them to the own work
REGISTERS: Mapping[str, Register] = {
    "support": Register(_ALL, ("rep_id", "owner", "due_on")),
    "praise": Register(_ALL, ("rep_id", "grounds"), is_public=True),  # grounds: behaviour seen
    "award": Register(_LEADING, ("rep_id", "grounds"), is_public=True),  # grounds: its rule
    "reward": Register(_LEADING, ("rep_id", "grounds"), is_public=True),  # a seat, a training
    "course": Register(_ALL, ("rep_id",)),  # grounds: the metric or skill it aims at
    "case": Register(_ALL, ("rep_id", "grounds"), is_public=True),  # grounds: what others reuse
    "mentoring": Register(_LEADING, ("rep_id", "owner")),  # owner: the mentor
    "activity": Register(_ALL, ("due_on",), is_public=True),  # of a team; who came is noted
    "announcement": Register(_LEADING, is_public=True),
    "position": Register(_LEADING, ("due_on",), is_public=True),
    "learning": Register(_LEADING, ("grounds",), is_public=True),  # grounds: team and period
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of a register."""

    register: str
    what: str
    rep_id: str = ""
    grounds: str = ""
    owner: str = ""
    due_on: date | None = None
    line: str = ""  # its id; this and all below are given by the store
    made_by: str = ""
    made_at: datetime | None = None
    outcome: str = ""
    ended_by: str = ""
    ended_at: datetime | None = None
    about: Mapping[str, Any] = field(default_factory=dict)  # cycle; rule, figure and hash; team

    def is_overdue(self, day: date) -> bool:
        """Whether it is open after its day."""
        return self.ended_at is None and self.due_on is not None and self.due_on < day

    @property
    def handling(self) -> timedelta | None:
        """How long the answer took; None while it is open."""
        if self.ended_at is None or self.made_at is None:
            return None
        return self.ended_at - self.made_at


def add_line(store: Store, actor: Actor, line: Line) -> Line:
    """Add a line to a register.

    Raises
    ------
    ParameterError
        When a field it needs is empty; an award without a rule is none.
    RefusedError
        When the role may not add there, or a rep asks in another's name or praises the own work.
    """
    require_known("register", [line.register], REGISTERS)
    kind = REGISTERS[line.register]
    empty = [name for name in ("what", *kind.needs) if not str(getattr(line, name) or "").strip()]
    if empty:
        raise ParameterError(f"A line of {line.register} needs {', '.join(empty)}.")
    with store.writing() as connection:
        _require_add(connection, actor, line)
        made = replace(
            line, line=uuid.uuid4().hex, made_by=actor.person_id, made_at=store.clock(),
            outcome="", ended_by="", ended_at=None,
        )  # fmt: skip
        row = {**vars(made), "about": to_json(made.about)}
        connection.execute(insert(registers).values(row))
        store.note(connection, actor, "register", made.line, after=row)
    return made


def lines_of(store: Store, actor: Actor, register: str, rep_id: str = "") -> list[Line]:
    """List the lines of a register an actor may read: open ones first, by day, then the latest."""
    require_known("register", [register], REGISTERS)
    query = select(registers).where(registers.c.register == register)
    with store.reading() as connection:
        if rep_id:
            query = query.where(registers.c.rep_id.in_(ids_of(connection, rep_id)))
        found = [_as_now(connection, _read(row)) for row in connection.execute(query)]
        led = _led(connection, actor) if actor.role == "manager" else set()
    seen = [_as_told(actor, each) for each in found if _may_read(actor, each, led)]
    seen.sort(key=lambda each: each.made_at or datetime.min, reverse=True)
    return sorted(seen, key=lambda each: (each.ended_at is not None, each.due_on or date.max))


def _as_now(connection: Connection, line: Line) -> Line:
    """Tell a line written under an earlier id of somebody under the id of now."""
    rep_id, owner = (now_known_as(connection, each) for each in (line.rep_id, line.owner))
    return replace(line, rep_id=rep_id, owner=owner)


def end_line(store: Store, actor: Actor, line: str, outcome: str) -> Line:
    """Answer a request, finish a course, fill a position: says what came of it.

    Raises
    ------
    RefusedError
        When it is not this actor's: the owner ends it, else who made it.
    ConflictError
        When it is ended already.
    """
    if not outcome.strip():
        raise ParameterError("Say what came of it: an empty answer helps nobody.")
    with store.writing() as connection:
        before = _line(connection, line)
        if actor.person_id != (before.owner or before.made_by) and actor.role != "hr":
            owner = before.owner or before.made_by
            raise RefusedError(f"{actor.person_id} cannot end this; {owner} does.")
        ended = {"outcome": outcome, "ended_by": actor.person_id, "ended_at": store.clock()}
        chosen = (registers.c.line == line) & registers.c.ended_at.is_(None)
        if connection.execute(update(registers).where(chosen).values(ended)).rowcount != 1:
            raise ConflictError("This is ended already.", before.outcome, 0)
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
            raise RefusedError(f"{actor.person_id} (rep) does not see who has read what.")
        marks = select(read_marks.c.person_id).where(read_marks.c.line == line)
        return list(connection.execute(marks.order_by(read_marks.c.read_at)).scalars())


def _require_add(connection: Connection, actor: Actor, line: Line) -> None:
    is_own = line.rep_id == actor.person_id
    if actor.role not in REGISTERS[line.register].made_by:
        raise RefusedError(f"{actor.person_id} ({actor.role}) adds no {line.register}.")
    if line.register in _GIVEN and is_own:
        raise RefusedError(f"{actor.person_id} cannot give {line.register} to the own work.")
    if line.register not in ("support", "course") or is_own or actor.role in ("hr", "sales_ops"):
        return
    if actor.role == "rep" or line.rep_id not in _led(connection, actor):
        raise RefusedError(f"{actor.person_id} ({actor.role}) does not ask for {line.rep_id}.")


def _may_read(actor: Actor, line: Line, led: set[str]) -> bool:
    is_public = REGISTERS[line.register].is_public and takes_part(actor)
    if is_public or actor.role in ("hr", "sales_ops"):
        return True
    mine = actor.person_id in (line.rep_id, line.owner, line.made_by)
    return mine or line.rep_id in led


def _as_told(actor: Actor, line: Line) -> Line:
    """Leave a rep without the figures of others: of an award only for when it was given."""
    if actor.role != "rep" or actor.person_id in (line.rep_id, line.owner, line.made_by):
        return line
    told = {name: value for name, value in line.about.items() if name in _TOLD_TO_ALL}
    return replace(line, about=told)


def _led(connection: Connection, actor: Actor) -> set[str]:
    """Find whose reviews a manager keeps."""
    mine = or_(reviews.c.manager_id == actor.person_id, reviews.c.delegate_id == actor.person_id)
    return set(connection.execute(select(reviews.c.rep_id).where(mine)).scalars())


def _line(connection: Connection, line: str) -> Line:
    row = connection.execute(select(registers).where(registers.c.line == line)).one_or_none()
    require_known("line", [line], [line] if row is not None else [])
    assert row is not None
    return _read(row)


def _read(row: Any) -> Line:  # noqa: ANN401 (a row)
    return Line(**{**row._mapping, "about": json.loads(row.about)})
