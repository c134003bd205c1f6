"""The open promises that wait for somebody: the own, and those due of whom a manager leads."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from workbench.i18n import message
from workbench.review.cycle.addresses import page_address, review_address
from workbench.review.cycle.waiting import Waiting
from workbench.review.promised.days import made_in
from workbench.store import Actor
from workbench.store.cycles import list_cycles
from workbench.store.promise import Promise
from workbench.store.promises import promises_of, promises_owned
from workbench.store.rules import part
from workbench.store.standing import standings

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk


def promised(desk: "Desk", actor: Actor, gone: frozenset[str]) -> Iterator[Waiting]:
    """Give the promises an actor has to keep, and those of the own reps whose day has come.

    Parameters
    ----------
    gone
        Who has left: nobody is asked for their promises.
    """
    if actor.role not in ("rep", "manager") or actor.person_id in gone:
        return
    newest = _newest(desk, actor)
    own = [each for each in promises_owned(desk.store, actor) if each.state == "open"]
    for each in own:
        yield _waiting(desk, actor, each, newest, each.what)
    if actor.role == "manager":
        told = {each.promise for each in own}
        for each in _due_of_reps(desk, actor, newest, gone):
            if each.promise not in told:
                what = message("promise-to-answer", desk.lang, who=each.owner_id, what=each.what)
                yield _waiting(desk, actor, each, newest, what)


def _newest(desk: "Desk", actor: Actor) -> dict[str, str]:
    """Give the newest cycle of each rep in whose review the actor has the part of their role."""
    return {
        each.subject.rep_id: cycle.cycle
        for cycle in list_cycles(desk.store)
        for each in standings(desk.store, actor, cycle.cycle)
        if part(actor, each.subject) == actor.role
    }


def _due_of_reps(
    desk: "Desk", actor: Actor, newest: dict[str, str], gone: frozenset[str]
) -> Iterator[Promise]:
    day: date = desk.today
    for rep_id, cycle in sorted(newest.items()):
        for each in promises_of(desk.store, actor, cycle, rep_id):
            is_due = each.due_on is not None and each.due_on <= day
            if each.state == "open" and is_due and each.owner_id not in gone:
                yield each


def _waiting(
    desk: "Desk", actor: Actor, kept: Promise, newest: dict[str, str], what: str
) -> Waiting:
    """Open it where it is answered: in the newest review, without any in the next session."""
    cycle, space = newest.get(kept.rep_id), desk.workspace
    opens = (
        review_address(space, cycle, kept.rep_id, actor.role)
        if cycle
        else page_address(space, "coaching", rep=kept.rep_id, period=made_in(kept))
    )
    return Waiting(kept.rep_id, what, kept.due_on, kept.promise, opens)
