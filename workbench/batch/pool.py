"""Many reps at once, each in a process of its own pool; one rep never stops the others."""

import multiprocessing
import os
import signal
import tempfile
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.context import BaseContext
from pathlib import Path

from workbench.batch.files import UNWRITABLE, unwritable_sentence
from workbench.batch.job import Job, Outcome
from workbench.batch.machine import stopped_by_the_machine
from workbench.batch.make import make_review
from workbench.batch.warm.lease import LONGEST_FOLDER, SERVER, can_fork
from workbench.errors import BatchError
from workbench.publish.problem import Problem

_TRIES = 2  # rounds without a document made; a worker killed from outside takes its round along

# One thread a kernel: as many kernels run as there are cores
ENVIRONMENT = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
    "JUPYTER_PREFER_ENV_PATH": "1",  # the kernel of this environment, not of the user's folder
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    "PYTHONWARNINGS": "ignore",  # warnings of libraries are not for a document
}
OnDone = Callable[[Outcome], None]


def run_jobs(
    jobs: Sequence[Job], workers: int, on_done: OnDone, server: Path | None = None
) -> list[Outcome]:
    """Make the documents of many reps.

    Parameters
    ----------
    jobs
        One per rep.
    workers
        How many at once.
    on_done
        Called for each document as it is done, in this process.
    server
        Where the fork server of a batch listens.

    Returns
    -------
    list of Outcome
        In the order of `jobs`. An interrupt stops all workers and their kernels, then goes on.

    Raises
    ------
    BatchError
        When the outputs cannot be written, or the machine has no open file or memory left, since
        no other document could be made either.
    """
    done: dict[str, list[Outcome]] = {}
    idle, left = 0, list(jobs)
    while left and idle < _TRIES:
        before = len(done)
        with tempfile.TemporaryDirectory(
            prefix="workbench-", ignore_cleanup_errors=True
        ) as scratch:
            told = {SERVER: str(server)} if server else {}
            _run_once(left, workers, {**told, "TMPDIR": scratch}, done, on_done)
        idle = idle + 1 if len(done) == before else 0
        left = [job for job in jobs if job.rep_id not in done]
        left = left[workers:] + left[:workers]  # what may have ended the worker comes last
    for job in left:
        done[job.rep_id] = lost(job)
        for outcome in done[job.rep_id]:
            on_done(outcome)
    return [outcome for job in jobs for outcome in done[job.rep_id]]


def _run_once(
    jobs: Sequence[Job],
    workers: int,
    environment: dict[str, str],
    done: dict[str, list[Outcome]],
    on_done: OnDone,
) -> None:
    pool = ProcessPoolExecutor(
        max_workers=max(1, min(workers, len(jobs))),
        mp_context=_workers(),
        initializer=_prepare_worker,
        initargs=({**os.environ, **environment},),
    )
    try:
        futures = {pool.submit(make_review, job): job for job in jobs}
        for future in as_completed(futures):
            job = futures[future]
            outcomes = outcomes_of(future.result, job, BrokenProcessPool)
            if outcomes is not None:
                done[job.rep_id] = outcomes
                for outcome in outcomes:
                    on_done(outcome)
    except BaseException:
        _stop(pool)
        raise
    pool.shutdown()


def _workers() -> BaseContext:
    """Start workers as copies of one process that imported what they need and did nothing else."""
    if not can_fork() or len(tempfile.gettempdir()) > LONGEST_FOLDER:  # no room for its socket
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["workbench.batch.copied"])
    return context


def outcomes_of(
    result: Callable[[], list[Outcome]], job: Job, ended: type[Exception]
) -> list[Outcome] | None:
    """Give what a worker returned; None when the worker was ended and the job may be tried again.

    Raises
    ------
    BatchError
        When what stopped it is the machine's, since no other document could be made either.
    """
    try:
        with stopped_by_the_machine(job.folder):
            return result()
    except ended:
        return None
    except BatchError:
        raise
    except OSError as reason:
        if reason.errno in UNWRITABLE:
            raise BatchError(unwritable_sentence(reason, job.folder)) from reason
        return _failed(job, Problem(error=type(reason).__name__, text=str(reason)))
    except Exception as reason:  # a fault of ours: this rep failed, the others go on
        return _failed(job, Problem(error=type(reason).__name__, text=str(reason)))


def lost(job: Job) -> list[Outcome]:
    """Give the outcomes of a job whose worker was ended each time it was tried."""
    text = "The process that made it was ended from outside, twice; often the memory was full."
    return _failed(job, Problem(error="BrokenProcessPool", text=text))


def _failed(job: Job, problem: Problem) -> list[Outcome]:
    return [
        Outcome(rep_id=job.rep_id, name=job.name, stem=wanted.stem, state="failed", problem=problem)
        for wanted in job.documents
    ]


def _stop(pool: ProcessPoolExecutor) -> None:
    """End the workers now; their kernels see the parent gone and end within a second."""
    processes = list((pool._processes or {}).values())  # there is no public way to end them
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.kill()


def _prepare_worker(environment: dict[str, str]) -> None:
    """Set up one worker: quiet kernels, no reader's own IPython profile, no orphans."""
    scratch = environment["TMPDIR"]
    os.environ.clear()  # what it is a copy of was started once, maybe for an earlier batch
    os.environ.update({**environment, **ENVIRONMENT})
    os.environ.update(IPYTHONDIR=scratch, JUPYTER_RUNTIME_DIR=scratch)
    tempfile.tempdir = None  # found again, in the folder above
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process decides, and ends the workers
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
