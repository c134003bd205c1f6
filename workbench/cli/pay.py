"""`workbench pay …`: what is paid is drafted, checked, approved and noted as paid."""

# ruff: noqa: PLC0415, PLR0913, PLR0917

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.options import (
    AsOfOption,
    FrozenOption,
    LangOption,
    PeriodOption,
    WorkspaceOption,
    day_or_none,
)
from workbench.cli.pay_desk import FormOption, PayAsOption, PayDesk, RunOption, opened_pay
from workbench.cli.pay_export import export
from workbench.cli.pay_disputes import disputes
from workbench.errors import require_known

if TYPE_CHECKING:
    from workbench.review.pay.checks import Checks
    from workbench.review.pay.runs_text import RunSums
    from workbench.store.pay.run import Run

pays = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Pay: drafted, checked, approved, paid."
)
pays.command()(export)
pays.command()(disputes)


@pays.command("run")
def run_(
    actor: PayAsOption,
    period: PeriodOption = "",
    plan: Annotated[str, typer.Option("--plan", help="A comma list of ids; default: all.")] = "",
    reps: Annotated[
        str, typer.Option("--reps", help="A comma list of ids or names; default: all not issued.")
    ] = "",
    as_of: AsOfOption = "",
    frozen: FrozenOption = False,
    workspace: WorkspaceOption = "",
    lang: LangOption = "",
) -> None:
    """Draft what everybody is paid for a period, with adjustments of what was issued before."""
    from workbench.review.pay.running import Asked, make_run
    from workbench.review.pay.runs_text import sums_of
    from workbench.store.pay.statements import lines_of

    with opened_pay(workspace, actor, is_begun=False) as desk:
        day = day_or_none(as_of)
        asked = Asked(period, _listed(plan), _listed(reps), day, is_frozen=frozen)
        made = make_run(desk.space, desk.store, desk.actor, _whose(desk, asked))
        found = desk.find(made, "")
        typer.echo(made)
        _say_sums(sums_of(found, lines_of(desk.store, desk.actor, made)), desk.lang(lang))


@pays.command()
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
    from workbench.review.pay.running import require_fresh
    from workbench.store.pay.rules import reach
    from workbench.store.pay.steps import check_run

    with opened_pay(workspace, actor) as desk:
        told = desk.lang(lang)
        reach(desk.actor, "check a pay run")
        _require_form(form)
        found = desk.find(run, period)
        found.require_next("checked")
        require_fresh(desk.space, found)
        checks = checks_of(desk.space, desk.store, desk.actor, found)
        after = check_run(desk.store, desk.actor, found.run)
        _print_checks(desk, replace(checks, run=after), form, told)
        _say_next(after)


@pays.command()
def approve(
    actor: PayAsOption,
    period: PeriodOption = "",
    run: RunOption = "",
    workspace: WorkspaceOption = "",
) -> None:
    """Issue the statements of a checked run; they stay as they are from then on."""
    from workbench.review.pay.running import require_fresh
    from workbench.store.pay.rules import reach
    from workbench.store.pay.steps import approve_run

    with opened_pay(workspace, actor) as desk:
        reach(desk.actor, "approve a pay run")
        found = desk.find(run, period)
        found.require_next("approved")
        require_fresh(desk.space, found)
        done = approve_run(desk.store, desk.actor, found.run)
        typer.echo(done.run.state)
        for rep, fault in done.left.items():
            typer.echo(f"{rep} was not issued: {fault}", err=True)
        typer.echo(f"{len(done.issued)} statements are issued.", err=True)
        _say_next(done.run)


@pays.command()
def paid(
    actor: PayAsOption,
    period: PeriodOption = "",
    run: RunOption = "",
    workspace: WorkspaceOption = "",
) -> None:
    """Note that what was approved is paid."""
    from workbench.store.pay.steps import pay_run

    with opened_pay(workspace, actor) as desk:
        found = desk.find(run, period)
        typer.echo(pay_run(desk.store, desk.actor, found.run).state)


@pays.command()
def withdraw(
    actor: PayAsOption,
    because: Annotated[str, typer.Option("--because", help="Why; stays in the ledger.")],
    period: PeriodOption = "",
    run: RunOption = "",
    workspace: WorkspaceOption = "",
) -> None:
    """Take back a run that was not approved yet."""
    from workbench.store.pay.steps import withdraw_run

    with opened_pay(workspace, actor) as desk:
        found = desk.find(run, period)
        typer.echo(withdraw_run(desk.store, desk.actor, found.run, because).state)


@pays.command()
def status(
    actor: PayAsOption,
    period: PeriodOption = "",
    run: RunOption = "",
    form: FormOption = "table",
    workspace: WorkspaceOption = "",
    lang: LangOption = "",
) -> None:
    """List runs with who and when; with --run, its checks, without recording anything."""
    from workbench.review.pay.checks import checks_of
    from workbench.review.pay.runs_text import all_sums, runs_text

    with opened_pay(workspace, actor) as desk:
        told = desk.lang(lang)
        _require_form(form)
        if run:
            checks = checks_of(desk.space, desk.store, desk.actor, desk.find(run, period))
            _print_checks(desk, checks, form, told)
            return
        name = desk.period(period) if period else ""
        typer.echo(runs_text(all_sums(desk.store, desk.actor, name), form, told), nl=False)


def _print_checks(desk: PayDesk, checks: "Checks", form: str, lang: "Lang") -> None:
    from workbench.review.pay.checks_text import checks_text

    period = desk.space.calendar.period(checks.run.head.period)
    typer.echo(checks_text(checks, period, form, lang), nl=False)
