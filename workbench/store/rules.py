"""Who may do what at which stage. Every read and write of the store passes `require`.

A rep's self-review is locked before the manager's words are visible: the rep writes up to
`self_review`, and reads the manager's side from `conversation` on. HR opens cycles, sees who is
complete and what is signed, owns appeals, and edits no text and no score.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, get_args

from workbench.errors import RefusedError
from workbench.store.actor import Actor

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
_SIGNED = ("appeal", "closed")
_REP_WRITES = ("data_check", "self_review")
_MANAGER_WRITES = ("manager_review", "calibration")
_WRITTEN: dict[tuple[str, str], tuple[str, ...]] = {  # by relation and side: at which stages
    ("rep", "rep"): _REP_WRITES,
    ("rep", "private"): _REP_WRITES,
    ("rep", "shared"): (*_REP_WRITES, "conversation"),
    ("manager", "manager"): _MANAGER_WRITES,
    ("manager", "shared"): (*_MANAGER_WRITES, "conversation"),
}
# Whose each stage is: whose turn it is, who is late with it, whose act it is to leave it
_OWNERS: dict[str, tuple[str, ...]] = {
    "data_check": ("rep",),
    "self_review": ("rep",),
    "manager_review": ("manager",),
    "calibration": ("sales_ops", "hr"),
    "conversation": ("manager",),
    "sign_off": ("rep", "manager"),
    "appeal": ("hr",),
}
_IN_PLACE = {"data_check": ("sales_ops",)}  # who may leave a stage for its owner


@dataclass(frozen=True)
class Subject:
    """The review somebody wants to read or change."""

    cycle: str
    rep_id: str
    manager_id: str
    delegate_id: str
    stage: Stage

    def __str__(self) -> str:
        return f"the review of {self.rep_id} in {self.cycle}"


def relation(actor: Actor, subject: Subject) -> str:
    """Say what an actor is to a review: rep, manager, sales_ops, hr or "" (a stranger).

    Finance is a stranger to all of them.
    """
    if actor.role == "rep":
        return "rep" if actor.person_id == subject.rep_id else ""
    if actor.role == "manager":
        known = (subject.manager_id, subject.delegate_id)
        return "manager" if actor.person_id and actor.person_id in known else ""
    return actor.role if takes_part(actor) else ""


def takes_part(actor: Actor) -> bool:
    """Whether a role has a part in reviews at all; finance has none, it runs pay alone."""
    return actor.role != "finance"


def require_part(actor: Actor, what: str) -> None:
    """Refuse who has no part in reviews: what people write and read of each other."""
    if not takes_part(actor):
        raise RefusedError(f"{_told(actor)} has no part in {what}; finance works on pay alone.")


def may_see(actor: Actor, subject: Subject) -> bool:
    """Whether an actor may know of a review and its stage at all."""
    return bool(relation(actor, subject))


def may_read(actor: Actor, subject: Subject, side: Side) -> bool:
    """Whether an actor may read what a side wrote."""
    role, at = relation(actor, subject), STAGES.index(subject.stage)
    if side == "private":
        return role == "rep"
    if role == "rep":
        return side != "manager" or at >= STAGES.index("conversation")
    if role == "manager":
        return side != "rep" or at >= STAGES.index("manager_review")
    return role in ("hr", "sales_ops") and subject.stage in _SIGNED


def is_signed(subject: Subject) -> bool:
    """Whether both have signed a review and it was not reopened since."""
    return subject.stage in _SIGNED


def may_write(actor: Actor, subject: Subject, side: Side) -> bool:
    """Whether an actor may write on a side."""
    return subject.stage in _WRITTEN.get((relation(actor, subject), side), ())


def require_see(actor: Actor, subject: Subject) -> None:
    """Refuse a stranger."""
    if not may_see(actor, subject):
        raise RefusedError(f"{_told(actor)} has no part in {subject}. Ask the rep or the manager.")


def require_read(actor: Actor, subject: Subject, side: Side) -> None:
    """Refuse to show a side that is not for this actor, or not yet."""
    require_see(actor, subject)
    if not may_read(actor, subject, side):
        raise RefusedError(
            f"{_told(actor)} may not read the {side} side of {subject} at stage {subject.stage}."
        )


def require_write(actor: Actor, subject: Subject, side: Side) -> None:
    """Refuse to change a side that is not this actor's, or is locked at this stage."""
    require_see(actor, subject)
    if may_write(actor, subject, side):
        return
    stages = _WRITTEN.get((relation(actor, subject), side), ())
    when = f"it is open at {' and '.join(stages)}" if stages else "that side is another's"
    raise RefusedError(
        f"{_told(actor)} may not write on the {side} side of {subject} "
        f"at stage {subject.stage}: {when}."
    )


