"""`workbench statement REP`: the incentive statement of a rep, with its trace."""

# ruff: noqa: PLC0415, PLR0913, PLR0917

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from workbench.cli.options import (
    AsOfOption,
    FrozenOption,
    LangOption,
    PeriodOption,
    TemplateOption,
    WorkspaceOption,
    acting,
    at,
)
from workbench.errors import ParameterError, require_known

if TYPE_CHECKING:
    from workbench.incentives.statement import Statement
    from workbench.review.brief import Brief
    from workbench.review.pay.own import OwnLedger
    from workbench.review.review import Review
    from workbench.sources.workspace import Workspace


def statement(
    rep: Annotated[str, typer.Argument(metavar="REP", help="A rep, by id or name.")],
    period: PeriodOption = "",
    form: Annotated[str, typer.Option("--format", help="table, json or csv.")] = "table",
    explain: Annotated[
        str, typer.Option("--explain", metavar="LINE", help="How a line came about: A, A/D3, net.")
    ] = "",
    dispute: Annotated[
        str, typer.Option("--dispute", metavar="LINE", help="Doubt a line; needs --because, --as.")
    ] = "",
    because: Annotated[str, typer.Option("--because", help="What is wrong with it.")] = "",
    actor: Annotated[
        str, typer.Option("--as", metavar="PERSON:ROLE", help="Who doubts it: R01:rep.")
    ] = "",
    workspace: WorkspaceOption = "",
    as_of: AsOfOption = "",
    lang: LangOption = "",
    template: TemplateOption = "",
    frozen: FrozenOption = False,
    recompute: Annotated[
        bool,
        typer.Option("--recompute", help="By the data of today, beside what was issued."),
    ] = False,
    formats: Annotated[
        str, typer.Option("--formats", help="Write files instead: html, pdf, pptx, xlsx.")
    ] = "",
) -> None:
    """Print what a rep earned and is paid, from gross to net, deal by deal.

    What was issued in a pay run is printed as it was issued.
    """
    from workbench.batch.statement_files import write_statement
    from workbench.i18n import message
    from workbench.review.asked_formats import asked_formats
    from workbench.review.pay.recomputed import recomputed_text
    from workbench.review.pay.text import FORMATS, explained_text, statements_text

    require_known("format", [form], FORMATS)
    review = _review(at(workspace), rep, _Asked(period, as_of, template, lang, frozen))
    found, ledger = _statements(review)
    if recompute:
        typer.echo(recomputed_text(review), nl=False)
    elif dispute:
        typer.echo(_doubted(review, found, (dispute, because, actor)))
        typer.echo(message("statement-doubted", review.lang), err=True)
    elif explain:
        told = [explained_text(each, explain, review.lang) for each in found]
        typer.echo("\n".join(told), nl=False)
    elif formats:
        for path in write_statement(review, asked_formats(formats)):
            typer.echo(path)
    else:
        typer.echo(statements_text(found, form, review.lang, ledger), nl=False)


class _Asked(NamedTuple):
    period: str
    as_of: str
    template: str
    lang: str
    is_frozen: bool


def _review(space: "Workspace", rep: str, asked: _Asked) -> "Review":
    from workbench.batch.plan import chosen_reps
    from workbench.model.given import day
    from workbench.review.person import people
    from workbench.review.review import open_review
    from workbench.snapshots import current_snapshot

    span = space.calendar.period(asked.period or space.default_period)
    snapshot = current_snapshot(space, day(asked.as_of), is_frozen=asked.is_frozen)
    (rep_id,) = chosen_reps((rep,), people(snapshot, span, space.manager_scope), space.aliases)
    return open_review(
        rep_id, asked.period, str(space.folder), as_of=snapshot.address,
        lang=asked.lang or space.languages[0], template=asked.template or space.template,
        surface="document",
    )  # fmt: skip


def _statements(review: "Brief") -> "tuple[tuple[Statement, ...], OwnLedger]":
    from workbench.i18n import error, said
    from workbench.review.pay.own import own_ledger
    from workbench.review.pay.statements import issued_in, statements_of
    from workbench.snapshots.pay.plans import plans_folder, plans_of

    plans, ledger = plans_of(review.workspace), own_ledger(review)
    kept = issued_in(review.period, ledger)
    if not plans and kept:
        return kept, ledger
    if not plans:
        folder = str(plans_folder(review.workspace))
        raise error(ParameterError, "refusal-no-plan", folder=folder)
    found = statements_of(review, plans, ledger)
    if not found:
        names = tuple(said("refusal-person", who=plan.id) for plan in plans)
        raise error(
            ParameterError, "refusal-on-no-plan", rep=review.rep.rep_id,
            period=review.period.name, plans=names,
        )  # fmt: skip
    return found, ledger


def _doubted(review: "Brief", found: "tuple[Statement, ...]", told: tuple[str, str, str]) -> str:
    from workbench.i18n import error, message
    from workbench.review.cycle.desk import open_desk
    from workbench.review.cycle.disputing import dispute as doubt
    from workbench.review.pay.doubted import doubt_of

    line, text, actor = told
    if not text or not actor:
        raise error(ParameterError, "refusal-doubt-half")
    desk = open_desk(review.workspace, review.lang)
    try:
        who = acting(actor, desk)
        item = doubt(desk, who, review, found[-1], line, text)
        day = f"{doubt_of(desk.store, who, item).due_on}"
        typer.echo(message("incentive-disputed", desk.lang, item=item[:8], day=day), err=True)
        return item
    finally:
        desk.store.engine.dispose()
