"""Talks that were agreed on: each kept once, so that a moved or cancelled one is the same entry."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, get_args

from sqlalchemy import insert, select, update

from workbench.errors import ParameterError, RefusedError, require_known
from workbench.i18n import error
from workbench.store.actor import Actor
from workbench.store.naming import actor_said, conflict, review_said
from workbench.store.rules import Subject, part, require_run, require_see
from workbench.store.schema import appointments
from workbench.store.store import Store
from workbench.store.subjects import subject_of

Talk = Literal["review", "one_on_one"]


@dataclass(frozen=True, kw_only=True)
class Appointment:
    """One talk, or a series of them, as it is agreed now."""

    cycle: str
    rep_id: str
    talk: Talk
    leader_id: str  # who leads it; "" when nobody is recorded
    start: str  # ISO, with its offset
    every: int  # weeks between talks of a series; 0 is a single one
    state: str = "agreed"  # agreed or cancelled
    sequence: int = 0  # how often it was changed
    changed_at: datetime | None = None  # UTC; given by the store

    @property
    def is_cancelled(self) -> bool:
        """Whether it does not take place."""
        return self.state == "cancelled"


def agree(
    store: Store, actor: Actor, review: tuple[str, str], talk: Talk, start: str, every: int = 0
) -> Appointment:
    """Keep when a talk is; agreed anew on another time, it is moved. The same changes nothing.

    Raises
    ------
    RefusedError
        For all but who leads the review, sales ops and HR.
    ConflictError
        When somebody changed it meanwhile.
    """
    return _change(store, actor, review, talk, {"start": start, "every": every, "state": "agreed"})


def cancel(store: Store, actor: Actor, review: tuple[str, str], talk: Talk) -> Appointment:
    """Cancel a talk; raises as `agree`, and ParameterError when none is agreed."""
    return _change(store, actor, review, talk, {"state": "cancelled"})


def appointments_in(store: Store, actor: Actor, cycle: str) -> list[Appointment]:
    """List the talks of a cycle that were agreed or cancelled, by rep; for who sends."""
    require_run(actor, "send messages")
    query = select(appointments).where(appointments.c.cycle == cycle)
    with store.reading() as connection:
        rows = connection.execute(query.order_by(appointments.c.rep_id, appointments.c.talk))
        return [Appointment(**row._mapping) for row in rows]


def _change(
    store: Store, actor: Actor, review: tuple[str, str], talk: Talk, told: dict[str, object]
) -> Appointment:
    require_known("talk", [talk], get_args(Talk))
    c = appointments.c
    with store.writing() as connection:
        subject = subject_of(connection, *review)
        review = (subject.cycle, subject.rep_id)
        chosen = (c.cycle == review[0]) & (c.rep_id == review[1]) & (c.talk == talk)
        _require_arrange(actor, subject)
        row = connection.execute(select(appointments).where(chosen)).one_or_none()
        if row is None and "start" not in told:
            raise error(ParameterError, "refusal-talk-none", rep=review[1])
        leader = {"leader_id": subject.delegate_id or subject.manager_id}
        if row is None:
            empty = Appointment(
                cycle=review[0], rep_id=review[1], talk=talk, leader_id="", start="", every=0
            )
            made = replace(empty, changed_at=store.clock(), **leader, **told)  # type: ignore[arg-type]
            connection.execute(insert(appointments).values(vars(made)))
            store.note(connection, actor, "agree", talk, review=review, after=told)
            return made
        before = Appointment(**row._mapping)
        after = replace(before, **leader, **told)  # type: ignore[arg-type]
        if after == before:
            return before
        after = replace(after, sequence=before.sequence + 1, changed_at=store.clock())
        is_same = chosen & (c.sequence == before.sequence)
        if connection.execute(update(appointments).where(is_same).values(vars(after))).rowcount < 1:
            raise conflict("refusal-talk-other", rep=review[1])
        was = {name: getattr(before, name) for name in told}
        store.note(connection, actor, "agree", talk, review=review, before=was, after=told)
        return after


def _require_arrange(actor: Actor, subject: Subject) -> None:
    """Refuse to agree on a talk for another's review."""
    require_see(actor, subject)
    if part(actor, subject) not in ("manager", "sales_ops", "hr"):
        raise error(
            RefusedError, "refusal-talk-role", who=actor_said(actor), review=review_said(subject)
        )
