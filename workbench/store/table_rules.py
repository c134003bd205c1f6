"""Who sits at the table of a calibration: who gives a view, and reads those of others."""

from collections.abc import Collection

from workbench.errors import RefusedError
from workbench.store.actor import Actor
from workbench.store.relations import Subject, is_signed, part, told


def may_calibrate(actor: Actor, subject: Subject, leads: Collection[str]) -> bool:
    """Whether an actor gives a view on somebody, and reads the views once the meeting has begun.

    A manager does on the own people and on those of others, but not on who also leads reviews
    (themselves and the other managers at the table), unless that review is theirs. Who is only
    above the manager of record does not sit at the table.

    Parameters
    ----------
    leads
        Everybody who leads a review of that cycle.
    """
    if part(actor, subject) == "manager":
        return True
    return is_at_table(actor, leads) and subject.rep_id not in leads


def is_at_table(actor: Actor, leads: Collection[str]) -> bool:
    """Whether an actor is a manager who leads a review of the cycle."""
    return actor.role == "manager" and actor.person_id in leads


def require_calibrate(actor: Actor, subject: Subject, leads: Collection[str]) -> None:
    """Refuse a view of somebody who is not at the table, or on a review that is signed."""
    if not may_calibrate(actor, subject, leads):
        raise RefusedError(
            f"{told(actor)} gives no view on {subject.rep_id}; managers of the cycle do, "
            "on reps that lead no review."
        )
    if is_signed(subject):
        raise RefusedError(f"{subject} is signed: it needs no view any more.")


def may_meet(actor: Actor, leads: Collection[str]) -> bool:
    """Whether an actor has a part in a calibration meeting: its managers, sales ops and HR."""
    return is_at_table(actor, leads) or actor.role in ("sales_ops", "hr")


def require_meet(actor: Actor, leads: Collection[str]) -> None:
    """Refuse a calibration meeting to all but its managers, sales ops and HR."""
    if not may_meet(actor, leads):
        raise RefusedError(
            f"{told(actor)} is not at the table; managers who lead a review of the cycle, "
            "sales ops and HR are."
        )


def may_audit(actor: Actor) -> bool:
    """Whether an actor may open the fairness pack."""
    return actor.role in ("sales_ops", "hr")
