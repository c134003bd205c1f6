"""`workbench pay export`: what payroll takes over, and the accrual of what is held."""

# ruff: noqa: PLC0415

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.options import PeriodOption, WorkspaceOption
from workbench.cli.pay_desk import PayAsOption, PayDesk, RunOption, opened_pay
from workbench.errors import ParameterError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workbench.i18n import Lang
    from workbench.review.pay.payroll_rows import Payroll
    from workbench.review.person import Person
    from workbench.store.pay.run import Run
    from workbench.store.pay.statements import Line


def export(
    actor: PayAsOption,
    to: Annotated[Path, typer.Option("--to", metavar="FILE", help="A new .csv or .xlsx.")],
    period: PeriodOption = "",
    run: RunOption = "",
    accrual: Annotated[
        bool, typer.Option("--accrual", help="What is earned and held, for the books.")
    ] = False,
    draft: Annotated[
        bool, typer.Option("--draft", help="Of a run not approved yet; the file says so.")
    ] = False,
    workspace: WorkspaceOption = "",
) -> None:
    """Write an approved run for payroll, one row per rep; columns by [pay] columns."""
    from workbench.review.pay.payroll_rows import DRAFT, marked, require_for_payroll
    from workbench.review.table_file import table_file
    from workbench.store.pay.run import ISSUED, OPEN
    from workbench.store.pay.statements import lines_of

    kind = _kind(to)
    with opened_pay(workspace, actor) as desk:
        states = OPEN if draft else ISSUED
        found = desk.find(run, period, states)
        require_for_payroll(found, is_draft=draft)
        lines = lines_of(desk.store, desk.actor, found.run)
        made = marked((_accrual if accrual else _payroll)(desk, found, lines), found)
        title = f"{DRAFT if draft else ''} {'accrual' if accrual else 'payroll'}".strip()
        _write(to, table_file(made.heads, made.rows, kind, title))
    typer.echo(to)
    _say_what_to_know(lines, desk.lang(""))


def _payroll(desk: PayDesk, run: "Run", lines: "Sequence[Line]") -> "Payroll":
    from workbench.review.pay.payroll_rows import fields_of, payroll, payroll_rows
    from workbench.snapshots.pay.plans import plans_of

    rows = payroll_rows(lines, _everybody(desk, run))
    plans = plans_of(desk.space) if desk.space.pay_columns else ()  # a column may name any of them
    return payroll(rows, fields_of(rows, plans), desk.space)


def _accrual(desk: PayDesk, run: "Run", lines: "Sequence[Line]") -> "Payroll":
    from workbench.review.pay.accrual import HEADS, accrual_rows
    from workbench.review.pay.payroll_rows import Payroll
    from workbench.store.pay.statements import frozen_of

    wanted = [(line.run, line.kept_as) for line in lines]
    texts = frozen_of(desk.store, desk.actor, wanted)
    return Payroll(HEADS, tuple(accrual_rows(lines, texts, _everybody(desk, run))))


def _everybody(desk: PayDesk, run: "Run") -> "Mapping[str, Person]":
    from workbench.review.person import people
    from workbench.snapshots.open import open_snapshot

    snapshot = open_snapshot(desk.space, run.head.as_of, run.head.snapshot)
    period = desk.space.calendar.period(run.head.period)
    return people(snapshot, period, desk.space.manager_scope)


def _kind(to: Path) -> str:
    """Take the kind of file from its name; refuse one that is there, and a folder that is not."""
    from workbench.i18n import error

    kind = to.suffix[1:].lower()
    if kind not in ("csv", "xlsx"):
        raise error(ParameterError, "refusal-file-kind", file=str(to))
    if to.exists():
        raise error(ParameterError, "refusal-file-there", file=str(to))
    if not to.absolute().parent.is_dir():
        raise error(ParameterError, "refusal-no-folder", folder=str(to.absolute().parent))
    return kind


def _write(to: Path, content: bytes) -> None:
    from workbench.i18n import error
    from workbench.private import write_private_bytes

    try:
        write_private_bytes(to, content)
    except OSError as reason:
        why = reason.strerror or ""
        raise error(ParameterError, "refusal-file-unwritten", file=str(to), why=why) from reason


def _say_what_to_know(lines: "Sequence[Line]", lang: "Lang") -> None:
    from workbench.i18n import message

    for line in lines:
        rep = line.rep_id
        if line.fault:
            told = message("pay-left-out", lang, rep=rep, fault=line.fault)
            typer.echo(told, err=True)
        elif line.is_partial:
            typer.echo(message("pay-paid-at-least", lang, rep=rep, pay=str(line.pay)), err=True)
