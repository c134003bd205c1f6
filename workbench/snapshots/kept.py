"""Which snapshots a workspace has, and which of them is the latest.

The latest is computed, never pointed to: no look at another day can move it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from workbench.errors import SnapshotError
from workbench.model.day import day_of, instant
from workbench.snapshots.manifest import MANIFEST
from workbench.snapshots.snapshot import Snapshot, read_snapshot
from workbench.snapshots.source_record import DayBy, SourceRecord, read_record
from workbench.sources.workspace import Workspace

FOLDER = "snapshots"
# Frozen this near its day, a snapshot is what was seen then; later, the source is only rewound
NEAR = timedelta(days=3)


@dataclass(frozen=True)
class Kept:
    """One snapshot on disk, before anything of its tables is read."""

    folder: Path
    zone: ZoneInfo  # of the company

    @property
    def as_of(self) -> date:
        """Its day."""
        return date.fromisoformat(self.folder.parent.name)

    @cached_property
    def record(self) -> SourceRecord | None:
        """What it was made from; None for one of a version that did not say."""
        return read_record(self.folder)

    @cached_property
    def last_at(self) -> datetime:
        """When it was frozen last."""
        return self.record.last_at if self.record else self._written_at

    @property
    def day_by(self) -> DayBy:
        """Who chose its day; where it is not told, only what was seen then was its own day."""
        if self.record:
            return self.record.day_by
        return "clock" if self._is_near else "asked"

    @property
    def is_state(self) -> bool:
        """Whether it holds what was seen on its day, and is no look back at it or ahead."""
        return self.day_by != "asked" and self._is_near

    @property
    def _is_near(self) -> bool:
        seen = self.record.first_at if self.record else self._written_at
        return abs(day_of(seen, self.zone) - self.as_of) <= NEAR

    @property
    def _written_at(self) -> datetime:
        return instant((self.folder / MANIFEST).stat().st_mtime)


def latest(workspace: Workspace) -> Kept | None:
    """Find the newest freezing of the workspace's own day; None where there is none.

    The own day is `as_of` in workbench.toml, else the newest day frozen without --as-of. A look
    that was taken at it before it was the own day is none of its freezings.
    """
    if workspace.as_of:
        found = kept_of(workspace, workspace.as_of)
        # Of a version that did not say whose day it was, all are the own
        mine = [each for each in found if each.record is None or each.day_by != "asked"]
        return max(mine, key=_age, default=None)
    for own in ("clock", "workspace"):
        for day in reversed(days_of(workspace)):
            found = [each for each in kept_of(workspace, day) if each.day_by == own]
            if found:
                return max(found, key=_age)
    return None


def last_own(workspace: Workspace) -> Kept | None:
    """Find the newest freezing of the newest day that was nobody's look; None where there is none.

    Other than the latest it may be of a day before the workspace's own, frozen for the first time.
    """
    for day in reversed(days_of(workspace)):
        found = [each for each in kept_of(workspace, day) if each.day_by != "asked"]
        if found:
            return max(found, key=_age)
    return None


def newest_of(workspace: Workspace, day: date) -> Kept | None:
    """Find the newest freezing of a day: one that saw the day itself before a look at it."""
    found = kept_of(workspace, day)
    seen = [each for each in found if each.is_state]
    return max(seen or found, key=_age, default=None)


def seen_on(workspace: Workspace, day: date) -> Snapshot | None:
    """Open the newest freezing that saw a day; None where none did, for a look back saw nothing."""
    seen = sorted((each for each in kept_of(workspace, day) if each.is_state), key=_age)
    return next((found for each in reversed(seen) if (found := _sound(each))), None)


def days_of(workspace: Workspace) -> list[date]:
    """List the days that have a snapshot, the earliest first."""
    return sorted({Kept(each, workspace.time_zone).as_of for each in _folders(workspace.folder)})


def kept_of(workspace: Workspace, day: date) -> list[Kept]:
    """List every snapshot of a day."""
    folders = _folders(workspace.folder, day.isoformat())
    return [Kept(folder, workspace.time_zone) for folder in folders]


def earlier_states(snapshot: Snapshot) -> list[Snapshot]:
    """Give what was seen on earlier days, one snapshot a day, the earliest first.

    One that was changed after it was frozen is passed over.
    """
    return _newest_by_day(each for each in _earlier(snapshot) if each.is_state)


def earlier_days(snapshot: Snapshot) -> list[Snapshot]:
    """Give what was frozen of the company's own earlier days, whenever it was; as above."""
    return _newest_by_day(each for each in _earlier(snapshot) if each.day_by != "asked")


def frozen_before(snapshot: Snapshot) -> list[Kept]:
    """Give every freezing of a workspace that was made before a snapshot, of whichever day."""
    home, zone = snapshot.folder.parent.parent.parent, ZoneInfo(snapshot.manifest["zone"])
    this = _age(Kept(snapshot.folder, zone))
    found = (Kept(folder, zone) for folder in _folders(home))
    return sorted((each for each in found if _age(each) < this), key=_age)


def is_state(snapshot: Snapshot) -> bool:
    """Whether a snapshot holds what was seen on its day."""
    return Kept(snapshot.folder, ZoneInfo(snapshot.manifest["zone"])).is_state


def _earlier(snapshot: Snapshot) -> Iterator[Kept]:
    home, zone = snapshot.folder.parent.parent.parent, ZoneInfo(snapshot.manifest["zone"])
    found = (Kept(folder, zone) for folder in _folders(home))
    return (each for each in found if each.as_of < snapshot.as_of)


def _newest_by_day(kept: Iterable[Kept]) -> list[Snapshot]:
    by_day: dict[date, list[Kept]] = {}
    for each in kept:
        by_day.setdefault(each.as_of, []).append(each)
    newest = (max(by_day[day], key=_age) for day in sorted(by_day))
    return [found for each in newest if (found := _sound(each)) is not None]


def _sound(kept: Kept) -> Snapshot | None:
    try:
        return read_snapshot(kept.folder)
    except SnapshotError:
        return None


def _folders(workspace: Path, day: str = "????-??-??") -> Iterator[Path]:
    """Find the frozen folders: one still being written begins with a point, others are no day."""
    found = (workspace / FOLDER).glob(f"{day}/[!.]*/{MANIFEST}")
    return (file.parent for file in found if _is_day(file.parent.parent.name))


def _is_day(name: str) -> bool:
    try:
        return bool(date.fromisoformat(name))
    except ValueError:
        return False


def _age(kept: Kept) -> tuple[datetime, str]:
    return kept.last_at, kept.folder.name
