"""The calibration meeting of a cycle: who is at the table, what is missing, and its beginning."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from workbench.errors import ParameterError, Said
from workbench.i18n import error, said
from workbench.store.actor import Actor
from workbench.store.cycles import find_cycle
from workbench.store.naming import cycle_said
from workbench.store.rules import Subject, is_signed, require_meet, require_run
from workbench.store.schema import meetings, views
from workbench.store.store import Store
from workbench.store.subjects import subjects_of

_SHOWN = 6  # names a sentence holds


@dataclass(frozen=True)
class Meeting:
    """How far the calibration of a cycle is."""

    leads: frozenset[str]  # who leads a review, and so is at the table
    reviews: tuple[Subject, ...]  # that are not signed, or on which somebody gave a view
    given: Mapping[str, int]  # number of views by who gave them
    missing: tuple[Subject, ...]  # whose own manager has not given a view yet
    opened_by: str = ""  # "" while views are collected
    opened_at: datetime | None = None
    reason: str = ""

    @property
    def is_open(self) -> bool:
        """Whether the views are laid open, and closed to change."""
        return self.opened_at is not None


def meeting_of(store: Store, actor: Actor, cycle: str) -> Meeting:
    """Say how far a calibration is: who has given how many views, and whose are missing.

    Raises
    ------
    UnknownNameError
        When there is no such cycle.
    RefusedError
        For all but the managers of the cycle, sales ops and HR.
    """
    find_cycle(store, cycle)
    with store.reading() as connection:
        found = meeting_in(connection, cycle)
    require_meet(actor, found.leads)
    return found


def begin_meeting(store: Store, actor: Actor, cycle: str, reason: str = "") -> Meeting:
    """Lay all views open and close them.

    Raises
    ------
    RefusedError
        For all but sales ops and HR.
    ParameterError
        When a manager's view on an own rep is missing and no reason says why to begin all the
        same, or when it has begun already.
    """
    require_run(actor, "begin a calibration meeting")
    find_cycle(store, cycle)
    with store.writing() as connection:
        found = meeting_in(connection, cycle)
        if found.is_open:
            who = found.opened_by
            raise error(ParameterError, "refusal-meeting-begun", who=who, cycle=cycle_said(cycle))
        if not found.given:
            raise error(ParameterError, "refusal-meeting-empty", cycle=cycle_said(cycle))
        if found.missing and not reason.strip():
            raise error(ParameterError, "refusal-meeting-missing", names=_names(found.missing))
        values = {"opened_by": actor.person_id, "opened_at": store.clock(), "reason": reason}
        connection.execute(insert(meetings).values(cycle=cycle, **values))
        after = {**values, "without": [each.rep_id for each in found.missing]}
        store.note(connection, actor, "meet", cycle, review=(cycle, ""), after=after)
        return meeting_in(connection, cycle)


def meeting_in(connection: Connection, cycle: str) -> Meeting:
    """Read how far the meeting of a cycle is, whoever asks; see `meeting_of`."""
    every = subjects_of(connection, cycle)
    leads = {person for each in every for person in (each.manager_id, each.delegate_id) if person}
    given: dict[str, int] = {}
    on: dict[str, set[str]] = {}
    pairs = select(views.c.rep_id, views.c.person_id).where(views.c.cycle == cycle)
    for rep_id, person_id in connection.execute(pairs):
        given[person_id] = given.get(person_id, 0) + 1
        on.setdefault(rep_id, set()).add(person_id)
    reviews = [each for each in every if not is_signed(each) or each.rep_id in on]
    missing = [
        each for each in reviews
        if not on.get(each.rep_id, set()) & {each.manager_id, each.delegate_id}
    ]  # fmt: skip
    row = connection.execute(select(meetings).where(meetings.c.cycle == cycle)).one_or_none()
    opened = () if row is None else (row.opened_by, row.opened_at, row.reason)
    return Meeting(frozenset(leads), tuple(reviews), given, tuple(missing), *opened)


def _names(missing: Collection[Subject]) -> tuple[Said, ...]:
    told = tuple(said("refusal-person", who=each.rep_id) for each in missing)
    rest = len(told) - _SHOWN
    return (*told[:_SHOWN], said("refusal-issued-more", n=rest)) if rest > 0 else told
