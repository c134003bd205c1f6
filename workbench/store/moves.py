"""From stage to stage: moving on, and back when somebody with the right reopens."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select, update

from workbench.errors import ParameterError, Said, require_known
from workbench.i18n import error
from workbench.store.actor import Actor
from workbench.store.cycles import plan_in
from workbench.store.due import due_of
from workbench.store.guards import open_appeal, require_whole_stage
from workbench.store.naming import conflict, review_said, stage_said
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
from workbench.store.subjects import subject_of

Lacks = Callable[[Connection, Subject], Iterable[Said]]
Keeps = Callable[[Connection, Subject], None]


def advance(
    store: Store,
    actor: Actor,
    cycle: str,
    rep_id: str,
    due_on: date | None = None,
    *,
    lacks: Lacks | None = None,
    keeps: Keeps | None = None,
) -> Stage:
    """Leave a review's stage for the next one.

    Parameters
    ----------
    due_on
        Until when the next stage has to be left; None takes the plan's day.
    lacks
        What the forms lack at the stage, read in this transaction.
    keeps
        What leaving the stage keeps of what was written, within the same transaction.

    Raises
    ------
    RefusedError
        When the stage is not this actor's to leave.
    ParameterError
        When something the stage promised is lacking; names each, and where it is mended.
    """
    with store.writing() as connection:
        subject = subject_of(connection, cycle, rep_id, is_held=True)
        require_advance(actor, subject)
        more = tuple(lacks(connection, subject)) if lacks else ()
        require_whole_stage(connection, subject, store.clock(), more)
        if keeps:
            keeps(connection, subject)
        return move(store, connection, actor, subject, next_stage(subject.stage), due_on)


def reopen(store: Store, actor: Actor, cycle: str, rep_id: str, stage: str, reason: str) -> None:
    """Set a review back to an earlier stage; what was signed stays on record.

    Raises
    ------
    RefusedError
        Only sales ops and HR reopen.
    ParameterError
        Without a reason, when the stage is not an earlier one, or while an appeal is open:
        granting it reopens the review.
    """
    require_run(actor, "reopen a review")
    require_known("stage", [stage], STAGES)
    if not reason.strip():
        raise error(ParameterError, "plan-reopen-reason")
    with store.writing() as connection:
        subject = subject_of(connection, cycle, rep_id, is_held=True)
        if open_appeal(connection, subject):
            review = review_said(subject)
            raise error(ParameterError, "plan-reopen-appealed", review=review, rep=rep_id)
        set_back(store, connection, actor, subject, stage, reason)


def set_back(
    store: Store, connection: Connection, actor: Actor, subject: Subject, stage: str, reason: str
) -> Stage:
    """Set a review back within a transaction whose rules are checked already."""
    target = next(each for each in STAGES if each == stage)
    if STAGES.index(target) >= STAGES.index(subject.stage):
        names = {"stage": stage_said(subject.stage), "target": stage_said(target)}
        raise error(ParameterError, "plan-reopen-later", review=review_said(subject), **names)
    return move(store, connection, actor, subject, target, reason=reason)


def move(
    store: Store,
    connection: Connection,
    actor: Actor,
    subject: Subject,
    stage: Stage,
    due_on: date | None = None,
    reason: str = "",
    verb: str = "",
) -> Stage:
    """Move a review within a transaction, and tell it; for the functions of the store.

    The stage entered has the day `due_of` gives, and an appeal window its last day.
    """
    chosen = (reviews.c.cycle == subject.cycle) & (reviews.c.rep_id == subject.rep_id)
    due = connection.execute(select(reviews.c.due_on).where(chosen)).scalar_one()
    new_due = due_of(connection, subject, stage, store.clock(), due_on)
    values: dict[str, Any] = {"stage": stage, "due_on": new_due}
    if stage == "appeal":
        plan = plan_in(connection, subject.cycle)
        values["window_on"] = plan.window_on(plan.day_at(store.clock())) if plan else None
    moved = connection.execute(
        update(reviews)
        .where(chosen, reviews.c.stage == subject.stage)
        .values(**values, version=reviews.c.version + 1)
    )
    if moved.rowcount != 1:
        raise conflict("plan-moved", review=review_said(subject))
    review = {"cycle": subject.cycle, "rep_id": subject.rep_id}
    left = {"stage": subject.stage, "due_on": due, "left_at": store.clock()}
    connection.execute(insert(passages).values(**review, **left, left_by=actor.person_id))
    after: dict[str, Any] = {"stage": stage, **({"due_on": new_due} if new_due else {})}
    after |= {"reason": reason} if reason else {}
    store.note(
        connection, actor, verb or ("reopen" if reason else "advance"), str(subject),
        review=(subject.cycle, subject.rep_id), before=subject.stage, after=after,
    )  # fmt: skip
    if stage == "closed" and release(connection, subject.cycle, subject.manager_id):
        store.note(connection, actor, "release", subject.manager_id, review=(subject.cycle, ""))
    return stage
