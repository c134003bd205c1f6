"""When a rep is at work in a period: from the first day, to the last, without leave, in ramp.

One value that figures, documents, pages, pay and the cycle read alike.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Any

from workbench.model.calendar import Calendar
from workbench.model.period import Period

_WHOLE = Decimal(1)
_KINDS = {"ramp": "ramping", "leave": "on_leave"}  # as notes call them


@dataclass(frozen=True)
class Away:
    """Days of leave or ramp, from `start` to before `end`."""

    start: date
    end: date
    factor: Decimal = Decimal(0)  # the share of a quota that still holds
    kind: str = ""  # leave or ramp; "" where it is not told


@dataclass(frozen=True)
class Employment:
    """The days of a period that a rep is at work.

    Dates that are not known bound nothing. Who was hired after they left came back: the day they
    left is of an earlier employment then, and bounds nothing either.
    """

    period: Period
    hired_on: date | None = None  # the first day at work
    left_on: date | None = None  # the last
    away: tuple[Away, ...] = ()

    @property
    def last_on(self) -> date | None:
        """The last day at work, of who did not come back; None for who goes on."""
        is_back = self.left_on and self.hired_on and self.hired_on > self.left_on
        return None if is_back else self.left_on

    @property
    def start(self) -> date:
        """The first day of the period at work; the day after its last for who is hired later."""
        return min(self.period.end, max(self.period.start, self.hired_on or self.period.start))

    @property
    def end(self) -> date:
        """The day after the last day of the period at work; `start` where there is none."""
        last = self.last_on
        stop = last + timedelta(days=1) if last else self.period.end
        return max(self.start, min(self.period.end, stop))

    @property
    def leaves(self) -> bool:
        """Whether the last day at work is before the last day of the period."""
        return self.last_on is not None and self.last_on < self.period.last_day

    @property
    def joins(self) -> bool:
        """Whether the first day at work is after the first day of the period."""
        return self.hired_on is not None and self.hired_on > self.period.start

    @property
    def is_plain(self) -> bool:
        """Whether the days at work are the whole period, without leave or ramp."""
        return not (self.joins or self.leaves or self._held)

    def has_left(self, day: date) -> bool:
        """Whether nothing is left to be done at the end of a day: the last day at work is over."""
        return self.last_on is not None and self.last_on <= day

    def factor(self, day: date) -> Decimal:
        """Give the share of a quota that holds on a day; where leave meets ramp, the lower."""
        return min(
            (each.factor for each in self._held if each.start <= day < each.end), default=_WHOLE
        )

    def working_days(self, calendar: Calendar, until: date | None = None) -> int:
        """Count the working days at work, leave not counted; those before a day where it is told.

        Days on which nothing of a quota holds are leave, whatever they are called.
        """
        return sum(self.factor(day) > 0 for day in self._days(calendar, until))

    def is_worked(self, calendar: Calendar) -> bool:
        """Whether any working day of the period is worked, leave not counted."""
        if self._held:
            return self.working_days(calendar) > 0
        return calendar.has_working_day(self.start, self.end)

    def held_days(self, calendar: Calendar) -> tuple[Decimal, int]:
        """Count the working days from the first to the last at work, leave and ramp off, and on.

        The first by the second is the share of a quota that leave and ramp leave of it.
        """
        days = self._days(calendar)
        return sum((self.factor(day) for day in days), Decimal(0)), len(days)

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """The codes a figure of the period carries: hired, left, ramping, on leave."""
        dated = [
            f"hired:{self.hired_on}" if self.joins else "",
            f"left:{self.last_on}" if self.leaves else "",
        ]
        kinds = dict.fromkeys(_KINDS[each.kind] for each in self._held if each.kind in _KINDS)
        return tuple(code for code in (*dated, *sorted(kinds)) if code)

    @cached_property
    def _held(self) -> tuple[Away, ...]:
        """Give the days away that touch the days at work."""
        return tuple(
            each for each in self.away
            if max(each.start, self.start) < min(each.end, self.end) and each.factor < _WHOLE
        )  # fmt: skip

    def _days(self, calendar: Calendar, until: date | None = None) -> list[date]:
        end = self.end if until is None else min(self.end, until)
        span = (self.start + timedelta(days=n) for n in range((end - self.start).days))
        return [day for day in span if calendar.is_working_day(day)]


def employments(
    period: Period, reps: Iterable[Mapping[str, Any]], absences: Iterable[Mapping[str, Any]] = ()
) -> dict[str, Employment]:
    """Give everybody's days at work, by rep, out of the rows of `reps` and `absences`."""
    away: dict[str, list[Away]] = {}
    for row in absences:
        factor = row.get("factor")
        told = Away(
            row["start_on"], row["end_on"],
            Decimal(factor if factor is not None else 0), row.get("kind") or "",
        )  # fmt: skip
        away.setdefault(row["rep_id"], []).append(told)
    return {
        row["rep_id"]: Employment(
            period, row.get("hired_on"), row.get("left_on"), tuple(away.get(row["rep_id"], ()))
        )
        for row in reps
    }
