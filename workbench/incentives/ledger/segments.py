"""Who was on which plan in periods that were issued: as issued, by the plan's terms of today.

What somebody is today (a role, another plan) says nothing of then. Terms are amended by a new
version of the plan; an edit that keeps its version is refused, for nobody could tell a slip of the
pen from a change of pay.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from workbench.errors import PlanError
from workbench.incentives.assigning import Segment
from workbench.incentives.plan import Plan


def merged(
    rep_id: str, issued: Sequence[Segment], today: Sequence[Segment], plans: Iterable[Plan],
    start: date,
) -> tuple[Segment, ...]:  # fmt: skip
    """Give the days on plans up to a period that is paid, and from its start on.

    Parameters
    ----------
    issued
        As the statements issued so far have them; without any, today's hold for all days.
    today
        As the plans assign them today: they hold from `start` on; before it where they name the
        rep, or tell other terms of the same days.
    start
        The first day that was not issued.

    Raises
    ------
    PlanError
        When a plan was edited without a new version.
    """
    if not issued:
        return tuple(today)
    known = {plan.id: plan for plan in plans}
    named = [each for each in today if rep_id in each.assignment.reps]
    before = [part for each in named if (part := _until(each, start)) is not None]
    held = [_by_today(each, today, known) for each in issued]
    uncovered = [part for each in held for part in _less(each, before)]
    after = [part for each in today if (part := _since(each, start)) is not None]
    return tuple(sorted([*before, *uncovered, *after], key=lambda each: each.start))


def is_amended(one: Plan, other: Plan) -> bool:
    """Whether two plans of one id pay by other rules; who is on them is no rule."""
    same = {"assignments": (), "cancellations": (), "version": ""}
    return one.model_copy(update=same) != other.model_copy(update=same)


def _by_today(each: Segment, today: Iterable[Segment], known: dict[str, Plan]) -> Segment:
    """Give issued days by the terms of today, where the plan and the assignment are there still."""
    plan = known.get(each.plan.id)
    if plan is None:
        return each
    _require_new_version(each.plan, plan)
    same = [
        other for other in today
        if other.plan.id == plan.id and other.assignment.start == each.assignment.start
    ]  # fmt: skip
    if not same:
        return replace(each, plan=plan)
    begins, ends = same[0].begins, same[0].ends
    return replace(each, plan=plan, assignment=same[0].assignment, begins=begins, ends=ends)


def _require_new_version(issued: Plan, today: Plan) -> None:
    if issued.version == today.version and is_amended(issued, today):
        raise PlanError(
            f"Plan {today.id} was edited since statements were issued by it, and still calls "
            f"itself version {today.version!r}. Put the rules back; or, to pay the difference for "
            'what was issued, raise the version, as version = "2".'
        )


def _until(each: Segment, day: date) -> Segment | None:
    end = min(each.end, day)
    return replace(each, end=end) if each.start < end else None


def _since(each: Segment, day: date) -> Segment | None:
    start = max(each.start, day)
    return replace(each, start=start) if start < each.end else None


def _less(each: Segment, others: Iterable[Segment]) -> list[Segment]:
    """Give the days of a segment that no other has."""
    left = [each]
    for other in others:
        left = [
            part for one in left
            for part in (_until(one, max(one.start, other.start)), _since(one, other.end))
            if part is not None and (part.end <= other.start or part.start >= other.end)
        ]  # fmt: skip
    return left
