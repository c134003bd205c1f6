"""The steps of a pay run after its draft, each taken once, by whom the rules name."""

# ruff: noqa: PLC0415

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.options import LangOption, PeriodOption, WorkspaceOption
from workbench.cli.pay_desk import FormOption, PayAsOption, PayDesk, RunOption, opened_pay
from workbench.errors import require_known

if TYPE_CHECKING:
    from workbench.i18n import Lang
    from workbench.review.pay.checks import Checks
    from workbench.store.pay.run import Run


def check(
    actor: PayAsOption,
    period: PeriodOption = "",
    run: RunOption = "",
    form: FormOption = "table",
    workspace: WorkspaceOption = "",
    lang: LangOption = "",
) -> None:
    """Print what to look at in a draft, and record that it was looked through."""
    from workbench.review.pay.checks import checks_of
    from workbench.review.pay.checks_text import FORMATS
    from workbench.review.pay.running import require_fresh
    from workbench.store.pay.rules import reach
    from workbench.store.pay.steps import check_run

    require_known("format", [form], FORMATS)
    with opened_pay(workspace, actor) as desk:
        told = desk.lang(lang)
        reach(desk.actor, "check a pay run")
        found = desk.find(run, period)
        found.require_next("checked")
        require_fresh(desk.space, found)
        checks = checks_of(desk.space, desk.store, desk.actor, found)
        after = check_run(desk.store, desk.actor, found.run)
        print_checks(desk, replace(checks, run=after), form, told)
        _say_next(after, told)


def approve(
    actor: PayAsOption,
    period: PeriodOption = "",
    run: RunOption = "",
    workspace: WorkspaceOption = "",
) -> None:
    """Issue the statements of a checked run; from then on they stay as they are."""
    from workbench.i18n import message
    from workbench.review.pay.running import require_fresh
    from workbench.store.pay.rules import reach
    from workbench.store.pay.steps import approve_run

    with opened_pay(workspace, actor) as desk:
        lang = desk.lang("")
        reach(desk.actor, "approve a pay run")
        found = desk.find(run, period)
        found.require_next("approved")
        require_fresh(desk.space, found)
        done = approve_run(desk.store, desk.actor, found.run)
        typer.echo(done.run.state)
        for rep, fault in done.left.items():
            typer.echo(message("pay-not-issued", lang, rep=rep, fault=fault), err=True)
        n, of = str(len(done.issued)), str(len(done.issued) + len(done.left))
        typer.echo(message("pay-issued", lang, n=n, of=of), err=True)
        _say_next(done.run, lang)


def paid(
    actor: PayAsOption,
    period: PeriodOption = "",
    run: RunOption = "",
    workspace: WorkspaceOption = "",
) -> None:
    """Note that what was approved is paid."""
    from workbench.store.pay.rules import reach
    from workbench.store.pay.run import ISSUED
    from workbench.store.pay.steps import pay_run

    with opened_pay(workspace, actor) as desk:
        reach(desk.actor, "note a pay run as paid")
        found = desk.find(run, period, ISSUED)
        done = pay_run(desk.store, desk.actor, found.run)
        typer.echo(done.state)
        _say_next(done, desk.lang(""))


def withdraw(
    actor: PayAsOption,
    because: Annotated[str, typer.Option("--because", help="Why; stays in the ledger.")],
    period: PeriodOption = "",
    run: RunOption = "",
    workspace: WorkspaceOption = "",
) -> None:
    """Take back a run that was not approved yet."""
    from workbench.store.pay.rules import reach
    from workbench.store.pay.steps import withdraw_run

    with opened_pay(workspace, actor) as desk:
        reach(desk.actor, "withdraw a pay run")
        found = desk.find(run, period)
        done = withdraw_run(desk.store, desk.actor, found.run, because)
        typer.echo(done.state)
        _say_next(done, desk.lang(""))


def print_checks(desk: PayDesk, checks: "Checks", form: str, lang: "Lang") -> None:
    """Print what to look at in a run."""
    from workbench.review.pay.checks_text import checks_text

    period = desk.space.calendar.period(checks.run.head.period)
    typer.echo(checks_text(checks, period, form, lang), nl=False)


def _say_next(run: "Run", lang: "Lang") -> None:
    from workbench.i18n import message, told

    state, then = message(f"pay-state-{run.state}", lang), told(run.next_said, lang)
    typer.echo(message("pay-stands", lang, run=run.run, state=state, next=then), err=True)
