"""`workbench send` and `workbench calendar`: messages and invitations."""

# ruff: noqa: PLC0415, PLR0913, PLR0917

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.cycle import named, opened_desk
from workbench.cli.options import AsOption, CycleOption, LangOption, WorkspaceOption, acting, whose
from workbench.errors import ParameterError
from workbench.model.day import wall_time
from workbench.private import write_private_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from workbench.review.cycle.desk import Desk
    from workbench.store.appointments import Talk
    from workbench.store.outbox import Message

_NO_ADDRESS = "{n} not sent: no address: {whom}"
_MEND = (
    "An address is one e-mail address, as li.na@example.com, in the column email of reps, or of a "
    "[[desk]] in growth.toml. Give it, freeze it with `workbench snapshot`, and run the same "
    "command again: what waits goes out then."
)
_KINDS = "invitation, reminder, ready, support, announcement, recognition, answer."
_NO_SERVER = (
    "Links in messages lead nowhere from outside: add [serve] address = "
    '"https://reviews.example.com/" to workbench.toml.'
)
_QUIET = "{n} wait: it is quiet{when} ([outreach] quiet). Run the same command again then."
_HELD = (
    "{key}: a process died while sending it. Ask whether it arrived, then: "
    "workbench outbox arrived {key}, or: workbench outbox repeat {key}"
)
ShownOption = Annotated[
    str, typer.Option("--shown", metavar="MARK", help="Only what the dry run showed as MARK.")
]
KeyArgument = Annotated[str, typer.Argument(metavar="KEY", help="As `send` named it.")]
outbox = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Messages in doubt.")
GoOption = Annotated[bool, typer.Option("--go", help="Really send; without it, a dry run.")]


def send(
    kind: Annotated[str, typer.Argument(help=_KINDS)],
    channel: Annotated[str, typer.Option("--channel", help="Of [outreach.channels].")],
    go: GoOption = False,
    shown: ShownOption = "",
    cycle: CycleOption = "",
    actor: AsOption = "desk:sales_ops",
    workspace: WorkspaceOption = "",
    lang: LangOption = "",
) -> None:
    """Tell people about a cycle; a dry run prints what would go out."""
    from workbench.outreach.planning import planned, quiet_until, require_shown, still_true
    from workbench.outreach.sending import send_waiting
    from workbench.store.outbox import queue

    with opened_desk(workspace, lang) as desk:
        channels, who = desk.workspace.channels, acting(actor, desk)
        asked = (desk, who, named(desk, cycle), kind, channel)
        found = planned(*asked)
        if not desk.workspace.serve.address:
            typer.echo(_NO_SERVER, err=True)
        if not go:
            _say_what_would_go(found, channels[channel])
            return
        require_shown(found, shown)
        queue(desk.store, who, found)
        told = send_waiting(
            desk.store, channels, {each.message for each in found}, still_true(*asked),
            lambda: quiet_until(desk)[0],
        )  # fmt: skip
        kept = told.unaddressed
        left = f", {_NO_ADDRESS.format(n=len(kept), whom=_listed(kept))}" if kept else ""
        left += f", {len(told.withdrawn)} no longer true and not sent" if told.withdrawn else ""
        typer.echo(f"{told.sent} sent, {len(told.failed)} failed{left}.")
        if told.held:
            again = quiet_until(desk)[1]
            when = f" until {again:%Y-%m-%d %H:%M}" if again else ""
            typer.echo(_QUIET.format(n=len(told.held), when=when), err=True)
        if kept:
            typer.echo(_MEND, err=True)
        for key in told.unknown:
            typer.echo(_HELD.format(key=key), err=True)
        if told.failed:
            raise typer.Exit(1)


@outbox.command("arrived")
def arrived(
    key: KeyArgument, actor: AsOption = "desk:sales_ops", workspace: WorkspaceOption = ""
) -> None:
    """Say that a message a dead process held has arrived: it is not sent again."""
    _decide(key, actor, workspace, has_arrived=True)


