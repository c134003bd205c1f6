"""Who may do what at which stage. Every read and write of the store passes `require`.

A rep's self-review is locked before the manager's words are visible: the rep writes up to
`self_review`, and reads the manager's side from `conversation` on. HR opens cycles, sees who is
complete and what is signed, owns appeals, and edits no text and no score. Managers above the
manager of record read from `calibration` on, and change nothing. docs/privacy.md holds the whole
table; a test compares the two.
"""

from workbench.errors import RefusedError
from workbench.store.actor import Actor
from workbench.store.relations import (
    SIDES,
    STAGES,
    Relation,
    Side,
    Stage,
    Subject,
    is_signed,
    part,
    relation,
    require_part,
    takes_part,
    told,
)
from workbench.store.table_rules import may_audit, may_calibrate, require_calibrate, require_meet

__all__ = [
    "SIDES", "STAGES", "Relation", "Side", "Stage", "Subject", "is_signed",
    "may_advance", "may_appeal", "may_ask", "may_audit", "may_calibrate", "may_count",
    "may_delegate", "may_read", "may_read_agreed", "may_reopen", "may_see", "may_sign",
    "may_write", "next_stage", "owners", "part", "relation", "require_advance", "require_ask",
    "require_calibrate", "require_delegate", "require_impartial", "require_meet",
    "require_part", "require_read", "require_run", "require_see", "require_sign", "require_whole",
    "require_write", "takes_part",
]  # fmt: skip