def may_advance(actor: Actor, subject: Subject) -> bool:
    """Whether an actor may move a review on from its stage; signing moves it on by itself."""
    return relation(actor, subject) in _leavers(subject.stage)


def require_advance(actor: Actor, subject: Subject) -> None:
    """Refuse to move a review on for those who do not own its stage."""
    require_see(actor, subject)
    if not may_advance(actor, subject):
        leavers = _leavers(subject.stage)
        how = f"{' or '.join(leavers)} does" if leavers else "signing or reopening does"
        raise RefusedError(
            f"{_told(actor)} does not move {subject} on from {subject.stage}; {how}."
        )


def require_sign(actor: Actor, subject: Subject) -> None:
    """Refuse a signature of strangers, or before the conversation is over."""
    require_see(actor, subject)
    if relation(actor, subject) not in ("rep", "manager") or subject.stage != "sign_off":
        raise RefusedError(
            f"{_told(actor)} cannot sign {subject} at stage {subject.stage}; "
            "rep and manager sign at sign_off."
        )


def require_run(actor: Actor, what: str) -> None:
    """Refuse what only sales ops and HR do: open, reopen, re-pin, delegate for others."""
    if actor.role not in ("sales_ops", "hr"):
        raise RefusedError(f"{_told(actor)} cannot {what}; sales ops or HR does.")


def may_calibrate(actor: Actor, subject: Subject, leads: Collection[str]) -> bool:
    """Whether an actor gives a view on somebody, and reads the views once the meeting has begun.

    A manager does on the own people and on those of others, but not on who also leads reviews
    (themselves and the other managers at the table), unless that review is theirs.

    Parameters
    ----------
    leads
        Everybody who leads a review of that cycle.
    """
    if relation(actor, subject) == "manager":
        return True
    is_at_table = actor.role == "manager" and actor.person_id in leads
    return is_at_table and subject.rep_id not in leads


def require_calibrate(actor: Actor, subject: Subject, leads: Collection[str]) -> None:
    """Refuse a view of somebody who is not at the table, or on a review that is signed."""
    if not may_calibrate(actor, subject, leads):
        raise RefusedError(
            f"{_told(actor)} gives no view on {subject.rep_id}; managers of the cycle do, "
            "on reps that lead no review."
        )
    if is_signed(subject):
        raise RefusedError(f"{subject} is signed: it needs no view any more.")


def require_meet(actor: Actor, leads: Collection[str]) -> None:
    """Refuse a calibration meeting to all but its managers, sales ops and HR."""
    is_at_table = actor.role == "manager" and actor.person_id in leads
    if not is_at_table and actor.role not in ("sales_ops", "hr"):
        raise RefusedError(
            f"{_told(actor)} is not at the table; managers who lead a review of the cycle, "
            "sales ops and HR are."
        )


def may_audit(actor: Actor) -> bool:
    """Whether an actor may open the fairness pack."""
    return actor.role in ("sales_ops", "hr")


def owners(stage: str) -> tuple[str, ...]:
    """Say whose a stage is, as relations to the review; both sign at sign-off."""
    return _OWNERS.get(stage, ())


def next_stage(stage: Stage) -> Stage:
    """Give the stage after one."""
    return STAGES[STAGES.index(stage) + 1]


def _leavers(stage: Stage) -> tuple[str, ...]:
    return () if stage == "sign_off" else (*owners(stage), *_IN_PLACE.get(stage, ()))


def _told(actor: Actor) -> str:
    return f"{actor.person_id} ({actor.role})"
