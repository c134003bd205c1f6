"""A batch: plan, compute the facts once, make what is not current, write the index."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workbench.batch.index import write_index
from workbench.batch.inputs import input_hash
from workbench.batch.job import DocumentJob, Job, Outcome
from workbench.batch.parameters import review_parameters
from workbench.batch.plan import Plan, Request, plan
from workbench.batch.pool import run_jobs
from workbench.batch.report import BatchReport
from workbench.batch.signed import keep_signed, signed_folder
from workbench.batch.status import is_current, read_status
from workbench.snapshots.facts import period_facts
from workbench.sources.workspace import Workspace


@dataclass(frozen=True)
class Watch:
    """Who is told how a batch goes; by default nobody."""

    on_start: Callable[[int], None] = lambda _: None
    on_done: Callable[[Outcome], None] = lambda _: None


def run_batch(workspace: Workspace, request: Request, watch: Watch | None = None) -> BatchReport:
    """Make the documents of a period.

    Parameters
    ----------
    workspace, request
        Where, and what was asked for.
    watch
        Told how many documents are to be made, then of each as it is done.

    Returns
    -------
    BatchReport
        A review that could not be made is in `failed`; it never stops the others.

    Raises
    ------
    WorkbenchError
        Before anything runs: for a request, workspace or snapshot that cannot be used.
    """
    began, watch = time.monotonic(), watch or Watch()
    planned = plan(workspace, request)
    _compute_facts(planned)
    jobs, skipped = _jobs(planned, request)
    watch.on_start(sum(len(job.documents) for job in jobs))
    outcomes = run_jobs(jobs, request.jobs or os.cpu_count() or 1, watch.on_done)
    made = tuple(outcome for outcome in outcomes if outcome.state == "made")
    keep_signed(planned, ((one.rep_id, one.stem) for one in made))
    paths = [planned.folder / planned.folders[one.rep_id] / f"{one.stem}.html" for one in made]
    return BatchReport(
        made=made,
        skipped=tuple(skipped),
        failed=tuple(outcome for outcome in outcomes if outcome.state == "failed"),
        seconds=time.monotonic() - began,
        documents=(*paths, *skipped),
        index=write_index(planned),
    )


def _compute_facts(planned: Plan) -> None:
    """Compute every period the notebooks read, once; they then read only their rep's rows."""
    calendar, period = planned.workspace.calendar, planned.period
    for each in (period, calendar.following(period), calendar.year_before(period)):
        if each is not None:
            period_facts(planned.snapshot, planned.workspace, each)


def _jobs(planned: Plan, request: Request) -> tuple[list[Job], list[Path]]:
    """Split what is asked for into what is to be made and the paths of what is current."""
    jobs, skipped = [], []
    for rep_id in planned.chosen:
        folder = planned.folder / planned.folders[rep_id]
        known = read_status(folder, rep_id).documents
        wanted, signed = [], signed_folder(planned, rep_id)
        for document in _documents(planned, rep_id):
            made = known.get(document.stem)
            if signed is not None and signed.has(document.stem):
                skipped.append(signed.restore(document.stem))  # not by force either
            elif not request.is_forced and is_current(folder, made, document.input_hash):
                skipped.append(folder / f"{document.stem}.html")
            else:
                wanted.append(document)
        if wanted:
            jobs.append(
                Job(
                    rep_id=rep_id,
                    name=planned.people[rep_id].name,
                    folder=folder,
                    notebook=planned.notebook,
                    documents=tuple(wanted),
                    timeout=request.timeout,
                )
            )
    return jobs, skipped


def _documents(planned: Plan, rep_id: str) -> list[DocumentJob]:
    return [
        DocumentJob(
            stem=planned.stem(lang),
            parameters=review_parameters(
                {
                    "rep_id": rep_id,
                    "period": planned.period.name,
                    "workspace": str(planned.workspace.folder),
                    "as_of": planned.snapshot.as_of.isoformat(),
                    "template": planned.template,
                    "lang": lang,
                    "surface": "document",
                }
            ),
            input_hash=input_hash(planned, rep_id, lang),
        )
        for lang in planned.langs
    ]
