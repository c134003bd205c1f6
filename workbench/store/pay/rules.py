"""Who may do what with pay. Every read and write of a run, a statement or a dispute passes here.

Sales ops drafts and checks, finance approves and pays, and nobody is both for the same run or does
either for the own pay. A rep reads what was issued to them and may doubt it. HR reads what was
issued. A manager reads what was issued to whom they lead, directly or through others, and how far
its disputes have come; who leads whom the data of the period say, which the store does not hold.
"""

from collections.abc import Mapping
from typing import Literal

from workbench.errors import RefusedError
from workbench.store.actor import Actor, Role

Act = Literal[
    "draft a pay run",
    "check a pay run",
    "approve a pay run",
    "note a pay run as paid",
    "withdraw a pay run",
    "read a pay run",
    "read a statement",
    "dispute a line",
    "read a dispute",
    "answer a dispute",
    "hand a dispute over",
]
# all; issued: once it was approved; others: not what is about themselves; own: only that; led:
# only what is about somebody they lead
Reach = Literal["all", "issued", "others", "own", "led"]
MAY: Mapping[Act, Mapping[Role, Reach]] = {
    "draft a pay run": {"sales_ops": "all", "finance": "all"},
    "check a pay run": {"sales_ops": "others"},
    "approve a pay run": {"finance": "others"},
    "note a pay run as paid": {"finance": "all"},
    "withdraw a pay run": {"sales_ops": "all", "finance": "all"},
    "read a pay run": {"sales_ops": "all", "finance": "all", "hr": "issued"},
    "read a statement": {
        "rep": "own", "manager": "led", "sales_ops": "all", "finance": "all", "hr": "all",
    },
    "dispute a line": {"rep": "own"},
    "read a dispute": {
        "rep": "own", "manager": "led", "sales_ops": "all", "finance": "all", "hr": "all",
    },
    "answer a dispute": {"sales_ops": "others", "finance": "others"},
    "hand a dispute over": {"sales_ops": "others", "finance": "others"},
}  # fmt: skip
ANSWERING: tuple[Role, ...] = tuple(MAY["answer a dispute"])


def reach(actor: Actor, act: Act) -> Reach:
    """Say on what an actor may do something.

    Raises
    ------
    RefusedError
        When the role does it on nothing; names the roles that do.
    """
    found = None if actor.role == "program" else MAY[act].get(actor.role)
    if found is None:
        raise RefusedError(f"{told(actor)} cannot {act}; {_who(act)}.")
    return found


def require(
    actor: Actor, act: Act, *, is_own: bool, is_issued: bool = True, is_led: bool = False
) -> None:
    """Refuse what is not for this actor.

    Parameters
    ----------
    is_own
        Whether it is about the actor: their statement, their dispute, a run that pays them.
    is_issued
        Whether the run was approved.
    is_led
        Whether the actor leads whom it is about.
    """
    allowed = reach(actor, act)
    if (allowed == "own" and not is_own) or (allowed == "led" and not is_led):
        raise RefusedError(f"{told(actor)} cannot {act} of another; {_who(act)}.")
    if allowed == "others" and is_own:
        raise RefusedError(
            f"{told(actor)} cannot {act} that is about the own pay; somebody else of "
            f"{actor.role} does."
        )
    if allowed == "issued" and not is_issued:
        raise RefusedError(f"{told(actor)} cannot {act} before finance has approved it.")


def told(actor: Actor) -> str:
    """Name an actor in a sentence."""
    return f"{actor.person_id} ({actor.role})"


def _who(act: Act) -> str:
    every = [role for role, allowed in MAY[act].items() if allowed not in ("own", "led")]
    if not every:
        return "the rep it is about does"
    *first, last = every
    names = f"{', '.join(first)} and {last} do" if first else f"{last} does"
    some = {"led": "a manager of whom they lead", "own": "a rep the own"}
    rest = [told for kind, told in some.items() if kind in MAY[act].values()]
    return ", ".join([names, *rest[:-1]]) + (f", and {rest[-1]}" if rest else "")
