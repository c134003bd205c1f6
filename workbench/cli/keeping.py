"""`workbench todo`, `inbox …`, `register …`: what waits, and the small ledgers."""

# ruff: noqa: PLC0415

from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.cycle import cycles
from workbench.cli.cycle_desk import heads, named, opened_desk
from workbench.cli.options import (
    AsOfOption,
    AsOption,
    CycleOption,
    LangOption,
    RepArgument,
    WorkspaceOption,
    acting,
    day_or_none,
    whose,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

inbox = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Questions and answers.")
registers = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Small registers.")

TextArgument = Annotated[str, typer.Argument(metavar="TEXT", help="In your words.")]
IdArgument = Annotated[str, typer.Argument(metavar="ID", help="As the list shows it.")]
DayOption = Annotated[str, typer.Option("--due", help="Until when, 2026-12-31.")]

_CHANGE = ("rep", "metric", "before", "after")
_INBOX = ("id", "kind", "state", "due", "handled", "rep", "about", "text", "answer")
_REGISTER = ("id", "rep", "owner", "due", "what", "grounds", "outcome")


def todo(actor: AsOption, workspace: WorkspaceOption = "", lang: LangOption = "") -> None:
    """List what waits for a person; for a manager, the next thing to do per rep."""
    from workbench.review.cycle.listing import listing
    from workbench.review.cycle.todo import todo_rows

    with opened_desk(workspace, lang) as desk:
        typer.echo(listing(*todo_rows(desk, acting(actor, desk))), nl=False)


@cycles.command("repin")
def repin(
    cycle: CycleOption = "",
    as_of: AsOfOption = "",
    actor: AsOption = "desk:sales_ops",
    workspace: WorkspaceOption = "",
) -> None:
    """Freeze the source anew, pin the cycle to it, and list the figures that changed."""
    from workbench.i18n import message
    from workbench.review.cycle.listing import listing
    from workbench.review.cycle.repinning import repin_cycle

    with opened_desk(workspace, "") as desk:
        changed = repin_cycle(desk, acting(actor, desk), named(desk, cycle), day_or_none(as_of))
        rows = [[each.rep_id, each.metric, _number(each.before), _number(each.after)]
                for each in changed]  # fmt: skip
        typer.echo(listing(heads(desk, "change", _CHANGE), rows), nl=False)
        typer.echo(message("cycle-repinned", desk.lang, n=len(changed)), err=True)


@cycles.command("delegate")
def delegate(
    rep: RepArgument,
    to: Annotated[str, typer.Option("--to", help='Another manager\'s id; "" takes it back.')],
    actor: AsOption,
    cycle: CycleOption = "",
    workspace: WorkspaceOption = "",
) -> None:
    """Let another manager act for the manager of record."""
    from workbench.i18n import message
    from workbench.store.subjects import delegate as hand_over

    with opened_desk(workspace, "") as desk:
        chosen, rep = named(desk, cycle), whose(rep, desk)
        hand_over(desk.store, acting(actor, desk), chosen, rep, to)
        typer.echo(to)
        key = "cycle-handed" if to else "cycle-handed-back"
        typer.echo(message(key, desk.lang, rep=rep, to=to), err=True)


@cycles.command("ask")
def ask_(
    rep: RepArgument,
    text: TextArgument,
    actor: AsOption,
    metric: Annotated[str, typer.Option("--metric", help="The figure that is doubted.")] = "",
    kind: Annotated[str, typer.Option("--kind", help="question, appeal, feedback, support.")] = (
        "question"
    ),
    cycle: CycleOption = "",
    workspace: WorkspaceOption = "",
) -> None:
    """Question a figure, appeal, or give feedback: it lands in the inbox of who answers.

    Feedback goes to the rep it is about; a rep's own goes to who leads the review.
    """
    from workbench.review.cycle.asked import with_whom
    from workbench.review.cycle.questioning import question
    from workbench.store.inbox import asked_as

    with opened_desk(workspace, "") as desk:
        chosen, who, rep = named(desk, cycle), acting(actor, desk), whose(rep, desk)
        item = question(desk, who, chosen, rep, text, metric=metric, kind=kind)
        typer.echo(item)
        typer.echo(with_whom(asked_as(desk.store, who, item), desk.lang), err=True)


@inbox.command("list")
def inbox_list(actor: AsOption, workspace: WorkspaceOption = "") -> None:
    """List what a person asked or has to answer, overdue ones marked, with the handling time."""
    from workbench.i18n import message
    from workbench.review.cycle.listing import listing
    from workbench.store.inbox import inbox_of

    with opened_desk(workspace, "") as desk:
        day, lang = desk.today, desk.lang
        rows = [
            [
                each.item, message(f"inbox-kind-{each.kind}", lang),
                message(f"inbox-is-{each.state}", lang),
                _told(each.due_on, is_late=each.is_overdue(day)),
                "" if each.handling is None else f"{each.handling.total_seconds() / 3600:.1f} h",
                each.rep_id, _about(each.about), each.text, each.answer,
            ]
            for each in inbox_of(desk.store, acting(actor, desk))
        ]  # fmt: skip
        typer.echo(listing(heads(desk, "inbox", _INBOX), rows), nl=False)


def _about(about: "Mapping[str, Any]") -> str:
    """Name what is asked about: a metric, or a line of a statement."""
    return str(about.get("metric") or about.get("line") or "")


@inbox.command("answer")
def inbox_answer(
    item: IdArgument, text: TextArgument, actor: AsOption, workspace: WorkspaceOption = ""
) -> None:
    """Answer something that was asked."""
    from workbench.i18n import message
    from workbench.store.inbox import answer

    with opened_desk(workspace, "") as desk:
        answer(desk.store, acting(actor, desk), item, text)
        typer.echo(item)
        typer.echo(message("inbox-done", desk.lang), err=True)


@inbox.command("upward")
def inbox_upward(
    actor: AsOption, cycle: CycleOption = "", workspace: WorkspaceOption = "", lang: LangOption = ""
) -> None:
    """Read what your team says of you, and what teams say of the managers who report to you.

    Told of five or more together once their reviews are closed, without names.
    """
    from workbench.review.team.upward import upward_text
    from workbench.store.upward import upward

    with opened_desk(workspace, lang) as desk:
        chosen = named(desk, cycle) if cycle else ""
        found = upward(desk.store, acting(actor, desk), chosen)
        typer.echo(upward_text(found, desk.lang), nl=False)


@registers.command("add")
def register_add(
    register: Annotated[str, typer.Argument(help="support, praise, award, course, …")],
    text: TextArgument,
    actor: AsOption,
    rep: Annotated[str, typer.Option("--rep", help="Whom it is about.")] = "",
    grounds: Annotated[str, typer.Option("--grounds", help="Evidence; the rule of an award.")] = "",
    owner: Annotated[str, typer.Option("--owner", help="Who answers.")] = "",
    due: DayOption = "",
    workspace: WorkspaceOption = "",
) -> None:
    """Add a line to a register; docs/cycle.md lists them."""
    from workbench.store.registers import Line, add_line

    with opened_desk(workspace, "") as desk:
        rep_id = whose(rep, desk) if rep else ""
        line = Line(
            register=register, what=text, rep_id=rep_id, grounds=grounds, owner=owner,
            due_on=day_or_none(due),
        )  # fmt: skip
        typer.echo(add_line(desk.store, acting(actor, desk), line).line)


@registers.command("list")
def register_list(
    register: Annotated[str, typer.Argument(help="support, praise, award, course, …")],
    actor: AsOption,
    workspace: WorkspaceOption = "",
) -> None:
    """List a register, open lines first."""
    from workbench.review.cycle.listing import listing
    from workbench.review.growing.answering import desks_of
    from workbench.review.growing.honours import in_words
    from workbench.store.registers import lines_of

    with opened_desk(workspace, "") as desk:
        day, who = desk.today, acting(actor, desk)
        rows = [
            [
                each.line, each.rep_id, each.owner,
                _told(each.due_on, is_late=each.is_overdue(day)), each.what, each.grounds,
                each.outcome,
            ]
            for line in lines_of(desk.store, who, register, desks=desks_of(desk.workspace, who))
            for each in [in_words(line, desk.lang)]
        ]  # fmt: skip
        typer.echo(listing(heads(desk, "register", _REGISTER), rows), nl=False)


@registers.command("end")
def register_end(
    line: IdArgument, text: TextArgument, actor: AsOption, workspace: WorkspaceOption = ""
) -> None:
    """Answer a request, finish a course, fill a position."""
    from workbench.review.growing.answering import desks_of
    from workbench.store.registers import end_line

    with opened_desk(workspace, "") as desk:
        who = acting(actor, desk)
        ended = end_line(desk.store, who, line, text, desks=desks_of(desk.workspace, who))
        typer.echo(ended.outcome)


@registers.command("read")
def register_read(line: IdArgument, actor: AsOption, workspace: WorkspaceOption = "") -> None:
    """Note that a person has read an announcement."""
    from workbench.store.registers import mark_read

    with opened_desk(workspace, "") as desk:
        mark_read(desk.store, acting(actor, desk), line)
        typer.echo(line)


def _told(day: object, *, is_late: bool) -> str:
    return "" if day is None else f"{day}{' !' if is_late else ''}"


def _number(value: "Decimal | None") -> str:
    return "" if value is None else f"{value.normalize():f}"
