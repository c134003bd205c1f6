"""Who adds to a register, who reads a line of one, and who ends it."""

from collections.abc import Collection
from dataclasses import replace

from workbench.errors import RefusedError
from workbench.i18n import error
from workbench.store.actor import ROLES, Actor
from workbench.store.line import REGISTERS, Line
from workbench.store.naming import actor_said, owner_said, register_said, role_said
from workbench.store.relations import takes_part

_TOLD_TO_ALL = ("award", "period", "team", "rule", "what")  # of what a line is about
_GIVEN = ("praise", "award", "reward")  # nobody gives them to the own work
_COUNTED = ("award", "mentoring", "praise", "activity")  # what rules and boards count


def require_add(actor: Actor, line: Line, led: Collection[str]) -> None:
    """Refuse a line that is not this actor's to add.

    Parameters
    ----------
    led
        Whose reviews the actor keeps.
    """
    is_own = line.rep_id == actor.person_id
    if actor.role not in REGISTERS[line.register].made_by:
        raise error(
            RefusedError, "refusal-line-role", who=actor_said(actor),
            what=register_said(line.register), roles=tuple(map(role_said, _adders(line.register))),
        )  # fmt: skip
    if line.register in _GIVEN and is_own:
        what = register_said(line.register)
        raise error(RefusedError, "refusal-line-own", who=actor.person_id, what=what)
    if line.register not in ("support", "course") or is_own or actor.role in ("hr", "sales_ops"):
        return
    if line.rep_id not in led:
        raise error(RefusedError, "refusal-line-ask", who=actor_said(actor), rep=line.rep_id)


def may_read_line(
    actor: Actor, line: Line, led: Collection[str], desks: Collection[str] = ()
) -> bool:
    """Whether an actor may read a line of a register.

    Parameters
    ----------
    desks
        Names of the desks of support the actor answers for.
    """
    if actor.role == "support":
        return is_addressed(actor, line, desks) or _is_public(line)
    if actor.is_program:
        return line.register in _COUNTED
    if not takes_part(actor):
        return False
    if actor.role in ("hr", "sales_ops") or _is_public(line):
        return True
    if actor.person_id in (line.rep_id, line.owner, line.made_by):
        return True
    # A mentor's part is theirs, also where who is mentored is of another team
    return line.rep_id in led or (line.register == "mentoring" and line.owner in led)


def is_addressed(actor: Actor, line: Line, desks: Collection[str]) -> bool:
    """Whether a line is a request to this person, or to a desk they answer for."""
    if line.register != "support":
        return False
    named = (line.owner, str(line.about.get("desk") or ""))
    return bool({actor.person_id, *desks} & {name for name in named if name})


def may_end(actor: Actor, line: Line, desks: Collection[str] = ()) -> bool:
    """Whether an actor ends a line: its owner does, else who made it; HR any.

    Somebody of support ends requests alone: those addressed to them or to their desk.
    """
    if actor.role == "support":
        return is_addressed(actor, line, desks)
    is_own = actor.person_id == (line.owner or line.made_by)
    return actor.role == "hr" or (is_own and takes_part(actor))


def require_end(actor: Actor, line: Line, desks: Collection[str] = ()) -> None:
    """Refuse to end another's line."""
    if not may_end(actor, line, desks):
        owner = owner_said(line.owner or line.made_by)
        raise error(RefusedError, "refusal-line-end", who=actor.person_id, owner=owner)


def as_told(actor: Actor, line: Line) -> Line:
    """Leave who does not lead without the figures of others: of an award only for when it was."""
    is_theirs = actor.person_id in (line.rep_id, line.owner, line.made_by)
    if actor.role not in ("rep", "support") or is_theirs or line.register == "support":
        return line
    kept = {name: value for name, value in line.about.items() if name in _TOLD_TO_ALL}
    return replace(line, about=kept)


def _adders(register: str) -> list[str]:
    return [role for role in ROLES if role in REGISTERS[register].made_by]


def _is_public(line: Line) -> bool:
    return REGISTERS[line.register].is_public