_REP_WRITES: tuple[Stage, ...] = ("data_check", "self_review")
_MANAGER_WRITES: tuple[Stage, ...] = ("manager_review", "calibration")
_WRITTEN: dict[tuple[str, str], tuple[Stage, ...]] = {  # by part and side: at which stages
    ("rep", "rep"): _REP_WRITES,
    ("rep", "private"): _REP_WRITES,
    ("rep", "shared"): (*_REP_WRITES, "conversation"),
    ("manager", "manager"): _MANAGER_WRITES,
    ("manager", "shared"): (*_MANAGER_WRITES, "conversation"),
}
_READ_FROM: dict[tuple[str, str], Stage] = {  # by part and side: from which stage on
    ("rep", "rep"): "data_check",
    ("rep", "private"): "data_check",
    ("rep", "shared"): "data_check",
    ("rep", "manager"): "conversation",
    ("manager", "rep"): "manager_review",
    ("manager", "manager"): "data_check",
    ("manager", "shared"): "data_check",
    **{("upper_manager", side): "calibration" for side in ("rep", "manager", "shared")},
    **{(who, side): "appeal" for who in ("sales_ops", "hr") for side in SIDES if side != "private"},
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


def may_see(actor: Actor, subject: Subject) -> bool:
    """Whether an actor may know of a review and its stage at all."""
    return bool(relation(actor, subject))


def may_count(actor: Actor, subject: Subject) -> bool:
    """Whether an actor may know how far a review is and what was done when: the program too."""
    return actor.is_program or may_see(actor, subject)


def may_read(actor: Actor, subject: Subject, side: Side) -> bool:
    """Whether an actor may read what a side wrote."""
    begins = _READ_FROM.get((part(actor, subject), side))
    return begins is not None and STAGES.index(subject.stage) >= STAGES.index(begins)


def may_read_agreed(actor: Actor, subject: Subject) -> bool:
    """Whether an actor may read promises and signatures: who sees the review at all.

    Who is above the manager of record does once what both agree on is for them to read.
    """
    if relation(actor, subject) == "upper_manager":
        return may_read(actor, subject, "shared")
    return may_see(actor, subject)


def may_write(actor: Actor, subject: Subject, side: Side) -> bool:
    """Whether an actor may write on a side."""
    return subject.stage in _WRITTEN.get((part(actor, subject), side), ())


def require_see(actor: Actor, subject: Subject) -> None:
    """Refuse a stranger."""
    if not may_see(actor, subject):
        raise RefusedError(f"{told(actor)} has no part in {subject}. Ask the rep or the manager.")


def require_read(actor: Actor, subject: Subject, side: Side) -> None:
    """Refuse to show a side that is not for this actor, or not yet."""
    require_see(actor, subject)
    if not may_read(actor, subject, side):
        raise RefusedError(
            f"{told(actor)} may not read the {side} side of {subject} at stage {subject.stage}."
        )


def require_write(actor: Actor, subject: Subject, side: Side) -> None:
    """Refuse to change a side that is not this actor's, or is locked at this stage."""
    require_see(actor, subject)
    if may_write(actor, subject, side):
        return
    stages = _WRITTEN.get((part(actor, subject), side), ())
    when = f"it is open at {' and '.join(stages)}" if stages else "that side is another's"
    raise RefusedError(
        f"{told(actor)} may not write on the {side} side of {subject} "
        f"at stage {subject.stage}: {when}."
    )


def may_advance(actor: Actor, subject: Subject) -> bool:
    """Whether an actor may move a review on from its stage; signing moves it on by itself."""
    return part(actor, subject) in _leavers(subject.stage)


def require_advance(actor: Actor, subject: Subject) -> None:
    """Refuse to move a review on for those who do not own its stage."""
    require_see(actor, subject)
    if not may_advance(actor, subject):
        leavers = _leavers(subject.stage)
        how = f"{' or '.join(leavers)} does" if leavers else "signing or reopening does"
        raise RefusedError(f"{told(actor)} does not move {subject} on from {subject.stage}; {how}.")


def may_sign(actor: Actor, subject: Subject) -> bool:
    """Whether an actor may sign a review now: the rep and who leads it, after the conversation."""
    return subject.stage == "sign_off" and part(actor, subject) in ("rep", "manager")


def require_sign(actor: Actor, subject: Subject) -> None:
    """Refuse a signature of strangers, or before the conversation is over."""
    require_see(actor, subject)
    if not may_sign(actor, subject):
        raise RefusedError(
            f"{told(actor)} cannot sign {subject} at stage {subject.stage}; "
            "rep and manager sign at sign_off."
        )


def may_delegate(actor: Actor, subject: Subject) -> bool:
    """Whether an actor may hand a review to another manager: not the one it was handed to."""
    return relation(actor, subject) in ("manager", "sales_ops", "hr")


def require_delegate(actor: Actor, subject: Subject, delegate_id: str) -> None:
    """Refuse to hand over another's review, or to let somebody lead the own one."""
    if not may_delegate(actor, subject):
        raise RefusedError(
            f"{told(actor)} cannot delegate {subject}; its manager of record, sales ops or HR does."
        )
    if delegate_id == subject.rep_id:
        raise RefusedError(f"{delegate_id} cannot lead {subject}: it is their own.")


def may_reopen(actor: Actor, subject: Subject) -> bool:
    """Whether an actor may set a review back; where it begins there is nothing to go back to."""
    return actor.role in ("sales_ops", "hr") and subject.stage != STAGES[0]


def may_appeal(actor: Actor, subject: Subject) -> bool:
    """Whether an actor may appeal: the rep, once both have signed and before it is closed."""
    return subject.stage == "appeal" and relation(actor, subject) == "rep"


def may_ask(actor: Actor, subject: Subject) -> bool:
    """Whether an actor may ask something about a review; who is only above it changes nothing."""
    return relation(actor, subject) not in ("", "upper_manager")


def require_ask(actor: Actor, subject: Subject, kind: str) -> None:
    """Refuse to ask about a review without a part in it, and to appeal what nobody has signed."""
    require_see(actor, subject)
    if not may_ask(actor, subject):
        raise RefusedError(
            f"{told(actor)} only reads {subject}. Ask its manager, {subject.manager_id}."
        )
    if kind == "appeal" and not may_appeal(actor, subject):
        raise RefusedError(
            f"{actor.person_id} cannot appeal {subject} at stage {subject.stage}; "
            "the rep appeals once both have signed."
        )


def require_impartial(actor: Actor, subject: Subject) -> None:
    """Refuse an answer to an appeal by who rated or was rated, in whatever role."""
    if actor.person_id in (subject.rep_id, subject.manager_id, subject.delegate_id):
        raise RefusedError(
            f"{told(actor)} cannot answer an appeal against {subject}: who rated, or was rated, "
            "does not. Somebody else of HR does."
        )


def require_run(actor: Actor, what: str) -> None:
    """Refuse what only sales ops and HR do: open, reopen, re-pin, delegate for others."""
    if actor.role not in ("sales_ops", "hr"):
        raise RefusedError(f"{told(actor)} cannot {what}; sales ops or HR does.")


def require_whole(actor: Actor, what: str) -> None:
    """Refuse the whole of a store, everybody's words and pay, to all but sales ops."""
    if actor.role != "sales_ops" and not actor.is_program:
        raise RefusedError(
            f"{told(actor)} cannot {what}: it holds everybody's words; sales ops can."
        )


def owners(stage: str) -> tuple[str, ...]:
    """Say whose a stage is, as parts in the review; both sign at sign-off."""
    return _OWNERS.get(stage, ())


def next_stage(stage: Stage) -> Stage:
    """Give the stage after one."""
    return STAGES[STAGES.index(stage) + 1]


def _leavers(stage: Stage) -> tuple[str, ...]:
    return () if stage == "sign_off" else (*owners(stage), *_IN_PLACE.get(stage, ()))
