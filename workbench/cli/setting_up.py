"""`workbench init --from`: the proposal on the terminal, its questions, and the first document."""

# ruff: noqa: PLC0415

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from workbench.errors import ParameterError, WorkspaceError
from workbench.i18n import Lang, message

if TYPE_CHECKING:
    from workbench.proposal.proposal import Proposal, Question

Answers = dict[tuple[str, ...], Any]


def set_up(exports: Path, to: Path, settings: list[str], lang: Lang, *, is_yes: bool) -> None:
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
        given = str(typer.prompt(prompt, default="1", err=True)).strip()
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
    from workbench.batch.plan import Request
    from workbench.batch.run import run_batch
    from workbench.proposal.first import first_rep
    from workbench.proposal.reconcile import reconcile
    from workbench.proposal.reconciled_text import reconciled_text
    from workbench.proposal.write import write_proposal
    from workbench.snapshots import current_snapshot
    from workbench.sources.workspace import open_workspace

    typer.echo(write_proposal(proposal, to, lang))
    space = open_workspace(to)
    snapshot = current_snapshot(space)
    typer.echo(reconciled_text(reconcile(space, snapshot), lang), err=True)
    request: Mapping[str, Any] = {"reps": (first_rep(snapshot, space),), "langs": (lang,)}
    report = run_batch(space, Request(**request))
    for path in report.documents:
        typer.echo(path)
    if report.failed:
        raise typer.Exit(1)
    typer.echo(message("setup-next", lang, folder=str(to)), err=True)
