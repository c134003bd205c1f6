"""Appeals: the rep says once per round why a rating does not stand; HR grants or refuses it.

The words and the reason stand in the inbox, so that they wait there with all else that is asked;
what became of an appeal stands here, one to a round.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection, select, update

from workbench.errors import ParameterError
from workbench.i18n import error
from workbench.store.actor import Actor
from workbench.store.cycles import INSERT
from workbench.store.guards import open_appeal, signed_round
from workbench.store.moves import set_back
from workbench.store.naming import review_said
from workbench.store.rules import (
    Stage,
    Subject,
    may_read_agreed,
    may_read_appeal,
    require_appeal,
    require_decide,
    require_see,
)
from workbench.store.schema import adjustments, appeals, audit, inbox, reviews
from workbench.store.store import Store
from workbench.store.subjects import subject_of

GRANTED, REFUSED = "granted", "refused"
BACK_TO: Stage = "manager_review"  # where a granted appeal sets a review back to


@dataclass(frozen=True)
class Appeal:
    """One appeal, and what became of it."""

    round: int
    item: str  # of the inbox
    outcome: str  # "" while it is open; granted, refused, or answered by an earlier version
    text: str  # "" for who may not read it
    asked_at: datetime
    due_on: date | None
    answer: str  # the reason; "" while it is open, and for who may not read it
    answered_by: str
    answered_at: datetime | None


def enter_appeal(connection: Connection, subject: Subject, item: str, due_on: date) -> None:
    """Enter what was put into the inbox as the appeal of this round, within its transaction.

    The review is due no earlier than the answer.

    Raises
    ------
    ParameterError
        When this round was appealed already.
    """
    number = signed_round(connection, subject)
    row = {"cycle": subject.cycle, "rep_id": subject.rep_id, "round": number}
    laid = INSERT[connection.dialect.name](appeals).values(**row, item=item, outcome="")
    fresh = laid.on_conflict_do_nothing().returning(appeals.c.round)
    if connection.execute(fresh).one_or_none() is None:
        raise error(ParameterError, "appeal-again", review=review_said(subject))
    at = (reviews.c.cycle == subject.cycle) & (reviews.c.rep_id == subject.rep_id)
    is_earlier = reviews.c.due_on.is_(None) | (reviews.c.due_on < due_on)
    connection.execute(update(reviews).where(at, is_earlier).values(due_on=due_on))


def decide_appeal(
    store: Store, actor: Actor, cycle: str, rep_id: str, outcome: str, reason: str
) -> Stage:
    """Grant an appeal, which reopens the review with the reason, or refuse it with a reason.

    Raises
    ------
    RefusedError
        For all but HR, and for who rated, or changed the rating, or was rated.
    ParameterError
        Without a reason, or when no appeal is open.
    """
    if not reason.strip():
        raise error(ParameterError, "appeal-reason")
    with store.writing() as connection:
        subject = subject_of(connection, cycle, rep_id, is_held=True)
        require_decide(actor, subject, raters_in(connection, subject))
        item = open_appeal(connection, subject)
        if not item:
            raise error(ParameterError, "appeal-none", review=review_said(subject))
        _settle(store, connection, actor, item, outcome, reason)
        after = {"outcome": outcome, "reason": reason}
        store.note(
            connection,
            actor,
            "decide",
            item,
            review=(cycle, subject.rep_id),
            before="",
            after=after,
        )
        if outcome == REFUSED:
            return subject.stage
        return set_back(store, connection, actor, subject, BACK_TO, reason)


def waive_window(store: Store, actor: Actor, cycle: str, rep_id: str) -> None:
    """Let a review be closed before its appeal window is over: the rep has no objection.

    Raises
    ------
    RefusedError
        For all but the rep, while the window is open.
    ParameterError
        When it is waived already, or an appeal is open.
    """
    with store.writing() as connection:
        subject = subject_of(connection, cycle, rep_id, is_held=True)
        require_appeal(actor, subject)
        if open_appeal(connection, subject):
            raise error(ParameterError, "appeal-waive-open", review=review_said(subject))
        number = signed_round(connection, subject)
        at = (reviews.c.cycle == cycle) & (reviews.c.rep_id == subject.rep_id)
        changed = update(reviews).where(at, reviews.c.waived != number).values(waived=number)
        if connection.execute(changed).rowcount != 1:
            raise error(ParameterError, "appeal-waived-already", review=review_said(subject))
        review = (cycle, subject.rep_id)
        store.note(connection, actor, "waive", str(subject), review=review, after=number)


def appeals_of(store: Store, actor: Actor, cycle: str, rep_id: str) -> list[Appeal]:
    """List the appeals of a review, by round; words and reason for the rep and HR alone.

    Who else has a part sees that one stands and how it ended.
    """
    with store.reading() as connection:
        subject = subject_of(connection, cycle, rep_id)
        require_see(actor, subject)
        found = _appeals(connection, subject) if may_read_agreed(actor, subject) else []
    if may_read_appeal(actor, subject):
        return found
    return [replace(each, text="", answer="") for each in found]


def window_of(store: Store, actor: Actor, cycle: str, rep_id: str) -> tuple[date | None, bool]:
    """Give the last day of the appeal window, None before it opened, and whether it is waived."""
    with store.reading() as connection:
        subject = subject_of(connection, cycle, rep_id)
        require_see(actor, subject)
        at = (reviews.c.cycle == cycle) & (reviews.c.rep_id == subject.rep_id)
        row = connection.execute(select(reviews.c.window_on, reviews.c.waived).where(at)).one()
        return row.window_on, row.waived == signed_round(connection, subject) > 0


def raters_in(connection: Connection, subject: Subject) -> set[str]:
    """Give who ever wrote or changed the rating of a review, whoever leads it now."""
    review = (audit.c.cycle == subject.cycle) & (audit.c.rep_id == subject.rep_id)
    wrote = select(audit.c.person_id).where(
        review, audit.c.verb == "write", audit.c.subject.like("rating.%(manager)")
    )
    changed = select(adjustments.c.made_by).where(
        adjustments.c.cycle == subject.cycle, adjustments.c.rep_id == subject.rep_id
    )
    return {each for query in (wrote, changed) for each in connection.execute(query).scalars()}


def _settle(
    store: Store, connection: Connection, actor: Actor, item: str, outcome: str, reason: str
) -> None:
    answered = {
        "state": "answered", "answer": reason, "answered_by": actor.person_id,
        "answered_at": store.clock(),
    }  # fmt: skip
    connection.execute(update(inbox).where(inbox.c.item == item).values(answered))
    connection.execute(update(appeals).where(appeals.c.item == item).values(outcome=outcome))


def _appeals(connection: Connection, subject: Subject) -> list[Appeal]:
    told = [appeals.c.round, appeals.c.item, appeals.c.outcome]
    told += [
        inbox.c[name] for name in Appeal.__dataclass_fields__ if name in inbox.c and name != "item"
    ]
    query = (
        select(*told)
        .join(inbox, inbox.c.item == appeals.c.item)
        .where(appeals.c.cycle == subject.cycle, appeals.c.rep_id == subject.rep_id)
        .order_by(appeals.c.round)
    )
    return [Appeal(**row._mapping) for row in connection.execute(query)]
