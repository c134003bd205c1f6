"""People, reviews, stages and sides as sentences name them, in the language of who reads."""

from collections.abc import Iterable
from typing import Protocol

from workbench.errors import ConflictError, Said
from workbench.i18n import has_message, said, told
from workbench.model.spoken import spoken_period
from workbench.store.actor import ROLES, Actor

_USUAL = "quarterly"  # the template a workspace has unless it names another


class Reviewed(Protocol):
    """A review, as far as it is named."""

    @property
    def rep_id(self) -> str:
        """Whose it is."""

    @property
    def cycle(self) -> str:
        """In which cycle."""


def actor_said(actor: Actor) -> Said:
    """Name who acts, with their role."""
    role = actor.role.replace("_", "-")
    return said("refusal-actor", who=actor.person_id, role=said(f"refusal-role-{role}"))


def review_said(subject: Reviewed) -> Said:
    """Name a review by its rep and its cycle."""
    return said("refusal-review", rep=subject.rep_id, cycle=cycle_said(subject.cycle))


def cycle_said(cycle: str) -> Said:
    """Name a cycle by its period, with its template where that is not the usual one."""
    period, _, template = cycle.partition(":")
    if template in ("", _USUAL):
        return said("spoken-cycle", period=spoken_period(period))
    return said("spoken-cycle-of", period=spoken_period(period), template=template)


def stage_said(stage: str) -> Said:
    """Name a stage."""
    return said(f"stage-at-{stage.replace('_', '-')}")


def side_said(side: str) -> Said:
    """Name a side of a review."""
    return said(f"refusal-side-{side}")


def role_said(role: str) -> Said:
    """Name a role of people."""
    return said(f"refusal-role-{role.replace('_', '-')}")


def owner_said(owner: str) -> Said:
    """Name who answers: a role, or a person as they are."""
    return role_said(owner) if owner in ROLES else said("refusal-person", who=owner)


def register_said(register: str) -> Said:
    """Name what a line of a register is."""
    return said(f"refusal-register-{register}")


def conflict(
    key: str,
    theirs: object = None,
    version: int = 0,
    **values: str | int | Said | tuple[Said, ...],
) -> ConflictError:
    """Make a conflict whose sentence each reader is told in their language.

    Parameters
    ----------
    theirs, version
        As of `ConflictError`: what the store holds now.
    """
    kept = said(key, **values)
    made = ConflictError(told(kept, "en"), theirs, version)
    made.said = kept
    return made


def part_said(part: str) -> Said:
    """Name what somebody is to a review, as who has to do something."""
    return said(f"refusal-part-{part.replace('_', '-')}")


def parts_said(parts: Iterable[str]) -> tuple[Said, ...]:
    """Name several, one after the other."""
    return tuple(part_said(each) for each in parts)


def what_said(what: str) -> Said | str:
    """Name what somebody wants to do, told as a phrase of English: `open a cycle`."""
    key = f"refusal-what-{what.replace(' ', '-')}"
    return said(key) if has_message(key, "en") else what
