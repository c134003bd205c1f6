"""Opening a cycle: begun, or gone on with where an opening was cut off; and what it did."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from workbench.errors import require_known
from workbench.i18n import Lang, listed, message
from workbench.model.period import Period
from workbench.review.above import upper_managers
from workbench.review.cycle.answers import cycle_name
from workbench.review.cycle.drafting import propose
from workbench.review.cycle.planning import plan_of
from workbench.review.cycle.recorded import require_recorded
from workbench.review.fitting import fitting, require_named, require_one_scale
from workbench.review.person import people, who_leads
from workbench.review.template import load_template
from workbench.review.weighted_rating import require_weights
from workbench.snapshots import open_snapshot
from workbench.snapshots.employment import employments_of
from workbench.snapshots.facts import reviewed
from workbench.store import Actor
from workbench.store.cycles import Cycle, Member, find_cycle, list_cycles, open_cycle
from workbench.store.joining import excuse, join_cycle, lay_plan, readmit
from workbench.store.rules import Stage
from workbench.store.standing import standings

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk

_DRAFTED: tuple[Stage, ...] = ("data_check", "self_review")  # while the rep writes


@dataclass(frozen=True)
class Opening:
    """What one opening did."""

    cycle: str
    as_of: date  # of the data the cycle is pinned to
    is_new: bool
    reviews: int  # in the cycle now
    joined: tuple[str, ...] = ()  # reps who were not in it
    drafts: int = 0  # items a draft was proposed for
    left: tuple[str, ...] = ()  # reps who have left and are asked nothing more
    back: tuple[str, ...] = ()  # reps of whom that was said, and who have not left
    is_planned: bool = False  # whether a cycle opened without days was given them


def opening_text(done: Opening, lang: Lang) -> str:
    """Say what an opening did, in a sentence or two."""
    if done.is_new:
        return message("cycle-opened", lang, cycle=done.cycle, n=done.reviews, drafts=done.drafts)
    nobody = message("cycle-nobody", lang)
    again = message(
        "cycle-again", lang, cycle=done.cycle, drafts=done.drafts, as_of=f"{done.as_of}",
        joined=listed(done.joined, lang) or nobody, left=listed(done.left, lang) or nobody,
    )  # fmt: skip
    back = [message("cycle-back", lang, back=listed(done.back, lang))] if done.back else []
    planned = [message("cycle-planned", lang, cycle=done.cycle)] if done.is_planned else []
    return "\n".join([again, *back, *planned])


def begin(
    desk: "Desk",
    actor: Actor,
    period: str = "",
    template: str = "",
    *,
    due_on: date | None = None,
    reps: Iterable[str] = (),
    is_ahead: bool = False,
) -> Opening:
    """Open a cycle for everybody reviewed in a period, and propose each rep's draft.

    Of a cycle that is open it does what is not done yet: who joined late is added, drafts that
    are missing are proposed, who has left is asked nothing more. Its data stay those it was
    pinned to; who is not in them is pinned to the latest.

    Parameters
    ----------
    is_ahead
        Open it though the period has not begun, or no day of it is on record.

    Raises
    ------
    RefusedError
        Only sales ops and HR open cycles.
    ParameterError
        Unless ahead, when the data tell nothing of the period.
    """
    span = desk.workspace.calendar.period(period or desk.workspace.default_period)
    if not is_ahead:
        require_recorded(desk.snapshot, desk.workspace, span)
    chosen = load_template(template or desk.workspace.template, desk.workspace.folder)
    require_named(desk.workspace)
    require_weights(chosen)
    everybody = people(desk.snapshot, span, desk.workspace.manager_scope)
    members = list(reps) or reviewed(desk.snapshot, desk.workspace, span)
    require_known("rep", members, everybody)
    cycle = Cycle(
        cycle=cycle_name(span.name, chosen.name), period=span.name, template=chosen.name,
        as_of=desk.snapshot.as_of, snapshot=desk.snapshot.hash, opened_at=desk.store.clock(),
        opened_by=actor.person_id,
        plan=plan_of(chosen, desk.workspace, span, desk.today).to_json(),
    )  # fmt: skip
    own = _own_templates(desk, span, chosen.name, members)
    asked = [
        Member(
            each.rep_id, each.manager_id or "", upper_managers(each, everybody), own[each.rep_id]
        )
        for each in (everybody[rep_id] for rep_id in members)
    ]
    if all(each.cycle != cycle.cycle for each in list_cycles(desk.store)):
        open_cycle(desk.store, actor, cycle, asked, due_on)
        drafts = _propose(desk, actor, cycle.cycle)
        return Opening(
            cycle=cycle.cycle, as_of=cycle.as_of, is_new=True, reviews=len(asked),
            joined=tuple(members), drafts=drafts,
        )  # fmt: skip
    return _go_on(desk, actor, cycle, asked, due_on)


def _own_templates(
    desk: "Desk", span: Period, asked: str, members: Iterable[str]
) -> dict[str, str]:
    """Name the template each rep's review is opened with and keeps; "" is the cycle's."""
    at_work, leads = employments_of(desk.snapshot, span), who_leads(desk.snapshot)
    space, as_of = desk.workspace, desk.snapshot.as_of
    own = {
        rep_id: fitting(space, asked, at_work[rep_id], as_of, leads=rep_id in leads)
        for rep_id in members
    }
    require_one_scale(asked, own.values(), space.folder)
    for name in {*own.values()} - {""}:
        require_weights(load_template(name, space.folder))
    return own


def _go_on(
    desk: "Desk", actor: Actor, cycle: Cycle, asked: Sequence[Member], due_on: date | None
) -> Opening:
    """Do what is not done yet of an opening; the data stay those the cycle is pinned to."""
    kept = find_cycle(desk.store, cycle.cycle)
    is_planned = lay_plan(desk.store, actor, cycle)
    span = desk.workspace.calendar.period(kept.period)
    pinned = open_snapshot(desk.workspace, kept.as_of, kept.snapshot)
    known = people(pinned, span, desk.workspace.manager_scope)
    own = (desk.snapshot.as_of, desk.snapshot.hash)
    there = {desk.id_now(s.subject.rep_id) for s in standings(desk.store, actor, cycle.cycle)}
    late = [each for each in asked if each.rep_id not in there]  # not under an earlier id either
    pins = {each.rep_id: own for each in late if each.rep_id not in known}
    joined = join_cycle(desk.store, actor, cycle.cycle, late, pins, due_on)
    left, back = _excuse(desk, actor, cycle.cycle, span)
    drafts = _propose(desk, actor, cycle.cycle)
    n = len(standings(desk.store, actor, cycle.cycle))
    return Opening(
        cycle=cycle.cycle, as_of=kept.as_of, is_new=False, reviews=n, joined=tuple(joined),
        drafts=drafts, left=left, back=back, is_planned=is_planned,
    )  # fmt: skip


def _propose(desk: "Desk", actor: Actor, cycle: str) -> int:
    """Propose what is missing of the drafts of those who still write; gives how many items."""
    return sum(
        propose(desk.store, actor, desk.review(actor, cycle, each.subject.rep_id), cycle)
        for each in standings(desk.store, actor, cycle)
        if each.subject.stage in _DRAFTED and each.subject.left_on is None
    )


def _excuse(
    desk: "Desk", actor: Actor, cycle: str, span: Period
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Close what is asked of those who have left by today; names them, and who has not after all.

    Of somebody the data do not know any more nothing is changed.
    """
    at_work = employments_of(desk.snapshot, span)
    left, back = [], []
    for each in standings(desk.store, actor, cycle):
        rep_id = each.subject.rep_id
        known = at_work.get(desk.id_now(rep_id))
        if known is None:
            continue
        if not known.has_left(desk.today):
            back += [rep_id] if readmit(desk.store, actor, cycle, rep_id) else []
        elif known.last_on and excuse(desk.store, actor, cycle, rep_id, known.last_on):
            left.append(rep_id)
    return tuple(left), tuple(back)
