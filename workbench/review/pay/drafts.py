"""The drafts of a run: every rep's next statement, after what was issued to them before."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from workbench.errors import PlanError
from workbench.i18n import Lang
from workbench.incentives.ledger.carrying import Carried, continued
from workbench.incentives.ledger.drafting import Drafted, Today, drafted
from workbench.incentives.ledger.resuming import resumed
from workbench.incentives.paying import deal_of
from workbench.incentives.periods import pay_periods
from workbench.incentives.plan import Plan
from workbench.model.period import Period
from workbench.review.pay.before import Issue
from workbench.review.pay.from_reviews import asked_of_reviews
from workbench.review.pay.past import marks
from workbench.review.pay.starts import Start, Starts
from workbench.review.pay.told import ReviewsTold
from workbench.review.person import people
from workbench.snapshots import Snapshot
from workbench.snapshots.pay.fates import fates_of
from workbench.snapshots.pay.inputs import Payable, Payroll
from workbench.sources.workspace import Workspace


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

        A rep of whose past nothing changed goes on from what the last statement left, others
        from the last one up to which nothing did, or from the first period on.
        """
        return dict(self.each(reps))

    def each(self, reps: Iterable[str]) -> Iterator[tuple[str, Drafted | str]]:
        """Give what `of` gives, rep by rep: statements of a whole company are large."""
        asked = tuple(reps)
        wanted = [each for each in asked if each in self.roll.on_plan.segments]
        starts = Starts(self.roll, self.issue).of(wanted)
        found = self._later(starts) if starts else {}
        starts = {
            each: start for each, start in starts.items()
            if set(start.left.waiting) <= _deals(found[each])
        }  # fmt: skip
        found |= self.roll.known_payables([each for each in wanted if each not in starts])
        lost = {each: _lost(each, self.issue.left[each]) for each in asked if self._is_lost(each)}
        told = {**self.roll.on_plan.faults, **lost}
        for rep in sorted({*wanted, *told}):
            if rep in told:
                yield rep, told[rep]
            else:
                yield rep, self._made(rep, found.pop(rep), starts.get(rep))

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
        return self._whole(rep, found)

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

    def _is_lost(self, rep: str) -> bool:
        """Whether somebody who is still to be paid, or owes, is in the reps table no more."""
        left, on = self.issue.left.get(rep), self.roll.on_plan
        is_known = rep in on.segments or rep in on.faults
        return left is not None and not is_known and bool(left.waiting or left.owed)

    def _later(self, starts: Mapping[str, Start]) -> dict[str, Payable]:
        waiting = {rep: start.left.waiting for rep, start in starts.items()}
        since = {
            rep: start.left.period.end for rep, start in starts.items() if start.number is not None
        }
        return self.roll.known_payables(starts, waiting, since)

    def _made(self, rep: str, found: Payable, start: Start | None) -> Drafted | str:
        try:
            if start is None:
                return self._whole(rep, found)
            today = self._today(rep, found)
            if start.number is None:
                return continued(today, start.left)
            later = [each.frozen for each in self.issue.before(rep)[start.number :]]
            told = resumed(today, start.left, later)
            return told or self._whole(rep, self.roll.known_payables([rep])[rep])
        except PlanError as reason:
            return str(reason)

    def _whole(self, rep: str, found: Payable) -> Drafted:
        issued = self.issue.before(rep) if rep in self.issue.left else ()
        return drafted(self._today(rep, found), [each.frozen for each in issued])

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
