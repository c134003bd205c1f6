"""Freeze a workspace's source into a dated snapshot."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from filelock import FileLock

from workbench.errors import SnapshotError, SourceError
from workbench.model.day import now, today
from workbench.private import close_to_others, make_private
from workbench.program import code_digest, package_version
from workbench.snapshots.kept import FOLDER, kept_of, last_own
from workbench.snapshots.snapshot import Snapshot, read_snapshot
from workbench.snapshots.source_record import (
    DayBy,
    FileMark,
    SourceRecord,
    mark,
    marks_of,
    read_record,
    shaping_keys,
    write_record,
)
from workbench.snapshots.write import write_tables
from workbench.sources.places import source_files
from workbench.sources.workspace import Workspace

if TYPE_CHECKING:
    from workbench.snapshots.checking.check import Checked

# Set where pages are served: neither a reader's address nor a cell must make a snapshot
ONLY_KEPT = "WORKBENCH_ONLY_KEPT_SNAPSHOTS"

# The code that reads, maps, checks and rewinds: where it changed, the same source may be frozen
# into something else
READER = (
    "model", "sources/aliases.py", "sources/columns", "sources/reading",
    "sources/decisions.py", "sources/ends.py",
    "sources/limits.py", "sources/mapping.py", "sources/named_columns.py", "sources/origin.py",
    "sources/places.py", "sources/raw_table.py", "sources/read.py", "sources/scratch.py",
    "sources/select.py", "sources/sql.py", "sources/sql_names.py", "sources/stack.py",
    "sources/table_source.py", "sources/taken.py", "sources/texts.py", "sources/typed.py",
    "sources/unused.py", "snapshots/checking", "snapshots/content.py", "snapshots/freeze.py",
    "snapshots/rewind.py", "snapshots/write.py",
)  # fmt: skip


def freeze(workspace: Workspace, as_of: date | None = None) -> Snapshot:
    """Read, map, check and keep a workspace's tables as of the end of a day.

    Parameters
    ----------
    workspace
        Whose source is read.
    as_of
        What was known at the end of this day, in the workspace's zone; None takes the workspace's
        own day, else today. A day other than the workspace's own is a look: it never becomes the
        latest.

    Returns
    -------
    Snapshot
        The same content, rules and day give the same hash, and then no table is written anew; the
        same files, rules and reader are not even read.

    Raises
    ------
    SourceError
        When a file or a required column cannot be used, or a file changes while it is read.
    SnapshotError
        When the snapshot's folder cannot be written.
    """
    with freezing(workspace):
        return freeze_locked(workspace, as_of)


def freezing(workspace: Workspace) -> FileLock:
    """Give the lock under which a workspace is frozen, so that many starting at once make one.

    Raises
    ------
    SnapshotError
        When the folder cannot be written, or this is a kernel behind a served page.
    """
    if os.environ.get(ONLY_KEPT):
        raise SnapshotError(
            f"{workspace.name} was not frozen: a served page only reads snapshots. Freeze it with "
            "`workbench snapshot`, then load the page again."
        )
    home = workspace.folder / FOLDER
    try:
        make_private(home)
    except OSError as reason:
        raise SnapshotError(f"{home} cannot be written: {reason.strerror}.") from reason
    return FileLock(home / ".lock", mode=0o600)


def freeze_locked(workspace: Workspace, as_of: date | None) -> Snapshot:
    """Freeze, for who holds the lock; see `freeze`."""
    day, day_by = _day(workspace, as_of)
    home = workspace.folder / FOLDER / day.isoformat()
    make_private(home)
    marks = marks_of(workspace)
    same = _same(workspace, day, marks)
    if same is not None:
        at = now()
        again = replace(
            same.record, files=marks, day_by=day_by, first_at=at, last_at=at, changes={}
        )
        write_record(same.folder, same.record.frozen_again(again))
        return read_snapshot(same.folder)
    fresh = Path(tempfile.mkdtemp(dir=home, prefix=".freezing-"))
    try:
        checked, written = _written(workspace, day, fresh)
        _require_unchanged(workspace, marks)
        record = _record(workspace, marks, checked, day_by)
        folder = home / written["hash"][:8]
        kept = read_record(folder)
        if folder.exists():
            write_record(folder, kept.frozen_again(record) if kept else record)
        else:
            write_record(fresh, record)
            os.replace(close_to_others(fresh), folder)  # noqa: PTH105 (in one step, or not at all)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return read_snapshot(folder)


def _same(workspace: Workspace, day: date, marks: Mapping[str, FileMark]) -> "_Same | None":
    """Find the snapshot of a day that was made of the same files by the same rules and reader."""
    content = {name: each.sha256 for name, each in marks.items()}
    told = (content, shaping_keys(workspace), reader_digest())
    for kept in kept_of(workspace, day):
        record = kept.record
        if record is not None:
            was = {name: each.sha256 for name, each in record.files.items()}
            if (was, dict(record.keys), record.reader) == told:
                return _Same(kept.folder, record)
    return None


class _Same(NamedTuple):
    folder: Path
    record: SourceRecord


def reader_digest() -> str:
    """Hash the code that decides what a source is frozen into."""
    return code_digest(*READER)


def _written(
    workspace: Workspace, day: date, folder: Path
) -> tuple[dict[str, "Checked"], dict[str, Any]]:
    """Read, check and write every table; also gives the manifest."""
    # DuckDB and what reads workbooks: a second that opening a snapshot must not pay
    from workbench.snapshots.checking.tables import checked_tables  # noqa: PLC0415
    from workbench.sources.scratch import scratch  # noqa: PLC0415

    last = last_own(workspace)
    with scratch(last.record.columns if last and last.record else {}) as place:
        checked = checked_tables(place, workspace)
        return checked, write_tables(place, workspace, day, checked, folder)


def _day(workspace: Workspace, as_of: date | None) -> tuple[date, DayBy]:
    if as_of and as_of != workspace.as_of:
        return as_of, "asked"
    if workspace.as_of:
        return workspace.as_of, "workspace"
    return today(workspace.time_zone), "clock"


def _require_unchanged(workspace: Workspace, marks: dict[str, FileMark]) -> None:
    """Refuse what was written while it was read: half of it may be old, half of it new."""
    now_there = source_files(workspace)
    for name in marks.keys() | now_there.keys():
        path, before = now_there.get(name, workspace.folder / name), marks.get(name)
        if before is None or not before.is_same(mark(path)):
            raise SourceError(
                f"{path} changed while it was read. Wait until it is written whole, then run the "
                "same command again."
            )


def _record(
    workspace: Workspace,
    marks: dict[str, FileMark],
    checked: Mapping[str, "Checked"],
    day_by: DayBy,
) -> SourceRecord:
    # DuckDB, which a look at what is frozen must not load
    from workbench.sources.changes import changes_of  # noqa: PLC0415
    from workbench.sources.unused import columns_of, unused  # noqa: PLC0415

    at, mapped = now(), {name: table.mapped for name, table in checked.items()}
    return SourceRecord(
        first_at=at, last_at=at, day_by=day_by, program=package_version(),
        reader=reader_digest(), keys=shaping_keys(workspace), files=marks,
        unmapped=unused(mapped), columns=columns_of(mapped), changes=changes_of(mapped),
        decided={name: list(table.decisions) for name, table in checked.items()},
        notes={name: list(table.notes) for name, table in checked.items()},
    )  # fmt: skip
