"""`workbench diff A B`: what changed between two reviews of a rep."""

# ruff: noqa: PLC0415

from typing import Annotated

import typer

from workbench.cli.options import (
    AsOfOption,
    AsOption,
    FrozenOption,
    LangOption,
    TemplateOption,
    WorkspaceOption,
    at,
)

_FORM = "REP@PERIOD, or REP@PERIOD/signed/1"


def diff(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help=f"{_FORM}.")],
    after: Annotated[str, typer.Argument(metavar="AFTER", help="The same rep's, as BEFORE.")],
    actor: AsOption = "",
    workspace: WorkspaceOption = "",
    as_of: AsOfOption = "",
    lang: LangOption = "",
    template: TemplateOption = "",
    frozen: FrozenOption = False,
) -> None:
    """Print what changed between two reviews: figures, the data behind them, people's words."""
    from workbench.batch.kept_round import KeptRounds
    from workbench.i18n import require_lang
    from workbench.model.given import day
    from workbench.page.text import blocks_text
    from workbench.review.differing.address import read_address
    from workbench.review.differing.opened import Asking, differing
    from workbench.snapshots import current_snapshot

    first, second = read_address(before), read_address(after)
    space = at(workspace)
    told = require_lang(lang or space.languages[0])
    snapshot = current_snapshot(space, day(as_of), is_frozen=frozen)
    chosen = template or space.template
    kept = KeptRounds(space, snapshot, chosen, told)
    asking = Asking(space, snapshot, chosen, told, actor, kept)
    typer.echo("\n".join(blocks_text(differing(first, second, asking), told)))
