"""`workbench init --from`: the proposal on the terminal, its questions, and the first document."""

# ruff: noqa: PLC0415

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.options import LangOption
from workbench.errors import ParameterError, WorkspaceError
from workbench.i18n import Lang, message

if TYPE_CHECKING:
    from workbench.proposal.proposal import Proposal, Question

Answers = dict[tuple[str, ...], Any]


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Made when missing.")] = Path(),
    workspace: Annotated[str, typer.Option("--workspace", help="The same as DIR.")] = "",
    exports: Annotated[
        str, typer.Option("--from", metavar="FOLDER", help="Where the CRM's exports lie.")
    ] = "",
    settings: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="PATH=VALUE", help="A line of workbench.toml; repeatable."),
    ] = None,
    lang: LangOption = "en",
    *,
    is_yes: Annotated[
        bool, typer.Option("--yes", help="Take the proposal where one reading fits.")
    ] = False,
    is_list: Annotated[
        bool, typer.Option("--profiles", help="List the systems whose exports are known.")
    ] = False,
) -> None:
    """Make a workspace of a folder of exports, or write a commented workbench.toml to fill in."""
    from workbench.i18n import require_lang
    from workbench.sources.starter import write_workspace

    to = Path(workspace) if workspace else folder
    if is_list:
        from workbench.proposal.listed import profiles_text

        typer.echo(profiles_text(require_lang(lang)), nl=False)
    elif exports:
        _set_up(Path(exports), to, settings or [], require_lang(lang), is_yes=is_yes)
    else:
        typer.echo(write_workspace(to))


def _set_up(exports: Path, to: Path, settings: list[str], lang: Lang, *, is_yes: bool) -> None:
    """Propose a workspace, ask what remains, write it, and make its first document."""
    from workbench.proposal.setting import parsed

    if (to / "workbench.toml").exists():
        raise WorkspaceError(message("setup-there", lang, file=str(to / "workbench.toml")))
    answers: Answers = dict(parsed(setting) for setting in settings)
    is_asking = not is_yes and sys.stdin.isatty()
    proposal = _settled(exports, to, answers, lang, is_asking=is_asking)
    _agreed(lang, is_asking=is_asking, is_yes=is_yes)
    _make(proposal, to, lang)


def _settled(
    exports: Path, to: Path, answers: Answers, lang: Lang, *, is_asking: bool
) -> "Proposal":
    """Propose until no question remains; without a person to ask, say them all and stop."""
    from workbench.proposal.propose import propose

    while True:
        proposal = propose(exports, to, lang, answers)
        _show(proposal, lang)
        if not proposal.questions:
            return proposal
        if not is_asking:
            _refuse(proposal, lang)
        for question in proposal.questions:
            answers[question.path] = _asked(question, lang)


def _show(proposal: "Proposal", lang: Lang) -> None:
    from workbench.cli.proposal_table import shown

    shown(proposal, lang)


def _refuse(proposal: "Proposal", lang: Lang) -> None:
    """Say each question with a ready line for each of its answers; nothing is written."""
    from workbench.proposal.setting import set_line

    for question in proposal.questions:
        typer.echo(question.asks, err=True)
        for choice in question.choices:
            means = f"   # {choice.means}" if choice.means else ""
            typer.echo(f"  {set_line(question.path, choice.value)}{means}", err=True)
    raise ParameterError(message("setup-open", lang, n=len(proposal.questions)))


def _asked(question: "Question", lang: Lang) -> Any:  # noqa: ANN401 (as TOML holds it)
    typer.echo(question.asks, err=True)
    for n, choice in enumerate(question.choices, 1):
        means = f" · {choice.means}" if choice.means else ""
        typer.echo(f"  {n}  {choice.value}{means}", err=True)
    prompt = message("setup-choose", lang)
    while True:
        given = str(typer.prompt(prompt, err=True)).strip()
        if given.isdecimal() and 1 <= int(given) <= len(question.choices):
            return question.choices[int(given) - 1].value
        if given and not given.isdecimal() and isinstance(question.choices[0].value, str):
            return given
        typer.echo(message("setup-choose-again", lang, n=len(question.choices)), err=True)


def _agreed(lang: Lang, *, is_asking: bool, is_yes: bool) -> None:
    if is_yes:
        return
    if not is_asking:
        raise ParameterError(message("setup-nobody", lang))
    if not typer.confirm(message("setup-write", lang), default=True, err=True):
        typer.echo(message("setup-nothing", lang), err=True)
        raise typer.Exit(1)


def _make(proposal: "Proposal", to: Path, lang: Lang) -> None:
    """Write workbench.toml, freeze, reconcile, and make the first document."""
    from workbench.batch.first import first_document
    from workbench.proposal.begin import begin
    from workbench.proposal.first import first_rep
    from workbench.proposal.reconciled_text import reconciled_text

    made = begin(proposal, to, lang)
    typer.echo(made.file)
    typer.echo(reconciled_text(made.reconciled, lang), err=True)
    rep_id = first_rep(made.snapshot, made.workspace)
    typer.echo(first_document(made.workspace, rep_id, lang))
    typer.echo(message("setup-next", lang, folder=str(to)), err=True)
