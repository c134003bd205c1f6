"""What one more rep costs a running batch: processor seconds by process, start-up left out.

`python -m benchmarks.one_more FOLDER [COUNT]` makes COUNT documents (10) of a workspace on one
warm server, after two that warm it up, and prints the cost per document of the worker that runs
papermill and publishes, of the kernels, of the process that draws, and of the server itself; beside
it what the same cells cost in one warm Python process.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from workbench.batch.choice import choose
from workbench.batch.job import Job
from workbench.batch.make import make_review
from workbench.batch.plan import Request, plan
from workbench.batch.pool import ENVIRONMENT
from workbench.batch.warm.lease import SERVER, start_server
from workbench.sources.workspace import open_workspace

WARMED_BY = 2
_TICKS = os.sysconf("SC_CLK_TCK")


def main(folder: str, count: int) -> None:
    workspace, request = open_workspace(folder), Request(is_forced=True)
    planned = plan(workspace, request)
    jobs = choose(planned, request).jobs[-(count + WARMED_BY) :]
    os.environ.update(ENVIRONMENT)
    with (
        tempfile.TemporaryDirectory() as scratch,
        start_server(jobs[0].running.books, environment=ENVIRONMENT) as server,
    ):
        os.environ[SERVER] = str(server.ready().address)
        pid = server.process.pid
        (drawer,) = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        moved = [replace(job, folder=Path(scratch) / job.folder.name) for job in jobs]
        _make(moved[:WARMED_BY])
        before = _used(pid, int(drawer))
        _make(moved[WARMED_BY:])
        used = [(b - a) / count for a, b in zip(before, _used(pid, int(drawer)), strict=True)]
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks.plain", folder, ",".join(job.rep_id for job in jobs)],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    plain = json.loads(told)[1]
    names = ("worker", "kernel", "drawer", "server")
    print(f"{len(planned.people)} people; processor seconds for one more document:")
    print("  " + ", ".join(f"{name} {cost:.3f}" for name, cost in zip(names, used, strict=True)))
    print(f"  together {sum(used):.2f}, in one warm Python process {plain:.2f}: "
          f"{sum(used) / plain:.2f}")  # fmt: skip


def _make(jobs: list[Job]) -> None:
    for job in jobs:
        (outcome,) = make_review(job)
        assert outcome.state == "made", outcome.problem


def _used(server: int, drawer: int) -> tuple[float, float, float, float]:
    """Give processor seconds so far: this process, all kernels, the drawer, the server itself."""
    own, waited = _stat(server)
    return time.process_time(), waited, _stat(drawer)[0], own


def _stat(pid: int) -> tuple[float, float]:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS, (
        int(fields[13]) + int(fields[14])
    ) / _TICKS


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if sys.argv[2:] else 10)
