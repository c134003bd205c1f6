"""A pay run: everybody's next statement computed and kept as one draft."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from workbench.errors import ParameterError, PlanError, require_known
from workbench.i18n import error, said, told
from workbench.incentives.plan import Plan
from workbench.model.period import Period
from workbench.review.acting import require_named
from workbench.review.pay.drafts import Drafts, pays_by
from workbench.review.pay.issued import issue_of
from workbench.review.pay.kept import draft_of
from workbench.review.pay.uncollected import uncollected
from workbench.snapshots import Snapshot, current_snapshot
from workbench.snapshots.pay.missed import missed
from workbench.snapshots.pay.plans import plans_folder, plans_of
from workbench.sources.workspace import Workspace
from workbench.store.actor import Actor
from workbench.store.pay.rules import require
from workbench.store.pay.run import Run, RunHead
from workbench.store.pay.runs import begin_run
from workbench.store.pay.statements import last_approval
from workbench.store.store import Store

_LOG = logging.getLogger("workbench")


@dataclass(frozen=True)
class Asked:
    """What is to be paid, and by which data."""

    period: str = ""  # "" takes the workspace's own
    plans: tuple[str, ...] = ()  # ids; () is all
    reps: tuple[str, ...] = ()  # ids; () is all who were not issued the period yet
    as_of: date | None = None
    is_frozen: bool = False


def make_run(space: Workspace, store: Store, actor: Actor, asked: Asked) -> str:
    """Compute a period's statements and keep them as a draft; gives the name of the run.

    Raises
    ------
    RefusedError
        For all but sales ops and finance.
    ParameterError, PlanError
        When there is nothing to pay by, or the period is not over in the data.
    ConflictError
        When somebody asked for was issued the period already.
    """
    require(actor, "draft a pay run", is_own=False)
    require_named(space, actor)
    period = space.calendar.period(asked.period or space.default_period)
    snapshot = current_snapshot(space, asked.as_of, is_frozen=asked.is_frozen)
    _require_over(period, snapshot)
    plans = plans_of(space)
    _require_plans(plans, asked, space)
    _tell_record(snapshot, space, plans, period)
    seen = last_approval(store)
    issue = issue_of(store, actor)
    made = Drafts(space, snapshot, pays_by(plans, period, space), period, issue)
    reps = _reps(made, asked)
    _tell_first(made, reps)
    with uncollected():
        drafts = [
            draft for rep, told in made.each(reps) if rep in reps
            and (draft := draft_of(rep, told, made)) is not None
        ]  # fmt: skip
    return begin_run(store, actor, _head(asked, period, snapshot, plans), drafts, seen=seen)


def require_fresh(space: Workspace, run: Run) -> None:
    """Refuse to go on with a run that other data or other plans have overtaken.

    Raises
    ------
    ParameterError
        When there is a later snapshot, or a plan file was changed since the draft.
    """
    again = said("refusal-run-again", period=run.head.period)
    day = date.fromisoformat(run.head.asked) if run.head.asked else None
    now = current_snapshot(space, day, is_frozen=True)
    if now.hash != run.head.snapshot:
        raise error(
            ParameterError, "refusal-run-overtaken", as_of=str(run.head.as_of),
            snapshot=run.head.snapshot[:8], now=now.hash[:8], day=str(now.as_of), run=run.run,
            again=again,
        )  # fmt: skip
    _tell_record(now, space, plans_of(space), space.calendar.period(run.head.period))
    changed = sorted(
        name for name, told in {**rules_of(plans_of(space)), **run.head.rules}.items()
        if told != rules_of(plans_of(space)).get(name) or name not in run.head.rules
    )  # fmt: skip
    if changed:
        plans = tuple(said("refusal-person", who=each) for each in changed)
        raise error(ParameterError, "refusal-run-plans", plans=plans, run=run.run, again=again)


def rules_of(plans: Iterable[Plan]) -> dict[str, object]:
    """Name plans by id, with version and the hash of all they say."""
    return {
        plan.id: [plan.version, sha256(plan.model_dump_json().encode()).hexdigest()]
        for plan in plans
    }


def _head(asked: Asked, period: Period, snapshot: Snapshot, plans: Iterable[Plan]) -> RunHead:
    day = str(asked.as_of or "")
    return RunHead(
        period.name, asked.plans, asked.reps, snapshot.hash, snapshot.as_of, day, rules_of(plans)
    )


def _reps(made: Drafts, asked: Asked) -> set[str]:
    """Name who is paid: everybody asked for; without a list those not issued the period yet."""
    on = made.roll.on_plan
    everybody = {*on.segments, *on.faults, *made.issue.left}
    require_known("rep", asked.reps, everybody)
    left = made.issue.left
    reps = set(asked.reps) or {
        each for each in everybody
        if each not in left or left[each].period.end <= made.period.start
    }  # fmt: skip
    if not asked.plans:
        return reps
    mine = {
        rep for rep, segments in on.segments.items()
        if any(each.plan.id in asked.plans and each.within(made.period) for each in segments)
    }  # fmt: skip
    return reps & mine


def _require_plans(plans: tuple[Plan, ...], asked: Asked, space: Workspace) -> None:
    if not plans:
        raise error(PlanError, "refusal-no-plan", folder=str(plans_folder(space)))
    require_known("plan", asked.plans, [plan.id for plan in plans])


def _tell_first(made: Drafts, reps: Iterable[str]) -> None:
    """Say what a first run takes for granted: nobody noted what was paid before it."""
    on = made.roll.on_plan
    first = sorted(
        rep for rep in reps
        if rep not in made.issue.left and len(on.periods.get(rep, ())) > 1
    )  # fmt: skip
    if first:
        kept = said("pay-note-first", n=len(first), period=made.period.name)
        _LOG.info(told(kept, "en"), extra={"said": kept})


def _tell_record(
    snapshot: Snapshot, space: Workspace, plans: tuple[Plan, ...], period: Period
) -> None:
    """Say that nothing was recorded: an export that ends early looks like a quarter without pay."""
    span = missed(snapshot, space, plans, period)
    if span is not None:
        days = {"first": str(span.first), "last": str(span.last)}
        kept = said("pay-note-unrecorded", period=period.name, **days)
        _LOG.warning(told(kept, "en"), extra={"said": kept})


def _require_over(period: Period, snapshot: Snapshot) -> None:
    if not period.is_over(snapshot.as_of):
        raise error(
            ParameterError, "refusal-run-early", as_of=str(snapshot.as_of), period=period.name,
            last=str(period.last_day),
        )  # fmt: skip
