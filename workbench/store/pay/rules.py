"""Who may do what with pay. Every read and write of a run, a statement or a dispute passes here.

Sales ops drafts and checks, finance approves and pays, and nobody is both for the same run or does
either for the own pay. A rep reads what was issued to them and may doubt it. HR reads what was
issued. A manager reads what was issued to whom they lead, directly or through others, and how far
its disputes have come; who leads whom the data of the period say, which the store does not hold.
"""

from collections.abc import Mapping
from typing import Literal

from workbench.errors import RefusedError, Said
from workbench.i18n import error, said
from workbench.store.actor import Actor, Role
from workbench.store.naming import actor_said, role_said

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
_SOME: Mapping[str, Reach] = {"led": "led", "reps": "own"}
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
        raise error(
            RefusedError, "refusal-pay", who=actor_said(actor), act=act_said(act), others=_who(act)
        )
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
        raise error(
            RefusedError, "refusal-pay-of-another", who=actor_said(actor), act=act_said(act),
            others=_who(act),
        )  # fmt: skip
    if allowed == "others" and is_own:
        raise error(
            RefusedError, "refusal-pay-own", who=actor_said(actor), act=act_said(act),
            role=role_said(actor.role),
        )  # fmt: skip
    if allowed == "issued" and not is_issued:
        raise error(RefusedError, "refusal-pay-early", who=actor_said(actor), act=act_said(act))


def act_said(act: Act) -> Said:
    """Name an act in a sentence."""
    return said(f"refusal-pay-{act.replace(' ', '-')}")


def _who(act: Act) -> tuple[Said, ...]:
    every = [role for role, allowed in MAY[act].items() if allowed not in ("own", "led")]
    if not every:
        return (said("refusal-pay-its-rep"),)
    found = MAY[act].values()
    some = [said(f"refusal-pay-{key}") for key, kind in _SOME.items() if kind in found]
    return (*map(role_said, every), *some)
