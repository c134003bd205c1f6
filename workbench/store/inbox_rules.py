"""Who answers what is asked, and who may give feedback to whom. Every item of the inbox passes."""

from collections.abc import Iterable

from workbench.errors import RefusedError
from workbench.i18n import error
from workbench.store.actor import ROLES, Actor
from workbench.store.naming import actor_said, review_said
from workbench.store.rules import Subject, may_ask, relation

# Who answers what unless it is addressed to a person, and within how many working days
KINDS: dict[str, tuple[str, int]] = {
    "question": ("sales_ops", 3),  # a figure or a row is disputed
    "appeal": ("hr", 10),  # somebody who did not rate answers
    "feedback": ("", 5),  # the rep; of the rep's own, who leads the review
    "support": ("manager", 5),
}


def answerer(actor: Actor, subject: Subject, kind: str) -> str:
    """Name who answers: a person's id, or a role.

    Feedback goes to whom it is about: what the rep gives to who leads the review, what anybody
    else gives to the rep.
    """
    role, _days = KINDS[kind]
    leads = subject.delegate_id or subject.manager_id
    if kind == "feedback":
        is_own = relation(actor, subject) == "rep"
        return (leads or "hr") if is_own else subject.rep_id
    return (leads or "sales_ops") if role == "manager" else role


def may_give_feedback(actor: Actor, subject: Subject, cycle: Iterable[Subject]) -> bool:
    """Whether an actor may give feedback to a rep: who has a part in any review of the cycle."""
    return may_ask(actor, subject) or any(relation(actor, each) for each in cycle)


def require_feedback(actor: Actor, subject: Subject, cycle: Iterable[Subject]) -> None:
    """Refuse feedback of somebody who has no part in the cycle."""
    if not may_give_feedback(actor, subject, cycle):
        told = {"who": actor_said(actor), "review": review_said(subject)}
        raise error(RefusedError, "refusal-feedback", **told)


def works_with(actor: Actor, subject: Subject, cycle: Iterable[Subject]) -> bool:
    """Whether a page names a rep to an actor who gives feedback: colleagues know each other.

    Those of the own team, who have the same manager of record in the cycle, and the reps of the
    reviews an actor has a part in. Feedback on others of the cycle is given by their id.
    """
    if relation(actor, subject):
        return True
    own = [each for each in cycle if relation(actor, each) == "rep"]
    return bool(subject.manager_id) and subject.manager_id in {each.manager_id for each in own}


def addresses(actor: Actor) -> list[str]:
    """Give what an actor is addressed by: the own id, and the role.

    An id that is spelled like a role addresses the role, not whoever is called so.
    """
    person = actor.person_id
    return [*([person] if person and person not in ROLES else []), actor.role]


def may_answer(actor: Actor, owner: str) -> bool:
    """Whether something addressed to `owner` is an actor's to answer."""
    return owner in addresses(actor)
