"""From where the next statement of a rep goes on: what did not change is not computed again."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from workbench.incentives.ledger.carrying import Carried
from workbench.review.pay.before import Before, Issue
from workbench.review.pay.past import marks
from workbench.snapshots.pay.inputs import Payroll


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
    _marks: dict[date, Mapping[str, str]] = field(default_factory=dict)

    def of(self, rep: str) -> Start | None:
        """Give from where a rep goes on; None: from the first period on a plan."""
        left = self.issue.left.get(rep)
        if left is None or self.roll.is_by_cash:
            return None
        if not left.held and self.mark(rep, left.period.end) == self.issue.marks[rep]:
            return Start(left)
        return start_of(self.issue.before(rep), lambda end: self.mark(rep, end))

    def mark(self, rep: str, end: date) -> str:
        """Give the fingerprint of what a rep's statements up to a day are computed from."""
        if end not in self._marks:
            self._marks[end] = marks(self.roll, end, self.roll.last.end)
        return self._marks[end].get(rep, "")


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
