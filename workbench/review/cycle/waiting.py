"""One thing that waits for somebody, and the page that opens it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Waiting:
    """One thing somebody has to do."""

    rep_id: str
    what: str
    due_on: date | None
    id: str  # of the cycle, the item of the inbox, the line or the promise
    address: str = ""  # of the page that opens it

    def is_overdue(self, day: date) -> bool:
        """Whether its day has passed."""
        return self.due_on is not None and self.due_on < day
