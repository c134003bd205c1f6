"""Who may do what in a coaching session. Every read and write of one passes here.

A session is the rep's and the manager's. What the manager prepares is read by the rep once the
session has begun; private words are read by nobody but who wrote them. HR and sales ops know that
a session took place; they read its words only when the two shared it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from workbench.errors import RefusedError, Said
from workbench.i18n import error, said
from workbench.sources.known_ids import is_one
from workbench.store.actor import Actor
from workbench.store.naming import actor_said, side_said
from workbench.store.rules import takes_part

SessionState = Literal["open", "held", "skipped"]
WordSide = Literal["shared", "manager", "private"]
Visibility = Literal["private", "shared"]
VISIBILITIES: tuple[Visibility, ...] = ("private", "shared")


@dataclass(frozen=True)
class Session:
    """One talk of a rep and a manager."""

    rep_id: str
    number: int  # counted from 1 per rep; a skipped one keeps its number
    manager_id: str
    period: str
    planned_on: date
    state: SessionState = "open"
    step: str = ""  # where the walk stands
    begun_at: datetime | None = None
    ended_at: datetime | None = None
    reason: str = ""  # why it was skipped
    visibility: Visibility = "private"
    next_at: str = ""  # local time of the next one, ISO; "" when none is agreed
    # The present id of people who had another: who is named here and who acts may be either
    aliases: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)

    @property
    def name(self) -> str:
        """Name it as promises and the audit trail do: `2026-Q3:coaching:7`."""
        return f"{self.period}:coaching:{self.number}"

    def __str__(self) -> str:
        return f"session {self.number} of {self.rep_id}"


def is_of(actor: Actor, session: Session) -> str:
    """Say what an actor is to a session: rep, manager, sales_ops, hr or "" (a stranger).

    Who is above the manager, or leads the review for them, is a stranger to the talks of the two.
    """
    if actor.role == "rep":
        return "rep" if is_one(session.aliases, actor.person_id, session.rep_id) else ""
    if actor.role == "manager":
        is_own = is_one(session.aliases, actor.person_id, session.manager_id)
        return "manager" if is_own and actor.person_id else ""
    return actor.role if takes_part(actor) else ""


def may_read(actor: Actor, session: Session, side: WordSide, person_id: str = "") -> bool:
    """Whether an actor may read what a side wrote."""
    who = is_of(actor, session)
    if side == "private":
        mine = is_one(session.aliases, actor.person_id, person_id)
        return who in ("rep", "manager") and mine
    if who in ("hr", "sales_ops"):
        return session.state == "held" and session.visibility == "shared"
    if who == "rep" and side == "manager":
        return session.begun_at is not None
    return bool(who)


def may_write(actor: Actor, session: Session, side: WordSide) -> bool:
    """Whether an actor may write on a side: while it is open; private notes also afterwards."""
    who = is_of(actor, session)
    if side == "private":
        return who in ("rep", "manager")
    allowed = ("manager",) if side == "manager" else ("rep", "manager")
    return session.state == "open" and who in allowed


def require_part(actor: Actor, session: Session) -> None:
    """Refuse a stranger."""
    if not is_of(actor, session):
        raise error(
            RefusedError, "refusal-session-part", who=actor_said(actor),
            session=session_said(session), rep=session.rep_id, manager=session.manager_id,
        )  # fmt: skip


def require_write(actor: Actor, session: Session, side: WordSide) -> None:
    """Refuse to write for strangers, on another's side, or when the session is over."""
    require_part(actor, session)
    if not may_write(actor, session, side):
        why = "side" if session.state == "open" else session.state
        raise error(
            RefusedError, f"refusal-session-write-{why}", who=actor_said(actor),
            session=session_said(session), side=side_said(side),
        )  # fmt: skip


def require_lead(actor: Actor, session: Session) -> None:
    """Refuse to begin, skip or end a session for those who do not lead it, or twice."""
    require_part(actor, session)
    if is_of(actor, session) != "manager":
        raise error(
            RefusedError, "refusal-session-lead", who=actor_said(actor),
            session=session_said(session), manager=session.manager_id,
        )  # fmt: skip
    if session.state != "open":
        raise error(RefusedError, f"refusal-session-{session.state}", session=session_said(session))


def require_prepare(actor: Actor, rep_id: str, manager_id: str) -> None:
    """Refuse to prepare a session for those who will not sit in it."""
    mine = {"rep": rep_id, "manager": manager_id}.get(actor.role)
    if not actor.person_id or actor.person_id != mine:
        raise error(RefusedError, "refusal-session-prepare", who=actor_said(actor), rep=rep_id)


def session_said(session: Session) -> Said:
    """Name a session in a sentence."""
    return said("refusal-session", n=session.number, rep=session.rep_id)
