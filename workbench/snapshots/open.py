"""Open the snapshot to work on; freeze one when there is none yet."""

import logging
from datetime import date
from pathlib import Path

from filelock import FileLock

from workbench.errors import SnapshotError
from workbench.snapshots.freeze import LATEST, freeze
from workbench.snapshots.snapshot import Snapshot, read_snapshot
from workbench.sources.workspace import Workspace

_LOG = logging.getLogger("workbench")


def open_snapshot(workspace: Workspace, as_of: date | None = None, pinned: str = "") -> Snapshot:
    """Open a workspace's latest snapshot, of a day when one is given.

    Without a snapshot one is frozen first, under a lock so that many starting at once make one,
    and the log says so.

    Parameters
    ----------
    workspace, as_of
        Whose, and of which day; None takes the latest of all.
    pinned
        Hash of the very snapshot wanted of that day, or its first 8 digits. Where it is not kept
        here (a store carried to another machine), the latest of the day is taken and the log says
        so.

    Raises
    ------
    SnapshotError
        When the snapshot was changed after it was frozen, or its folder cannot be written.
    """
    home = workspace.folder / "snapshots"
    if as_of and pinned:
        kept = home / as_of.isoformat() / pinned[:8]
        if kept.is_dir():
            return read_snapshot(kept)
        found = open_snapshot(workspace, as_of)
        if not found.hash.startswith(pinned):
            _LOG.warning(
                "The snapshot %s of %s is not kept here; reading %s.",
                pinned[:8], as_of, found.hash[:8],
            )  # fmt: skip
        return found
    pointer = home / as_of.isoformat() / LATEST if as_of else home / LATEST
    if not pointer.is_file():
        try:
            home.mkdir(parents=True, exist_ok=True)
        except OSError as reason:
            raise SnapshotError(f"{home} cannot be written: {reason.strerror}.") from reason
        with FileLock(home / ".lock"):
            if not pointer.is_file():
                _LOG.info("No snapshot yet: freezing %s.", workspace.name)
                return freeze(workspace, as_of)
    return read_snapshot(_pointed(pointer))


def _pointed(pointer: Path) -> Path:
    return pointer.parent / pointer.read_text(encoding="utf-8").strip()
