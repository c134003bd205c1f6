"""What stands in the forms of one review, as one reader may see it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from workbench.review.template import Item
from workbench.sources.workspace import Workspace
from workbench.store import Actor, Store
from workbench.store.appeals import Appeal, appeals_of
from workbench.store.cycles import list_cycles
from workbench.store.entries import Entry, read_entries
from workbench.store.guards import sides_to_sign
from workbench.store.opening import store_of
from workbench.store.promises import Promise, promises_of
from workbench.store.rules import SIDES, STAGES, Side, Stage, Subject, may_read, relation
from workbench.store.signing import Signature, signatures_of
from workbench.store.standing import standings
from workbench.store.subjects import pins_of, read_subject
from workbench.store.upward import UpwardState, upward_given

if TYPE_CHECKING:
    from workbench.review.rep_period import RepPeriod

SIGNED_AT: tuple[Stage, ...] = ("appeal", "closed")  # stages a signed review may be at


@dataclass(frozen=True)
class Answers:
    """Everything people wrote in a review, and its stage; empty where no cycle was opened."""

    cycle: str = ""
    stage: Stage | None = None
    entries: Mapping[tuple[str, str, Side], Entry] = field(default_factory=dict)
    promises: tuple[Promise, ...] = ()  # made in earlier reviews
    signatures: tuple[Signature, ...] = ()
    appeals: tuple[Appeal, ...] = ()
    # Sides whose words are not for the reader now, so that nothing there does not mean nothing was
    # written; none for the rep, to whom another's draft is as good as not begun
    withheld: frozenset[Side] = field(default=frozenset(), repr=False)
    opens_at: Stage | None = field(default=None, repr=False)  # with which stage the first of it is
    upward: UpwardState | None = None  # what became of the rep's words to the manager, for the rep
    to_sign: tuple[str, ...] = ("rep", "manager")  # whose signatures are awaited
    left_on: date | None = None  # the rep's last day at work, where nothing more is asked of them

    @property
    def is_appealed(self) -> bool:
        """Whether an appeal is open: until it is decided the rating has no effect."""
        return any(not each.outcome for each in self.appeals)

    @property
    def signed_round(self) -> int:
        """Give the round all signed last whose signatures are awaited; 0 for none, or reopened."""
        if self.stage not in SIGNED_AT:
            return 0
        last = max((each.round for each in self.signatures), default=0)
        return last if self.is_signed(last) else 0

    def is_signed(self, number: int) -> bool:
        """Whether all signed a round whose signatures are awaited."""
        sides = {each.side for each in self.signatures if each.round == number}
        return sides >= set(self.to_sign)

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
    withheld = withheld_from(actor, subject)
    return Answers(
        cycle=cycle,
        stage=subject.stage,
        entries=read_entries(store, actor, cycle, rep_id),
        promises=tuple(earlier),
        signatures=tuple(signatures_of(store, actor, cycle, rep_id)),
        appeals=tuple(appeals_of(store, actor, cycle, rep_id)),
        to_sign=sides_to_sign(subject),
        left_on=subject.left_on,
        withheld=withheld,
        opens_at=_opens_at(actor, subject, withheld),
        upward=upward_given(store, actor, cycle, rep_id)
        if relation(actor, subject) == "rep"
        else None,
    )


def withheld_from(actor: Actor, subject: Subject) -> frozenset[Side]:
    """Give the sides an actor may not read at this stage; none for the rep of the review."""
    if relation(actor, subject) == "rep":
        return frozenset()
    return frozenset(side for side in SIDES if not may_read(actor, subject, side))


def _opens_at(actor: Actor, subject: Subject, withheld: Collection[Side]) -> Stage | None:
    """Find the stage at which a withheld side is read; None where there is none."""
    later = STAGES[STAGES.index(subject.stage) + 1 :]
    return next(
        (
            stage for stage in later
            if any(may_read(actor, replace(subject, stage=stage), side) for side in withheld)
        ),
        None,
    )  # fmt: skip


def answers_of(review: "RepPeriod") -> Answers:
    """Read what stands in the forms of a review, as its reader may see it now.

    Empty where the workspace has no store, no such cycle, or the rep is not in it. Of a cycle the
    reader has no part in everything is withheld.
    """
    workspace, reader, rep_id = review.workspace, review.reader, review.rep.rep_id
    if not workspace.has_store:
        return Answers()
    store, cycle = store_of(workspace), cycle_name(review.period.name, review.template.name)
    try:
        if _is_member(store, reader, cycle, rep_id):
            return read_answers(store, reader, cycle, rep_id)
        is_open = any(each.cycle == cycle for each in list_cycles(store))
    finally:
        store.engine.dispose()
    is_told = reader.role != "manager"  # all others see of everybody whether a review is there
    return Answers(withheld=frozenset(SIDES) if is_open and not is_told else frozenset())


def has_part(review: "RepPeriod", actor: Actor) -> bool:
    """Whether the store knows an actor for a review: as its manager, or instead of one."""
    if not review.has_store:
        return False
    store, cycle = store_of(review.workspace), cycle_name(review.period.name, review.template.name)
    try:
        return _is_member(store, actor, cycle, review.rep.rep_id)
    finally:
        store.engine.dispose()


def _is_member(store: Store, actor: Actor, cycle: str, rep_id: str) -> bool:
    return any(
        each.subject.is_one(rep_id, each.subject.rep_id) for each in standings(store, actor, cycle)
    )


def pinned_snapshot(workspace: Workspace, cycle: str, rep_id: str = "") -> tuple[date | None, str]:
    """Give day and hash of the snapshot a cycle is pinned to; (None, "") without such a cycle.

    Parameters
    ----------
    rep_id
        Whose review: who joined later than the cycle was pinned has an own snapshot.
    """
    if not workspace.has_store:
        return None, ""
    store = store_of(workspace)
    try:
        found = [each for each in list_cycles(store) if each.cycle == cycle]
        own = pins_of(store, cycle).get(rep_id)
        return own or ((found[0].as_of, found[0].snapshot) if found else (None, ""))
    finally:
        store.engine.dispose()
