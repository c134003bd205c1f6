"""People, reviews, stages and sides as sentences name them, in the language of who reads."""

from workbench.errors import Said
from workbench.i18n import said
from workbench.store.actor import ROLES, Actor
from workbench.store.relations import Side, Stage, Subject


def actor_said(actor: Actor) -> Said:
    """Name who acts, with their role."""
    role = actor.role.replace("_", "-")
    return said("refusal-actor", who=actor.person_id, role=said(f"refusal-role-{role}"))


def person_said(owner: str) -> Said:
    """Name who is addressed: a person by id, or whoever has a role."""
    if owner in ROLES:
        return said(f"refusal-role-{owner.replace('_', '-')}")
    return said("refusal-person", who=owner)


def review_said(subject: Subject) -> Said:
    """Name a review by its rep and its cycle."""
    return said("refusal-review", rep=subject.rep_id, cycle=subject.cycle)


def stage_said(stage: Stage) -> Said:
    """Name a stage."""
    return said(f"stage-at-{stage.replace('_', '-')}")


def side_said(side: Side) -> Said:
    """Name a side of a review."""
    return said(f"refusal-side-{side}")
