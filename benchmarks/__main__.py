"""Measure and print a line each: `make bench`.

Each line is a ratio of two times of the same run, so that a slow machine changes both.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from workbench.metrics.compute import compute
from workbench.snapshots import Snapshot, freeze
from workbench.snapshots.engine import basis_of, tables_of
from workbench.snapshots.facts import period_facts
from workbench.sources.demo import make_company
from workbench.sources.workspace import Workspace, open_workspace

SMALL, LARGE = 20, 200


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        small, large = (_frozen(Path(folder) / str(reps), reps) for reps in (SMALL, LARGE))
        _computed(*small)  # the first computation of a process also loads what it needs
        per_rep = {n: _seconds(lambda b=books: _computed(*b)) / n
                   for n, books in ((SMALL, small), (LARGE, large))}  # fmt: skip
        workspace, snapshot = large
        period = workspace.calendar.period("2026-Q3")
        first = _seconds(lambda: period_facts(snapshot, workspace, period))
        slice_ = _seconds(lambda: period_facts(snapshot, workspace, period, "R001"))
    print(f"facts, per rep, {LARGE} reps against {SMALL}: {per_rep[LARGE] / per_rep[SMALL]:.2f}")
    print(f"one rep's slice against the facts of {LARGE} reps: {slice_ / first:.4f}")


def _frozen(folder: Path, reps: int) -> tuple[Workspace, Snapshot]:
    make_company(folder, reps=reps)
    workspace = open_workspace(folder)
    return workspace, freeze(workspace, None)


def _computed(workspace: Workspace, snapshot: Snapshot) -> None:
    period = workspace.calendar.period("2026-Q3")
    compute(tables_of(snapshot), basis_of(snapshot, workspace, period))


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


if __name__ == "__main__":
    sys.exit(main())
