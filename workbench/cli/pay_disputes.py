"""`workbench pay disputes`: which lines are doubted, whose turn it is, and the answer."""

# ruff: noqa: PLC0415, PLR0913, PLR0917

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.options import LangOption, PeriodOption, WorkspaceOption, at, day_or_none
from workbench.cli.pay_desk import (
    FormOption,
    PayAsOption,
    PayDesk,
    is_begun,
    lang_of,
    opened_pay,
)
from workbench.errors import ParameterError, require_known

if TYPE_CHECKING:
    from workbench.i18n import Lang
    from workbench.sources.workspace import Workspace
    from workbench.store.pay.disputes import Dispute


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
    hand_over: Annotated[
        str, typer.Option("--hand-over", metavar="ID", help="Another answers: --to and --due.")
    ] = "",
    to: Annotated[str, typer.Option("--to", help="sales_ops, finance, or a person's id.")] = "",
    due: Annotated[str, typer.Option("--due", help="By when, 2026-10-07.")] = "",
    form: FormOption = "table",
    workspace: WorkspaceOption = "",
    lang: LangOption = "",
) -> None:
    """List disputes of statements, or answer one of an issued one; accepted, a later run pays it.

    Those of statements not issued yet are answered with words: workbench inbox answer ID.
    """
    from workbench.review.pay.disputes_text import FORMATS

    require_known("format", [form], FORMATS)
    asked = _Asked(accept, amount, refuse, because, hand_over, to, due)
    asked.require_one()
    if not asked.dispute and not is_begun(workspace, actor, "read a dispute"):
        typer.echo(_none(at(workspace), form, lang), nl=False)
        return
    with opened_pay(workspace, actor) as desk:
        if asked.dispute:
            done = asked.done(desk)
            typer.echo(done.state)
            _say_done(done, desk.lang(lang))
        else:
            typer.echo(_listed(desk, rep, period, form, lang), nl=False)


@dataclass(frozen=True)
class _Asked:
    """What is to be done with a dispute."""

    accept: str
    amount: str
    refuse: str
    because: str
    hand_over: str
    to: str
    due: str

    @property
    def dispute(self) -> str:
        """Name the dispute; "" where they are only listed."""
        return self.accept or self.refuse or self.hand_over

    def require_one(self) -> None:
        """Refuse half an answer, and two at once."""
        fault = self._fault()
        if fault:
            from workbench.i18n import error

            raise error(ParameterError, f"refusal-disputes-{fault}")

    def _fault(self) -> str:
        if sum(map(bool, (self.accept, self.refuse, self.hand_over))) > 1:
            return "one"
        if not self.dispute and (self.amount or self.because or self.to or self.due):
            return "which"
        if (self.accept or self.refuse) and not self.because.strip():
            return "because"
        if self.amount and not self.accept:
            return "amount"
        if self.hand_over and not (self.to and self.due):
            return "hand-over"
        return ""

    def done(self, desk: PayDesk) -> "Dispute":
        """Answer it, or hand it over."""
        from workbench.store.pay.disputes import answer_dispute, hand_over

        _require_issued(desk, self.dispute)
        day = day_or_none(self.due)
        if self.hand_over and day is not None:
            return hand_over(desk.store, desk.actor, self.hand_over, self.to, day)
        amount = _amount(self.amount) if self.accept else None
        return answer_dispute(
            desk.store, desk.actor, self.dispute, accept=amount, text=self.because
        )


def _say_done(done: "Dispute", lang: "Lang") -> None:
    from workbench.i18n import message, told
    from workbench.store.naming import owner_said

    owner, due = told(owner_said(done.owner), lang), str(done.due_on)
    told_ = message(f"pay-dispute-now-{done.state}", lang, rep=done.rep_id, line=done.line,
                    owner=owner, due=due)  # fmt: skip
    typer.echo(told_, err=True)


def _listed(desk: PayDesk, rep: str, period: str, form: str, lang: str) -> str:
    from workbench.model.day import day_of
    from workbench.review.pay.disputes_text import disputes_text
    from workbench.review.pay.doubted import unissued_doubts
    from workbench.store.pay.disputes import disputes_of

    name = desk.period(period) if period else ""
    found = disputes_of(desk.store, desk.actor, rep, name)
    found += unissued_doubts(desk.store, desk.actor, rep, name)
    found.sort(key=lambda each: (each.state != "open", each.due_on))
    today = day_of(desk.store.clock(), desk.space.time_zone)
    return disputes_text(found, form, desk.lang(lang), today)


def _require_issued(desk: PayDesk, dispute: str) -> None:
    """Say how a doubt about a statement is answered that is not issued: it corrects no line."""
    from workbench.i18n import error
    from workbench.review.pay.doubted import unissued_doubts

    if any(each.dispute == dispute for each in unissued_doubts(desk.store, desk.actor)):
        raise error(ParameterError, "doubt-unissued", item=dispute)


def _none(space: "Workspace", form: str, lang: str) -> str:
    from workbench.model.day import today
    from workbench.review.pay.disputes_text import disputes_text

    return disputes_text([], form, lang_of(space, lang), today(space.time_zone))


def _amount(told: str) -> Decimal:
    try:
        return Decimal(told)
    except InvalidOperation as reason:
        from workbench.i18n import error

        raise error(ParameterError, "refusal-disputes-no-amount", told=told) from reason
