"""By which day a stage of a review has to be left: by the plan, or as set for this review."""

import json
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select, update

from workbench.errors import ParameterError, require_known
from workbench.i18n import error
from workbench.model.calendar import Calendar
from workbench.model.day import day_of
from workbench.store.actor import Actor
from workbench.store.cycles import plan_in
from workbench.store.naming import review_said, stage_said
from workbench.store.plan import PLANNED, UTC, Plan
from workbench.store.rules import STAGES, Stage, Subject, require_set_due
from workbench.store.schema import reviews
from workbench.store.store import Store, to_json
from workbench.store.subjects import subject_of


def due_of(
    connection: Connection,
    subject: Subject,
    stage: Stage,
    at: datetime,
    due_on: date | None = None,
) -> date | None:
    """Give the due day of a stage a review enters; the one place it is told.

    Parameters
    ----------
    at
        When it is entered, in UTC.
    due_on
        As whoever moves it on asked for; it comes first, then a day set for this review that is
        still to come, then the plan. None only where a cycle without a plan names none.
    """
    if stage == "closed":
        return None
    plan, kept = plan_in(connection, subject.cycle), _days(connection, subject)
    entered = company_day(plan, at)
    told = date.fromisoformat(kept[stage]) if stage in kept else None
    if due_on is not None or (told is not None and told >= entered):
        return due_on or told
    return plan.due_on(stage, entered) if plan else None


def company_day(plan: Plan | None, at: datetime) -> date:
    """Give the company's day of a moment in UTC; of a cycle without a plan that of UTC."""
    return plan.day_at(at) if plan else day_of(at, UTC)


def answer_due(calendar: Calendar, at: datetime, days: int) -> date:
    """Give the day something asked is answered by: working days after the company's day it was.

    Parameters
    ----------
    calendar
        The company's, which says what day an instant in UTC is, and which days are worked.
    """
    return calendar.working_day(day_of(at, ZoneInfo(calendar.zone)), days)


def set_due(
    store: Store, actor: Actor, cycle: str, rep_id: str, stage: str, day: date, reason: str
) -> None:
    """Set until when a review has to leave a stage, against the plan.

    Raises
    ------
    RefusedError
        For all but sales ops and HR, and of a closed review.
    ParameterError
        Without a reason, for a day that is past, or a stage that is left already.
    """
    require_known("stage", [stage], PLANNED)
    if not reason.strip():
        raise error(ParameterError, "plan-due-reason")
    target: Stage = next(each for each in PLANNED if each == stage)
    with store.writing() as connection:
        subject = subject_of(connection, cycle, rep_id, is_held=True)
        require_set_due(actor, subject)
        _require_to_come(store, connection, subject, target, day)
        kept = _days(connection, subject)
        values: dict[str, Any] = {"due_days": to_json({**kept, stage: day.isoformat()})}
        before: object = kept.get(stage)
        if target == subject.stage:
            before, values["due_on"] = _due_on(connection, subject), day
        connection.execute(update(reviews).where(_at(subject)).values(values))
        store.note(
            connection, actor, "due", str(subject), review=(cycle, subject.rep_id),
            before={stage: before}, after={stage: day, "reason": reason},
        )  # fmt: skip


def _require_to_come(
    store: Store, connection: Connection, subject: Subject, stage: Stage, day: date
) -> None:
    if STAGES.index(stage) < STAGES.index(subject.stage):
        names = {"target": stage_said(stage), "stage": stage_said(subject.stage)}
        raise error(ParameterError, "plan-due-left", review=review_said(subject), **names)
    today = company_day(plan_in(connection, subject.cycle), store.clock())
    if day < today:
        raise error(ParameterError, "plan-due-past", day=f"{day}", today=f"{today}")


def _days(connection: Connection, subject: Subject) -> dict[str, str]:
    row = connection.execute(select(reviews.c.due_days).where(_at(subject))).scalar_one()
    return dict(json.loads(row))


def _due_on(connection: Connection, subject: Subject) -> date | None:
    found: date | None = connection.execute(
        select(reviews.c.due_on).where(_at(subject))
    ).scalar_one()
    return found


def _at(subject: Subject) -> Any:  # noqa: ANN401 (a condition)
    return (reviews.c.cycle == subject.cycle) & (reviews.c.rep_id == subject.rep_id)
