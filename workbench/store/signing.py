"""Signatures: rep and manager have read and discussed a review, and agree or say why not."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from workbench.errors import ParameterError, require_known
from workbench.i18n import error
from workbench.store.actor import Actor
from workbench.store.cycles import subject_of
from workbench.store.guards import sides_to_sign, signed_round
from workbench.store.moves import move
from workbench.store.naming import part_said, review_said
from workbench.store.rules import Stage, Subject, may_read_agreed, require_see, require_sign
from workbench.store.schema import signatures
from workbench.store.store import Store

VERDICTS = ("agreed", "seen")  # seen: read and discussed, not agreed; needs a comment


@dataclass(frozen=True)
class Signature:
    """Who signed a review as what, and how."""

    side: str
    round: int
    person_id: str
    verdict: str
    comment: str
    signed_at: datetime


def sign(
    store: Store, actor: Actor, cycle: str, rep_id: str, verdict: str, comment: str = ""
) -> Stage:
    """Sign as rep or manager; the second signature opens the appeal window.

    Of a rep who has left no signature is awaited: the manager's alone opens it.

    Raises
    ------
    RefusedError
        When it is not this actor's to sign, or not the time.
    ParameterError
        When "seen" (read, not agreed) comes without a comment, or the side has signed already.
    """
    if not verdict:
        raise error(ParameterError, "plan-verdict-none")
    require_known("verdict", [verdict], VERDICTS)
    if verdict == "seen" and not comment.strip():
        raise error(ParameterError, "plan-seen-why")
    with store.writing() as connection:
        subject = subject_of(connection, cycle, rep_id, is_held=True)
        require_sign(actor, subject)
        number = signed_round(connection, subject) + 1
        signed = {each.side for each in _signatures(connection, subject) if each.round == number}
        if actor.role in signed:
            who = part_said(actor.role)
            raise error(ParameterError, "plan-signed-already", who=who, review=review_said(subject))
        values = {"person_id": actor.person_id, "verdict": verdict, "comment": comment}
        connection.execute(
            insert(signatures).values(
                cycle=cycle,
                rep_id=subject.rep_id,
                side=actor.role,
                round=number,
                signed_at=store.clock(),
                **values,
            )
        )
        review = (cycle, subject.rep_id)
        store.note(connection, actor, "sign", str(subject), review=review, after=values)
        is_complete = signed | {actor.role} >= set(sides_to_sign(subject))
        return move(store, connection, actor, subject, "appeal") if is_complete else subject.stage


def signatures_of(store: Store, actor: Actor, cycle: str, rep_id: str) -> list[Signature]:
    """List the signatures of a review, in the order they were given.

    Who is above the manager of record sees none before the manager has handed in.
    """
    with store.reading() as connection:
        subject = subject_of(connection, cycle, rep_id)
        require_see(actor, subject)
        return _signatures(connection, subject) if may_read_agreed(actor, subject) else []


def _signatures(connection: Connection, subject: Subject) -> list[Signature]:
    chosen = (signatures.c.cycle == subject.cycle) & (signatures.c.rep_id == subject.rep_id)
    rows = connection.execute(select(signatures).where(chosen).order_by(signatures.c.signed_at))
    names = tuple(Signature.__dataclass_fields__)
    return [Signature(**{name: row._mapping[name] for name in names}) for row in rows]
