"""What a promise came to: its metric at its day, kept when it is answered and then fixed."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from workbench.store.promise import Promise


@dataclass(frozen=True)
class CameTo:
    """A figure as it was read on the day a promise was answered."""

    value: str  # a decimal, as the baseline is
    n: int  # the rows it rests on
    on: date  # the day of the data: the due day, or that of the answer when it came earlier
    snapshot: str  # hash of the snapshot it was read from

    @property
    def columns(self) -> dict[str, Any]:
        """What the ledger keeps of it."""
        return {
            "came_to": self.value, "came_to_n": self.n, "came_on": self.on,
            "came_from": self.snapshot,
        }  # fmt: skip


NOTHING: dict[str, Any] = {"came_to": "", "came_to_n": None, "came_on": None, "came_from": ""}


def settled(kept: Promise, state: str, came: CameTo | None, at: datetime) -> dict[str, Any]:
    """Give what an answer changes besides the state: when it was answered, and what it came to.

    A promise opened again forgets both. One answered already keeps them, whatever is said of it
    afterwards: a reason written in September moves no figure of June.
    """
    if state == "open":
        return {"answered_at": None, **NOTHING}
    told: dict[str, Any] = {"answered_at": at} if kept.state == "open" else {}
    if came is not None and not kept.came_to:
        told |= came.columns
    return told
