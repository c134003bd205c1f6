"""The inbox: questions on figures, appeals, feedback and requests that somebody has to answer."""

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import insert, select, update

from workbench.errors import ParameterError, RefusedError, require_known
from workbench.i18n import error
from workbench.model.calendar import Calendar
from workbench.store.actor import Actor
from workbench.store.appeals import enter_appeal
from workbench.store.due import answer_due
from workbench.store.inbox_rules import (
    KINDS,
    addresses,
    answerer,
    may_answer,
    require_feedback,
    works_with,
)
from workbench.store.naming import actor_said, conflict, owner_said
from workbench.store.rules import require_ask, require_impartial
from workbench.store.schema import inbox
from workbench.store.store import Store, to_json
from workbench.store.subjects import subject_of, subjects_of


@dataclass(frozen=True)
class Asked:
    """One thing asked, and its answer."""

    item: str
    cycle: str
    rep_id: str
    kind: str
    about: Mapping[str, Any]  # what it points to: metric, value, rows, section
    text: str
    asked_by: str
    asked_at: datetime
    owner: str  # a person's id, or a role
    due_on: date | None
    state: str  # open or answered
    answer: str
    answered_by: str
    answered_at: datetime | None

    def is_overdue(self, day: date) -> bool:
        """Whether it is unanswered after its day."""
        return self.state == "open" and self.due_on is not None and self.due_on < day

    @property
    def handling(self) -> timedelta | None:
        """How long the answer took; None while there is none."""
        return None if self.answered_at is None else self.answered_at - self.asked_at


def ask(
    store: Store,
    actor: Actor,
    review: tuple[str, str],
    kind: str,
    text: str,
    about: Mapping[str, Any] | None = None,
    owner: str = "",
    *,
    calendar: Calendar,
) -> str:
    """Put something into the inbox; gives its id.

    Parameters
    ----------
    review
        Cycle and rep.
    about
        What it points to, as `{"metric": "win_rate", "value": "0.28", "rows": ["D-12"]}`.
    owner
        Who answers; "" takes who answers such things.
    calendar
        The company's: an answer is due so many of its working days after the day it is there.

    Raises
    ------
    ParameterError
        When nothing is asked.
    RefusedError
        When the actor has no part in the review or is only above it, or appeals when there is
        nothing to appeal. Feedback may come from whoever has a part in the cycle.
    """
    require_known("kind", [kind], KINDS)
    if not text.strip():
        raise error(ParameterError, "refusal-asks-nothing")
    with store.writing() as connection:
        subject = subject_of(connection, *review, is_held=True)
        if kind == "feedback":
            require_feedback(actor, subject, subjects_of(connection, review[0]))
        else:
            require_ask(actor, subject, kind)
        review = (subject.cycle, subject.rep_id)
        now, item = store.clock(), uuid.uuid4().hex
        due_on = answer_due(calendar, now, KINDS[kind][1])
        row = {
            "item": item, "cycle": review[0], "rep_id": review[1], "kind": kind,
            "about": to_json(about or {}), "text": text, "asked_by": actor.person_id,
            "asked_at": now, "owner": owner or answerer(actor, subject, kind),
            "due_on": due_on, "state": "open", "answer": "", "answered_by": "", "answered_at": None,
        }  # fmt: skip
        connection.execute(insert(inbox).values(row))
        if kind == "appeal":
            enter_appeal(connection, subject, item, due_on)
        store.note(connection, actor, "ask", item, review=review, after=row)
    return item


def colleagues(store: Store, actor: Actor, cycle: str) -> list[str]:
    """Give the reps of a cycle a page names when feedback is given, by id; see `works_with`."""
    with store.reading() as connection:
        everybody = subjects_of(connection, cycle)
    return [each.rep_id for each in everybody if works_with(actor, each, everybody)]


def inbox_of(store: Store, actor: Actor, cycle: str = "") -> list[Asked]:
    """List what an actor asked or has to answer, the open ones first, by day."""
    wanted = (inbox.c.asked_by == actor.person_id) | inbox.c.owner.in_(addresses(actor))
    query = select(inbox).where(wanted)
    if cycle:
        query = query.where(inbox.c.cycle == cycle)
    with store.reading() as connection:
        rows = connection.execute(query).all()
    found = [Asked(**{**row._mapping, "about": json.loads(row.about)}) for row in rows]
    return sorted(found, key=lambda each: (each.state != "open", each.due_on or date.max))


def asked_as(store: Store, actor: Actor, item: str) -> Asked:
    """Give one item an actor asked or has to answer; UnknownNameError for any other."""
    found = {each.item: each for each in inbox_of(store, actor)}
    require_known("item of the inbox", [item], found)
    return found[item]


def answer(store: Store, actor: Actor, item: str, text: str) -> None:
    """Answer something asked.

    Raises
    ------
    RefusedError
        When it is another's to answer: an appeal is never answered by who rated.
    ConflictError
        When it is answered already.
    """
    if not text.strip():
        raise error(ParameterError, "refusal-answers-nothing")
    with store.writing() as connection:
        row = connection.execute(select(inbox).where(inbox.c.item == item)).one_or_none()
        require_known("item of the inbox", [item], [item] if row is not None else [])
        assert row is not None
        if not may_answer(actor, row.owner):
            who, owner = actor_said(actor), owner_said(row.owner)
            raise error(RefusedError, "refusal-answer", who=who, owner=owner)
        if row.kind == "appeal":
            require_impartial(actor, subject_of(connection, row.cycle, row.rep_id))
            raise error(ParameterError, "appeal-not-answered", rep=row.rep_id)
        changed = connection.execute(
            update(inbox)
            .where(inbox.c.item == item, inbox.c.state == "open")
            .values(
                state="answered", answer=text, answered_by=actor.person_id,
                answered_at=store.clock(),
            )
        )  # fmt: skip
        if changed.rowcount != 1:
            raise conflict("refusal-answered", row.answer)
        review = (row.cycle, row.rep_id)
        store.note(connection, actor, "answer", item, review=review, before="open", after=text)
