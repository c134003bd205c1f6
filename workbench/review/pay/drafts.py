"""The drafts of a run: every rep's next statement, after what was issued to them before."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from workbench.errors import PlanError
from workbench.i18n import Lang
from workbench.incentives.ledger.carrying import Carried, continued
from workbench.incentives.ledger.drafting import Accepted, Drafted, Today, drafted
from workbench.incentives.ledger.frozen import Frozen
from workbench.incentives.paying import deal_of
from workbench.incentives.periods import pay_periods
from workbench.incentives.plan import Plan
from workbench.model.period import Period
from workbench.review.pay.from_reviews import asked_of_reviews
from workbench.review.pay.past import marks
from workbench.review.pay.told import ReviewsTold
from workbench.review.person import people
from workbench.snapshots import Snapshot
from workbench.snapshots.pay.fates import fates_of
from workbench.snapshots.pay.inputs import Payable, Payroll
from workbench.sources.workspace import Workspace

Before = Callable[[str], tuple[Frozen, ...]]  # what was issued to a rep, in its order


@dataclass(frozen=True)
class Issue:
    """What was issued to the company's people before a run."""

    left: Mapping[str, Carried]  # by rep, what the last statement leaves
    marks: Mapping[str, str]  # by rep, the fingerprint of what it was computed from
    before: Before
    accepted: Mapping[str, tuple[Accepted, ...]]  # by rep, disputes not yet paid


@dataclass(frozen=True)
class Drafts:
    """One period's drafts, by the data and the plans of today."""

    workspace: Workspace
    snapshot: Snapshot
    plans: tuple[Plan, ...]
    period: Period
    issue: Issue
    rep_id: str | None = None  # this rep alone; None: everybody
    lang: Lang = "zh"

    def of(self, reps: Iterable[str]) -> dict[str, Drafted | str]:
        """Compute what the next statement of each rep is made from, or the sentence why it cannot.

        A rep of whose past nothing changed goes on from what the last statement left; anybody
        else is computed from the first period on.
        """
        return dict(self.each(reps))

    def each(self, reps: Iterable[str]) -> Iterator[tuple[str, Drafted | str]]:
        """Give what `of` gives, rep by rep: statements of a whole company are large."""
        asked = tuple(reps)
        wanted = [each for each in asked if each in self.roll.on_plan.segments]
        quick = {each for each in wanted if self._is_unchanged(each)}
        waiting = {each: set(self.issue.left[each].waiting) for each in quick}
        found = self.roll.known_payables(quick, waiting) if quick else {}
        quick = {each for each in quick if waiting[each] <= _deals(found[each])}
        found |= self.roll.known_payables([each for each in wanted if each not in quick])
        lost = {each: _lost(each, self.issue.left[each]) for each in asked if self._is_lost(each)}
        told = {**self.roll.on_plan.faults, **lost}
        for rep in sorted({*wanted, *told}):
            if rep in told:
                yield rep, told[rep]
            else:
                yield rep, self._made(rep, found.pop(rep), is_quick=rep in quick)

    def one(self, rep: str) -> Drafted:
        """Compute a rep's next statement from the first period on.

        Raises
        ------
        PlanError
            When it cannot be.
        """
        found = self.roll.payables().get(rep)
        if found is None:
            raise PlanError(f"{rep} is in the reps table no more.")
        return drafted(self._today(rep, found), self.issue.before(rep))

    @cached_property
    def roll(self) -> Payroll:
        """Everybody's input."""
        issued = {rep: left.segments for rep, left in self.issue.left.items()}
        roll = Payroll(
            self.snapshot, self.workspace, self.plans, self.period, self.rep_id, issued=issued
        )
        wanted = asked_of_reviews(self.plans)
        if not wanted:
            return roll
        everybody = people(self.snapshot, self.period, self.workspace.manager_scope)
        reviews = ReviewsTold(self.workspace, self.snapshot, everybody, self.lang)
        told = {
            rep: {each.name: reviews.of(rep, each, wanted) for each in periods}
            for rep, periods in roll.on_plan.periods.items()
        }
        return replace(roll, told=told)

    @cached_property
    def marks_now(self) -> Mapping[str, str]:
        """By rep, the fingerprint of everything up to the end of this period."""
        return marks(self.roll, self.period.end, self.period.end)

    @cached_property
    def _marks_then(self) -> Mapping[str, str]:
        """By rep, that of what was issued before, by the data of today."""
        ends: dict[date, None] = {left.period.end: None for left in self.issue.left.values()}
        found = {end: marks(self.roll, end, self.period.end) for end in ends}
        return {rep: found[left.period.end].get(rep, "") for rep, left in self.issue.left.items()}

    def _is_lost(self, rep: str) -> bool:
        """Whether somebody who is still to be paid, or owes, is in the reps table no more."""
        left, on = self.issue.left.get(rep), self.roll.on_plan
        is_known = rep in on.segments or rep in on.faults
        return left is not None and not is_known and bool(left.waiting or left.owed)

    def _is_unchanged(self, rep: str) -> bool:
        left = self.issue.left.get(rep)
        is_known = left is not None and not left.held and not self.roll.is_by_cash
        return is_known and self._marks_then[rep] == self.issue.marks[rep]

    def _made(self, rep: str, found: Payable, *, is_quick: bool) -> Drafted | str:
        today = self._today(rep, found)
        try:
            if is_quick:
                return continued(today, self.issue.left[rep])
            return drafted(today, self.issue.before(rep) if rep in self.issue.left else ())
        except PlanError as reason:
            return str(reason)

    def _today(self, rep: str, found: Payable) -> Today:
        return Today(
            found.given, found.segments, found.periods, self.workspace.calendar,
            lambda deals: fates_of(self.snapshot, deals), self.issue.accepted.get(rep, ()),
        )  # fmt: skip


def _deals(found: Payable) -> set[str]:
    return {deal_of(item) for item in found.given.items}


def _lost(rep: str, left: Carried) -> str:
    return (
        f"{rep} is in the reps table no more. {left.sums.deferred} is held for {rep} since "
        f"{left.period.name}, and {left.owed + left.sums.due} is owed. Put the row back, with "
        "left_on, so that the rest can be paid."
    )


def pays_by(plans: Iterable[Plan], period: Period, workspace: Workspace) -> tuple[Plan, ...]:
    """Give the plans that pay by a period; the others are for another run.

    Raises
    ------
    PlanError
        When none does; names the periods to ask for.
    """
    found = tuple(plan for plan in plans if period.kind in (plan.period, "range"))
    if found:
        return found
    first = next(iter(plans))
    parts = pay_periods(period, first.period, workspace.calendar)  # refuses a shorter one
    raise PlanError(
        f"No plan pays by {period.kind}; {first.id} pays by {first.period}. "
        f"Run {', '.join(each.name for each in parts)}, one after the other."
    )
