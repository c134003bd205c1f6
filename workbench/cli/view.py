"""Views of explorations: list, show, compare."""

# Rooms are loaded by the command that needs them
# ruff: noqa: PLC0415

from typing import Annotated

import typer

from workbench.cli.options import WorkspaceOption, at

views = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Views of explorations.")

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="As `view list` names it.")]


@views.command("list")
def list_views(workspace: WorkspaceOption = "") -> None:
    """List the views kept in the workspace."""
    from workbench.review.exploration.shelf import view_names

    for name in view_names(at(workspace)):
        typer.echo(name)


@views.command("show")
def show_view(name: NameArgument, workspace: WorkspaceOption = "") -> None:
    """Write a view as text, once it is checked."""
    from workbench.review.exploration.shelf import load_view

    typer.echo(load_view(at(workspace), name).text(), nl=False)


@views.command("diff")
def diff_views(
    first: NameArgument,
    second: Annotated[str, typer.Argument(metavar="OTHER", help="Another of them.")],
    workspace: WorkspaceOption = "",
) -> None:
    """Tell where two views differ, one key a line; nothing when they are the same."""
    from workbench.review.exploration.shelf import load_view, view_diff

    space = at(workspace)
    for key, one, other in view_diff(load_view(space, first), load_view(space, second)):
        typer.echo(f"{key}\t{one or '-'}\t{other or '-'}")
