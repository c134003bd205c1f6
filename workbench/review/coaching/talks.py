"""Which talks took place, over all reps: held, skipped with the reason, or missed without a word.

That a talk took place is known to HR and sales ops; what was said in it is not told here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from workbench.errors import RefusedError
from workbench.i18n import Lang, error, message
from workbench.model.day import day_of
from workbench.model.period import Period
from workbench.snapshots.facts import reviewed
from workbench.store import Actor, Store
from workbench.store.coaching.rules import Session
from workbench.store.coaching.sessions import all_sessions
from workbench.store.naming import actor_said

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk

HEADS = ("rep", "manager", "number", "day", "state", "reason")


@dataclass(frozen=True)
class Talk:
    """One talk of a rep, or that there was none."""

    rep_id: str
    manager_id: str  # "" where nobody prepared one
    number: int  # 0 for one that was agreed on and never prepared, and where there was none
    day: date | None
    state: str  # held, skipped, planned, missed or none
    reason: str = ""


def talks(
    store: Store, actor: Actor, reps: Iterable[str], period: str, day: date, zone: ZoneInfo
) -> list[Talk]:
    """Tell the talks of reps in a period, those of a rep by number; reps without any are named.

    Parameters
    ----------
    reps
        Whose talks are looked for; sessions of others are told too, where the actor knows of them.
    day
        Today: an open talk of an earlier day that never began was missed.
    """
    found = [each for each in all_sessions(store, actor) if each.period == period]
    told = [talk for each in found for talk in _of(each, found, day, zone)]
    without = set(reps) - {_rep(each) for each in found}
    told += [Talk(rep_id, "", 0, None, "none") for rep_id in without]
    return sorted(told, key=lambda each: (each.rep_id, each.day or date.min, each.number))


def knows_all_talks(actor: Actor) -> bool:
    """Whether an actor sees over all reps which talks took place."""
    return actor.role in ("hr", "sales_ops")


def talks_of(desk: "Desk", actor: Actor, period: str = "") -> tuple[Period, list[Talk]]:
    """Tell the talks of everybody reviewed in a period; "" takes the workspace's own.

    Raises
    ------
    RefusedError
        For all but HR and sales ops.
    """
    if not knows_all_talks(actor):
        raise error(RefusedError, "refusal-talks", who=actor_said(actor))
    space = desk.workspace
    span = space.calendar.period(period or space.default_period)
    reps = reviewed(desk.snapshot, space, span)
    return span, talks(desk.store, actor, reps, span.name, desk.today, space.time_zone)


def talk_rows(found: Iterable[Talk], lang: Lang) -> list[list[str]]:
    """Tell talks as rows under `HEADS`."""
    return [
        [
            each.rep_id, each.manager_id, str(each.number or ""),
            each.day.isoformat() if each.day else "",
            message(f"talk-{each.state}", lang), each.reason,
        ]
        for each in found
    ]  # fmt: skip


def _of(session: Session, known: Iterable[Session], day: date, zone: ZoneInfo) -> list[Talk]:
    own = [_told(session, day, zone)]
    next_on = _next(session)
    is_followed = any(
        _rep(each) == _rep(session) and each.number > session.number for each in known
    )
    if next_on is not None and next_on < day and not is_followed:
        own.append(Talk(_rep(session), session.manager_id, 0, next_on, "missed"))
    return own


def _told(session: Session, day: date, zone: ZoneInfo) -> Talk:
    begun = day_of(session.begun_at, zone) if session.begun_at else session.planned_on
    is_missed = session.state == "open" and session.begun_at is None and session.planned_on < day
    state = {"open": "missed" if is_missed else "planned"}.get(session.state, session.state)
    return Talk(_rep(session), session.manager_id, session.number, begun, state, session.reason)


def _rep(session: Session) -> str:
    """Name the rep by the id of now."""
    return session.aliases.get(session.rep_id, session.rep_id)


def _next(session: Session) -> date | None:
    """Give the day agreed on for the next talk; None where none was, or it cannot be read."""
    try:
        return datetime.fromisoformat(session.next_at).date() if session.next_at else None
    except ValueError:
        return None
