"""What stands in the forms of one review, as one reader may see it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from workbench.review.template import Item
from workbench.sources.workspace import Workspace
from workbench.store import Actor, Store
from workbench.store.cycles import list_cycles, read_subject, standings
from workbench.store.entries import Entry, read_entries
from workbench.store.opening import store_of
from workbench.store.promises import Promise, promises_of
from workbench.store.rules import Side, Stage
from workbench.store.signing import Signature, signatures_of

if TYPE_CHECKING:
    from workbench.review.review import Review


@dataclass(frozen=True)
class Answers:
    """Everything people wrote in a review, and its stage; empty where no cycle was opened."""

    cycle: str = ""
    stage: Stage | None = None
    entries: Mapping[tuple[str, str, Side], Entry] = field(default_factory=dict)
    promises: tuple[Promise, ...] = ()  # made in earlier reviews
    signatures: tuple[Signature, ...] = ()

    def of(self, section: str, item: Item) -> list[Entry]:
        """Give what stands in an item, the rep's side first; proposals nobody took are left out."""
        found = [self.entries.get((section, item.key, side)) for side in item.sides]
        return [each for each in found if each is not None and not each.is_proposed]


def cycle_name(period: str, template: str) -> str:
    """Name the cycle of a period and a template."""
    return f"{period}:{template}"


def read_answers(store: Store, actor: Actor, cycle: str, rep_id: str) -> Answers:
    """Read what an actor may see of a review; RefusedError for strangers."""
    subject = read_subject(store, actor, cycle, rep_id)
    earlier = [each for each in promises_of(store, actor, cycle, rep_id) if each.cycle != cycle]
    return Answers(
        cycle=cycle,
        stage=subject.stage,
        entries=read_entries(store, actor, cycle, rep_id),
        promises=tuple(earlier),
        signatures=tuple(signatures_of(store, actor, cycle, rep_id)),
    )


def answers_for_document(review: "Review") -> Answers:
    """Read what the document of a review shows: what its rep may see, at this stage."""
    name = cycle_name(review.period.name, review.template.name)
    return rep_answers(review.workspace, name, review.rep.rep_id)


def pinned_snapshot(workspace: Workspace, cycle: str) -> tuple[date | None, str]:
    """Give day and hash of the snapshot a cycle is pinned to; (None, "") without such a cycle."""
    if not workspace.has_store:
        return None, ""
    store = store_of(workspace)
    try:
        found = [each for each in list_cycles(store) if each.cycle == cycle]
        return (found[0].as_of, found[0].snapshot) if found else (None, "")
    finally:
        store.engine.dispose()


def rep_answers(workspace: Workspace, cycle: str, rep_id: str) -> Answers:
    """Read what a rep may see of the own review now.

    Empty where the workspace has no store, no such cycle, or the rep is not in it.
    """
    if not workspace.has_store:
        return Answers()
    store, actor = store_of(workspace), Actor(rep_id, "rep")
    try:
        is_member = bool(standings(store, actor, cycle))
        return read_answers(store, actor, cycle, rep_id) if is_member else Answers()
    finally:
        store.engine.dispose()
