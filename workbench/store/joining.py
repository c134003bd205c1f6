"""Opening a cycle again: who joined late is added, who has left is asked nothing more."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, select, update

from workbench.store.actor import Actor
from workbench.store.cycles import Cycle, Member, add_review, plan_in
from workbench.store.due import company_day
from workbench.store.guards import sides_to_sign, signed_round
from workbench.store.moves import move
from workbench.store.releasing import release
from workbench.store.rules import STAGES, Stage, Subject, require_run
from workbench.store.schema import cycles, reviews, signatures
from workbench.store.store import Store
from workbench.store.subjects import subject_of

_REPS: tuple[Stage, ...] = ("data_check", "self_review")  # stages only the rep works at


def join_cycle(
    store: Store, actor: Actor, cycle: str, members: Iterable[Member],
    pins: dict[str, tuple[date, str]] | None = None, due_on: date | None = None,
) -> list[str]:  # fmt: skip
    """Add to an open cycle who is not in it yet; gives whom it added, in order.

    Parameters
    ----------
    pins
        Own snapshots, day and hash, of those the cycle's does not know.
    due_on
        Of their first stage; None takes the plan's day, counted from today for who comes late.

    Raises
    ------
    RefusedError
        Only sales ops and HR do.
    """
    require_run(actor, "open a cycle")
    added = []
    with store.writing() as connection:
        plan = plan_in(connection, cycle)
        due = due_on or (plan.due_on(STAGES[0], company_day(plan, store.clock())) if plan else None)
        for member in members:
            pin = (pins or {}).get(member.rep_id, (None, None))
            if add_review(connection, cycle, member, due, pin):
                added.append(member.rep_id)
                review = (cycle, member.rep_id)
                store.note(connection, actor, "join", cycle, review=review, after=vars(member))
    return added


def lay_plan(store: Store, actor: Actor, cycle: Cycle) -> bool:
    """Give a plan to a cycle that was opened without one; says whether it had none."""
    require_run(actor, "open a cycle")
    with store.writing() as connection:
        chosen = (cycles.c.cycle == cycle.cycle) & (cycles.c.plan == "")
        laid = update(cycles).where(chosen).values(plan=cycle.plan)
        if not cycle.plan or connection.execute(laid).rowcount != 1:
            return False
        store.note(
            connection, actor, "plan", cycle.cycle, review=(cycle.cycle, ""), after=cycle.plan
        )
        return True


def excuse(store: Store, actor: Actor, cycle: str, rep_id: str, left_on: date) -> bool:
    """Close what is asked of a rep who has left; says whether something changed.

    What waits for the rep alone goes to the manager as it stands, and where only the rep's
    signature is missing, none is awaited. The team's upward feedback waits for the review no more.

    Raises
    ------
    RefusedError
        Only sales ops and HR do.
    """
    require_run(actor, "open a cycle")
    with store.writing() as connection:
        subject = subject_of(connection, cycle, rep_id, is_held=True)
        if subject.left_on is not None or subject.stage == "closed":
            return False
        at = (reviews.c.cycle == cycle) & (reviews.c.rep_id == subject.rep_id)
        connection.execute(update(reviews).where(at).values(left_on=left_on))
        store.note(
            connection, actor, "excuse", str(subject), review=(cycle, subject.rep_id),
            after={"left_on": left_on},
        )  # fmt: skip
        found = subject_of(connection, cycle, rep_id)
        if found.stage in _REPS:
            move(store, connection, actor, found, "manager_review", verb="excuse")
        elif found.stage == "sign_off" and _is_signed(connection, found):
            move(store, connection, actor, found, "appeal", verb="excuse")
        if release(connection, cycle, found.manager_id):  # it was the last to hold them back
            store.note(connection, actor, "release", found.manager_id, review=(cycle, ""))
        return True


def readmit(store: Store, actor: Actor, cycle: str, rep_id: str) -> bool:
    """Ask a rep again who has not left after all; says whether something changed.

    The stage stays what it is: where the rep has still to write, it is reopened with a reason.

    Raises
    ------
    RefusedError
        Only sales ops and HR do.
    """
    require_run(actor, "open a cycle")
    with store.writing() as connection:
        subject = subject_of(connection, cycle, rep_id, is_held=True)
        if subject.left_on is None or subject.stage == "closed":
            return False
        at = (reviews.c.cycle == cycle) & (reviews.c.rep_id == subject.rep_id)
        connection.execute(update(reviews).where(at).values(left_on=None))
        store.note(
            connection, actor, "readmit", str(subject), review=(cycle, subject.rep_id),
            before={"left_on": subject.left_on},
        )  # fmt: skip
        return True


def _is_signed(connection: Connection, subject: Subject) -> bool:
    """Whether all have signed who still have to."""
    given = select(signatures.c.side).where(
        signatures.c.cycle == subject.cycle, signatures.c.rep_id == subject.rep_id,
        signatures.c.round == signed_round(connection, subject) + 1,
    )  # fmt: skip
    return set(connection.execute(given).scalars()) >= set(sides_to_sign(subject))
