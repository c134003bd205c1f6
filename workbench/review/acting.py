"""Who may act as finance or support: the people workbench.toml names, and nobody else."""

from workbench.errors import RefusedError
from workbench.sources.workspace import FILE_NAME, Workspace
from workbench.store import Actor

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
        raise RefusedError(
            f"{file} names nobody of {role}, so nobody acts as {role}. Name who does:\n"
            f'[roles]\n{role} = ["{_EXAMPLES[role]}"]'
        )
    if now_known(workspace, actor.person_id) not in {now_known(workspace, each) for each in named}:
        raise RefusedError(
            f"{actor.person_id} does not act as {role} here; {', '.join(named)} "
            f"{'does' if len(named) == 1 else 'do'}. Others are named in [roles] {role} of {file}."
        )


def now_known(workspace: Workspace, person_id: str) -> str:
    """Give the id somebody has now."""
    return workspace.aliases.get(person_id, person_id)
