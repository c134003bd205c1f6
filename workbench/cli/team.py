"""`workbench team`: the page of a team meeting."""

# ruff: noqa: PLC0415

from typing import Annotated

import typer

from workbench.cli.cycle_desk import opened_desk
from workbench.cli.options import (
    AsOption,
    FormatsOption,
    LangOption,
    PeriodOption,
    WorkspaceOption,
    acting,
)


def team(
    name: Annotated[
        str,
        typer.Argument(metavar="[TEAM]", help="A team, or who leads it; else all."),
    ] = "",
    period: PeriodOption = "",
    actor: AsOption = "desk:sales_ops",
    lang: LangOption = "",
    workspace: WorkspaceOption = "",
    formats: FormatsOption = "html",
) -> None:
    """Write the page of a team meeting: sums of five or more, learnings, blockers, recognition."""
    from workbench.batch.team_pages import write_team_pages
    from workbench.i18n import require_lang
    from workbench.review.asked_formats import asked_formats

    with opened_desk(workspace, "") as desk:
        asked = [part.strip() for part in lang.split(",") if part.strip()]
        langs = [require_lang(each) for each in asked or desk.workspace.languages]
        who, beside = acting(actor, desk), asked_formats(formats)
        for path in write_team_pages(desk, who, name, period, langs, beside):
            typer.echo(path)
