"""Compute once what all notebooks of a period read, in a process that gives its memory back.

`python -m workbench.batch.ahead BOOKS`. Computing the facts of a large company takes a gigabyte,
which the process that plans a batch, or the one kernels are forked from, would keep to its end.
"""

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterable
from importlib import import_module

from workbench.batch.plan import Plan
from workbench.batch.warm.lease import Books
from workbench.batch.warm.preload import warm_up
from workbench.model.period import Period
from workbench.snapshots.facts import facts_folder, keep_facts


def keep_ahead(planned: Plan, books: Books) -> None:
    """Keep the facts of every period the notebooks read, and what else their sections compute.

    Parameters
    ----------
    books
        Reviews to be made for what they compute.

    Raises
    ------
    WorkbenchError
        When the facts cannot be computed.
    """
    snapshot, workspace = planned.snapshot, planned.workspace
    periods = list(_periods(planned))
    if all(facts_folder(snapshot, workspace, each).exists() for each in periods):
        return
    process = subprocess.Popen(
        [sys.executable, "-m", "workbench.batch.ahead", json.dumps([dict(book) for book in books])],
        stdin=subprocess.PIPE,  # closed when this process ends, whatever ends it
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    with process:
        process.wait()
    for each in periods:  # where it failed, the reason is met here
        keep_facts(snapshot, workspace, each)


def _periods(planned: Plan) -> Iterable[Period]:
    calendar, period = planned.workspace.calendar, planned.period
    found = (period, planned.next_period, calendar.year_before(period))
    return (each for each in found if each is not None)


def _end_with_owner() -> None:
    os.read(0, 1)
    os._exit(1)


def main() -> None:
    """Keep the facts, then make each review once."""
    threading.Thread(target=_end_with_owner, daemon=True).start()
    open_review = import_module("workbench.review.review").open_review
    for parameters in json.loads(sys.argv[1]):
        review = open_review(**parameters)
        for period in (review.period, review.next_period, review.earlier_period):
            if period is not None:
                keep_facts(review.snapshot, review.workspace, period)
        with contextlib.suppress(Exception):  # its own notebook says so
            warm_up(parameters)


if __name__ == "__main__":
    main()
