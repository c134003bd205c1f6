"""`workbench statement REP`: the incentive statement of a rep, with its trace."""

# ruff: noqa: PLC0415

from typing import Annotated

import typer

from workbench.cli.options import (
    AsOfOption,
    LangOption,
    PeriodOption,
    TemplateOption,
    WorkspaceOption,
    at,
)
from workbench.errors import ParameterError


def statement(
    rep: Annotated[str, typer.Argument(metavar="REP", help="A rep's id.")],
    period: PeriodOption = "",
    form: Annotated[str, typer.Option("--format", help="table, json or csv.")] = "table",
    explain: Annotated[
        str, typer.Option("--explain", metavar="LINE", help="How a line came about: A, A/D3, net.")
    ] = "",
    workspace: WorkspaceOption = "",
    as_of: AsOfOption = "",
    lang: LangOption = "",
    template: TemplateOption = "",
) -> None:
    """Print what a rep earned and is paid, from gross to net, deal by deal."""
    from workbench.errors import require_known
    from workbench.review.pay import statements_of
    from workbench.review.review import open_review
    from workbench.review.statement_text import FORMATS, explained_text, statements_text
    from workbench.snapshots.pay.plans import plans_folder, plans_of

    require_known("format", [form], FORMATS)
    space = at(workspace)
    review = open_review(
        rep, period, str(space.folder), as_of=as_of, lang=lang or space.languages[0],
        template=template or space.template,
    )  # fmt: skip
    plans = plans_of(space)
    if not plans:
        raise ParameterError(
            f"{plans_folder(space)} holds no plan, so there is nothing to pay by. Put a plan file "
            "there; docs/incentives.md shows one."
        )
    found = statements_of(review, plans)
    if not found:
        raise ParameterError(
            f"{rep} is on no plan in {review.period.name}. Add an assignment to one of: "
            f"{', '.join(plan.id for plan in plans)}."
        )
    if explain:
        for each in found:
            typer.echo(explained_text(each, explain, review.lang), nl=False)
        return
    typer.echo(statements_text(found, form, review.lang), nl=False)
