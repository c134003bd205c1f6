"""Who sits at the table of a calibration: who gives a view, and reads those of others."""

from collections.abc import Collection

from workbench.errors import RefusedError
from workbench.i18n import error
from workbench.store.actor import Actor
from workbench.store.naming import actor_said, review_said
from workbench.store.relations import Subject, is_signed, part


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
        raise error(RefusedError, "refusal-view-role", who=actor_said(actor), rep=subject.rep_id)
    if is_signed(subject):
        raise error(RefusedError, "refusal-view-signed", review=review_said(subject))


def may_meet(actor: Actor, leads: Collection[str]) -> bool:
    """Whether an actor has a part in a calibration meeting: its managers, sales ops and HR."""
    return is_at_table(actor, leads) or actor.role in ("sales_ops", "hr")


def require_meet(actor: Actor, leads: Collection[str]) -> None:
    """Refuse a calibration meeting to all but its managers, sales ops and HR."""
    if not may_meet(actor, leads):
        raise error(RefusedError, "refusal-table", who=actor_said(actor))


def may_audit(actor: Actor) -> bool:
    """Whether an actor may open the fairness pack."""
    return actor.role in ("sales_ops", "hr")
