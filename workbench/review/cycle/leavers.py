"""Reviews that wait for somebody who has left, and the line by which each goes on."""

from collections.abc import Iterator
from shlex import quote
from typing import TYPE_CHECKING

from workbench.i18n import Lang, message
from workbench.model.period import Period
from workbench.review.cycle.addresses import review_address
from workbench.review.cycle.waiting import Waiting
from workbench.snapshots.employment import employments_of
from workbench.store import Actor
from workbench.store.cycles import list_cycles
from workbench.store.rules import Subject
from workbench.store.standing import Standing, standings

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk


def gone(desk: "Desk") -> frozenset[str]:
    """Give who has left by today; a store without a snapshot knows nobody's last day."""
    at_work = employments_of(desk.snapshot, Period("today", desk.today, desk.today))
    return frozenset(name for name, each in at_work.items() if each.has_left(desk.today))


def left_behind(desk: "Desk", actor: Actor, away: frozenset[str]) -> Iterator[Waiting]:
    """Give what HR and sales ops have to do, of all cycles, so that no review waits for a leaver.

    Parameters
    ----------
    away
        Who has left, as `gone` gives it.
    """
    if actor.role not in ("sales_ops", "hr"):
        return
    for cycle in list_cycles(desk.store):
        for each in standings(desk.store, actor, cycle.cycle):
            what = way_on(desk, each, away, desk.lang)
            if what:
                rep_id = each.subject.rep_id
                opens = review_address(desk.workspace, cycle.cycle, rep_id, actor.role)
                yield Waiting(rep_id, what, each.due_on, cycle.cycle, opens)


def way_on(desk: "Desk", standing: Standing, away: frozenset[str], lang: Lang) -> str:
    """Say with which line a review goes on that waits for somebody who has left; "" for none.

    A rep who has left holds it until a cycle is opened again, which asks nothing more of them; who
    leads it holds it, where nobody else does, until it is handed over.
    """
    held = held_by(desk, standing, away)
    if not held:
        return ""
    line = (excuse_line if held == "rep" else hand_over_line)(standing.subject)
    return message(f"left-{held}", lang, line=line)


def held_by(desk: "Desk", standing: Standing, away: frozenset[str]) -> str:
    """Say which side that has left a review waits for: rep, manager, "" for none."""
    subject = standing.subject
    if subject.stage == "closed":
        return ""
    if subject.left_on is None and desk.id_now(subject.rep_id) in away:
        return "rep"
    return "manager" if "manager" in standing.turn and _nobody_leads(desk, subject, away) else ""


def excuse_line(subject: Subject) -> str:
    """Write the command after which nothing more is asked of the rep; it adds nobody."""
    period, _, template = subject.cycle.rpartition(":")
    reps = quote(subject.rep_id)
    return f"workbench cycle open --period {quote(period)} --template {template} --reps {reps}"


def hand_over_line(subject: Subject) -> str:
    """Write the command that hands a review over; to whom is still to be filled in."""
    rep, cycle = quote(subject.rep_id), quote(subject.cycle)
    return f"workbench cycle delegate {rep} --to MANAGER --cycle {cycle} --as PERSON:hr"


def _nobody_leads(desk: "Desk", subject: Subject, away: frozenset[str]) -> bool:
    leads = [each for each in (subject.manager_id, subject.delegate_id) if each]
    return bool(leads) and all(desk.id_now(each) in away for each in leads)
