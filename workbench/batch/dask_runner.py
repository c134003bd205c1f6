"""The same jobs on a Dask cluster: each worker makes one rep's documents after another.

Workers need the same package, and the same paths to the workspace and the outputs. A job is safe
to repeat: files are written aside and renamed, `status.json` last. So a worker lost in the middle
costs its time, no more.
"""

import os
import tempfile
import threading
from collections.abc import Sequence
from contextlib import ExitStack
from functools import cache
from typing import TYPE_CHECKING, Any

from workbench.batch.inputs import program_hash
from workbench.batch.job import Job, Outcome
from workbench.batch.make import make_review
from workbench.batch.plan import Request
from workbench.batch.pool import ENVIRONMENT, OnDone, lost, outcomes_of
from workbench.batch.warm.engine import open_books
from workbench.errors import BatchError

if TYPE_CHECKING:
    from distributed import Client

_ONE_AT_A_TIME = threading.Lock()  # papermill changes the folder of its whole process


def run_on_dask(jobs: Sequence[Job], request: Request, on_done: OnDone) -> list[Outcome]:
    """Make the documents of many reps on a cluster.

    Parameters
    ----------
    jobs
        One per rep.
    request
        `scheduler` is the cluster's address; "" starts a cluster of processes on this machine, one
        per core or as many as `jobs` says.
    on_done
        Called for each document as it is done, in this process.

    Raises
    ------
    BatchError
        When dask.distributed is not installed, the scheduler does not answer, a worker has another
        version of the package, or the outputs cannot be written.
    """
    distributed = _distributed()
    with ExitStack() as stack:
        client = stack.enter_context(_client(distributed, request, stack))
        futures = client.map(make_on_worker, jobs, pure=False)
        job_of = {future.key: job for future, job in zip(futures, jobs, strict=True)}
        done: dict[str, list[Outcome]] = {}
        try:
            for future in distributed.as_completed(futures):
                job = job_of[future.key]
                found = outcomes_of(future.result, job, distributed.KilledWorker)
                done[job.rep_id] = lost(job) if found is None else found
                for outcome in done[job.rep_id]:
                    on_done(outcome)
        except BaseException:
            client.cancel(futures)
            raise
    return [outcome for job in jobs for outcome in done[job.rep_id]]


def make_on_worker(job: Job) -> list[Outcome]:
    """Make one rep's documents in a worker of the cluster."""
    _require_same_program(job)
    with _ONE_AT_A_TIME:
        _prepare()
        if job.running.engine == "warm":
            open_books(job.running.books)
        return make_review(job)


def _require_same_program(job: Job) -> None:
    told = job.documents[0].parts.get("program")
    if told and told != program_hash():
        raise BatchError(
            "A worker of the cluster has another version of the workbench or of its libraries. "
            "Install the same lock on every worker, restart it, and run the same command again."
        )


@cache
def _prepare() -> tempfile.TemporaryDirectory[str]:
    """Set up this worker once: quiet kernels, no reader's own IPython profile."""
    scratch = tempfile.TemporaryDirectory(prefix="workbench-", ignore_cleanup_errors=True)
    os.environ.update(ENVIRONMENT, IPYTHONDIR=scratch.name, JUPYTER_RUNTIME_DIR=scratch.name)
    return scratch


def _client(distributed: Any, request: Request, stack: ExitStack) -> "Client":  # noqa: ANN401
    try:
        if request.scheduler:
            return distributed.Client(request.scheduler, timeout=20)
        cluster = distributed.LocalCluster(
            n_workers=request.jobs or os.cpu_count() or 1,
            threads_per_worker=1,
            dashboard_address=None,
        )
        return distributed.Client(stack.enter_context(cluster))
    except OSError as reason:
        raise BatchError(
            f"The Dask scheduler {request.scheduler!r} does not answer: {reason}. Start it with "
            "`dask scheduler`, or leave --scheduler out for a cluster on this machine."
        ) from reason


def _distributed() -> Any:  # noqa: ANN401
    try:
        import distributed  # noqa: PLC0415 (an optional extra)
    except ImportError as reason:
        raise BatchError(
            "--on dask needs dask.distributed. Run: pip install 'rep-review-workbench[dask]'."
        ) from reason
    return distributed
