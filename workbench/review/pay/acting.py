"""Who may act as finance: the people workbench.toml names, and nobody else."""

from workbench.errors import RefusedError
from workbench.sources.workspace import FILE_NAME, Workspace
from workbench.store import Actor


def require_finance(workspace: Workspace, actor: Actor) -> None:
    """Refuse to act as finance for who is not named; other roles pass.

    A person named under an earlier id is the same person.

    Raises
    ------
    RefusedError
        When workbench.toml names nobody of finance, or others; gives the line to paste.
    """
    if actor.role != "finance":
        return
    file, named = workspace.folder / FILE_NAME, workspace.finance
    if not named:
        raise RefusedError(
            f"{file} names nobody of finance, so nobody acts as finance. Name who does:\n"
            '[roles]\nfinance = ["F01"]'
        )
    aliases = workspace.aliases
    if aliases.get(actor.person_id, actor.person_id) not in {
        aliases.get(each, each) for each in named
    }:
        raise RefusedError(
            f"{actor.person_id} does not act as finance here; {', '.join(named)} "
            f"{'does' if len(named) == 1 else 'do'}. Others are named in [roles] finance of {file}."
        )
