"""What each person did in a review, and whether it was in time: a stage left, a signature given."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, select

from workbench.model.day import day_of
from workbench.store.actor import Actor
from workbench.store.rules import Subject, owners, part
from workbench.store.schema import passages, reviews, signatures

SIGNING = "sign_off"


@dataclass(frozen=True)
class Act:
    """One thing somebody did in a review."""

    stage: str
    due_on: date | None  # the company's day it had to be done by; None when there was none
    at: datetime  # UTC
    by: str  # the person

    def is_late(self, zone: ZoneInfo) -> bool:
        """Whether it was done after its day; an act without a day is never late."""
        return self.due_on is not None and day_of(self.at, zone) > self.due_on


@dataclass(frozen=True)
class Done:
    """What was done in one review so far."""

    acts: tuple[Act, ...] = ()  # in the order of time
    signed: tuple[str, ...] = ()  # sides that signed since it last came to be signed


def own_acts(actor: Actor, subject: Subject, acts: Iterable[Act]) -> tuple[Act, ...]:
    """Give what an actor did of a review: stages that were theirs to leave, and left by them.

    A stage that somebody else left is nobody's delay: sales ops may leave a rep's data check, and
    HR sets a review back from a stage that is a manager's.
    """
    mine = part(actor, subject)
    return tuple(
        each
        for each in acts
        if subject.is_one(each.by, actor.person_id) and mine in owners(each.stage)
    )


def in_time(acts: Iterable[Act], zone: ZoneInfo) -> tuple[int, int]:
    """Count the acts done by their day, and those that had one."""
    dated = [each for each in acts if each.due_on is not None]
    return sum(not each.is_late(zone) for each in dated), len(dated)


def done_in(connection: Connection, cycle: str) -> dict[str, Done]:
    """Give what was done in each review of a cycle, by rep.

    Signing is the act of who signs, so each signature counts and not that the second ended the
    stage.
    """
    left: dict[str, list[Row[tuple[object, ...]]]] = {}
    moved = select(passages).where(passages.c.cycle == cycle).order_by(passages.c.n)
    for row in connection.execute(moved):
        left.setdefault(row.rep_id, []).append(row)
    signed: dict[str, list[Row[tuple[object, ...]]]] = {}
    for row in connection.execute(select(signatures).where(signatures.c.cycle == cycle)):
        signed.setdefault(row.rep_id, []).append(row)
    standing = select(reviews).where(reviews.c.cycle == cycle)
    return {
        row.rep_id: _done(row, left.get(row.rep_id, []), signed.get(row.rep_id, []))
        for row in connection.execute(standing)
    }


def _done(
    review: Row[tuple[object, ...]],
    left: list[Row[tuple[object, ...]]],
    signed: list[Row[tuple[object, ...]]],
) -> Done:
    rounds = [row.due_on for row in left if row.stage == SIGNING]
    if review.stage == SIGNING:
        rounds.append(review.due_on)
    days = dict(enumerate(rounds, start=1))
    acts = [
        Act(row.stage, row.due_on, row.left_at, row.left_by) for row in left if row.stage != SIGNING
    ]
    acts += [Act(SIGNING, days.get(row.round), row.signed_at, row.person_id) for row in signed]
    is_open = review.stage == SIGNING
    sides = tuple(row.side for row in signed if is_open and row.round == len(rounds))
    return Done(tuple(sorted(acts, key=lambda each: each.at)), sides)
