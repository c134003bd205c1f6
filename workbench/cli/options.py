"""Options several commands take."""

# ruff: noqa: PLC0415

import logging
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from workbench.errors import Said, WorkbenchError
    from workbench.i18n import Lang
    from workbench.review.cycle.desk import Desk
    from workbench.sources.workspace import Workspace
    from workbench.store import Actor

WorkspaceOption = Annotated[
    str,
    typer.Option(
        "--workspace",
        help="Folder with workbench.toml. Default: $WORKBENCH_WORKSPACE, else here or above.",
    ),
]
PeriodOption = Annotated[
    str, typer.Option("--period", help="2026-Q3, 2026-H2, 2026-09, a named period, two dates.")
]
AsOfOption = Annotated[str, typer.Option("--as-of", help="Date of the snapshot, 2026-09-30.")]
FrozenOption = Annotated[
    bool,
    typer.Option("--frozen", help="Answer from the last snapshot; do not look at the source."),
]
LangOption = Annotated[str, typer.Option("--lang", help="zh, en, or both: zh,en.")]
TemplateOption = Annotated[str, typer.Option("--template", help="Name of the review template.")]
ForceOption = Annotated[bool, typer.Option("--force", help="Make again what is unchanged.")]
FormatsOption = Annotated[
    str, typer.Option("--formats", help="html, and beside it pdf, pptx, xlsx: html,pptx.")
]
EditionOption = Annotated[
    str, typer.Option("--edition", help="brief, talk, record: one page, the talk, everything.")
]
CycleOption = Annotated[
    str, typer.Option("--cycle", help="As 2026-Q3:quarterly. Default: the latest opened.")
]
AsOption = Annotated[
    str, typer.Option("--as", metavar="PERSON:ROLE", help="Who acts: R01:rep, M02:manager, x:hr.")
]
DueOption = Annotated[str, typer.Option("--due", help="Day the next stage is due, 2026-10-07.")]
RepArgument = Annotated[str, typer.Argument(metavar="REP", help="A rep, by id or name.")]


def at(folder: str) -> "Workspace":
    """Open a workspace; "" takes the default one."""
    from workbench.sources.workspace import open_workspace

    return open_workspace(Path(folder) if folder else None)


def acting(told: str, desk: "Desk | None" = None) -> "Actor":
    """Read who acts; with a desk, reps and managers in any case."""
    from workbench.review.whom import acting_as
    from workbench.store import Actor

    return Actor.read(told) if desk is None else acting_as(told, desk.snapshot)


def whose(rep: str, desk: "Desk") -> str:
    """Find the rep of a review, by id or name in any case."""
    from workbench.review.whom import rep_in_cycle

    return rep_in_cycle(desk.snapshot, rep)


def day_or_none(text: str) -> date | None:
    """Read a day; "" is None."""
    from workbench.model.given import day

    return day(text)


def error_text(error: "WorkbenchError", words: list[str]) -> str:
    """Tell an error in the language a command was asked in, by `--lang` or its workspace."""
    return str(error) if error.said is None else said_text(error.said, words)


def said_text(kept: "Said", words: list[str]) -> str:
    """Tell a kept sentence in the language a command was asked in."""
    from workbench.i18n import told

    return told(kept, _asked_in(words))


class Telling(logging.Formatter):
    """Tells what rooms note on the way in the language the command was asked in."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a note; one that keeps no sentence (`extra={"said": …}`) as it stands."""
        kept = getattr(record, "said", None)
        return super().format(record) if kept is None else said_text(kept, sys.argv)


def _asked_in(words: list[str]) -> "Lang":
    from workbench.errors import WorkbenchError
    from workbench.i18n import require_lang

    told = [part for word in words for part in (word.split("=", 1) if word[:2] == "--" else [word])]
    given = dict(pairwise(told))
    try:
        asked = given.get("--lang", "").partition(",")[0]
        return require_lang(asked or at(given.get("--workspace", "")).languages[0])
    except WorkbenchError:
        return "en"
