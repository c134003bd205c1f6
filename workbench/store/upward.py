"""Upward feedback: what a team says of its manager, told only of five or more together."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, select

from workbench.errors import RefusedError
from workbench.i18n import error
from workbench.store.actor import Actor
from workbench.store.naming import actor_said
from workbench.store.releasing import is_over, next_above, released, team_of
from workbench.store.rules import require_read
from workbench.store.schema import cycles, entries, reviews
from workbench.store.store import Store
from workbench.store.subjects import subject_of

# waits: a review of the team is not over yet; held: fewer than five wrote; told: it is released
UpwardState = Literal["waits", "held", "told"]


@dataclass(frozen=True)
class Upward:
    """What a team said of its manager in a cycle: no names, in no order that tells anything."""

    cycle: str
    manager_id: str
    state: UpwardState
    words: tuple[str, ...] = ()  # () unless it is told
    n: int = 0  # how many wrote; 0 unless it is told: of fewer than five it is not said
    asked: int = 0  # how many were asked; 0 unless it is told


def upward(store: Store, actor: Actor, cycle: str = "") -> list[Upward]:
    """Read what teams said of the actor, and of the managers who report to the actor.

    By cycle, the first one first; "" takes all cycles. The manager is the one of record when the
    cycle was opened: a review that was handed over stays in the group it began in.

    Raises
    ------
    RefusedError
        For everybody who is no manager: nobody else reads these words.
    """
    if actor.role != "manager" or not actor.person_id:
        raise error(RefusedError, "refusal-upward", who=actor_said(actor))
    query = (
        select(
            reviews.c.cycle, reviews.c.manager_id, reviews.c.stage, reviews.c.left_on,
            reviews.c.above,
        )
        .join(cycles, cycles.c.cycle == reviews.c.cycle)
        .order_by(cycles.c.opened_at, reviews.c.cycle, reviews.c.manager_id)
    )  # fmt: skip
    if cycle:
        query = query.where(reviews.c.cycle == cycle)
    with store.reading() as connection:
        teams: dict[tuple[str, str], list[Any]] = {}
        for row in connection.execute(query):
            teams.setdefault((row.cycle, row.manager_id), []).append(row)
        read = [_of(connection, actor, place, team) for place, team in teams.items()]
    return [each for each in read if each is not None]


def upward_given(store: Store, actor: Actor, cycle: str, rep_id: str) -> UpwardState | None:
    """Say what became of the words a rep gave; None where the rep gave none.

    Words that came after the others' were released are held: alone they would be told apart.

    Raises
    ------
    RefusedError
        For all but the rep: whether somebody wrote is theirs to know.
    """
    with store.reading() as connection:
        subject = subject_of(connection, cycle, rep_id)
        require_read(actor, subject, "private")
        if not _has_given(connection, cycle, subject.rep_id):
            return None
        kept = released(connection, cycle, subject.manager_id)
        if kept is not None:
            return "told" if subject.rep_id in json.loads(kept.givers) else "held"
        return _state(team_of(connection, cycle, subject.manager_id))


def _of(
    connection: Connection, actor: Actor, place: tuple[str, str], team: Sequence[Any]
) -> Upward | None:
    """Give what of one team is for an actor; None where it is not theirs."""
    kept = released(connection, *place)
    above = next_above(team) if kept is None else kept.above_id
    if not place[1] or actor.person_id not in (place[1], above):
        return None
    if kept is None:
        return Upward(*place, _state(team))
    words = tuple(json.loads(kept.words))
    return Upward(*place, "told", words, len(json.loads(kept.givers)), kept.asked)


def _state(team: Sequence[Any]) -> UpwardState:
    """Say how words stand that were not released: of too few, or some review holds them yet."""
    return "held" if is_over(team) else "waits"


def _has_given(connection: Connection, cycle: str, rep_id: str) -> bool:
    query = select(entries.c.value).where(
        entries.c.cycle == cycle, entries.c.rep_id == rep_id, entries.c.side == "private"
    )
    return any(json.loads(value) for value in connection.execute(query).scalars())
