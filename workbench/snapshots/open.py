"""Open the snapshot to work on."""

import logging
import os
from datetime import date
from pathlib import Path

from workbench.errors import SnapshotError
from workbench.snapshots.compare import compare
from workbench.snapshots.freeze import ONLY_KEPT, freeze_locked, freezing
from workbench.snapshots.kept import FOLDER, Kept, days_of, latest, newest_of
from workbench.snapshots.snapshot import Snapshot, read_snapshot
from workbench.snapshots.times import moment
from workbench.sources.workspace import Workspace

_LOG = logging.getLogger("workbench")
# What this process has said of which snapshot: a notebook opens the same one many times
_SAID: set[tuple[Path, str]] = set()


def open_snapshot(workspace: Workspace, as_of: date | None = None, pinned: str = "") -> Snapshot:
    """Open a workspace's latest snapshot, of a day when one is given.

    Without a snapshot one is frozen first, under a lock so that many starting at once make one,
    and the log says so. One that is there is opened as it is; where the source has changed since,
    the log says so once. Commands take `current_snapshot`, which freezes anew.

    Parameters
    ----------
    workspace, as_of
        Whose, and of which day; None takes the latest: the newest freezing of the company's own
        day.
    pinned
        Hash of the very snapshot wanted of that day, or its first 8 digits. Nothing is compared
        then. Where it is not kept here (a store carried to another machine), the newest of the
        day is taken and the log says so.

    Raises
    ------
    SnapshotError
        When the snapshot was changed after it was frozen, its folder cannot be written, or a
        served page asks for a day that has none.
    """
    if as_of and pinned:
        return _pinned(workspace, as_of, pinned)
    found = chosen(workspace, as_of)
    if found is None:
        return _first(workspace, as_of)
    snapshot = read_snapshot(found.folder)
    changed = compare(workspace, found)
    if changed.changed:
        _say_once(
            found.folder,
            f"{changed.sentence} since the snapshot of {moment(found)}, which is read here; "
            "run `workbench snapshot` to freeze it anew.",
        )
    return snapshot


def chosen(workspace: Workspace, as_of: date | None) -> Kept | None:
    """Find the snapshot of a day, of the company's own day without one; None where none is kept."""
    if as_of is None or as_of == workspace.as_of:
        return latest(workspace)
    return newest_of(workspace, as_of)


def kept_pinned(workspace: Workspace, as_of: date, pinned: str) -> Snapshot | None:
    """Open the very snapshot of a day and hash; None where it is not kept here."""
    kept = workspace.folder / FOLDER / as_of.isoformat() / pinned[:8]
    return read_snapshot(kept) if kept.is_dir() else None


def _pinned(workspace: Workspace, as_of: date, pinned: str) -> Snapshot:
    kept = kept_pinned(workspace, as_of, pinned)
    if kept is not None:
        return kept
    found = newest_of(workspace, as_of)
    snapshot = read_snapshot(found.folder) if found else _first(workspace, as_of)
    if not snapshot.hash.startswith(pinned):
        _LOG.warning(
            "The snapshot %s of %s is not kept here; reading %s.",
            pinned[:8], as_of, snapshot.hash[:8],
        )  # fmt: skip
    return snapshot


def _first(workspace: Workspace, as_of: date | None) -> Snapshot:
    """Freeze the first snapshot of a day; one that somebody else made meanwhile is taken."""
    if os.environ.get(ONLY_KEPT):
        raise SnapshotError(no_snapshot(workspace, as_of))
    with freezing(workspace):
        found = chosen(workspace, as_of)
        if found is not None:
            return read_snapshot(found.folder)
        _LOG.info("No snapshot yet: freezing %s.", workspace.name)
        return freeze_locked(workspace, as_of)


def no_snapshot(workspace: Workspace, as_of: date | None) -> str:
    """Say that a day has no snapshot, and which other days have one."""
    own, asked = workspace.as_of, as_of if as_of != workspace.as_of else None
    named = asked or own
    day = f"{'' if asked else ', '}{named.isoformat()}" if named else ""
    of_day = day if asked else f"the company's own day{day}"
    kept = [each.isoformat() for each in days_of(workspace) if each != named]
    command = f" --as-of {asked.isoformat()}" if asked else ""
    return (
        f"There is no snapshot of {of_day}. There are: {', '.join(kept) or 'none'}. "
        f"Freeze it with `workbench snapshot{command}`."
    )


def _say_once(folder: Path, line: str) -> None:
    if (folder, line) not in _SAID:
        _SAID.add((folder, line))
        _LOG.warning(line)
