"""`workbench cycle reopen`, `close`, `due` and `appeal`: a review out of its usual turn."""

# ruff: noqa: PLC0415, PLR0913, PLR0917

from typing import Annotated

import typer

from workbench.cli.cycle_desk import named, opened_desk, say_stands
from workbench.cli.options import (
    AsOption,
    CycleOption,
    LangOption,
    RepArgument,
    WorkspaceOption,
    acting,
    day_or_none,
    whose,
)
from workbench.errors import ParameterError


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
        say_stands(desk, who, chosen, rep)


def close(
    rep: RepArgument,
    actor: AsOption,
    cycle: CycleOption = "",
    workspace: WorkspaceOption = "",
) -> None:
    """Close a review whose appeal window is over."""
    from workbench.i18n import error
    from workbench.store.naming import review_said, stage_said
    from workbench.store.subjects import read_subject

    with opened_desk(workspace, "") as desk:
        chosen, who, rep = named(desk, cycle), acting(actor, desk), whose(rep, desk)
        subject = read_subject(desk.store, who, chosen, rep)
        if subject.stage != "appeal":
            names = {"review": review_said(subject), "stage": stage_said(subject.stage)}
            raise error(ParameterError, "plan-close-early", **names)
        typer.echo(desk.advance(who, chosen, rep))
        say_stands(desk, who, chosen, rep)


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
            say_stands(desk, who, chosen, rep)
