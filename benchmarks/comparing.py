"""How long it takes to see that the sources of a large company are what was frozen.

`python -m benchmarks.comparing [REPS]` writes a made company, notes its files as freezing does, and
compares them again: unchanged, where only sizes and times are looked at, and after every file was
touched, where each is read.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from workbench.snapshots.compare import compare
from workbench.snapshots.freeze import reader_digest
from workbench.snapshots.kept import Kept
from workbench.snapshots.source_record import SourceRecord, marks_of, shaping_keys, write_record
from workbench.sources.demo import make_company
from workbench.sources.places import source_files
from workbench.sources.workspace import Workspace, open_workspace

_ROUNDS = 5


def main(reps: int = 2000) -> None:
    """Print the least, middle and most of five rounds, by the clock and of processor time."""
    with tempfile.TemporaryDirectory() as name:
        make_company(Path(name), reps=reps)
        workspace = open_workspace(name)
        time.sleep(2.1)  # what was written just before is read again, for it may still change
        folder = _noted(workspace, Path(name) / "snapshots" / "2026-09-30" / "noted")
        files = list(source_files(workspace).values())
        size = sum(file.stat().st_size for file in files) / 2**20
        print(f"{reps} reps, {len(files)} files, {size:.0f} MB")
        _tell("unchanged", lambda: compare(workspace, Kept(folder, workspace.time_zone)))
        for file in files:
            file.touch()
        _tell("every file touched", lambda: compare(workspace, Kept(folder, workspace.time_zone)))


def _noted(workspace: Workspace, folder: Path) -> Path:
    folder.mkdir(parents=True)
    now = datetime.now(UTC)
    record = SourceRecord(
        first_at=now, last_at=now, day_by="workspace", program="", reader=reader_digest(),
        keys=shaping_keys(workspace), files=marks_of(workspace), unmapped={},
    )  # fmt: skip
    write_record(folder, record)
    return folder


def _tell(what: str, act: Callable[[], object]) -> None:
    clock, processor = [], []
    for _ in range(_ROUNDS):
        began, used = time.perf_counter(), time.process_time()
        act()
        clock.append(time.perf_counter() - began)
        processor.append(time.process_time() - used)
    told = ", ".join(
        f"{f(clock):.4f} s ({f(processor):.4f} of processor)" for f in (min, median, max)
    )
    print(f"{what}: least, middle, most {told}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
