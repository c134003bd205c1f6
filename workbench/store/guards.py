"""What a stage promised and is not there yet, so that a review cannot leave it.

It is looked at in the transaction that leaves the stage, with the review held: what two people do
at once is seen by one of them.
"""

from datetime import date, datetime

from sqlalchemy import Connection, func, select

from workbench.errors import ParameterError, Said
from workbench.i18n import error, said
from workbench.store.cycles import plan_in
from workbench.store.due import company_day
from workbench.store.naming import part_said, review_said, stage_said
from workbench.store.rules import Subject
from workbench.store.schema import appeals, inbox, meetings, passages, reviews, signatures, views


def require_whole_stage(
    connection: Connection, subject: Subject, at: datetime, more: tuple[Said, ...] = ()
) -> None:
    """Refuse to leave a stage while something it promised is lacking; names each, and `more`.

    Parameters
    ----------
    at
        When it is left, in UTC.
    """
    lacks = (*more, *_lacks(connection, subject, at))
    if lacks:
        told = {"review": review_said(subject), "stage": stage_said(subject.stage)}
        raise error(ParameterError, "plan-cannot-leave", lacks=lacks, **told)


def signed_round(connection: Connection, subject: Subject) -> int:
    """Count how often a review was signed by both, or set back from being signed."""
    left = select(func.count()).select_from(passages).where(
        passages.c.cycle == subject.cycle, passages.c.rep_id == subject.rep_id,
        passages.c.stage == "sign_off",
    )  # fmt: skip
    return int(connection.execute(left).scalar_one())


def _lacks(connection: Connection, subject: Subject, at: datetime) -> tuple[Said, ...]:
    if subject.stage == "calibration":
        return _without_meeting(connection, subject)
    if subject.stage != "appeal":
        return ()
    return (
        *_unsigned(connection, subject),
        *_unanswered(connection, subject),
        *_window(connection, subject, at),
    )


def _without_meeting(connection: Connection, subject: Subject) -> tuple[Said, ...]:
    """Miss the meeting where the template wants one, or where views wait to be laid open."""
    of_cycle = meetings.c.cycle == subject.cycle
    if connection.execute(select(meetings.c.cycle).where(of_cycle)).one_or_none() is not None:
        return ()
    given = select(func.count()).select_from(views).where(
        views.c.cycle == subject.cycle, views.c.rep_id == subject.rep_id
    )  # fmt: skip
    plan = plan_in(connection, subject.cycle)
    is_wanted = (plan is not None and plan.needs_meeting) or connection.execute(given).scalar_one()
    return (said("plan-lacks-meeting"),) if is_wanted else ()


def _unsigned(connection: Connection, subject: Subject) -> tuple[Said, ...]:
    number = signed_round(connection, subject)
    found = select(signatures.c.side).where(
        signatures.c.cycle == subject.cycle, signatures.c.rep_id == subject.rep_id,
        signatures.c.round == number,
    )  # fmt: skip
    signed = set(connection.execute(found).scalars())
    return tuple(
        said("plan-lacks-signature", part=part_said(each), rep=subject.rep_id)
        for each in sides_to_sign(subject)
        if each not in signed
    )


def sides_to_sign(subject: Subject) -> tuple[str, ...]:
    """Give whose signatures a review needs: both, but not that of a rep who has left."""
    return ("rep", "manager") if subject.left_on is None else ("manager",)


def _unanswered(connection: Connection, subject: Subject) -> tuple[Said, ...]:
    open_ = select(inbox).where(
        inbox.c.cycle == subject.cycle, inbox.c.rep_id == subject.rep_id,
        inbox.c.state == "open", inbox.c.kind.in_(("question", "appeal")),
    )  # fmt: skip
    rows = connection.execute(open_.order_by(inbox.c.asked_at, inbox.c.item)).all()
    doubted = open_appeal(connection, subject)
    return tuple(
        said("plan-lacks-appeal", due=_day(row.due_on), rep=subject.rep_id)
        if row.kind == "appeal"
        else said("plan-lacks-question", due=_day(row.due_on), item=row.item)
        for row in rows
        if row.kind != "appeal" or row.item == doubted
    )


def open_appeal(connection: Connection, subject: Subject) -> str:
    """Give the item of the inbox an open appeal is; "" where none is open."""
    found = select(appeals.c.item).where(
        appeals.c.cycle == subject.cycle, appeals.c.rep_id == subject.rep_id,
        appeals.c.outcome == "",
    )  # fmt: skip
    return connection.execute(found).scalars().first() or ""


def _window(connection: Connection, subject: Subject, at: datetime) -> tuple[Said, ...]:
    chosen = (reviews.c.cycle == subject.cycle) & (reviews.c.rep_id == subject.rep_id)
    row = connection.execute(select(reviews.c.window_on, reviews.c.waived).where(chosen)).one()
    today = company_day(plan_in(connection, subject.cycle), at)
    if row.window_on is None or row.window_on < today or subject.left_on is not None:
        return ()
    if row.waived == signed_round(connection, subject):
        return ()
    return (said("plan-lacks-window", day=f"{row.window_on}", rep=subject.rep_id),)


def _day(day: date | None) -> Said | str:
    return said("plan-no-day") if day is None else f"{day}"
