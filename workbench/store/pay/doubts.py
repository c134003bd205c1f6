"""A dispute within a transaction: read, kept from standing twice, changed while it is open."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, select, update

from workbench.errors import ParameterError, require_known
from workbench.i18n import error
from workbench.store.actor import Actor
from workbench.store.known_as import now_known_as
from workbench.store.naming import conflict, owner_said
from workbench.store.pay.people import may_be_one
from workbench.store.pay.rules import Act, reach, require
from workbench.store.pay.statement import Issued
from workbench.store.schema import pay_disputes, pay_issued
from workbench.store.store import Store

STATES = ("open", "accepted", "refused")
_CENTS = Decimal("0.01")
_LARGEST = Decimal(10) ** 15  # what no pay comes near; more is a slip of the hand


@dataclass(frozen=True)
class Dispute:
    """One line doubted, and the answer."""

    dispute: str
    run: str
    rep_id: str  # under the id of now
    period: str
    line: str  # as commission or commission/D-12
    about: Mapping[str, Any]  # the sum shown, hashes, rows
    text: str
    asked_by: str
    asked_at: datetime
    owner: str  # a person's id, or a role
    due_on: date
    state: str  # open, accepted or refused
    answer: str
    amount: Decimal | None  # by how much the line is corrected; None unless it was accepted
    answered_by: str
    answered_at: datetime | None

    def is_overdue(self, day: date) -> bool:
        """Whether it is unanswered after its day."""
        return self.state == "open" and self.due_on < day


def read(connection: Connection, row: Any) -> Dispute:  # noqa: ANN401 (a row)
    """Read a row; whose it is under the id of now."""
    told = {
        "rep_id": now_known_as(connection, row.rep_id),
        "about": json.loads(row.about),
        "amount": Decimal(row.amount) if row.amount else None,
    }
    return Dispute(**{**row._mapping, **told})


def row_in(connection: Connection, dispute: str) -> Any:  # noqa: ANN401 (a row)
    """Find a dispute; UnknownNameError when there is none of that id."""
    chosen = select(pay_disputes).where(pay_disputes.c.dispute == dispute)
    row = connection.execute(chosen).one_or_none()
    known = select(pay_disputes.c.dispute)
    if row is None:
        require_known("dispute", [dispute], connection.execute(known).scalars())
    return row


def row_of_another(connection: Connection, actor: Actor, dispute: str, act: Act) -> Any:  # noqa: ANN401 (a row)
    """Find a dispute that is not about the actor, under whichever id."""
    reach(actor, act)
    row = row_in(connection, dispute)
    require(actor, act, is_own=may_be_one(connection, row.rep_id, actor.person_id))
    return row


def require_issued(connection: Connection, issued: Issued) -> None:
    """Refuse a statement that was not issued: a draft is no promise to anybody."""
    chosen = (pay_issued.c.run == issued.run) & (pay_issued.c.rep_id == issued.kept_as)
    if connection.execute(select(pay_issued).where(chosen)).one_or_none() is None:
        told = {"run": issued.run, "rep": issued.kept_as}
        raise error(ParameterError, "refusal-doubt-unissued", **told)


def require_new(connection: Connection, row: Mapping[str, Any]) -> None:
    """Refuse to doubt a line while the same doubt waits for its answer."""
    same = [pay_disputes.c[name] == row[name] for name in ("run", "rep_id", "line")]
    chosen = select(pay_disputes).where(*same, pay_disputes.c.state == "open")
    found = connection.execute(chosen).first()
    if found is not None:
        raise conflict(
            "refusal-doubt-twice", found.text, line=found.line, period=found.period,
            owner=owner_said(found.owner), due=f"{found.due_on}",
        )  # fmt: skip


def change(
    store: Store,
    connection: Connection,
    actor: Actor,
    verb: str,
    row: Any,  # noqa: ANN401 (a row)
    after: Mapping[str, Any],
) -> None:
    """Change a dispute that is open, and tell it; of two who answer at once one does."""
    chosen = (pay_disputes.c.dispute == row.dispute) & (pay_disputes.c.state == "open")
    if connection.execute(update(pay_disputes).where(chosen).values(after)).rowcount != 1:
        now = row_in(connection, row.dispute)
        raise conflict(f"refusal-doubt-{now.state}", now.answer, who=now.answered_by)
    before = {name: row._mapping[name] for name in after}
    place = ("", row.rep_id)
    store.note(connection, actor, verb, row.dispute, review=place, before=before, after=after)


def amount_of(accept: Decimal) -> str:
    """Write by how much a line is corrected; refuse what corrects nothing or is no amount."""
    is_amount = accept.is_finite() and accept and abs(accept) < _LARGEST
    if not is_amount or accept != accept.quantize(_CENTS):
        raise error(ParameterError, "refusal-doubt-amount", amount=f"{accept}")
    return f"{accept:.2f}"
