"""Who may do what at which stage. Every read and write of the store passes `require`.

A rep's self-review is locked before the manager's words are visible: the rep writes up to
`self_review`, and reads the manager's side from `conversation` on. HR opens cycles, sees who is
complete and what is signed, owns appeals, and edits no text and no score. Managers above the
manager of record read from `calibration` on, and change nothing. docs/privacy.md holds the whole
table; a test compares the two.
"""

from collections.abc import Collection
from typing import Any

from workbench.errors import RefusedError
from workbench.i18n import error
from workbench.store.actor import Actor
from workbench.store.naming import (
    actor_said,
    parts_said,
    review_said,
    side_said,
    stage_said,
    what_said,
)
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
)
from workbench.store.table_rules import may_audit, may_calibrate, require_calibrate, require_meet

__all__ = [
    "SIDES", "STAGES", "Relation", "Side", "Stage", "Subject", "is_signed", "may_advance",
    "may_appeal", "may_ask", "may_audit", "may_calibrate", "may_count", "may_decide",
    "may_delegate", "may_read", "may_read_agreed", "may_read_appeal", "may_reopen", "may_see",
    "may_set_due", "may_sign", "may_write", "next_stage", "owners", "part", "relation",
    "require_advance", "require_appeal", "require_ask", "require_calibrate", "require_decide",
    "require_delegate", "require_impartial", "require_meet", "require_part", "require_read",
    "require_run", "require_see", "require_set_due", "require_sign", "require_whole",
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
        raise _refused("refusal-stranger", actor, subject)


def require_read(actor: Actor, subject: Subject, side: Side) -> None:
    """Refuse to show a side that is not for this actor, or not yet."""
    require_see(actor, subject)
    if not may_read(actor, subject, side):
        raise _refused("refusal-read", actor, subject, side=side_said(side))


def require_write(actor: Actor, subject: Subject, side: Side) -> None:
    """Refuse to change a side that is not this actor's, or is locked at this stage."""
    require_see(actor, subject)
    if may_write(actor, subject, side):
        return
    stages = tuple(map(stage_said, _WRITTEN.get((part(actor, subject), side), ())))
    if not stages:
        raise _refused("refusal-write-another", actor, subject, side=side_said(side))
    raise _refused("refusal-write-locked", actor, subject, side=side_said(side), stages=stages)


def may_advance(actor: Actor, subject: Subject) -> bool:
    """Whether an actor may move a review on from its stage; signing moves it on by itself."""
    return part(actor, subject) in _leavers(subject.stage)


def require_advance(actor: Actor, subject: Subject) -> None:
    """Refuse to move a review on for those who do not own its stage."""
    require_see(actor, subject)
    if not may_advance(actor, subject):
        leavers = parts_said(_leavers(subject.stage))
        if not leavers:
            raise _refused(f"refusal-advance-{subject.stage.replace('_', '-')}", actor, subject)
        raise _refused("refusal-advance", actor, subject, leavers=leavers)


def may_sign(actor: Actor, subject: Subject) -> bool:
    """Whether an actor may sign a review now: the rep and who leads it, after the conversation."""
    return subject.stage == "sign_off" and part(actor, subject) in ("rep", "manager")


def require_sign(actor: Actor, subject: Subject) -> None:
    """Refuse a signature of strangers, or before the conversation is over."""
    require_see(actor, subject)
    if not may_sign(actor, subject):
        raise _refused("refusal-sign", actor, subject)


def may_delegate(actor: Actor, subject: Subject) -> bool:
    """Whether an actor may hand a review to another manager: not the one it was handed to."""
    return relation(actor, subject) in ("manager", "sales_ops", "hr")


def require_delegate(actor: Actor, subject: Subject, delegate_id: str) -> None:
    """Refuse to hand over another's review, or to let somebody lead the own one."""
    if not may_delegate(actor, subject):
        raise _refused("refusal-delegate", actor, subject)
    if delegate_id == subject.rep_id:
        review = review_said(subject)
        raise error(RefusedError, "refusal-delegate-own", who=delegate_id, review=review)


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
        raise _refused("refusal-ask", actor, subject, manager=subject.manager_id)
    if kind == "appeal":
        require_appeal(actor, subject)


def require_appeal(actor: Actor, subject: Subject) -> None:
    """Refuse to appeal, or to waive it, for all but the rep, and while the window is not open."""
    if not may_appeal(actor, subject):
        raise _refused("refusal-appeal", actor, subject)


def may_decide(actor: Actor, subject: Subject) -> bool:
    """Whether an actor may grant or refuse an appeal, unless they rated: HR, while it is open."""
    return subject.stage == "appeal" and relation(actor, subject) == "hr"


def may_read_appeal(actor: Actor, subject: Subject) -> bool:
    """Whether an actor may read the words of an appeal and of its decision: the rep and HR."""
    return relation(actor, subject) in ("rep", "hr")


def require_decide(actor: Actor, subject: Subject, raters: Collection[str] = ()) -> None:
    """Refuse to decide on an appeal for all but HR, and for who rated or was rated."""
    require_see(actor, subject)
    if not may_decide(actor, subject):
        raise _refused("refusal-decide", actor, subject)
    require_impartial(actor, subject, raters)


def may_set_due(actor: Actor, subject: Subject) -> bool:
    """Whether an actor may set a review's due day against the plan; of a closed one none is."""
    return actor.role in ("sales_ops", "hr") and subject.stage != "closed"


def require_set_due(actor: Actor, subject: Subject) -> None:
    """Refuse to set a due day for all but sales ops and HR."""
    require_see(actor, subject)
    if not may_set_due(actor, subject):
        raise _refused("refusal-set-due", actor, subject)


def require_impartial(actor: Actor, subject: Subject, raters: Collection[str] = ()) -> None:
    """Refuse an answer to an appeal by who rated or was rated, in whatever role.

    Parameters
    ----------
    raters
        Who wrote or changed the rating, whoever leads the review now.
    """
    concerned = (subject.rep_id, subject.manager_id, subject.delegate_id, *raters)
    if subject.is_one(actor.person_id, *concerned):
        raise _refused("refusal-impartial", actor, subject)


def require_run(actor: Actor, what: str) -> None:
    """Refuse what only sales ops and HR do: open, reopen, re-pin, delegate for others."""
    if actor.role not in ("sales_ops", "hr"):
        raise error(RefusedError, "refusal-run", who=actor_said(actor), what=what_said(what))


def require_whole(actor: Actor, what: str) -> None:
    """Refuse the whole of a store, everybody's words and pay, to all but sales ops."""
    if actor.role != "sales_ops" and not actor.is_program:
        raise error(RefusedError, "refusal-whole", who=actor_said(actor), what=what_said(what))


def owners(stage: str) -> tuple[str, ...]:
    """Say whose a stage is, as parts in the review; both sign at sign-off."""
    return _OWNERS.get(stage, ())


def next_stage(stage: Stage) -> Stage:
    """Give the stage after one."""
    return STAGES[STAGES.index(stage) + 1]


def _leavers(stage: Stage) -> tuple[str, ...]:
    return () if stage == "sign_off" else (*owners(stage), *_IN_PLACE.get(stage, ()))


def _refused(key: str, actor: Actor, subject: Subject, **more: Any) -> RefusedError:  # noqa: ANN401
    """Make the refusal of an act on a review: who, which review, at which stage it stands."""
    told = {"who": actor_said(actor), "review": review_said(subject)}
    return error(RefusedError, key, **told, stage=stage_said(subject.stage), **more)
