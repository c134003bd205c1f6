"""What commands of a cycle begin with: the desk, and which cycle is meant; and how they end."""

# ruff: noqa: PLC0415

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from workbench.cli.options import at
from workbench.errors import ParameterError, PeriodError

if TYPE_CHECKING:
    from workbench.i18n import Lang
    from workbench.review.cycle.desk import Desk
    from workbench.store import Actor


@contextmanager
def opened_desk(workspace: str, lang: str) -> Iterator["Desk"]:
    """Open the desk of a workspace for one command."""
    from workbench.review.cycle.desk import open_desk

    space = at(workspace)
    desk = open_desk(space, lang_of(lang, space.languages[0]))
    try:
        yield desk
    finally:
        desk.store.engine.dispose()


def named(desk: "Desk", cycle: str) -> str:
    """Take the cycle asked for, or the one opened last."""
    from workbench.i18n import error
    from workbench.store.cycles import list_cycles

    if cycle:
        return _cycle_name(desk, cycle)
    opened = list_cycles(desk.store)
    if not opened:
        raise error(ParameterError, "refusal-no-cycle")
    return opened[-1].cycle


def _cycle_name(desk: "Desk", told: str) -> str:
    """Write the period of a cycle's name as cycles are named by it; the rest as it stands."""
    from workbench.review.cycle.answers import cycle_name

    period, colon, template = told.rpartition(":")
    try:
        return cycle_name(desk.workspace.calendar.period(period).name, template) if colon else told
    except PeriodError:  # the store says which cycles there are
        return told


def lang_of(told: str, default: str) -> "Lang":
    """Take the language asked for, else the company's first."""
    from workbench.i18n import require_lang

    return require_lang(told or default)


def heads(desk: "Desk", table: str, names: Sequence[str]) -> list[str]:
    """Name the columns of a listing in the desk's language."""
    from workbench.i18n import message

    return [message(f"listed-{table}-{name}", desk.lang) for name in names]


def say_stands(desk: "Desk", actor: "Actor", cycle: str, rep: str) -> None:
    """Tell whoever reads where a review is now, and until when; what comes first is for scripts."""
    from workbench.review.cycle.status import stands_text

    typer.echo(stands_text(desk, actor, cycle, rep), err=True)
