"""`workbench pay …`: what is paid is drafted, checked, approved and noted as paid."""

# ruff: noqa: PLC0415

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.options import (
    AsOfOption,
    FrozenOption,
    LangOption,
    PeriodOption,
    WorkspaceOption,
    at,
    day_or_none,
)
from workbench.cli.pay_desk import (
    FormOption,
    PayAsOption,
    PayDesk,
    RunOption,
    is_begun,
    lang_of,
    opened_pay,
)
from workbench.cli.pay_disputes import disputes
from workbench.cli.pay_export import export
from workbench.cli.pay_steps import approve, check, paid, print_checks, withdraw
from workbench.errors import require_known

if TYPE_CHECKING:
    from workbench.i18n import Lang
    from workbench.review.pay.running import Asked
    from workbench.review.pay.runs_text import RunSums

pays = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Pay: drafted, checked, approved, paid."
)


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
    """Draft what is paid for a period, with adjustments of what was issued before."""
    from workbench.review.pay.running import Asked, make_run
    from workbench.review.pay.runs_text import sums_of
    from workbench.store.pay.statements import lines_of

    with opened_pay(workspace, actor, must_be_begun=False) as desk:
        told = desk.lang(lang)
        asked = Asked(period, _listed(plan), _listed(reps), day_or_none(as_of), is_frozen=frozen)
        made = make_run(desk.space, desk.store, desk.actor, _found_reps(desk, asked))
        typer.echo(made)
        sums = sums_of(desk.find(made, ""), lines_of(desk.store, desk.actor, made))
        _say_sums(sums, told)


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
    from workbench.review.pay.runs_text import FORMATS, all_sums, runs_text

    require_known("format", [form], FORMATS)
    if not run and not is_begun(workspace, actor, "read a pay run"):
        typer.echo(runs_text([], form, lang_of(at(workspace), lang)), nl=False)
        return
    with opened_pay(workspace, actor) as desk:
        told = desk.lang(lang)
        if run:
            checks = checks_of(desk.space, desk.store, desk.actor, desk.find(run, period))
            print_checks(desk, checks, form, told)
            return
        name = desk.period(period) if period else ""
        typer.echo(runs_text(all_sums(desk.store, desk.actor, name), form, told), nl=False)


for command in (check, approve, paid, withdraw, export, disputes):
    pays.command()(command)


def _found_reps(desk: PayDesk, asked: "Asked") -> "Asked":
    """Name reps by their ids, as the data have them that the run is made from."""
    from workbench.batch.plan import chosen_reps
    from workbench.review.person import people
    from workbench.snapshots import current_snapshot
    from workbench.store.pay.rules import require

    if not asked.reps:
        return asked
    require(desk.actor, "draft a pay run", is_own=False)
    snapshot = current_snapshot(desk.space, asked.as_of, is_frozen=asked.is_frozen)
    period = desk.space.calendar.period(asked.period or desk.space.default_period)
    everybody = people(snapshot, period, desk.space.manager_scope)
    return replace(
        asked, reps=chosen_reps(asked.reps, everybody, desk.space.aliases), is_frozen=True
    )


def _say_sums(sums: "RunSums", lang: "Lang") -> None:
    from workbench.i18n import message
    from workbench.i18n import told as told_
    from workbench.review.pay.runs_text import total_text

    total = total_text(sums, lang)
    told = message("pay-made", lang, n=sums.n, total=total)
    typer.echo(told if total else message("pay-made-none", lang), err=True)
    for rep, fault in sums.faults:
        typer.echo(message("pay-made-fault", lang, rep=rep, fault=fault), err=True)
    told = message("pay-next", lang, next=told_(sums.run.next_said, lang))
    typer.echo(told, err=True)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
