"""What stands in a cell of a table: words, a number, a day, or one of these."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from workbench.page.number import Number
from workbench.page.picture import Picture


@dataclass(frozen=True)
class Code:
    """A key people may type: a metric's, a column's."""

    text: str


_END = Decimal("1.2")  # of a goal, where a track ends


@dataclass(frozen=True)
class Track:
    """How far a goal is reached: a share, drawn as a bar."""

    reached: Decimal | None  # None: absent, for `reason`
    reason: str = ""
    note: str = ""  # beneath it

    @property
    def filled(self) -> Decimal:
        """Share of the track that is filled; its tick of a full goal stands at five sixths."""
        return min(max(self.reached or Decimal(0), Decimal(0)) / _END, Decimal(1))

    @property
    def look(self) -> Literal["whole", "absent", "beyond", "below"]:
        """Whether the bar is whole, or goes on beyond its track or below zero."""
        if self.reached is None:
            return "absent"
        if self.reached < 0:
            return "below"
        return "beyond" if self.reached > _END else "whole"


@dataclass(frozen=True)
class Stack:
    """A cell of two lines: what it says, and smaller what belongs to it."""

    text: str
    beneath: str


@dataclass(frozen=True)
class Lines:
    """A cell of several lines."""

    lines: Sequence[str]
    is_whole: bool = False  # whether a line is never broken


@dataclass(frozen=True)
class Strong:
    """A cell that is read first in its row."""

    text: str


@dataclass(frozen=True)
class Marked:
    """A cell with a word set beside it."""

    text: str
    mark: str
    tone: Literal["evidence", "warning", "quiet"] = "evidence"


@dataclass(frozen=True)
class Course:
    """A cell with a small picture of how a figure went, and where it began."""

    picture: Picture
    begin: str


@dataclass(frozen=True)
class Link:
    """A cell that leads to a page."""

    href: str
    text: str


@dataclass(frozen=True)
class Short:
    """A long text of which a cell shows the beginning; the whole is told where one points at it."""

    text: str
    most: int  # characters

    @property
    def beginning(self) -> str:
        """What is shown: all of a short text."""
        return self.text if len(self.text) <= self.most else f"{self.text[: self.most - 1]}…"


# None is a dash
Cell = (
    str | Number | date | Code | Track | Stack | Lines | Strong | Marked | Course | Link | Short
    | None
)  # fmt: skip
