"""Where the jobs of a batch run: on the cores of this machine, or on a Dask cluster."""

import os
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace

from workbench.batch.job import Job, Outcome
from workbench.batch.plan import Request
from workbench.batch.pool import ENVIRONMENT, OnDone, run_jobs
from workbench.batch.warm.lease import can_fork, start_server

_FEW = 2  # so few notebooks run sooner than a process to fork them from has started


def run_on(request: Request, jobs: Sequence[Job], on_done: OnDone) -> list[Outcome]:
    """Make the documents of many reps where the request says.

    Parameters
    ----------
    request
        What was asked for.
    jobs
        One per rep; not empty.
    on_done
        Called for each document as it is done, in this process.
    """
    if request.on == "dask":
        from workbench.batch.dask_runner import run_on_dask  # noqa: PLC0415 (an optional extra)

        return run_on_dask(jobs, request, on_done)
    cores = os.cpu_count() or 1
    with ExitStack() as stack:
        if not is_worth_it(jobs):
            stock = [replace(job, running=replace(job.running, engine="stock")) for job in jobs]
            return run_jobs(stock, request.jobs or cores, on_done)
        # One job at a time uses its kernel, its drawer or its worker: two for a core keep it busy
        workers = request.jobs or 2 * cores
        drawers = max(1, min(workers, cores // 2, len(jobs)))  # drawing is a third of the work
        server = start_server(jobs[0].running.books, drawers=drawers, environment=ENVIRONMENT)
        address = stack.enter_context(server).ready().address
        return run_jobs(jobs, workers, on_done, address)


def is_worth_it(jobs: Sequence[Job]) -> bool:
    """Whether kernels are to be forked: where that can be, and for more than a few notebooks."""
    count = sum(len(job.documents) for job in jobs)
    return jobs[0].running.engine == "warm" and can_fork() and count > _FEW
