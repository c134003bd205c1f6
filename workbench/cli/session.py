"""`workbench session …`: the coaching sessions of a rep, their notes, the next date."""

# ruff: noqa: PLC0415

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.options import (
    AsOption,
    ForceOption,
    FormatsOption,
    LangOption,
    PeriodOption,
    RepArgument,
    WorkspaceOption,
    acting,
)
from workbench.errors import ParameterError

if TYPE_CHECKING:
    from workbench.review.coaching.desk import CoachingDesk

sessions = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Coaching sessions.")

ActorOption = Annotated[
    str, typer.Option("--as", metavar="PERSON:ROLE", help="Default: the rep's manager of record.")
]
NumberOption = Annotated[int, typer.Option("--number", help="Default: the last one held.")]


@sessions.command("list")
def list_(
    rep: RepArgument,
    period: PeriodOption = "",
    actor: ActorOption = "",
    workspace: WorkspaceOption = "",
    lang: LangOption = "",
) -> None:
    """List the sessions of a rep: number, day, state, and why one was skipped."""
    with _opened(rep, period, workspace, actor, lang) as desk:
        for each in desk.sessions():
            told = [str(each.number), desk.day_of(each).isoformat(), each.state, each.reason]
            typer.echo("\t".join(told).rstrip())


@sessions.command("talks")
def talks_(
    actor: AsOption,
    period: PeriodOption = "",
    workspace: WorkspaceOption = "",
    lang: LangOption = "",
) -> None:
    """Say over all reps which talks were held, skipped or missed; for HR and sales ops."""
    from workbench.cli.cycle_desk import opened_desk
    from workbench.i18n import message
    from workbench.review.coaching.talks import HEADS, talk_rows, talks_of
    from workbench.review.cycle.listing import listing

    with opened_desk(workspace, lang) as desk:
        _span, found = talks_of(desk, acting(actor, desk), period)
        heads = [message(f"talk-head-{name}", desk.lang) for name in HEADS]
        typer.echo(listing(heads, talk_rows(found, desk.lang)), nl=False)


@sessions.command()
def note(
    rep: RepArgument,
    number: NumberOption = 0,
    period: PeriodOption = "",
    actor: ActorOption = "",
    workspace: WorkspaceOption = "",
    lang: LangOption = "",
    force: ForceOption = False,
    formats: FormatsOption = "html",
) -> None:
    """Write the note of a session that was held, and the calendar file of the next one."""
    from workbench.coaching.note import write_note
    from workbench.review.asked_formats import asked_formats

    with _opened(rep, period, workspace, actor, lang) as desk:
        held = [each for each in desk.sessions() if each.state == "held"]
        found = [each for each in held if number in (0, each.number)]
        if not found:
            raise _none_held(rep, number, [each.number for each in held])
        beside = asked_formats(formats)
        for file in write_note(desk, found[-1], is_forced=force, formats=beside):
            typer.echo(file)


def _none_held(rep: str, number: int, held: list[int]) -> ParameterError:
    """Say that a session there is none of was not held, and which were."""
    from workbench.i18n import error, said

    known = tuple(said("refusal-words", words=str(each)) for each in held)
    told = {"rep": rep, "held": known or said("refusal-none-held")}
    if not number:
        return error(ParameterError, "refusal-no-session-held", rep=rep)
    return error(ParameterError, "refusal-session-not-held", n=number, **told)


@contextmanager
def _opened(
    rep: str, period: str, workspace: str, actor: str, lang: str
) -> Iterator["CoachingDesk"]:
    from workbench.review.coaching.opened import open_coaching_desk

    desk = open_coaching_desk(rep, period, workspace, actor=actor, lang=lang)
    try:
        yield desk
    finally:
        desk.store.engine.dispose()
