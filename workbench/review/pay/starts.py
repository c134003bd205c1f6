"""From where the next statement of a rep goes on: what did not change is not computed again."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from workbench.incentives.ledger.carrying import Carried
from workbench.review.pay.before import Before, Issue
from workbench.review.pay.past import marks
from workbench.snapshots.pay.inputs import Payroll

_Key = tuple[frozenset[str] | None, date]  # of whom, None for everybody; up to which day


@dataclass(frozen=True)
class Start:
    """What the next statement of a rep goes on from."""

    left: Carried
    number: int | None = None  # of the statements issued up to there; None: all of them


@dataclass(frozen=True)
class Starts:
    """The starts of a company, by the data of today."""

    roll: Payroll
    issue: Issue
    _marks: dict[_Key, Mapping[str, str]] = field(default_factory=dict)

    def of(self, reps: Iterable[str]) -> dict[str, Start]:
        """Give from where reps go on; without those who begin with the first period on a plan."""
        if self.roll.is_by_cash:
            return {}
        issued = [
            rep for rep in reps if rep in self.issue.left and not self._takes_back_an_original(rep)
        ]
        starts = {rep: Start(self.issue.left[rep]) for rep in issued if self._is_unchanged(rep)}
        changed = frozenset(issued).difference(starts)
        for rep in sorted(changed):
            start = start_of(self.issue.before(rep), partial(self._mark, rep, changed))
            if start is not None:
                starts[rep] = start
        return starts

    def _takes_back_an_original(self, rep: str) -> bool:
        """Whether a plan cancels what was paid before the first statement: only the plan holds it.

        What a statement leaves has the rows that are paid as one sum, these among them.
        """
        return any(
            {each.deal_id for each in part.assignment.opening.originals}
            & {each.deal_id for each in part.plan.cancellations}
            for part in self.roll.on_plan.segments.get(rep, ())
        )

    def _is_unchanged(self, rep: str) -> bool:
        left = self.issue.left[rep]
        return not left.held and self._mark(rep, None, left.period.end) == self.issue.marks[rep]

    def _mark(self, rep: str, reps: frozenset[str] | None, end: date) -> str:
        """Give the fingerprint of a rep's past up to a day; it is taken of all `reps` at once."""
        key = (reps, end)
        if key not in self._marks:
            self._marks[key] = marks(self.roll, end, self.roll.last.end, reps)
        return self._marks[key].get(rep, "")


def start_of(issued: Sequence[Before], mark_at: Callable[[date], str]) -> Start | None:
    """Give the last statement but one, or one before it, up to which nothing changed since.

    None where there is none, or where something was held or fell through in all of them.

    Parameters
    ----------
    mark_at
        Gives the fingerprint up to a day by the data of today.
    """
    for number in range(len(issued) - 1, 0, -1):
        each = issued[number - 1]
        left = each.left
        if not left.gone and not left.held and mark_at(left.period.end) == each.mark:
            return Start(left, number)
    return None
