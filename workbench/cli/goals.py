"""`workbench goal …`: goals set, changed, closed, and what they serve."""

# ruff: noqa: PLC0415, PLR0913, PLR0917

from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.cycle_desk import opened_desk
from workbench.cli.options import (
    AsOption,
    LangOption,
    PeriodOption,
    WorkspaceOption,
    acting,
    day_or_none,
)

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk
    from workbench.store import Actor
    from workbench.store.goals import Goal

goals = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Goals and what they serve.")

TextArgument = Annotated[str, typer.Argument(metavar="TEXT", help="In your words.")]
IdArgument = Annotated[str, typer.Argument(metavar="ID", help="As the tree shows it.")]
ReasonOption = Annotated[str, typer.Option("--reason", help="Why; it stays on record.")]
_WEIGHT = "Percent of the owner's goals of the period; together 100."


@goals.command("add")
def goal_add(
    text: TextArgument,
    owner: Annotated[str, typer.Option("--owner", help="Whose goal: a person, team or company.")],
    actor: AsOption,
    level: Annotated[str, typer.Option("--level", help="company, team or rep.")] = "rep",
    parent: Annotated[str, typer.Option("--serves", help="Id of the goal it serves.")] = "",
    metric: Annotated[str, typer.Option("--metric", help="As docs/metrics.md names it.")] = "",
    baseline: Annotated[str, typer.Option("--from", help="Where it stands, a number.")] = "",
    target: Annotated[str, typer.Option("--to", help="Where it should be, a number.")] = "",
    weight: Annotated[str, typer.Option("--weight", help=_WEIGHT)] = "",
    due: Annotated[str, typer.Option("--due", help="Until when, 2026-12-31.")] = "",
    period: PeriodOption = "",
    workspace: WorkspaceOption = "",
    lang: LangOption = "",
) -> None:
    """Keep a goal; says what it lacks to be SMART, and what the owner's weights lack of 100."""
    from workbench.review.cycle.goal_desk import owner_of, set_goal
    from workbench.store.goals import Goal

    with opened_desk(workspace, lang) as desk:
        span = desk.workspace.calendar.period(period or desk.workspace.default_period)
        goal = Goal(
            period=span.name, parent=parent, level=level, owner_id=owner_of(desk, level, owner),
            what=text, metric=metric, baseline=baseline, target=target, weight=weight,
            due_on=day_or_none(due),
        )  # fmt: skip
        _said(desk, acting(actor, desk), set_goal(desk, acting(actor, desk), goal))


@goals.command("amend")
def goal_amend(
    goal: IdArgument,
    reason: ReasonOption,
    actor: AsOption,
    what: Annotated[str | None, typer.Option("--what", help="In your words.")] = None,
    parent: Annotated[str | None, typer.Option("--serves", help="Id of a goal.")] = None,
    metric: Annotated[str | None, typer.Option("--metric", help="A metric.")] = None,
    baseline: Annotated[str | None, typer.Option("--from", help="Where it stands.")] = None,
    target: Annotated[str | None, typer.Option("--to", help="Where it should be.")] = None,
    weight: Annotated[str | None, typer.Option("--weight", help=_WEIGHT)] = None,
    due: Annotated[str | None, typer.Option("--due", help="Until when, 2026-12-31.")] = None,
    workspace: WorkspaceOption = "",
    lang: LangOption = "",
) -> None:
    """Change a goal, with the reason; what is not named stays."""
    from workbench.review.cycle.goal_desk import amend_goal

    told = {"what": what, "parent": parent, "metric": metric, "baseline": baseline,
            "target": target, "weight": weight}  # fmt: skip
    changes: dict[str, Any] = {name: value for name, value in told.items() if value is not None}
    if due is not None:
        changes["due_on"] = day_or_none(due)
    with opened_desk(workspace, lang) as desk:
        who = acting(actor, desk)
        _said(desk, who, amend_goal(desk, who, goal, changes, reason))


@goals.command("close")
def goal_close(
    goal: IdArgument,
    reason: ReasonOption,
    actor: AsOption,
    workspace: WorkspaceOption = "",
    lang: LangOption = "",
) -> None:
    """Close a goal, with the reason: it counts no more, and stays on record."""
    from workbench.review.cycle.goal_desk import amend_goal

    with opened_desk(workspace, lang) as desk:
        closed = amend_goal(desk, acting(actor, desk), goal, {"state": "closed"}, reason)
        typer.echo(closed.goal)


@goals.command("tree")
def goal_tree(
    period: PeriodOption = "",
    actor: AsOption = "desk:sales_ops",
    workspace: WorkspaceOption = "",
    lang: LangOption = "",
) -> None:
    """Show goals under what they serve, their progress, gaps, and goals nobody serves."""
    from workbench.review.cycle.goal_tree import goal_tree_text

    with opened_desk(workspace, lang) as desk:
        span = desk.workspace.calendar.period(period or desk.workspace.default_period)
        typer.echo(goal_tree_text(desk, acting(actor, desk), span), nl=False)


def _said(desk: "Desk", actor: "Actor", kept: "Goal") -> None:
    """Print the id, and beside it what is lacking."""
    from workbench.review.cycle.goal_desk import lacking

    typer.echo(kept.goal)
    for each in lacking(desk, actor, kept):
        typer.echo(each, err=True)
