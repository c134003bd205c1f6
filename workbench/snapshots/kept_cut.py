"""Keeping the cut of a snapshot: one file beside the facts, made once, read in place by all."""

import shutil
import tempfile
from pathlib import Path

import duckdb

from workbench.private import close_to_others, private_lock
from workbench.snapshots.answers import Answers
from workbench.snapshots.cut import Cut
from workbench.snapshots.cut_file import make_cut_file
from workbench.snapshots.facts import rules_key
from workbench.snapshots.recorded import record_in
from workbench.snapshots.snapshot import Snapshot
from workbench.sources.workspace import Workspace


def open_cut(snapshot: Snapshot, workspace: Workspace) -> Cut:
    """Open the cut of a snapshot, making and keeping its file when it is not kept yet.

    Raises
    ------
    SnapshotError
        When the snapshot's files are gone.
    """
    file = cut_file(snapshot, workspace)
    record = record_in(snapshot, workspace)
    _keep(snapshot, workspace, file)
    try:
        return Cut(Answers(file), record)
    except duckdb.OutOfMemoryException:  # nothing is wrong with the file
        raise
    except duckdb.Error:  # damaged on its disk, or taken away: all of it can be made again
        file.unlink(missing_ok=True)
        _keep(snapshot, workspace, file)
        return Cut(Answers(file), record)


def cut_file(snapshot: Snapshot, workspace: Workspace) -> Path:
    """Name the file of a cut after everything it depends on."""
    key = rules_key(snapshot, workspace, "cut")
    return workspace.folder / "facts" / snapshot.hash[:8] / f"cut-{key}.duckdb"


def _keep(snapshot: Snapshot, workspace: Workspace, file: Path) -> None:
    """Write the file where there is none, then give it its name: it is never half there."""
    if file.exists():
        return
    with private_lock(file):
        if file.exists():
            return
        prefix = f".{file.stem}-"
        for left in file.parent.glob(f"{prefix}*"):  # of a maker that was killed: the lock is ours
            shutil.rmtree(left, ignore_errors=True)
        fresh = Path(tempfile.mkdtemp(dir=file.parent, prefix=prefix))
        try:
            made = fresh / file.name
            make_cut_file(snapshot, workspace, made)
            close_to_others(made).replace(file)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
