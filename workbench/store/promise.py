"""A promise as the ledger keeps it: what was agreed, what it should move, what it came to."""

from dataclasses import dataclass
from datetime import date, datetime

STATES = ("open", "done", "dropped")


@dataclass(frozen=True, kw_only=True)
class Promise:
    """One action somebody agreed to."""

    promise: str = ""  # its id; "" before it is kept
    cycle: str  # the review it was made in
    rep_id: str
    owner_id: str  # who does it
    what: str
    metric: str = ""  # the key of the metric it should move; "" names none
    baseline: str = ""  # that metric when it was made, a decimal; "" unknown
    aim: str = ""  # where it should move to, as written
    due_on: date | None = None
    state: str = "open"
    reason: str = ""  # why it was dropped, or what came of it
    version: int = 0
    baseline_n: int | None = None  # the cases a share rested on when it was made
    support: str = ""  # what the owner needs for it
    rolled: int = 0  # coaching sessions that left it open
    baseline_on: date | None = None  # the day of the data the baseline was read from
    answered_at: datetime | None = None  # UTC; None while it is open, or where nothing tells
    came_to: str = ""  # the metric at its day, a decimal; "" where it was not kept
    came_to_n: int | None = None
    came_on: date | None = None
    came_from: str = ""  # hash of the snapshot

    def is_overdue(self, day: date) -> bool:
        """Whether it is still open after its day."""
        return self.state == "open" and self.due_on is not None and self.due_on < day
