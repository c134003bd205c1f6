"""Who may act as finance or support: the people workbench.toml names, and nobody else."""

from workbench.errors import RefusedError
from workbench.i18n import error, said
from workbench.sources.workspace import FILE_NAME, Workspace
from workbench.store import Actor
from workbench.store.naming import role_said

_EXAMPLES = {"finance": "F01", "support": "S01"}


def require_named(workspace: Workspace, actor: Actor) -> None:
    """Refuse to act as finance or support for who is not named; other roles pass.

    A person named under an earlier id is the same person.

    Raises
    ------
    RefusedError
        When workbench.toml names nobody of that role, or others; gives the line to paste.
    """
    role = actor.role
    if role not in _EXAMPLES:
        return
    file = workspace.folder / FILE_NAME
    named = workspace.finance if role == "finance" else workspace.support
    if not named:
        lines = f'[roles]\n{role} = ["{_EXAMPLES[role]}"]'
        raise error(
            RefusedError, "refusal-role-unnamed", file=f"{file}", role=role_said(role), lines=lines
        )
    if now_known(workspace, actor.person_id) not in {now_known(workspace, each) for each in named}:
        raise error(
            RefusedError, "refusal-role-others", who=actor.person_id, role=role_said(role),
            named=tuple(said("refusal-person", who=each) for each in named), n=len(named),
            option=role, file=f"{file}",
        )  # fmt: skip


def now_known(workspace: Workspace, person_id: str) -> str:
    """Give the id somebody has now."""
    return workspace.aliases.get(person_id, person_id)
