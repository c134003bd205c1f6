"""`run.json` beside the index: what a run did, for programs."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from workbench.batch.choice import Choice
from workbench.batch.index import FOLDER
from workbench.batch.job import Outcome
from workbench.batch.plan import Plan, Request
from workbench.batch.report import BatchReport
from workbench.private import make_private, write_private

NAME = "run.json"


def write_run(
    plan: Plan,
    request: Request,
    started_at: datetime,
    chosen: Choice,
    *,
    report: BatchReport | None = None,
    stopped: str = "",
) -> Path:
    """Write what a run was asked for and what came of it.

    Parameters
    ----------
    report
        Of a run that came to its end.
    stopped
        Why it did not, as a sentence; what is finished stands in each rep's `status.json`.

    Returns
    -------
    Path
        The file; on a disk that takes nothing more it is the old one.
    """
    done = (*report.made, *report.failed) if report else ()
    record: dict[str, Any] = {
        "state": "stopped" if stopped else ("failed" if report and report.failed else "done"),
        "stopped": stopped,
        "started_at": started_at.isoformat(timespec="seconds"),
        "ended_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "seconds": round(report.seconds, 3) if report else None,
        "workspace": plan.workspace.name,
        "period": plan.period.name,
        "snapshot": plan.as_of,
        "template": plan.template,
        "langs": list(plan.langs),
        "engine": request.engine,
        "on": request.on or "this machine",
        "asked": sum(len(job.documents) for job in chosen.jobs) + len(chosen.skipped),
        "made": len(report.made) if report else None,
        "unchanged": len(chosen.skipped),
        "failed": len(report.failed) if report else None,
        "documents": [_document(outcome) for outcome in done],
    }
    path = plan.folder / FOLDER / NAME
    try:
        make_private(path.parent)
        write_private(path, json.dumps(record, ensure_ascii=False, indent=1) + "\n")
    except OSError:
        if not stopped:
            raise
    return path


def _document(outcome: Outcome) -> dict[str, Any]:
    problem = outcome.problem
    return {
        "rep_id": outcome.rep_id,
        "document": outcome.stem,
        "state": outcome.state,
        "why": outcome.why,
        "seconds": outcome.seconds,
        "error": problem.error if problem else None,
        "text": problem.text if problem else None,
        "section": problem.section if problem else None,
    }
