"""Signatures: rep and manager have read and discussed a review, and agree or say why not."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, insert, select

from workbench.errors import ParameterError, require_known
from workbench.i18n import error
from workbench.store.actor import Actor
from workbench.store.guards import sides_to_sign, signed_round
from workbench.store.moves import move
from workbench.store.naming import part_said, review_said
from workbench.store.rules import Stage, Subject, may_read_agreed, require_see, require_sign
from workbench.store.schema import signatures
from workbench.store.store import Store, to_json
from workbench.store.subjects import subject_of

VERDICTS = ("agreed", "seen")  # seen: read and discussed, not agreed; needs a comment


@dataclass(frozen=True)
class Scored:
    """The weighted score a signature is put under."""

    value: Decimal  # 1 is all goals in full
    used: Decimal  # the share of the weight that could be scored


@dataclass(frozen=True)
class Signature:
    """Who signed a review as what, and how."""

    side: str
    round: int
    person_id: str
    verdict: str
    comment: str
    signed_at: datetime
    scored: Scored | None = None  # None: the review showed none, or it was not kept yet
    rules: Mapping[str, str] | None = None  # that figures stood on, by option; None: not kept yet


def sign(
    store: Store,
    actor: Actor,
    cycle: str,
    rep_id: str,
    verdict: str,
    comment: str = "",
    *,
    scored: Callable[[], Scored | None] = lambda: None,
    rules: Mapping[str, str] | None = None,
) -> Stage:
    """Sign as rep or manager; the second signature opens the appeal window.

    Of a rep who has left no signature is awaited: the manager's alone opens it.

    Parameters
    ----------
    scored
        Gives the score that is signed, for later reviews to tell; asked only of who may sign.
    rules
        By which its figures are computed, by option.

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
        given = {"person_id": actor.person_id, "verdict": verdict, "comment": comment}
        values = given | _score_told(scored()) | _rules_told(rules)
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


def _score_told(scored: Scored | None) -> dict[str, str]:
    if scored is None:
        return {}
    return {"score": f"{scored.value:f}", "score_used": f"{scored.used:f}"}


def _rules_told(rules: Mapping[str, str] | None) -> dict[str, str]:
    return {"rules": to_json(dict(rules))} if rules else {}


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
    return [_signature(row) for row in rows]


def _signature(row: Any) -> Signature:  # noqa: ANN401 (a row)
    scored = Scored(Decimal(row.score), Decimal(row.score_used)) if row.score else None
    rules = json.loads(row.rules) if row.rules else None
    return Signature(
        row.side, row.round, row.person_id, row.verdict, row.comment, row.signed_at, scored, rules
    )
