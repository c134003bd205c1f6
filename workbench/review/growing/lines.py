"""The lines of the registers one rep's review shows: those on this rep alone, by who reads it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model.period import Period
from workbench.review.growing.records import Days
from workbench.sources.workspace import Workspace
from workbench.store import Actor, Store
from workbench.store.attendance import attended
from workbench.store.known_as import now_known_as
from workbench.store.opening import store_of
from workbench.store.registers import Line, lines_of

if TYPE_CHECKING:
    from workbench.review.rep_period import RepPeriod

_KINDS = ("support", "course", "praise", "award", "reward", "mentoring", "activity")


@dataclass(frozen=True)
class OwnLines:
    """What registers hold of one rep; empty where nothing was ever written."""

    support: tuple[Line, ...] = ()
    course: tuple[Line, ...] = ()
    praise: tuple[Line, ...] = ()  # received
    award: tuple[Line, ...] = ()
    reward: tuple[Line, ...] = ()
    mentoring: tuple[Line, ...] = ()  # as mentor or as mentee
    activity: tuple[Line, ...] = ()  # of the rep's team, or of everybody
    attended: frozenset[str] = frozenset()  # lines of activities the rep took part in


def own_lines(workspace: Workspace, actor: Actor, rep_id: str, team: str) -> OwnLines:
    """Read what the registers hold of a rep, as far as an actor may see it.

    Lines on other people are left out although the actor may read them elsewhere: a review is
    about one rep.
    """
    if not workspace.has_store:
        return OwnLines()
    store = store_of(workspace)
    try:
        return read_own_lines(store, actor, rep_id, team)
    finally:
        store.engine.dispose()


def read_own_lines(store: Store, actor: Actor, rep_id: str, team: str) -> OwnLines:
    """Read the same from a store that is open."""
    found = {kind: lines_of(store, actor, kind) for kind in _KINDS}
    now = now_known_as(store.engine, rep_id)  # under which the store tells them
    mine = {
        kind: tuple(line for line in lines if line.rep_id == now) for kind, lines in found.items()
    }
    mine["mentoring"] = tuple(
        line for line in found["mentoring"] if now in (line.owner, line.rep_id)
    )
    mine["activity"] = tuple(
        line for line in found["activity"] if line.about.get("team", "") in ("", team)
    )
    came = frozenset(line for line, people in attended(store, actor).items() if rep_id in people)
    return OwnLines(**mine, attended=came)


def days_of(review: "RepPeriod") -> Days:
    """Give the elapsed days of a review's period."""
    return Days.of(review.period, review.as_of, review.workspace.zone)


def given_in(lines: Iterable[Line], review: "RepPeriod") -> list[Line]:
    """Choose what was given for the period of a review, or a part of it; the earliest first.

    A line that names its period counts there; another one by the day it was made.
    """
    days = days_of(review)
    found = [line for line in lines if _is_of(line, review.period, review, days)]
    return sorted(found, key=lambda line: (str(line.made_at), line.line))


def asked_in(lines: Iterable[Line], review: "RepPeriod") -> list[Line]:
    """Choose the requests of a review: those made in its forms, or on a day of its period."""
    days, name = days_of(review), review.period.name
    found = [
        line
        for line in lines
        if (str(line.about["cycle"]).partition(":")[0] == name
            if "cycle" in line.about else days.hold(line.made_at))
    ]  # fmt: skip
    return sorted(found, key=lambda line: (line.ended_at is not None, str(line.due_on), line.line))


def _is_of(line: Line, period: Period, review: "RepPeriod", days: Days) -> bool:
    if "period" not in line.about:
        return days.hold(line.made_at)
    span = review.calendar.period(str(line.about["period"]))
    return period.start <= span.start and span.end <= period.end
