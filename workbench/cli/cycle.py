"""`workbench cycle …`: open reviews, see who is where, move them on."""

# ruff: noqa: PLC0415, PLR0913, PLR0917

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.cycle_desk import heads, lang_of, named, opened_desk
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
    from workbench.store import Actor

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
        _say_stands(desk, who, chosen, rep)


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
        _say_stands(desk, acting(actor, desk), chosen, rep)
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


@cycles.command()
def reopen(
    rep: RepArgument,
    stage: Annotated[str, typer.Option("--to", help="The stage to go back to.")],
    reason: Annotated[str, typer.Option("--reason", help="Why; stays in the trail.")],
    actor: AsOption = "desk:sales_ops",
    cycle: CycleOption = "",
    workspace: WorkspaceOption = "",
) -> None:
    """Set a review back to an earlier stage."""
    from workbench.store.moves import reopen as set_back

    with opened_desk(workspace, "") as desk:
        who, chosen, rep = acting(actor, desk), named(desk, cycle), whose(rep, desk)
        set_back(desk.store, who, chosen, rep, stage, reason)
        typer.echo(stage)
        _say_stands(desk, who, chosen, rep)


@cycles.command()
def close(
    rep: RepArgument,
    actor: AsOption,
    cycle: CycleOption = "",
    workspace: WorkspaceOption = "",
) -> None:
    """Close a review whose appeal window is over."""
    from workbench.i18n import error
    from workbench.store.cycles import read_subject
    from workbench.store.naming import review_said, stage_said

    with opened_desk(workspace, "") as desk:
        chosen, who, rep = named(desk, cycle), acting(actor, desk), whose(rep, desk)
        subject = read_subject(desk.store, who, chosen, rep)
        if subject.stage != "appeal":
            names = {"review": review_said(subject), "stage": stage_said(subject.stage)}
            raise error(ParameterError, "plan-close-early", **names)
        typer.echo(desk.advance(who, chosen, rep))
        _say_stands(desk, who, chosen, rep)


@cycles.command("due")
def due_(
    rep: RepArgument,
    stage: Annotated[str, typer.Option("--stage", help="Which stage, as self_review.")],
    on: Annotated[str, typer.Option("--on", help="Until when, 2026-10-14.")],
    reason: Annotated[str, typer.Option("--reason", help="Why; stays in the trail.")],
    actor: AsOption = "desk:sales_ops",
    cycle: CycleOption = "",
    workspace: WorkspaceOption = "",
) -> None:
    """Set another due day than the plan's for one review."""
    from workbench.i18n import error, message
    from workbench.store.due import set_due

    with opened_desk(workspace, "") as desk:
        chosen, who, rep = named(desk, cycle), acting(actor, desk), whose(rep, desk)
        day = day_or_none(on)
        if day is None:
            raise error(ParameterError, "refusal-due-no-day")
        set_due(desk.store, who, chosen, rep, stage, day, reason)
        typer.echo(day)
        told = {"rep": rep, "stage": message(f"stage-at-{stage.replace('_', '-')}", desk.lang)}
        typer.echo(message("cycle-due-set", desk.lang, day=on, **told), err=True)


@cycles.command()
def appeal(
    rep: RepArgument,
    actor: AsOption,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Which sentence, and why.")] = "",
    grant: Annotated[str, typer.Option("--grant", help="Grant it, with the reason.")] = "",
    refuse: Annotated[str, typer.Option("--refuse", help="Refuse it, with the reason.")] = "",
    waive: Annotated[bool, typer.Option("--waive", help="No objection: close early.")] = False,
    cycle: CycleOption = "",
    workspace: WorkspaceOption = "",
    lang: LangOption = "",
) -> None:
    """File an appeal, decide on one, or waive the window; a granted one reopens the review."""
    from workbench.i18n import error, message
    from workbench.review.cycle.appealing import appeal as file
    from workbench.store.appeals import GRANTED, REFUSED, decide_appeal, waive_window
    from workbench.store.inbox import asked_as

    with opened_desk(workspace, lang) as desk:
        chosen, who, rep = named(desk, cycle), acting(actor, desk), whose(rep, desk)
        if sum(map(bool, (text, grant, refuse, waive))) != 1:
            raise error(ParameterError, "appeal-one-act")
        if text:
            item = file(desk, who, chosen, rep, text)
            day = f"{asked_as(desk.store, who, item).due_on}"
            typer.echo(item)
            typer.echo(message("step-appeal-filed", desk.lang, day=day), err=True)
        elif waive:
            waive_window(desk.store, who, chosen, rep)
            typer.echo(message("cycle-waived", desk.lang, rep=rep), err=True)
        else:
            outcome = GRANTED if grant else REFUSED
            typer.echo(decide_appeal(desk.store, who, chosen, rep, outcome, grant or refuse))
            typer.echo(message(f"cycle-appeal-{outcome}", desk.lang, rep=rep), err=True)
            _say_stands(desk, who, chosen, rep)


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


def _say_stands(desk: "Desk", actor: "Actor", cycle: str, rep: str) -> None:
    """Tell whoever reads where a review is now, and until when; what comes first is for scripts."""
    from workbench.review.cycle.status import stands_text

    typer.echo(stands_text(desk, actor, cycle, rep), err=True)


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
