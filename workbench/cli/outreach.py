"""`workbench send` and `workbench calendar`: messages and invitations."""

# ruff: noqa: PLC0415, PLR0913, PLR0917

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.cycle_desk import named, opened_desk
from workbench.cli.options import AsOption, CycleOption, LangOption, WorkspaceOption, acting, whose
from workbench.errors import ParameterError
from workbench.model.day import wall_time
from workbench.private import write_private_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from workbench.i18n import Lang
    from workbench.outreach.sending import Sent
    from workbench.review.cycle.desk import Desk
    from workbench.store.appointments import Talk
    from workbench.store.outbox import Message

_KINDS = "invitation, reminder, ready, support, announcement, recognition, answer."
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
    from workbench.i18n import message
    from workbench.outreach.planning import planned, quiet_until, require_shown, still_true
    from workbench.outreach.sending import send_waiting
    from workbench.store.outbox import queue

    with opened_desk(workspace, lang) as desk:
        channels, who = desk.workspace.channels, acting(actor, desk)
        asked = (desk, who, named(desk, cycle), kind, channel)
        found = planned(*asked)
        if not desk.workspace.serve.address:
            typer.echo(message("send-no-server", desk.lang), err=True)
        if not go:
            _say_what_would_go(found, channels[channel], desk.lang)
            return
        require_shown(found, shown)
        queue(desk.store, who, found)
        told = send_waiting(
            desk.store, channels, {each.message for each in found}, still_true(*asked),
            lambda: quiet_until(desk)[0],
        )  # fmt: skip
        typer.echo(_sent(told, desk.lang))
        if told.held:
            n, again = len(told.held), quiet_until(desk)[1]
            when = {"when": f"{again:%Y-%m-%d %H:%M}"} if again else {}
            key = "send-quiet-until" if again else "send-quiet"
            typer.echo(message(key, desk.lang, n=n, **when), err=True)
        if told.unaddressed:
            typer.echo(message("send-mend", desk.lang), err=True)
        for key in told.unknown:
            typer.echo(message("send-held", desk.lang, name=key), err=True)
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
    from workbench.i18n import message
    from workbench.store.outbox import decide

    with opened_desk(workspace, "") as desk:
        decide(desk.store, acting(actor, desk), key, has_arrived=has_arrived)
        typer.echo(key)
        said = "send-arrived" if has_arrived else "send-again"
        typer.echo(message(said, desk.lang), err=True)


def _sent(told: "Sent", lang: "Lang") -> str:
    """Count what went out, what failed, and what was left."""
    from workbench.i18n import listed, message

    parts = [message("send-sent", lang, n=told.sent, failed=len(told.failed))]
    if told.unaddressed:
        n, whom = str(len(told.unaddressed)), _listed(told.unaddressed, lang)
        parts.append(message("send-no-address", lang, n=n, whom=whom))
    if told.withdrawn:
        parts.append(message("send-withdrawn", lang, n=str(len(told.withdrawn))))
    return message("send-told", lang, parts=listed(parts, lang))


def _say_what_would_go(found: "Sequence[Message]", url: str, lang: "Lang") -> None:
    from workbench.i18n import message
    from workbench.outreach.planning import mark_of
    from workbench.outreach.sending import has_address

    kept = [each for each in found if not has_address(each, url)]
    for each in found:
        whom = _whom(each) if each in kept else each.recipient or _whom(each)
        key = "send-line-no-address" if each in kept else "send-line"
        typer.echo(message(key, lang, whom=whom, subject=each.subject))
    count = message("send-dry", lang, n=len(found))
    if kept:
        left = message("send-no-address", lang, n=str(len(kept)), whom=_listed(kept, lang))
        count = message("send-dry-kept", lang, dry=count, left=left)
    typer.echo(message("send-go", lang, dry=count, mark=mark_of(found)), err=True)
    if kept:
        typer.echo(message("send-mend", lang), err=True)


def _listed(found: "Sequence[Message]", lang: "Lang") -> str:
    from workbench.i18n import listed

    return listed(dict.fromkeys(map(_whom, found)), lang)


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
    from workbench.store.standing import standings

    members = standings(desk.store, Actor.program("calendar"), cycle)
    if not any(each.subject.is_one(rep, each.subject.rep_id) for each in members):
        raise error(ParameterError, "refusal-not-in-cycle", rep=rep, cycle=cycle)
