"""`workbench award …`, `readiness`, `register attend`: recognition and the next level."""

# ruff: noqa: PLC0415

from typing import Annotated

import typer

from workbench.cli.cycle_desk import opened_desk
from workbench.cli.keeping import IdArgument, registers
from workbench.cli.options import (
    AsOption,
    LangOption,
    PeriodOption,
    RepArgument,
    WorkspaceOption,
    acting,
    whose,
)

awards = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Awards by a stated rule.")

AwardOption = Annotated[str, typer.Option("--award", help="Only this one, by key.")]
AwardArgument = Annotated[str, typer.Argument(metavar="AWARD", help="As growth.toml names it.")]


@awards.command("propose")
def propose(
    period: PeriodOption = "",
    award: AwardOption = "",
    actor: AsOption = "desk:sales_ops",
    workspace: WorkspaceOption = "",
    lang: LangOption = "",
) -> None:
    """Show what each rule proposes: candidate, figure, n, rule, hash, and who is barred and why."""
    from workbench.review.growing.recognition import recognition_board

    with opened_desk(workspace, lang) as desk:
        span = desk.workspace.calendar.period(period or desk.workspace.default_period)
        typer.echo(recognition_board(desk, acting(actor, desk), span, award).text(), nl=False)


@awards.command("grant")
def grant_(
    award: AwardArgument,
    rep: RepArgument,
    actor: AsOption,
    period: PeriodOption = "",
    reason: Annotated[
        str, typer.Option("--reason", help="Needed when the rule proposes another.")
    ] = "",
    workspace: WorkspaceOption = "",
    lang: LangOption = "",
) -> None:
    """Grant an award: a line of the register with rule, figure and hash of what was read."""
    from workbench.review.growing.awards import grant

    with opened_desk(workspace, lang) as desk:
        whom = whose(rep, desk)
        typer.echo(grant(desk, acting(actor, desk), award, whom, period, reason).line)


@awards.command("prove")
def prove_(line: IdArgument, actor: AsOption, workspace: WorkspaceOption = "") -> None:
    """Apply the rule of a granted award to its snapshot again; fails when the hash differs."""
    from workbench.i18n import message
    from workbench.review.growing.awards import prove

    with opened_desk(workspace, "") as desk:
        found = prove(desk, acting(actor, desk), line)
    typer.echo(found.again)
    if not found.is_same:
        granted = found.line.about["hash"]
        typer.echo(message("award-not-proven", desk.lang, hash=str(granted)), err=True)
        raise typer.Exit(1)


@awards.command("overlooked")
def overlooked(
    actor: AsOption,
    period: PeriodOption = "",
    workspace: WorkspaceOption = "",
    lang: LangOption = "",
) -> None:
    """Show who got no word of thanks for long, with what speaks for them; for those who lead."""
    from workbench.review.growing.recognition import overlooked_board

    with opened_desk(workspace, lang) as desk:
        span = desk.workspace.calendar.period(period or desk.workspace.default_period)
        typer.echo(overlooked_board(desk, acting(actor, desk), span).text(), nl=False)


@registers.command("attend")
def attend(
    line: IdArgument,
    people: Annotated[list[str], typer.Argument(metavar="PERSON...", help="Who took part.")],
    actor: AsOption,
    workspace: WorkspaceOption = "",
) -> None:
    """Note who took part in a team activity."""
    from workbench.store.attendance import note_attendance

    with opened_desk(workspace, "") as desk:
        for person in note_attendance(desk.store, acting(actor, desk), line, people):
            typer.echo(person)


def readiness(
    rep: RepArgument,
    actor: AsOption,
    period: PeriodOption = "",
    workspace: WorkspaceOption = "",
    lang: LangOption = "",
) -> None:
    """Show a rep's next level: criterion, fact, gap. Evidence for people, never a verdict."""
    from workbench.review.growing.team import open_team

    typer.echo(open_team(period, workspace, actor=actor, lang=lang).readiness(rep).text(), nl=False)
