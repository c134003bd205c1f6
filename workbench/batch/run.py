"""A batch: plan, compute the facts once, make what is not current, write the index."""

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import Any

from workbench.batch.ahead import keep_ahead
from workbench.batch.choice import Choice, books_of, choose, made_sentence
from workbench.batch.index import write_index
from workbench.batch.job import Outcome
from workbench.batch.lock import outputs_of
from workbench.batch.machine import Run, stopped_by_the_machine
from workbench.batch.memory import trim
from workbench.batch.owner import require_own
from workbench.batch.plan import Plan, Request, plan
from workbench.batch.report import BatchReport
from workbench.batch.run_record import write_run
from workbench.batch.runners import run_on
from workbench.batch.signed import keep_signed
from workbench.errors import BatchError, require_known
from workbench.i18n import told
from workbench.model.given import one_of, text_of, texts
from workbench.publish.deck.kept import file_in
from workbench.review.template import template_names
from workbench.sources.workspace import Workspace, open_workspace

_LOG = logging.getLogger("workbench")
_TEXTS = ("as_of", "engine", "on", "scheduler")  # fields of Request that are plain text


@dataclass(frozen=True)
class Watch:
    """Who is told how a batch goes; by default nobody."""

    on_start: Callable[[int], None] = lambda _: None
    on_done: Callable[[Outcome], None] = lambda _: None
    on_wait: Callable[[str], None] = lambda _: None  # a sentence: what is waited for


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
    BatchError
        When the outputs cannot be written any more or are another workspace's, or the snapshot is
        gone; what is finished stays whole.
    """
    began, watch = time.monotonic(), watch or Watch()
    started_at = datetime.now(UTC)
    planned = plan(workspace, request)
    with outputs_of(planned.folder, watch.on_wait), stopped_by_the_machine(planned.folder):
        require_own(planned.folder.parent, workspace)
        keep_ahead(planned, books_of(planned))
        chosen = choose(planned, request)
        watch.on_start(sum(len(job.documents) for job in chosen.jobs))
        try:
            with stopped_by_the_machine(planned.folder):
                outcomes = _run(planned, request, chosen, watch)
        except BatchError as reason:
            told = f"{reason} {made_sentence(chosen)}"
            write_run(planned, request, started_at, chosen, stopped=told)
            raise BatchError(told) from reason
        except KeyboardInterrupt:
            write_run(planned, request, started_at, chosen, stopped="interrupted")
            raise
        report = _report(planned, chosen, outcomes, began)
        write_run(planned, request, started_at, chosen, report=report)
    return report


def run(
    reps: Sequence[str] | str = (),
    period: str = "",
    workspace: Path | str | None = None,
    **asked: Any,  # noqa: ANN401 (the fields of Request)
) -> BatchReport:
    """Make documents from a program: a scheduler, an Airflow task, a notebook.

    Parameters
    ----------
    reps
        Ids or names, several or one; ("all",) takes everyone, () those who are reviewed in the
        period.
    period, workspace
        As on the command line; left out, the workspace's own period, the default workspace.
    **asked
        Any other field of `Request`: langs, formats, editions, template, as_of, jobs, is_forced,
        engine, timeout, notebook_timeout, memory_mb, on, scheduler.

    Returns
    -------
    BatchReport
        Look at `failed`: a review that could not be made raises nothing.

    Raises
    ------
    WorkbenchError
        As `run_batch`.
    """
    require_known("option", list(asked), [each.name for each in fields(Request)])
    space = open_workspace(workspace)
    told = {**asked, **texts(**{name: asked[name] for name in _TEXTS if name in asked})}
    for name in {"langs", "formats", "editions"} & set(asked):
        told[name] = tuple(text_of(name, each) for each in _several(asked[name]))
    if "template" in asked:
        known = template_names(space.folder)
        told["template"] = one_of("template", asked["template"], known, is_optional=True)
    request = Request(period=text_of("period", period), reps=_several(reps), **told)
    return run_batch(space, request)


def _several(given: object) -> tuple[Any, ...]:
    """Take one thing for a list of one: letters of a text are no names."""
    if given is None or isinstance(given, str) or not isinstance(given, Iterable):
        return () if given in (None, "") else (given,)
    return tuple(given)


def _run(planned: Plan, request: Request, chosen: Choice, watch: Watch) -> list[Outcome]:
    ended = Run()

    def done(outcome: Outcome) -> None:
        if outcome.note is not None:
            _LOG.warning(told(outcome.note, "en"), extra={"said": outcome.note})
        if outcome.state == "failed":
            _require_snapshot(planned)
        elif outcome.rep_id in chosen.signed:
            keep_signed(planned, outcome.rep_id, chosen.signed[outcome.rep_id], outcome.stem)
        watch.on_done(outcome)
        ended.note(outcome)

    trim()  # planning has read what the making does not need
    return run_on(request, chosen.jobs, done) if chosen.jobs else []


def _report(planned: Plan, chosen: Choice, outcomes: list[Outcome], began: float) -> BatchReport:
    made = tuple(outcome for outcome in outcomes if outcome.state == "made")
    asked = {planned.stem(*each) for each in product(planned.langs, planned.editions)}
    pages = [
        planned.folder / planned.folders[one.rep_id] / f"{one.stem}.html"
        for one in made
        if one.stem in asked
    ]
    return BatchReport(
        made=made,
        skipped=chosen.skipped,
        failed=tuple(outcome for outcome in outcomes if outcome.state == "failed"),
        seconds=time.monotonic() - began,
        documents=tuple(_files((*pages, *chosen.skipped), planned.formats)),
        index=write_index(planned),
    )


def _files(pages: Iterable[Path], formats: tuple[str, ...]) -> Iterator[Path]:
    """Give each page and what lies beside it in the formats asked for."""
    for page in pages:
        stem = page.name.removesuffix(".html")
        beside = (file_in(page.parent, stem, name) for name in formats)
        yield from (page, *(file for file in beside if file is not None))


def _require_snapshot(planned: Plan) -> None:
    """Stop a batch whose data are gone: every other review would fail with the same words."""
    manifest = planned.snapshot.folder / "manifest.json"
    if not manifest.is_file():
        raise BatchError(
            f"The batch stopped: the snapshot {planned.snapshot.folder} is gone. What is finished "
            "is whole and stays. Put the folder back, or run `workbench snapshot` to freeze the "
            "source again, then run the same command."
        )
