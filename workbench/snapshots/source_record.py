"""What a snapshot was made from, kept beside it as `source.json`; no part of what it is."""

import json
import os
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from hashlib import file_digest
from pathlib import Path
from typing import Any, Literal

from workbench.errors import SourceError
from workbench.private import write_private
from workbench.sources.places import source_files
from workbench.sources.workspace import Workspace

SOURCE = "source.json"
_RACY_NS = 2_000_000_000  # a file changed this shortly before may have changed again unseen
# Who chose the day: the clock, workbench.toml, or whoever looked back or ahead with --as-of
DayBy = Literal["clock", "workspace", "asked"]


@dataclass(frozen=True)
class FileMark:
    """How a raw file looked when it was read, and its content."""

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int
    sha256: str
    seen_ns: int  # when it was looked at, on the clock of this machine

    def looks_the_same(self, now: os.stat_result) -> bool:
        """Whether it need not be read to be known as the same."""
        told = (self.size, self.mtime_ns, self.ctime_ns, self.inode)
        is_old = max(self.mtime_ns, self.ctime_ns) < self.seen_ns - _RACY_NS
        return is_old and told == _told(now)

    def is_same(self, after: "FileMark") -> bool:
        """Whether it was not written between the two looks."""
        return replace(after, seen_ns=self.seen_ns) == self


@dataclass(frozen=True, kw_only=True)
class SourceRecord:
    """From what, when, and for whose day a snapshot was frozen."""

    first_at: datetime  # when this content was frozen first: it is known to have stood then
    last_at: datetime  # when it was last frozen again and found the same
    day_by: DayBy
    program: str  # version that froze it
    reader: str  # hash of the code that reads, maps and checks
    keys: Mapping[str, str]  # of workbench.toml: dotted key, value; those that shape tables
    files: Mapping[str, FileMark]  # by path as workbench.toml writes it
    unmapped: Mapping[str, list[str]]  # columns of the source that nothing uses, by table
    # Columns of each source by its place in workbench.toml, which the next freeze compares with
    columns: Mapping[str, list[str]] = field(default_factory=dict)
    # What came or went since the freeze before, by table: new, gone, and lines to paste
    changes: Mapping[str, Mapping[str, list[str]]] = field(default_factory=dict)
    # What was decided without being told, as workbench.toml would say it, by table
    decided: Mapping[str, list[str]] = field(default_factory=dict)
    notes: Mapping[str, list[str]] = field(default_factory=dict)  # what the files cannot tell

    def frozen_again(self, later: "SourceRecord") -> "SourceRecord":
        """Give the record of the same content frozen once more.

        A look takes nothing from a day's own record and lends it nothing, not even that the
        content was seen earlier: the own record reads as if nobody had looked.
        """
        if "asked" in (self.day_by, later.day_by) and self.day_by != later.day_by:
            return later if self.day_by == "asked" else self
        ranks: tuple[DayBy, ...] = ("asked", "workspace", "clock")
        day_by = max(self.day_by, later.day_by, key=ranks.index)
        return replace(later, first_at=self.first_at, day_by=day_by)


def mark(path: Path) -> FileMark:
    """Look at a file: its outside first, so that a change while it is read is not missed.

    Raises
    ------
    SourceError
        When it cannot be read.
    """
    try:
        seen, stat = time.time_ns(), path.stat()
        with path.open("rb") as opened:
            content = file_digest(opened, "sha256").hexdigest()
    except OSError as reason:
        raise SourceError(f"{path} cannot be read: {reason.strerror}.") from reason
    return FileMark(*_told(stat), content, seen)


def marks_of(workspace: Workspace) -> dict[str, FileMark]:
    """Look at every raw file of a workspace; SourceError for one that is not there."""
    return {name: mark(path) for name, path in source_files(workspace).items()}


def shaping_keys(workspace: Workspace) -> dict[str, str]:
    """List the keys of workbench.toml that shape tables, as dotted key and JSON value."""
    rules = workspace.rules
    found = {"calendar.zone": rules.calendar.zone, "money.currency": rules.money.currency}
    for room, sources in (("tables", rules.tables), ("files", rules.files)):
        for name, source in sources.items():
            told = source.model_dump(mode="json", exclude_defaults=True)
            found |= dict(_flat(f"{room}.{name}", told))
    found |= dict(_flat("people.aliases", rules.people.aliases)) if rules.people.aliases else {}
    return {key: json.dumps(value, ensure_ascii=False) for key, value in found.items()}


def _flat(place: str, value: Any) -> list[tuple[str, Any]]:  # noqa: ANN401 (what JSON holds)
    if isinstance(value, dict) and value:
        return [pair for key, each in value.items() for pair in _flat(f"{place}.{key}", each)]
    return [(place, value)]


def write_record(folder: Path, record: SourceRecord) -> None:
    """Put a record beside its snapshot in one step."""
    told = asdict(record) | {
        "first_at": record.first_at.isoformat(), "last_at": record.last_at.isoformat()
    }  # fmt: skip
    text = json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True)
    write_private(folder / SOURCE, f"{text}\n")


def read_record(folder: Path) -> SourceRecord | None:
    """Read what a snapshot was made from; None where it is not told, or not readable."""
    try:
        told = json.loads((folder / SOURCE).read_text(encoding="utf-8"))
        files = {name: FileMark(**each) for name, each in told["files"].items()}
        times = {name: datetime.fromisoformat(told[name]) for name in ("first_at", "last_at")}
        return SourceRecord(**{**told, **times, "files": files})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _told(stat: os.stat_result) -> tuple[int, int, int, int]:
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino
