"""Disputes: a line of an issued statement that its rep doubts, whose it is, and what came of it."""

import uuid
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import insert, select

from workbench.errors import ParameterError, RefusedError, require_known
from workbench.i18n import error
from workbench.model.calendar import Calendar
from workbench.store.actor import ROLES, Actor
from workbench.store.due import answer_due
from workbench.store.naming import actor_said, owner_said, role_said
from workbench.store.pay.doubts import (
    STATES,
    Dispute,
    amount_of,
    change,
    read,
    require_issued,
    require_new,
    row_in,
    row_of_another,
)
from workbench.store.pay.ledger import take
from workbench.store.pay.people import every_id
from workbench.store.pay.rules import ANSWERING, reach, require
from workbench.store.pay.statement import Issued
from workbench.store.schema import pay_disputes
from workbench.store.store import Store, to_json

__all__ = [
    "ANSWERED_WITHIN", "STATES", "Dispute", "accepted", "answer_dispute", "dispute",
    "disputes_of", "hand_over",
]  # fmt: skip
ANSWERED_WITHIN = 5  # working days
_OWNER = "sales_ops"


def dispute(
    store: Store,
    actor: Actor,
    issued: Issued,
    line: str,
    text: str,
    about: Mapping[str, Any],
    *,
    calendar: Calendar,
) -> str:
    """Doubt a line of the own issued statement; gives the id of the dispute.

    Parameters
    ----------
    calendar
        The company's: an answer is due so many of its working days after the day it is there.

    Raises
    ------
    RefusedError
        For all but the rep it was issued to.
    ParameterError
        When no line or nothing is doubted, or that statement was not issued.
    ConflictError
        When the same line is disputed and not answered yet.
    """
    if not line.strip() or not text.strip():
        raise error(ParameterError, "refusal-doubt-empty")
    reach(actor, "dispute a line")
    with store.writing() as connection:
        take(connection)
        ids = every_id(connection, actor.person_id)
        require(actor, "dispute a line", is_own=issued.rep_id in ids)
        require_issued(connection, issued)
        now, item = store.clock(), uuid.uuid4().hex
        row = {
            "dispute": item, "run": issued.run, "rep_id": issued.kept_as,
            "period": issued.period, "line": line, "about": to_json(dict(about)), "text": text,
            "asked_by": actor.person_id, "asked_at": now, "owner": _OWNER,
            "due_on": answer_due(calendar, now, ANSWERED_WITHIN), "state": "open",
            "answer": "", "amount": "", "answered_by": "", "answered_at": None,
        }  # fmt: skip
        require_new(connection, row)
        connection.execute(insert(pay_disputes).values(row))
        store.note(connection, actor, "dispute", item, review=("", issued.kept_as), after=row)
    return item


def disputes_of(
    store: Store,
    actor: Actor,
    rep_id: str = "",
    period: str = "",
    state: str = "",
    *,
    leaders: Collection[str] = (),
) -> list[Dispute]:
    """List disputes, the open ones first, by day; a rep without `rep_id` reads the own.

    Parameters
    ----------
    leaders
        Who leads the rep; a manager among them reads which line is disputed and how far that has
        come, and no words.

    Raises
    ------
    RefusedError
        For a rep who asks for another's, and for a manager who does not lead the one asked for.
    """
    if state:
        require_known("state", [state], STATES)
    allowed = reach(actor, "read a dispute")
    asked = rep_id or (actor.person_id if allowed == "own" else "")
    query = select(pay_disputes)
    query = query.where(pay_disputes.c.period == period) if period else query
    query = query.where(pay_disputes.c.state == state) if state else query
    with store.reading() as connection:
        if asked or allowed == "led":
            is_own = asked in every_id(connection, actor.person_id)
            is_led = bool(asked) and actor.person_id in leaders
            require(actor, "read a dispute", is_own=is_own, is_led=is_led)
            query = query.where(pay_disputes.c.rep_id.in_(every_id(connection, asked)))
        rows = connection.execute(query.order_by(pay_disputes.c.asked_at, pay_disputes.c.dispute))
        found = [read(connection, row) for row in rows]
    if allowed == "led":
        found = [replace(each, text="", answer="", about={}) for each in found]
    return sorted(found, key=lambda each: (each.state != "open", each.due_on))


def accepted(store: Store, actor: Actor, rep_id: str) -> list[Dispute]:
    """List the accepted disputes of a rep, in the order they were answered."""
    found = disputes_of(store, actor, rep_id, state="accepted")
    return sorted(found, key=lambda each: (each.answered_at or datetime.max, each.dispute))


def answer_dispute(
    store: Store, actor: Actor, dispute: str, *, accept: Decimal | None, text: str
) -> Dispute:
    """Accept a dispute with the amount its line is corrected by, or refuse it with None.

    Raises
    ------
    ParameterError
        Without words, or when the amount is zero or has more than two decimals.
    RefusedError
        When it is another's to answer, or about the actor.
    ConflictError
        When it is answered already.
    """
    if not text.strip():
        raise error(ParameterError, "refusal-doubt-answer")
    amount = "" if accept is None else amount_of(accept)
    with store.writing() as connection:
        row = row_of_another(connection, actor, dispute, "answer a dispute")
        if row.owner != actor.role and row.owner not in every_id(connection, actor.person_id):
            owner = owner_said(row.owner)
            raise error(RefusedError, "refusal-doubt-owner", who=actor_said(actor), owner=owner)
        after = {
            "state": "refused" if accept is None else "accepted", "answer": text,
            "amount": amount, "answered_by": actor.person_id, "answered_at": store.clock(),
        }  # fmt: skip
        change(store, connection, actor, "settle", row, after)
        return read(connection, row_in(connection, dispute))


def hand_over(store: Store, actor: Actor, dispute: str, owner: str, due_on: date) -> Dispute:
    """Let another role or person of sales ops or finance answer an open dispute, by another day."""
    if not owner.strip() or (owner in ROLES and owner not in ANSWERING):
        roles = tuple(map(role_said, ANSWERING))
        raise error(ParameterError, "refusal-doubt-hand", owner=owner.strip() or "–", roles=roles)
    with store.writing() as connection:
        row = row_of_another(connection, actor, dispute, "hand a dispute over")
        after = {"owner": owner.strip(), "due_on": due_on}
        change(store, connection, actor, "hand over", row, after)
        return read(connection, row_in(connection, dispute))
