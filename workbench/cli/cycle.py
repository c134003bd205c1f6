"""`workbench cycle …`: open reviews, see who is where, move them on."""

# ruff: noqa: PLC0415, PLR0913, PLR0917

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.cycle_amended import appeal, close, due_, reopen
from workbench.cli.cycle_desk import heads, lang_of, named, opened_desk, say_stands
from workbench.cli.options import (
    AsOption,
    CycleOption,
    DueOption,
    FrozenOption,
    LangOption,
    PeriodOption,
    RepArgument,
    TemplateOption,
    WorkspaceOption,
    acting,
    at,
    day_or_none,
    whose,
)
from workbench.errors import ParameterError

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk


_LESSON = ("cycle", "rep", "about", "text")
cycles = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="The review cycle.")


@cycles.command("open")
def open_(
    period: PeriodOption = "",
    template: TemplateOption = "",
    due: DueOption = "",
    reps: Annotated[str, typer.Option("--reps", help="A comma list of ids; default: all.")] = "",
    ahead: Annotated[
        bool, typer.Option("--ahead", help="Though the data tell nothing of the period yet.")
    ] = False,
    actor: AsOption = "desk:sales_ops",
    workspace: WorkspaceOption = "",
    lang: LangOption = "",
    frozen: FrozenOption = False,
) -> None:
    """Open the reviews of a period on the current snapshot, and propose each rep's draft.

    Run again it goes on: it adds who joined, proposes missing drafts, excuses who has left.
    """
    from workbench.review.cycle.opening import begin, opening_text
    from workbench.snapshots import current_snapshot

    chosen = [part.strip() for part in reps.split(",") if part.strip()]
    with opened_desk(workspace, lang) as desk:
        current_snapshot(desk.workspace, is_frozen=frozen)  # the desk opens what is the latest
        due_on, chosen = day_or_none(due), [whose(each, desk) for each in chosen]
        done = begin(
            desk, acting(actor), period, template, due_on=due_on, reps=chosen, is_ahead=ahead
        )
        typer.echo(done.cycle)
        typer.echo(opening_text(done, desk.lang), err=True)


@cycles.command()
def status(
    cycle: CycleOption = "",
    actor: AsOption = "desk:sales_ops",
    workspace: WorkspaceOption = "",
    lang: LangOption = "",
) -> None:
    """Say who is where, on time and complete, and who has the next thing to do."""
    from workbench.review.cycle.status import status_text

    with opened_desk(workspace, lang) as desk:
        typer.echo(status_text(desk, acting(actor, desk), named(desk, cycle)), nl=False)


@cycles.command()
def requirements(
    template: TemplateOption = "", workspace: WorkspaceOption = "", lang: LangOption = ""
) -> None:
    """Print the requirements sheet: what to report, from which figures, who writes what."""
    from workbench.review.cycle.requirements import requirements_text
    from workbench.review.template import load_template

    space = at(workspace)
    found = load_template(template or space.template, space.folder)
    typer.echo(requirements_text(found, lang_of(lang, space.languages[0])), nl=False)


@cycles.command()
def advance(
    rep: RepArgument,
    actor: AsOption,
    cycle: CycleOption = "",
    workspace: WorkspaceOption = "",
    lang: LangOption = "",
) -> None:
    """Leave the stage of a review; what is required must be there."""
    with opened_desk(workspace, lang) as desk:
        chosen, who, rep = named(desk, cycle), acting(actor, desk), whose(rep, desk)
        typer.echo(desk.advance(who, chosen, rep))
        say_stands(desk, who, chosen, rep)


@cycles.command()
def sign(
    rep: RepArgument,
    actor: AsOption,
    seen: Annotated[bool, typer.Option("--seen", help="Read, but not agreed.")] = False,
    comment: Annotated[str, typer.Option("--comment", help="What is not agreed.")] = "",
    cycle: CycleOption = "",
    workspace: WorkspaceOption = "",
    lang: LangOption = "",
) -> None:
    """Sign a review; the second signature makes and freezes its documents.

    Says where other reps are named.
    """
    from workbench.i18n import message

    with opened_desk(workspace, lang) as desk:
        verdict, chosen = "seen" if seen else "agreed", named(desk, cycle)
        rep = whose(rep, desk)
        stage = desk.sign(acting(actor, desk), chosen, rep, verdict, comment)
        for place, name in desk.naming(acting(actor, desk), chosen, rep):
            typer.echo(message("form-names-others", desk.lang, names=f"{name} ({place})"), err=True)
        typer.echo(stage)
        say_stands(desk, acting(actor, desk), chosen, rep)
        if stage == "appeal":
            _publish(desk, chosen, rep)


@cycles.command()
def lessons(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="All of them.")] = "",
    actor: AsOption = "desk:sales_ops",
    workspace: WorkspaceOption = "",
    lang: LangOption = "",
) -> None:
    """Search what was learned in signed reviews of all cycles."""
    from workbench.review.cycle.lessons import lessons as found
    from workbench.review.cycle.listing import listing

    with opened_desk(workspace, lang) as desk:
        rows = [
            [each.cycle, each.rep_id, each.about, each.text]
            for each in found(desk, acting(actor, desk), words)
        ]
        typer.echo(listing(heads(desk, "lesson", _LESSON), rows), nl=False)


for _each in (reopen, close):
    cycles.command()(_each)
cycles.command("due")(due_)
cycles.command()(appeal)


@cycles.command()
def form(
    rep: Annotated[str, typer.Option("--rep", help="A rep, by id or name.")],
    actor: AsOption,
    to: Annotated[Path | None, typer.Option("--to", metavar="FILE", help="A new .xlsx.")] = None,
    from_: Annotated[Path | None, typer.Option("--from", metavar="FILE", help="Filled in.")] = None,
    cycle: CycleOption = "",
    workspace: WorkspaceOption = "",
    lang: LangOption = "",
) -> None:
    """Carry a form to a desk without Jupyter, and back."""
    from workbench.i18n import error, message
    from workbench.review.cycle.sheet import read_sheet, write_sheet

    if (to is None) == (from_ is None):
        raise error(ParameterError, "refusal-sheet-one-way")
    with opened_desk(workspace, lang) as desk:
        if to is not None:
            who, chosen = acting(actor, desk), named(desk, cycle)
            typer.echo(write_sheet(desk, who, chosen, whose(rep, desk), to))
            return
        taken = read_sheet(desk, acting(actor, desk), from_ or Path())
        for name in taken.saved:
            typer.echo(name)
        for name in taken.conflicts:
            typer.echo(message("sheet-conflict", desk.lang, item=name), err=True)
    if taken.conflicts:
        raise typer.Exit(1)


def _publish(desk: "Desk", cycle: str, rep: str) -> None:
    """Make the documents of a review that both have just signed; they are kept from then on."""
    from workbench.batch.plan import Request
    from workbench.batch.run import run_batch
    from workbench.store.cycles import find_cycle

    found = find_cycle(desk.store, cycle)
    asked = Request(
        period=found.period, reps=(rep,), template=found.template,
        langs=desk.workspace.languages,
    )  # fmt: skip
    report = run_batch(desk.workspace, asked)
    for path in report.documents:
        typer.echo(path)
    if report.failed:
        raise typer.Exit(1)