@outbox.command("repeat")
def repeat(
    key: KeyArgument, actor: AsOption = "desk:sales_ops", workspace: WorkspaceOption = ""
) -> None:
    """Say that a message a dead process held never arrived: it goes out with the next `send`."""
    _decide(key, actor, workspace, has_arrived=False)


def _decide(key: str, actor: str, workspace: str, *, has_arrived: bool) -> None:
    from workbench.store.outbox import decide

    with opened_desk(workspace, "") as desk:
        decide(desk.store, acting(actor, desk), key, has_arrived=has_arrived)
        typer.echo(key)


def _say_what_would_go(found: "Sequence[Message]", url: str) -> None:
    from workbench.outreach.planning import mark_of
    from workbench.outreach.sending import has_address

    kept = [each for each in found if not has_address(each, url)]
    for each in found:
        whom = f"{_whom(each)}: no address" if each in kept else each.recipient or _whom(each)
        typer.echo(f"{whom}: {each.subject}")
    count = f"{len(found)} messages, none sent"
    if kept:
        count += f"; {_NO_ADDRESS.format(n=len(kept), whom=_listed(kept))}"
    typer.echo(f"{count}. Send them with --go --shown {mark_of(found)}.", err=True)
    if kept:
        typer.echo(_MEND, err=True)


def _listed(found: "Sequence[Message]") -> str:
    return ", ".join(dict.fromkeys(map(_whom, found)))


def _whom(each: "Message") -> str:
    from workbench.outreach.messages import person_of

    return person_of(each) or each.message


def calendar(
    rep: Annotated[str, typer.Argument(metavar="REP", help="A rep, by id or name.")],
    to: Annotated[Path, typer.Option("--to", metavar="FILE", help="A new .ics file.")],
    start: Annotated[str, typer.Option("--start", help="Local time, 2026-10-14T15:00.")] = "",
    every: Annotated[int, typer.Option("--every", help="One-on-ones every N weeks.")] = 0,
    is_off: Annotated[bool, typer.Option("--cancel", help="It does not take place.")] = False,
    actor: AsOption = "desk:sales_ops",
    cycle: CycleOption = "",
    workspace: WorkspaceOption = "",
    lang: LangOption = "",
) -> None:
    """Agree on a conversation, with --every on one-on-ones; move or cancel it; write it down."""
    from workbench.i18n import error
    from workbench.outreach.talks import talk_file
    from workbench.store.appointments import agree, cancel

    if to.exists():
        raise error(ParameterError, "refusal-file-there", file=f"{to}")
    if is_off == bool(start):
        raise error(ParameterError, "refusal-talk-when")
    with opened_desk(workspace, lang) as desk:
        name, zone, rep = named(desk, cycle), desk.workspace.time_zone, whose(rep, desk)
        who = acting(actor, desk)
        _require_member(desk, name, rep)
        talk: Talk = "one_on_one" if every else "review"
        if is_off:
            kept = cancel(desk.store, who, (name, rep), talk)
        else:
            at = _time(start, zone).isoformat()
            kept = agree(desk.store, who, (name, rep), talk, at, every)
        text = talk_file(desk, kept, desk.lang)
    write_private_bytes(to, text)
    typer.echo(to)


def _time(start: str, zone: "ZoneInfo") -> "datetime":
    from workbench.i18n import error

    try:
        return wall_time(start, zone)
    except ValueError as reason:
        raise error(ParameterError, "refusal-time", value=start) from reason


def _require_member(desk: "Desk", cycle: str, rep: str) -> None:
    from workbench.i18n import error
    from workbench.store import Actor
    from workbench.store.cycles import standings

    members = standings(desk.store, Actor.program("calendar"), cycle)
    if rep not in {each.subject.rep_id for each in members}:
        raise error(ParameterError, "refusal-not-in-cycle", rep=rep, cycle=cycle)
