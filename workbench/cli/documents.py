"""`workbench review`, `batch`, `template check`: the documents."""

# ruff: noqa: PLC0415, PLR0913, PLR0917

import os
from typing import Annotated, Any

import typer

from workbench.cli.options import (
    AsOfOption,
    EditionOption,
    ForceOption,
    FormatsOption,
    FrozenOption,
    LangOption,
    PeriodOption,
    TemplateOption,
    WorkspaceOption,
    at,
)

templates = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Review templates.")


def review(
    rep: Annotated[str, typer.Argument(metavar="REP", help="A rep, by id or name.")],
    period: PeriodOption = "",
    workspace: WorkspaceOption = "",
    as_of: AsOfOption = "",
    lang: LangOption = "",
    template: TemplateOption = "",
    force: ForceOption = False,
    frozen: FrozenOption = False,
    formats: FormatsOption = "html",
    edition: EditionOption = "talk",
) -> None:
    """Make the review of one rep."""
    asked = {"period": period, "as_of": as_of, "template": template, "is_forced": force}
    asked |= {"is_frozen": frozen, "formats": _listed(formats)}
    asked |= {"editions": _listed(edition)}
    _make(workspace, {**asked, "reps": (rep,), "langs": _listed(lang)}, is_one=True)


def batch(
    period: PeriodOption = "",
    workspace: WorkspaceOption = "",
    reps: Annotated[
        str, typer.Option("--reps", help="default, all, or a comma list of ids or names.")
    ] = "default",
    jobs: Annotated[
        int, typer.Option("--jobs", min=0, help="At once; 0: as many as keep the cores busy.")
    ] = 0,
    formats: FormatsOption = "html",
    edition: EditionOption = "talk",
    lang: LangOption = "",
    template: TemplateOption = "",
    as_of: AsOfOption = "",
    force: ForceOption = False,
    frozen: FrozenOption = False,
    timeout: Annotated[
        int, typer.Option("--timeout", min=1, help="Seconds a cell may take.")
    ] = 600,
    view: Annotated[
        str, typer.Option("--view", help="Period and reps of a view kept in the workspace.")
    ] = "",
    notebook_timeout: Annotated[
        int, typer.Option("--notebook-timeout", min=1, help="Seconds a notebook may take.")
    ] = 3600,
    memory: Annotated[
        int, typer.Option("--memory", min=0, help="Megabytes a notebook may take; 0: anything.")
    ] = 2048,
    engine: Annotated[
        str, typer.Option("--engine", help="warm: forked kernels; stock: papermill's own.")
    ] = "warm",
    on: Annotated[
        str, typer.Option("--on", help="dask: on a cluster instead of this machine's cores.")
    ] = "",
    scheduler: Annotated[
        str, typer.Option("--scheduler", help="tcp://host:8786; without one a local cluster.")
    ] = "",
) -> None:
    """Make the reviews of a period, with index pages."""
    if view:
        period, reps = _of_view(workspace, view, period, reps, is_frozen=frozen)
    asked = {"period": period, "as_of": as_of, "template": template, "is_forced": force}
    asked |= {"jobs": jobs, "timeout": timeout, "formats": _listed(formats)}
    asked |= {"notebook_timeout": notebook_timeout, "memory_mb": memory, "engine": engine}
    asked |= {"editions": _listed(edition)}
    asked |= {"on": on, "scheduler": scheduler, "is_frozen": frozen}
    wanted = () if reps == "default" else _listed(reps)
    _make(workspace, {**asked, "reps": wanted, "langs": _listed(lang)})


@templates.command("check")
def check_templates(workspace: WorkspaceOption = "") -> None:
    """Compare every template with the notebook; a mistake names file, key and fix."""
    from workbench.batch.template_check import template_report

    typer.echo(template_report(at(workspace).folder), nl=False)


def _make(workspace: str, asked: dict[str, Any], *, is_one: bool = False) -> None:
    from workbench.batch.memory import give_back_early
    from workbench.batch.plan import Request
    from workbench.batch.progress import shown_progress
    from workbench.batch.report import report_text
    from workbench.batch.run import run_batch

    give_back_early()
    try:
        with shown_progress() as watch:
            report = run_batch(at(workspace), Request(**asked), watch)
    except KeyboardInterrupt:
        typer.echo("Stopped. What is finished stays; the same command makes the rest.", err=True)
        os._exit(130)  # now: taking all modules apart would take a second
    typer.echo(report_text(report), err=True)
    for path in report.documents if is_one else (report.index,):
        typer.echo(path)
    if report.failed:
        raise typer.Exit(1)


def _of_view(
    workspace: str, view: str, period: str, reps: str, *, is_frozen: bool
) -> tuple[str, str]:
    """Take from a view what the command line leaves open."""
    from workbench.batch.of_view import batch_of_view

    named, found = batch_of_view(at(workspace), view, is_frozen=is_frozen)
    return period or named, ",".join(found) or reps if reps == "default" else reps


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
