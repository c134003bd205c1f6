"""The snapshot of the source as it is now: compared first, frozen anew where it changed."""

import logging
from datetime import date

from workbench.errors import SnapshotError, SourceError
from workbench.model.day import today
from workbench.snapshots.column_changes import column_changes
from workbench.snapshots.compare import compare, moved_on, remember
from workbench.snapshots.freeze import freeze, freeze_locked, freezing
from workbench.snapshots.kept import Kept
from workbench.snapshots.open import chosen, no_snapshot
from workbench.snapshots.snapshot import Snapshot, read_snapshot
from workbench.snapshots.times import moment
from workbench.sources.workspace import Workspace

_LOG = logging.getLogger("workbench")


def current_snapshot(
    workspace: Workspace, as_of: date | None = None, *, is_frozen: bool = False
) -> Snapshot:
    """Open the latest snapshot, of a day when one is given, frozen anew where the source changed.

    The log tells in one line what changed, or how old the data are; a new day alone freezes
    nothing.

    Parameters
    ----------
    as_of
        A day that was seen when it was there is opened as it was seen, whatever the source says
        of it now.
    is_frozen
        Answer from the last snapshot; the source is not looked at.

    Raises
    ------
    SourceError
        When the source changed and cannot be read; names `--frozen` where that would help.
    SnapshotError
        When there is nothing to answer from, or the snapshot was changed.
    """
    found = chosen(workspace, as_of)
    if is_frozen:
        if found is None:
            raise SnapshotError(f"{no_snapshot(workspace, as_of)} Or leave out --frozen.")
        return read_snapshot(found.folder)
    if found is not None and _is_seen(found, as_of, workspace):
        _say_what_moved(workspace, found)
        return read_snapshot(found.folder)
    changed = compare(workspace, found) if found else None
    if found is None or changed is None or changed.changed:
        return _frozen_anew(workspace, as_of)
    remember(found, changed)
    _say_age(workspace, found, as_of)
    return read_snapshot(found.folder)


def freeze_now(workspace: Workspace, as_of: date | None = None) -> Snapshot:
    """Freeze the source whether it changed or not; the log says what did. Raises as `freeze`."""
    found = chosen(workspace, as_of)
    changed = compare(workspace, found) if found else None
    fresh = freeze(workspace, as_of)
    if found and changed and changed.changed:
        _LOG.info("%s since the snapshot of %s: frozen anew.", changed.sentence, moment(found))
    elif found and fresh.folder == found.folder:
        _LOG.info("Nothing has changed since the snapshot of %s.", moment(found))
    for sentence in column_changes(fresh):
        _LOG.info(sentence)
    return fresh


def has_moved_on(workspace: Workspace, snapshot: Snapshot) -> str:
    """Name what of the source changed since a snapshot that stays as it is; "" for nothing."""
    return moved_on(workspace, Kept(snapshot.folder, workspace.time_zone)).told


def _frozen_anew(workspace: Workspace, as_of: date | None) -> Snapshot:
    with freezing(workspace):
        found = chosen(workspace, as_of)  # somebody may have frozen it meanwhile
        changed = compare(workspace, found) if found else None
        if found and changed and not changed.changed:
            return read_snapshot(found.folder)
        try:
            fresh = freeze_locked(workspace, as_of)
        except SourceError as reason:
            raise _unreadable(reason, found) from reason
    if found and changed:
        _LOG.info("%s since the snapshot of %s: frozen anew.", changed.sentence, moment(found))
    else:
        _LOG.info("No snapshot of %s yet: frozen now from %s.", fresh.as_of, workspace.name)
    return fresh


def _unreadable(reason: SourceError, found: Kept | None) -> SourceError:
    if found is None:
        return reason
    return SourceError(
        f"{reason} The snapshot of {moment(found)} is still there: add --frozen to answer from it."
    )


def _is_seen(found: Kept, as_of: date | None, workspace: Workspace) -> bool:
    """Whether a day asked for is over and was seen when it was there."""
    is_own = as_of is None or as_of == workspace.as_of
    return not is_own and found.is_state and found.as_of < today(workspace.time_zone)


def _say_what_moved(workspace: Workspace, found: Kept) -> None:
    changed = compare(workspace, found)
    if changed.changed:
        _LOG.info("%s since %s, which is read as it was seen.", changed.sentence, found.as_of)


def _say_age(workspace: Workspace, found: Kept, as_of: date | None) -> None:
    """Say how old the data are, where the clock and not the company says which day it is."""
    days = (today(workspace.time_zone) - found.as_of).days
    if as_of is None and workspace.as_of is None and days > 0:
        _LOG.info(
            "The data are of %s, %s ago; nothing in the source has changed since.",
            found.as_of, "a day" if days == 1 else f"{days} days",
        )  # fmt: skip
