"""Whose turn each review of a cycle is: the stage it waits at, for whom, until when; no words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from workbench.review.cycle.leavers import excuse_line, gone, hand_over_line, held_by
from workbench.review.person import everybodys_names
from workbench.store import Actor
from workbench.store.cycles import list_cycles
from workbench.store.rules import Subject
from workbench.store.standing import Standing, standings

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk

OFFICE = "office"  # HR or sales ops, whoever comes to it first


@dataclass(frozen=True, kw_only=True)
class Turn:
    """The next thing one side has to do in one review."""

    subject: Subject
    rep_id: str  # as the latest data have it
    part: str  # rep, manager, hr or office
    person_id: str = ""  # "" of hr and office, and where nobody is recorded as manager
    does: str  # the stage; decide: an open appeal; left-rep, left-manager: who held it has left
    due_on: date | None
    line: str = ""  # of a review held by who has left: the command by which it goes on

    def is_late(self, day: date) -> bool:
        """Whether its day has passed."""
        return self.due_on is not None and self.due_on < day


@dataclass(frozen=True, kw_only=True)
class Turns:
    """How a cycle stands on a day."""

    today: date
    reviews: int  # in the cycle
    turns: tuple[Turn, ...]
    names: Mapping[str, str]  # by id; who is in no list of reps has none

    def name(self, person_id: str) -> str:
        """Name a person, by id where no name is known."""
        return self.names.get(person_id) or person_id


def turns_of(desk: "Desk", cycle: str) -> Turns | None:
    """Give whose turn each review is; None where no such cycle was opened.

    It is counted, by the program: no word of anybody is read. A stage whose time has not come
    waits for nobody.
    """
    if all(each.cycle != cycle for each in list_cycles(desk.store)):
        return None
    away, found = gone(desk), standings(desk.store, Actor.program("batch"), cycle)
    return Turns(
        today=desk.today,
        reviews=len(found),
        turns=tuple(turn for each in found for turn in _turns(desk, each, away)),
        names=everybodys_names(desk.snapshot),
    )


def turn_now(desk: "Desk", standing: Standing, away: frozenset[str]) -> tuple[str, ...]:
    """Give whose turn a review is by today, as relations; () while its time has not come.

    Parameters
    ----------
    away
        Who has left: nothing is asked of them.
    """
    if not has_begun(standing, desk.today):
        return ()
    has_left = desk.id_now(standing.subject.rep_id) in away
    return tuple(who for who in standing.turn if not (has_left and who == "rep"))


def has_begun(standing: Standing, day: date) -> bool:
    """Whether a stage's owner can do anything yet: HR closes no review before its window is over.

    Whether an appeal was filed meanwhile is told by the appeal itself.
    """
    is_window = standing.subject.stage == "appeal" and standing.due_on is not None
    return not is_window or (standing.due_on or day) <= day


def _turns(desk: "Desk", standing: Standing, away: frozenset[str]) -> Iterator[Turn]:
    subject = standing.subject
    rep_id, due_on = desk.id_now(subject.rep_id), standing.due_on
    held, who = held_by(desk, standing, away), turn_now(desk, standing, away)
    if held:
        line = excuse_line(subject) if held == "rep" else hand_over_line(subject)
        yield Turn(subject=subject, rep_id=rep_id, part=OFFICE, does=f"left-{held}", due_on=due_on,
                   line=line)  # fmt: skip
    if standing.is_appealed:  # decided by a day of its own, which is told to who decides
        yield Turn(subject=subject, rep_id=rep_id, part="hr", does="decide", due_on=None)
        return
    for part in dict.fromkeys(OFFICE if len(who) > 1 and "hr" in who else each for each in who):
        person = _person(desk, subject, part, away)
        if not (part == "manager" and held == "manager"):
            yield Turn(subject=subject, rep_id=rep_id, part=part, person_id=person,
                       does=subject.stage.replace("_", "-"), due_on=due_on)  # fmt: skip


def _person(desk: "Desk", subject: Subject, part: str, away: frozenset[str]) -> str:
    """Give who acts: as manager the one it was handed to, else the one of record."""
    if part == "rep":
        return desk.id_now(subject.rep_id)
    leads = [desk.id_now(each) for each in (subject.delegate_id, subject.manager_id) if each]
    here = [each for each in leads if each not in away]
    return next(iter(here), "") if part == "manager" else ""
