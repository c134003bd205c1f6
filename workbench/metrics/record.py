"""The record: the days of which a company tells something that happened.

It runs from the first to the last day an event is known of, up to `as_of`. A period that has no
day in common with it was not recorded: nothing found there is no true 0. `events` reads it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from workbench.model.period import Period

# Tables that fill day by day have a record of their own: one that ended (an export that was not
# kept up, a system left behind) tells nothing of later days, though the company's record goes on.
# Others may truly be empty for a whole period: nobody was trained, no survey was sent, no contract
# began, nothing was paid.
FLOWS: Mapping[str, tuple[str, ...]] = {
    "deals": ("deals", "deal_history"),
    "activities": ("activities",),
    "leads": ("leads",),
}


# Rows from which on a source without one of a kind is taken to record none (closed deals without
# one that was lost or is open, activities without a visit): of fewer it may be chance
FEWEST_ROWS = 5


class Span(NamedTuple):
    """Days from the first to the last, both included."""

    first: date
    last: date

    def meets(self, period: Period) -> bool:
        """Whether a period has a day in common with it."""
        return self.first < period.end and period.start <= self.last

    @property
    def note(self) -> str:
        """The code by which a note tells it."""
        return f"record:{self.first}..{self.last}"


def told_record(note: str) -> Span:
    """Read the record that the note of a figure outside of it tells.

    Raises
    ------
    ValueError
        When the note tells none.
    """
    for code in note.split():
        name, _colon, days = code.partition(":")
        if name == "record":
            first, last = (date.fromisoformat(day) for day in days.split(".."))
            return Span(first, last)
    raise ValueError(f"The note {note!r} tells no record; it has one written record:DAY..DAY.")


@dataclass(frozen=True)
class Record:
    """What days a company's tables tell of, as of the end of a day."""

    days: Mapping[str, Span]  # by table and column, as deals.close_on; without those that tell none

    def missed(self, period: Period, flow: str = "") -> Span | None:
        """Give the record a period lies outside of: the company's, else that of a flow.

        None for a period that has a day in common with both. A record without a day claims
        nothing, so no period is outside of it.

        Parameters
        ----------
        flow
            Rows that come day by day: deals, activities or leads; "" asks for the company alone.
        """
        found = (self.span(name) for name in dict.fromkeys(("", flow)))
        return next((span for span in found if span is not None and not span.meets(period)), None)

    def span(self, flow: str = "") -> Span | None:
        """Give the record of the company, or that of a flow; None where no day is told."""
        found = [
            span for key, span in self.days.items()
            if not flow or key.partition(".")[0] in FLOWS[flow]
        ]  # fmt: skip
        if not found:
            return None
        return Span(min(span.first for span in found), max(span.last for span in found))

    def reaches(self, base: Period) -> bool:
        """Whether deals closed before the first week of an earlier period was over."""
        closed = self.days.get("deals.close_on")
        return closed is not None and closed.first < base.start + timedelta(days=7)
