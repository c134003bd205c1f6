"""From stage to stage: moving on, and back when somebody with the right reopens."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select, update

from workbench.errors import ConflictError, ParameterError, require_known
from workbench.store.actor import Actor
from workbench.store.cycles import subject_of
from workbench.store.releasing import release
from workbench.store.rules import (
    STAGES,
    Stage,
    Subject,
    next_stage,
    require_advance,
    require_run,
)
from workbench.store.schema import passages, reviews
from workbench.store.store import Store


def advance(
    store: Store, actor: Actor, cycle: str, rep_id: str, due_on: date | None = None
) -> Stage:
    """Leave a review's stage for the next one.

    Parameters
    ----------
    due_on
        Until when the next stage has to be left.

    Raises
    ------
    RefusedError
        When the stage is not this actor's to leave.
    """
    with store.writing() as connection:
        subject = subject_of(connection, cycle, rep_id)
        require_advance(actor, subject)
        return move(store, connection, actor, subject, next_stage(subject.stage), due_on)


def reopen(store: Store, actor: Actor, cycle: str, rep_id: str, stage: str, reason: str) -> None:
    """Set a review back to an earlier stage; what was signed stays on record.

    Raises
    ------
    RefusedError
        Only sales ops and HR reopen.
    ParameterError
        Without a reason, or when the stage is not an earlier one.
    """
    require_run(actor, "reopen a review")
    require_known("stage", [stage], STAGES)
    if not reason.strip():
        raise ParameterError("A reopened review needs a reason; it stays in the audit trail.")
    with store.writing() as connection:
        subject = subject_of(connection, cycle, rep_id)
        target = next(each for each in STAGES if each == stage)
        if STAGES.index(target) >= STAGES.index(subject.stage):
            raise ParameterError(f"{subject} stands at {subject.stage}; {stage} is not earlier.")
        move(store, connection, actor, subject, target, reason=reason)


def move(
    store: Store,
    connection: Connection,
    actor: Actor,
    subject: Subject,
    stage: Stage,
    due_on: date | None = None,
    reason: str = "",
) -> Stage:
    """Move a review within a transaction, and tell it; for the functions of the store."""
    chosen = (reviews.c.cycle == subject.cycle) & (reviews.c.rep_id == subject.rep_id)
    due = connection.execute(select(reviews.c.due_on).where(chosen)).scalar_one()
    moved = connection.execute(
        update(reviews)
        .where(chosen, reviews.c.stage == subject.stage)
        .values(stage=stage, due_on=due_on, version=reviews.c.version + 1)
    )
    if moved.rowcount != 1:
        raise ConflictError(f"Somebody moved {subject} meanwhile. Look again.", None, 0)
    review = {"cycle": subject.cycle, "rep_id": subject.rep_id}
    left = {"stage": subject.stage, "due_on": due, "left_at": store.clock()}
    connection.execute(insert(passages).values(**review, **left, left_by=actor.person_id))
    after: dict[str, Any] = {"stage": stage, **({"reason": reason} if reason else {})}
    verb = "reopen" if reason else "advance"
    place = (subject.cycle, subject.rep_id)
    store.note(
        connection, actor, verb, str(subject), review=place, before=subject.stage, after=after
    )
    if stage == "closed" and release(connection, subject.cycle, subject.manager_id):
        store.note(connection, actor, "release", subject.manager_id, review=(subject.cycle, ""))
    return stage
