"""The first document of a workspace that has just begun."""

from pathlib import Path

from workbench.batch.plan import Request
from workbench.batch.report import failure_text
from workbench.batch.run import run_batch
from workbench.errors import BatchError
from workbench.i18n import Lang
from workbench.sources.workspace import Workspace


def first_document(space: Workspace, rep_id: str, lang: Lang) -> Path:
    """Make one rep's document in one language.

    Raises
    ------
    BatchError
        When it could not be made; says what stopped it.
    """
    report = run_batch(space, Request(reps=(rep_id,), langs=(lang,)))
    if report.failed:
        raise BatchError("\n".join(map(failure_text, report.failed)))
    return report.documents[0]
