"""The command line: one verb per command, each calls one function.

stdout carries only the result; everything else goes to stderr. Exit code 0: done; 1: something
failed; 2: wrong use. Rooms are imported when a command needs them, so that --help is quick.
"""

# Rooms are loaded by the command that needs them
# ruff: noqa: PLC0415

import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.award import awards, readiness
from workbench.cli.cycle import cycles
from workbench.cli.diff import diff
from workbench.cli.documents import batch, review, templates
from workbench.cli.goals import goals
from workbench.cli.keeping import inbox, registers, todo
from workbench.cli.live import coach, lab, serve_pages
from workbench.cli.options import (
    AsOfOption,
    FrozenOption,
    LangOption,
    PeriodOption,
    Telling,
    WorkspaceOption,
    at,
    error_text,
)
from workbench.cli.outreach import calendar, outbox, send
from workbench.cli.pay import pays
from workbench.cli.session import sessions
from workbench.cli.setting_up import init
from workbench.cli.statement import statement
from workbench.cli.store import stores
from workbench.cli.team import team
from workbench.cli.view import views
from workbench.errors import ParameterError, PeriodError, UnknownNameError, WorkbenchError

if TYPE_CHECKING:
    from workbench.i18n import Lang
    from workbench.sources.workspace import Workspace

WRONG_USE = (ParameterError, PeriodError, UnknownNameError)

app = typer.Typer(
    help="From a company's sales records to a fair, evidence-backed review of every rep.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

app.add_typer(templates, name="template")

app.command()(init)
app.command()(send)
app.command()(calendar)
app.command()(todo)
app.command()(statement)
app.add_typer(pays, name="pay")
app.command()(team)
app.command()(lab)
app.command()(coach)
app.command("serve")(serve_pages)
app.add_typer(cycles, name="cycle")
app.add_typer(stores, name="store")
app.add_typer(inbox, name="inbox")
app.add_typer(outbox, name="outbox")
app.add_typer(goals, name="goal")
app.add_typer(registers, name="register")
app.add_typer(views, name="view")
app.add_typer(awards, name="award")
app.command()(readiness)
app.add_typer(sessions, name="session")


@app.callback()
def _start(
    *,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
) -> None:
    notes = logging.StreamHandler(sys.stderr)
    notes.setFormatter(Telling("%(message)s"))
    logging.basicConfig(handlers=[notes])
    logging.getLogger("workbench").setLevel(logging.DEBUG if debug else logging.INFO)


@app.command()
def demo(
    to: Annotated[
        Path, typer.Option("--to", "--workspace", metavar="DIR", help="Folder to write into.")
    ],
    reps: Annotated[int, typer.Option("--reps", min=1, help="How many reps.")] = 20,
) -> None:
    """Write the made company as a workspace, at any size."""
    from workbench.sources.demo import make_company

    make_company(to, reps=reps)
    typer.echo(to / "workbench.toml")


@app.command()
def check(
    workspace: WorkspaceOption = "",
    as_of: AsOfOption = "",
    lang: LangOption = "en",
    frozen: FrozenOption = False,
    security: Annotated[
        bool, typer.Option("--security", help="Who could read or change what is not theirs.")
    ] = False,
) -> None:
    """Report what is wrong with the data, and what that does to the figures.

    With --security what is wrong with the setting, each line with its cure; exit code 0: all well,
    1: something found, 2: something could not be checked.
    """
    from workbench.i18n import require_lang
    from workbench.model.given import day
    from workbench.publish.data_notes import data_notes
    from workbench.review.quality.effect import default_effect
    from workbench.review.quality.sense.doubtful import doubtful
    from workbench.snapshots import current_snapshot

    space = at(workspace)
    if security:
        _check_security(space, require_lang(lang))
        return
    found = current_snapshot(space, day(as_of), is_frozen=frozen)
    told, doubts = default_effect(found, space), doubtful(found, space)
    typer.echo(data_notes(found, require_lang(lang), told, space.currency, doubts), nl=False)


def _check_security(space: "Workspace", lang: "Lang") -> None:
    from workbench.review.security.report import security_report

    report = security_report(space, lang)
    typer.echo(report.text, nl=False)
    raise typer.Exit(report.code)


@app.command()
def snapshot(workspace: WorkspaceOption = "", as_of: AsOfOption = "") -> None:
    """Freeze the source into a dated snapshot.

    A day given by --as-of, earlier or later than the company's own, is kept beside: it never
    becomes the latest and changes no figure that is asked for without it.
    """
    from workbench.model.given import day
    from workbench.snapshots.current import freeze_now

    typer.echo(freeze_now(at(workspace), day(as_of)).folder)


@app.command()
def metrics(
    period: PeriodOption = "",
    rep: Annotated[str, typer.Option("--rep", help="One rep, by id or name.")] = "",
    opened: Annotated[
        str, typer.Option("--open", metavar="METRIC", help="The rows a figure of --rep counted.")
    ] = "",
    form: Annotated[str, typer.Option("--format", help="table, csv, json or parquet.")] = "table",
    to: Annotated[Path | None, typer.Option("--to", metavar="FILE", help="Write here.")] = None,
    workspace: WorkspaceOption = "",
    as_of: AsOfOption = "",
    frozen: FrozenOption = False,
) -> None:
    """Compute the facts of a period, or open one to its rows."""
    from workbench.batch.facts import FactRequest, period_facts_as

    request = FactRequest(
        period=period, rep=rep, opened=opened, form=form, to=to, as_of=as_of, is_frozen=frozen
    )
    typer.echo(period_facts_as(at(workspace), request), nl=False)


app.command()(review)
app.command()(batch)
app.command()(diff)


def main() -> None:
    """Run the command line; an error is a sentence on stderr."""
    os.umask(0o077)  # what a library writes by itself is for its owner alone, too
    try:
        app()
    except WorkbenchError as error:
        if "--debug" in sys.argv:
            raise
        typer.echo(error_text(error, sys.argv), err=True)
        sys.exit(2 if isinstance(error, WRONG_USE) else 1)
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        from workbench.batch.machine import stop_sentence

        text = f"{type(error).__name__}: {error}".rstrip(".")
        told = stop_sentence(error)
        told = told or f"This should not happen: {text}. Run `workbench --debug ...`."
        typer.echo(told, err=True)
        sys.exit(1)
