"""What somebody is to a review: the rep, who leads it, who looks on, or a stranger."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

from workbench.errors import RefusedError
from workbench.i18n import error, said
from workbench.sources.known_ids import is_one
from workbench.store.actor import Actor
from workbench.store.naming import actor_said, what_said

Stage = Literal[
    "data_check",
    "self_review",
    "manager_review",
    "calibration",
    "conversation",
    "sign_off",
    "appeal",
    "closed",
]
STAGES: tuple[Stage, ...] = get_args(Stage)
Side = Literal["rep", "manager", "shared", "private"]
SIDES: tuple[Side, ...] = get_args(Side)
Relation = Literal["rep", "manager", "delegate", "upper_manager", "sales_ops", "hr", ""]
_SIGNED: tuple[Stage, ...] = ("appeal", "closed")
_APART = ("finance", "support", "program")


@dataclass(frozen=True)
class Subject:
    """The review somebody wants to read or change."""

    cycle: str
    rep_id: str
    manager_id: str
    delegate_id: str
    stage: Stage
    above: tuple[str, ...] = ()  # the managers above the manager of record, the nearest first
    left_on: date | None = None  # the rep's last day at work; nothing more is asked of them
    template: str = ""  # the one it was opened with and keeps; "" is the cycle's
    # The present id of people who had another: who is named here and who acts may be either
    aliases: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)

    def is_one(self, person_id: str, *others: str) -> bool:
        """Whether a person is one of others, under whichever of their ids."""
        return is_one(self.aliases, person_id, *others)

    def __str__(self) -> str:
        return f"the review of {self.rep_id} in {self.cycle}"


def relation(actor: Actor, subject: Subject) -> Relation:
    """Say what an actor is to a review; "" is a stranger.

    Finance, support and the program are strangers to all of them. Who leads a review, of record or
    as delegate, is not above it.
    """
    if actor.role == "rep":
        return "rep" if subject.is_one(actor.person_id, subject.rep_id) else ""
    if actor.role == "sales_ops" or actor.role == "hr":  # noqa: PLR1714 (narrows the type)
        return actor.role
    if actor.role != "manager" or not actor.person_id:
        return ""
    if subject.is_one(actor.person_id, subject.manager_id):
        return "manager"
    if subject.is_one(actor.person_id, subject.delegate_id):
        return "delegate"
    return "upper_manager" if subject.is_one(actor.person_id, *subject.above) else ""


def part(actor: Actor, subject: Subject) -> Relation:
    """Say as what an actor acts in a review: a delegate as its manager, else as `relation` says."""
    found = relation(actor, subject)
    return "manager" if found == "delegate" else found


def is_signed(subject: Subject) -> bool:
    """Whether both have signed a review and it was not reopened since."""
    return subject.stage in _SIGNED


def takes_part(actor: Actor) -> bool:
    """Whether a role has a part in reviews at all; finance, support and the program have none."""
    return actor.role not in _APART


def require_part(actor: Actor, what: str) -> None:
    """Refuse who has no part in reviews: what people write and read of each other."""
    if not takes_part(actor):
        why = said(f"refusal-apart-{actor.role}")
        who = actor_said(actor)
        raise error(RefusedError, "refusal-apart", who=who, what=what_said(what), why=why)


def told(actor: Actor) -> str:
    """Name an actor in a sentence."""
    return f"{actor.person_id} ({actor.role})"
