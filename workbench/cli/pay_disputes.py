"""`workbench pay disputes`: which lines are doubted, whose turn it is, and the answer."""

# ruff: noqa: PLC0415, PLR0913, PLR0917

from decimal import Decimal, InvalidOperation
from typing import Annotated, NamedTuple

import typer

from workbench.cli.options import LangOption, PeriodOption, WorkspaceOption
from workbench.cli.pay_desk import FormOption, PayAsOption, opened_pay
from workbench.errors import ParameterError, require_known


def disputes(
    actor: PayAsOption,
    period: PeriodOption = "",
    rep: Annotated[str, typer.Option("--rep", help="Only of this rep, by id.")] = "",
    accept: Annotated[
        str, typer.Option("--accept", metavar="ID", help="Right: needs --amount and --because.")
    ] = "",
    amount: Annotated[
        str, typer.Option("--amount", help="By how much the line is corrected: 120.50 or -80.")
    ] = "",
    refuse: Annotated[
        str, typer.Option("--refuse", metavar="ID", help="Not so: needs --because.")
    ] = "",
    because: Annotated[str, typer.Option("--because", help="What was found.")] = "",
    form: FormOption = "table",
    workspace: WorkspaceOption = "",
    lang: LangOption = "",
) -> None:
    """List disputes of issued statements, or answer one; an accepted one is paid by a later run."""
    from workbench.model.day import day_of
    from workbench.review.pay.disputes_text import FORMATS, disputes_text
    from workbench.store.pay.disputes import answer_dispute, disputes_of

    require_known("format", [form], FORMATS)
    answer = _answer(accept, amount, refuse, because)
    with opened_pay(workspace, actor) as desk:
        told = desk.lang(lang)
        if answer is not None:
            done = answer_dispute(
                desk.store, desk.actor, answer.dispute, accept=answer.amount, text=because
            )
            typer.echo(done.state)
            return
        name = desk.period(period) if period else ""
        found = disputes_of(desk.store, desk.actor, rep, name)
        today = day_of(desk.store.clock(), desk.space.time_zone)
        typer.echo(disputes_text(found, form, told, today), nl=False)


class _Answer(NamedTuple):
    dispute: str
    amount: Decimal | None  # None: refused


def _answer(accept: str, amount: str, refuse: str, because: str) -> _Answer | None:
    if not accept and not refuse:
        if amount or because:
            raise ParameterError("Say which dispute is answered: --accept ID or --refuse ID.")
        return None
    if accept and refuse:
        raise ParameterError("A dispute is accepted or refused: give --accept or --refuse.")
    if not because.strip():
        raise ParameterError("An answer has words: add --because with what was found.")
    if refuse and amount:
        raise ParameterError("A refused dispute corrects nothing: leave out --amount.")
    return _Answer(refuse, None) if refuse else _Answer(accept, _amount(amount))


def _amount(told: str) -> Decimal:
    try:
        return Decimal(told)
    except InvalidOperation as reason:
        raise ParameterError(
            f"{told!r} is no amount. Say by how much the line is corrected: --amount 120.50, or "
            "--amount=-80 to take back."
        ) from reason
