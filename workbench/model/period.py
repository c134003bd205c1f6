"""A period: from a day, to the day after its last."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

PeriodKind = Literal["week", "month", "quarter", "half", "year", "range"]
KINDS: tuple[PeriodKind, ...] = ("week", "month", "quarter", "half", "year")  # part before whole


@dataclass(frozen=True)
class Period:
    """A half-open span of days with the name people call it by."""

    name: str  # the one name it has: "2026-Q3", "FY2018-Q1", "W01", "2017-03-01..2017-05-31"
    start: date  # the first day
    end: date  # the day after the last
    kind: PeriodKind = "range"  # range: of no kind that others of a calendar are of
    parent: str = ""  # the period of its own calendar that it is a part of; "" knows none
    seen_on: date | None = None  # looked at from the end of this day; None: from that of the data

    @property
    def last_day(self) -> date:
        """Last day that belongs to the period."""
        return self.end - timedelta(days=1)

    @property
    def is_free(self) -> bool:
        """Whether it is two days somebody gave, and has no name but those."""
        return self.name == span_name(self.start, self.last_day)

    def holds(self, other: "Period") -> bool:
        """Whether all days of another period are days of this one."""
        return self.start <= other.start and other.end <= self.end

    def elapsed_end(self, as_of: date) -> date:
        """Give the day after the last elapsed one; `as_of` itself counts as elapsed.

        Never before `start`, never after `end`.
        """
        return max(self.start, min(self.end, as_of + timedelta(days=1)))

    def is_over(self, as_of: date) -> bool:
        """Whether every day of the period has elapsed at the end of `as_of`."""
        return as_of >= self.last_day


def span_name(first: date, last: date) -> str:
    """Name a span by its first and last day, as people write it."""
    return f"{first}..{last}"


def is_larger(one: PeriodKind, other: PeriodKind) -> bool:
    """Whether periods of one kind may be made of those of another; a range is of none."""
    return one in KINDS and other in KINDS and KINDS.index(one) > KINDS.index(other)
