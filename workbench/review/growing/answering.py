"""Who answers requests for support: the people workbench.toml names, for desks of growth.toml."""

from workbench.review.acting import now_known, require_named
from workbench.review.growing.book import load_book
from workbench.sources.workspace import Workspace
from workbench.store import Actor


def desks_of(workspace: Workspace, actor: Actor) -> frozenset[str]:
    """Give the names of the desks somebody of support answers for; none for other roles.

    Raises
    ------
    RefusedError
        When the actor is not of support here; see `require_named`.
    """
    require_named(workspace, actor)
    if actor.role != "support":
        return frozenset()
    person, now = now_known(workspace, actor.person_id), workspace.aliases
    return frozenset(
        name
        for desk in load_book(workspace.folder).desk
        if person in {now.get(each, each) for each in (desk.owner, *desk.people) if each}
        for name in (desk.key, desk.label.zh, desk.label.en)
    )
