"""The plan of a cycle: by which day each stage is left, in the company's working days.

It is kept with the cycle as it was opened, calendar and all: a page, a command, a reopening, a
second signature and a reminder read the same day, and no later change of the settings moves it.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from workbench.model.calendar import Calendar
from workbench.model.day import day_of
from workbench.store.relations import STAGES, Stage

UTC = ZoneInfo("UTC")
PLANNED: tuple[Stage, ...] = STAGES[:-1]  # the stages that are left; nothing is due once closed


@dataclass(frozen=True)
class Plan:
    """By how many working days after a day each stage is left."""

    counted_from: date  # the period's last day, or the day of an opening after the first day due
    days: Mapping[str, int]  # by stage, never fewer than of the stage before
    window: int = 0  # working days an appeal window is open at the least
    needs_meeting: bool = False  # whether a calibration is left only once its meeting has begun
    country: str = ""
    weekdays: tuple[int, ...] = (0, 1, 2, 3, 4)
    zone: str = "UTC"

    @property
    def calendar(self) -> Calendar:
        """Which days are worked."""
        return Calendar(country=self.country, working_weekdays=self.weekdays, zone=self.zone)

    def day_at(self, at: datetime) -> date:
        """Give the company's day of a moment in UTC."""
        return day_of(at, ZoneInfo(self.zone))

    def day(self, stage: Stage) -> date | None:
        """Give the planned day of a stage; None for closed."""
        known = self.days.get(stage)
        return None if known is None else self.calendar.working_day(self.counted_from, known)

    def due_on(self, stage: Stage, entered_on: date) -> date | None:
        """Give the day a stage has to be left that is entered on a day; None for closed.

        That of the plan; a stage entered after the day the one before had to be left, as when it
        is late or reopened, keeps its own length from then on: who is late takes it from nobody.
        """
        planned = self.day(stage)
        if planned is None:
            return None
        at = STAGES.index(stage)
        before = self.days[STAGES[at - 1]] if at else 0
        own = self.calendar.working_day(entered_on, self.days[stage] - before)
        due = max(planned, own)
        return max(due, self.window_on(entered_on)) if stage == "appeal" else due

    def window_on(self, entered_on: date) -> date:
        """Give the last day of an appeal window that opens on a day."""
        return self.calendar.working_day(entered_on, self.window)

    def to_json(self) -> str:
        """Write it as it is kept."""
        return json.dumps({**asdict(self), "days": dict(self.days)}, default=str, sort_keys=True)


def read_plan(text: str) -> Plan | None:
    """Read a kept plan; None for a cycle that has none, as one opened by an earlier version."""
    if not text:
        return None
    told = json.loads(text)
    told["counted_from"] = date.fromisoformat(told["counted_from"])
    told["weekdays"] = tuple(told["weekdays"])
    return Plan(**told)
