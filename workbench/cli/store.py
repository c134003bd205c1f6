"""`workbench store …`: carry what people wrote elsewhere, and back it up."""

# ruff: noqa: PLC0415

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.options import AsOption, WorkspaceOption, at
from workbench.errors import ParameterError

if TYPE_CHECKING:
    from workbench.store import Store

_DESK = "desk:sales_ops"  # whoever reads the folder holds the whole of it already

stores = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="What people wrote.")


@stores.command("export")
def export(
    to: Annotated[Path, typer.Option("--to", metavar="FILE", help="A new .jsonl file.")],
    actor: AsOption = _DESK,
    workspace: WorkspaceOption = "",
) -> None:
    """Write everything as JSON Lines."""
    from workbench.i18n import error
    from workbench.private import make_private_file
    from workbench.store import Actor
    from workbench.store.exchange import export_lines

    if to.exists():
        raise error(ParameterError, "refusal-file-there", file=str(to))
    with _store(workspace) as store:
        lines = export_lines(store, Actor.read(actor))
        make_private_file(to)
        with to.open("w", encoding="utf-8") as file:
            file.writelines(lines)
    typer.echo(to)


@stores.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="What store export wrote.", exists=True)],
    actor: AsOption = _DESK,
    workspace: WorkspaceOption = "",
) -> None:
    """Fill an empty store; all or nothing."""
    from workbench.store import Actor
    from workbench.store.exchange import import_lines

    with _store(workspace, is_seeded=False) as store, file.open(encoding="utf-8") as lines:
        typer.echo(import_lines(store, Actor.read(actor), lines))


@stores.command()
def backup(
    to: Annotated[Path, typer.Option("--to", metavar="FILE", help="A new file.")],
    actor: AsOption = _DESK,
    workspace: WorkspaceOption = "",
) -> None:
    """Copy a SQLite store while others may write."""
    from workbench.store import Actor
    from workbench.store.exchange import backup as copy

    with _store(workspace) as store:
        typer.echo(copy(store, Actor.read(actor), to))


@contextmanager
def _store(workspace: str, *, is_seeded: bool = True) -> Iterator["Store"]:
    from workbench.store import open_store
    from workbench.store.opening import store_of

    space = at(workspace)
    store = store_of(space) if is_seeded else open_store(space.store_url)
    try:
        yield store
    finally:
        store.engine.dispose()
