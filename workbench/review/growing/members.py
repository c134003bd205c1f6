"""Whom an actor leads in a period."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from workbench.errors import RefusedError
from workbench.i18n import error
from workbench.model.period import Period
from workbench.review.person import Person, people
from workbench.snapshots.facts import reviewed
from workbench.store import Actor
from workbench.store.cycles import list_cycles
from workbench.store.naming import actor_said
from workbench.store.rules import part
from workbench.store.standing import standings

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk


def members_of(
    desk: "Desk", actor: Actor, period: Period
) -> tuple[Mapping[str, Person], tuple[str, ...]]:
    """Give everybody, and the ids of those an actor leads among who is reviewed.

    A manager leads those who name them as manager, and those whose review they keep or were handed.
    Sales ops and HR look at all; a rep leads nobody; nor do finance and support.
    """
    everybody = everybody_in(desk, period)
    listed = reviewed(desk.snapshot, desk.workspace, period)
    if actor.role in ("sales_ops", "hr"):
        return everybody, tuple(listed)
    if actor.role != "manager":
        return everybody, ()
    kept = {
        desk.id_now(each.subject.rep_id)
        for cycle in list_cycles(desk.store)
        if cycle.period == period.name
        for each in standings(desk.store, actor, cycle.cycle)
        if part(actor, each.subject) == "manager"  # not what is led by somebody below
    }
    own = {rep_id for rep_id, one in everybody.items() if one.manager_id == actor.person_id}
    return everybody, tuple(rep_id for rep_id in listed if rep_id in own | kept)


def everybody_in(desk: "Desk", period: Period) -> Mapping[str, Person]:
    """Give everybody of the list of reps as of a period, by id: names, and nobody's words."""
    return people(desk.snapshot, period, desk.workspace.manager_scope)


def require_member(desk: "Desk", actor: Actor, period: Period, rep_id: str) -> None:
    """Refuse a rep the actor neither is nor leads."""
    if actor.role == "rep" and actor.person_id == rep_id:
        return
    if rep_id not in members_of(desk, actor, period)[1]:
        raise error(RefusedError, "refusal-not-led", who=actor_said(actor), rep=rep_id)
