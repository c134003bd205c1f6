"""A goal as the store keeps it: whose it is, what it moves from where to where, what it weighs."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

WHOLE = Decimal(100)  # what the weights of an owner's goals of a period come to


@dataclass(frozen=True, kw_only=True)
class Goal:
    """One goal. Numbers are decimals as text; "" where none is given."""

    goal: str = ""  # its id; "" before it is kept
    period: str
    parent: str = ""  # the id of the goal it serves; "" at the top
    level: str = "rep"
    owner_id: str
    what: str
    metric: str = ""
    baseline: str = ""
    target: str = ""
    weight: str = ""  # percent of what all goals of the owner weigh in the period
    due_on: date | None = None
    version: int = 0
    state: str = "open"  # or closed: it counts nowhere any more
    reason: str = ""  # why it was changed last, or closed

    @property
    def is_open(self) -> bool:
        """Whether it still holds."""
        return self.state == "open"

    def number(self, name: str) -> Decimal | None:
        """Read baseline, target or weight; None where none is given."""
        told: str = getattr(self, name)
        return Decimal(told) if told else None
