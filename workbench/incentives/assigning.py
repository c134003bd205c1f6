"""Who is on which plan on which days of a period."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from workbench.errors import PlanError, plain_name
from workbench.i18n import error, said
from workbench.incentives.plan import Assignment, Plan
from workbench.model.period import Period


@dataclass(frozen=True)
class Who:
    """What of a rep an assignment asks for."""

    rep_id: str
    role: str = ""
    hired_on: date | None = None
    left_on: date | None = None  # the last day at work


@dataclass(frozen=True)
class Segment:
    """The days of a rep on one plan, from `start` to before `end`."""

    plan: Plan
    assignment: Assignment
    start: date
    end: date
    begins: date  # the first day at work of these, from which ramp and draw count
    ends: date  # the day after the last day at work of these

    def rules(self, deals: Iterable[str]) -> object:
        """Give what of the plan this rep's pay depends on, as plain objects.

        Other people on the plan and cancellations of deals that are not among `deals` are left out.
        """
        mine = set(deals)
        plan = self.plan.model_dump(mode="json", exclude={"assignments", "cancellations"})
        gone = [each.model_dump(mode="json") for each in self.plan.cancellations
                if each.deal_id in mine]  # fmt: skip
        own = self.assignment.model_dump(mode="json", exclude={"reps", "roles"})
        days = [str(day) for day in (self.start, self.end, self.begins, self.ends)]
        return {"plan": plan, "cancellations": gone, "assignment": own, "days": days}

    def within(self, period: Period) -> "Segment | None":
        """Give the part inside a period; None when there is none."""
        start, end = max(self.start, period.start), min(self.end, period.end)
        return replace(self, start=start, end=end) if start < end else None


def segments_of(who: Who, plans: Iterable[Plan]) -> tuple[Segment, ...]:
    """List the days of a rep on plans, in order of time.

    An assignment that names the rep wins over those by role.

    Raises
    ------
    PlanError
        When two assignments hold for the same day: nobody is paid twice for one deal.
    """
    every = [(plan, each) for plan in plans for each in plan.assignments]
    named = [_segment(who, plan, each) for plan, each in every if who.rep_id in each.reps]
    if not named:
        named = [_segment(who, plan, each) for plan, each in every if who.role in each.roles]
    found = sorted(named, key=lambda each: (each.start, each.end))
    for one, following in pairwise(found):
        if following.start < one.end:
            raise error(
                PlanError, "plan-two-at-once", rep=who.rep_id, one=one.plan.id,
                other=following.plan.id, day=str(following.start),
            )  # fmt: skip
    kinds = {each.plan.period for each in found}
    if len(kinds) > 1:
        one_kind, other_kind = (said(f"size-{kind}") for kind in sorted(kinds)[:2])
        raise error(PlanError, "plan-two-kinds", rep=who.rep_id, one=one_kind, other=other_kind)
    return tuple(found)


def plans_by_id(plans: Iterable[Plan]) -> Mapping[str, Plan]:
    """Name plans by id.

    Raises
    ------
    PlanError
        When two files hold a plan of one id.
    """
    found: dict[str, Plan] = {}
    for plan in plans:
        if plan.id in found:
            raise error(PlanError, "plan-id-twice", name=plain_name(plan.id))
        found[plan.id] = plan
    return found


def _segment(who: Who, plan: Plan, each: Assignment) -> Segment:
    """Give the days of an assignment; a quota holds for them whether one works or not."""
    begins = max(each.start, who.hired_on or each.start)
    ends = min(each.end, who.left_on + timedelta(days=1)) if who.left_on else each.end
    return Segment(plan, each, each.start, each.end, begins, ends)
