"""The small registers there are, and one line of one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from workbench.store.actor import Role


@dataclass(frozen=True)
class Register:
    """What a register wants, and whom it is for."""

    made_by: tuple[Role, ...]  # who may add a line
    needs: tuple[str, ...] = ()  # fields a line must fill beside what
    # Everybody but finance reads it; else the rep, the owner and those who lead
    is_public: bool = False


_LEADING: tuple[Role, ...] = ("manager", "sales_ops", "hr")
_ALL: tuple[Role, ...] = ("rep", *_LEADING)
REGISTERS: Mapping[str, Register] = {
    "support": Register(_ALL, ("rep_id", "owner", "due_on")),
    "praise": Register(_ALL, ("rep_id", "grounds"), is_public=True),  # grounds: behaviour seen
    "award": Register(_LEADING, ("rep_id", "grounds"), is_public=True),  # grounds: its rule
    "reward": Register(_LEADING, ("rep_id", "grounds"), is_public=True),  # a seat, a training
    "course": Register(_ALL, ("rep_id",)),  # grounds: the metric or skill it aims at
    "case": Register(_ALL, ("rep_id", "grounds"), is_public=True),  # grounds: what others reuse
    "mentoring": Register(_LEADING, ("rep_id", "owner")),  # owner: the mentor
    "activity": Register(_ALL, ("due_on",), is_public=True),  # of a team; who came is noted
    "announcement": Register(_LEADING, is_public=True),
    "position": Register(_LEADING, ("due_on",), is_public=True),
    "learning": Register(_LEADING, ("grounds",), is_public=True),  # grounds: team and period
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of a register."""

    register: str
    what: str
    rep_id: str = ""
    grounds: str = ""
    owner: str = ""
    due_on: date | None = None
    line: str = ""  # its id; this and all below are given by the store
    made_by: str = ""
    made_at: datetime | None = None
    outcome: str = ""
    ended_by: str = ""
    ended_at: datetime | None = None
    about: Mapping[str, Any] = field(default_factory=dict)  # cycle; rule, figure and hash; team

    def is_overdue(self, day: date) -> bool:
        """Whether it is open after its day."""
        return self.ended_at is None and self.due_on is not None and self.due_on < day

    @property
    def handling(self) -> timedelta | None:
        """How long the answer took; None while it is open."""
        if self.ended_at is None or self.made_at is None:
            return None
        return self.ended_at - self.made_at
