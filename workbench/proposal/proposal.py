"""What is proposed of a folder of exports: a whole workbench.toml, how sure each line is, and why.

A path is where a line stands in workbench.toml, as `tables.deals.columns.amount`. It is also how a
question is answered: `--set 'tables.deals.dates.close_on="dmy"'`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

How = Literal["told", "profile", "name", "content", "only"]
Place = tuple[str, ...]  # where a line stands: ("tables", "deals", "columns", "amount")
# told: by --set or a choice; profile: the system calls it so; name: it is called so in some
# language; content: it looks like it; only: nothing else fits


@dataclass(frozen=True)
class Line:
    """One line of workbench.toml, with what it rests on."""

    path: Place
    value: Any  # as TOML holds it
    how: How
    why: str = ""  # a phrase in the reader's language


@dataclass(frozen=True)
class Choice:
    """One answer to a question."""

    value: Any  # of the line; as TOML holds it
    means: str  # what would be so: "12.500 is 12.5; all of them sum to 1,204.5"


@dataclass(frozen=True)
class Question:
    """Two readings remain: what is asked, and the line that settles it."""

    path: Place
    asks: str  # a sentence in the reader's language
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Unused:
    """A column of a file that nothing uses."""

    file: str
    header: str


@dataclass(frozen=True)
class Proposal:
    """All of it. Nothing is written yet."""

    folder: Path  # of the exports
    profile: str  # name of the profile recognised; "" for none
    lines: tuple[Line, ...]
    questions: tuple[Question, ...] = ()
    unused: tuple[Unused, ...] = ()
    passed_over: Mapping[str, str] = field(default_factory=dict)  # files not used: why
    notes: tuple[str, ...] = ()  # sentences: what this system's exports leave out
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by table: what may give

    @property
    def document(self) -> dict[str, Any]:
        """The lines as workbench.toml nests them."""
        found: dict[str, Any] = {}
        for line in self.lines:
            place = found
            for key in line.path[:-1]:
                place = place.setdefault(key, {})
            place[line.path[-1]] = line.value
        return found
