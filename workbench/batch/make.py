"""Make the documents of one rep: run, publish, put in place, write the status last."""

import shutil
import sys
import tempfile
import time
from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from nbformat import NotebookNode

from workbench.batch.execute import execute, read_notebook
from workbench.batch.job import DocumentJob, Job, Outcome
from workbench.batch.machine import require_no_cause
from workbench.batch.status import Made, read_status, write_status
from workbench.private import make_private, write_private_bytes
from workbench.publish.deck.kept import SUFFIX, decks_of, is_edited, placed
from workbench.publish.document import document
from workbench.publish.made import in_formats
from workbench.publish.problem import Problem
from workbench.publish.strip import stripped, without_folders
from workbench.review.asked_formats import FORMATS


def make_review(job: Job) -> list[Outcome]:
    """Make every document of one rep; a failure is an outcome, not an exception."""
    _sweep(make_private(job.folder))
    return [_make_document(job, wanted) for wanted in job.documents]


def _sweep(folder: Path) -> None:
    """Remove what a killed run left half written; hidden names in a rep's folder are all ours."""
    for left in folder.glob(".*"):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def _make_document(job: Job, wanted: DocumentJob) -> Outcome:
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix=".run-", dir=job.folder) as folder:
        executed = Path(folder) / "executed.ipynb"
        problem = execute(job.notebook, wanted.parameters, executed, job.running)
        require_no_cause(problem)
        notebook = read_notebook(executed)
    files, problem = _files(job, wanted, notebook, problem)
    contents, note = placed(job.folder, wanted.stem, files)
    for name, content in contents.items():
        write_private_bytes(job.folder / name, content)
    outputs = {name: sha256(content).hexdigest() for name, content in contents.items()}
    _remove_older(job.folder, wanted.stem, set(contents))
    seconds = round(time.monotonic() - began, 3)
    made = Made(
        state="failed" if problem else "made",
        input_hash=wanted.input_hash,
        outputs=outputs,
        problem=problem,
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
        seconds=seconds,
        parts=wanted.parts,
        revision=wanted.revision,
        why=wanted.why,
    )
    write_status(job.folder, read_status(job.folder, job.rep_id).with_document(wanted.stem, made))
    return Outcome(
        rep_id=job.rep_id,
        name=job.name,
        stem=wanted.stem,
        state=made.state,
        seconds=seconds,
        problem=problem,
        why=wanted.why,
        note=note,
    )


def _remove_older(folder: Path, stem: str, written: Collection[str]) -> None:
    """Remove what was not made now and might pass for it; a deck somebody changed is theirs."""
    decks = [file for file in decks_of(folder, stem) if not is_edited(file)]
    others = [folder / f"{stem}.{name}" for name in FORMATS if f".{name}" != SUFFIX]
    for file in (*decks, *others):
        if file.name not in written:
            file.unlink(missing_ok=True)


def _files(
    job: Job, wanted: DocumentJob, notebook: NotebookNode, problem: Problem | None
) -> tuple[dict[str, bytes], Problem | None]:
    """Give the bytes of each output, by format; what cannot be published is a problem too."""
    folders = [Path(wanted.parameters["workspace"]), Path(sys.prefix), job.folder, Path.home()]
    kept = stripped(notebook, folders, has_sources=wanted.is_signed)
    files = {"ipynb": kept.encode()}
    if problem is None:
        try:
            beside = in_formats(notebook, wanted.formats, wanted.fonts, wanted.deck_template)
            files |= {"html": document(notebook).encode(), **beside}
        except Exception as reason:  # a fault of ours fails this rep alone
            problem = Problem(error=type(reason).__name__, text=str(reason))
    if problem:  # its text goes to the index page
        problem = replace(problem, text=without_folders(problem.text, folders))
    return files, problem
