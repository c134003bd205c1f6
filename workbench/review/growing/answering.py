"""Who answers requests for support: the people workbench.toml names, for desks of growth.toml."""

from workbench.errors import RefusedError
from workbench.review.growing.book import load_book
from workbench.sources.workspace import FILE_NAME, Workspace
from workbench.store import Actor


def desks_of(workspace: Workspace, actor: Actor) -> frozenset[str]:
    """Give the names of the desks somebody of support answers for; none for other roles.

    Raises
    ------
    RefusedError
        When the actor is not of support here; see `require_support`.
    """
    require_support(workspace, actor)
    if actor.role != "support":
        return frozenset()
    person, now = _now(workspace, actor.person_id), workspace.aliases
    return frozenset(
        name
        for desk in load_book(workspace.folder).desk
        if person in {now.get(each, each) for each in (desk.owner, *desk.people) if each}
        for name in (desk.key, desk.label.zh, desk.label.en)
    )


def require_support(workspace: Workspace, actor: Actor) -> None:
    """Refuse to act as support for who is not named; other roles pass.

    A person named under an earlier id is the same person.

    Raises
    ------
    RefusedError
        When workbench.toml names nobody of support, or others; gives the line to paste.
    """
    if actor.role != "support":
        return
    file, named = workspace.folder / FILE_NAME, workspace.support
    if not named:
        raise RefusedError(
            f"{file} names nobody of support, so nobody acts as support. Name who does:\n"
            '[roles]\nsupport = ["S01"]'
        )
    if _now(workspace, actor.person_id) not in {_now(workspace, each) for each in named}:
        raise RefusedError(
            f"{actor.person_id} does not act as support here; {', '.join(named)} "
            f"{'does' if len(named) == 1 else 'do'}. Others are named in [roles] support of {file}."
        )


def _now(workspace: Workspace, person_id: str) -> str:
    return workspace.aliases.get(person_id, person_id)
