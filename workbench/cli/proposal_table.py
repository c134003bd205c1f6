"""The proposal as a table on the terminal."""

from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from workbench.i18n import Lang, message
from workbench.proposal.named import system
from workbench.proposal.proposal import Line, Proposal
from workbench.proposal.reasons import rests

_NARROW = 100  # columns of a terminal that does not say how wide it is


def shown(proposal: Proposal, lang: Lang) -> None:
    """Print the proposal on stderr: each line, what it rests on, and what is not used."""
    console = Console(stderr=True, highlight=False)
    if not console.is_terminal:
        console.width = _NARROW
    name = system(proposal, lang) or message("setup-no-system", lang)
    title = message("setup-title", lang, system=name, n=len(proposal.lines))
    table = Table(title=escape(title), title_justify="left", box=None, pad_edge=False)
    table.add_column(message("setup-line", lang), no_wrap=True)
    for key in ("value", "rests"):
        table.add_column(message(f"setup-{key}", lang), overflow="fold")
    for line in proposal.lines:
        told = rests(line, proposal, lang)
        table.add_row(escape(".".join(line.path)), escape(_value(line)), escape(told))
    if proposal.lines:
        console.print(table)
    for note in proposal.notes:
        console.print(escape(note))
    for file, why in proposal.passed_over.items():
        console.print(escape(message("setup-passed-over", lang, file=file, why=why)))
    _unused(console, proposal, lang)


def _unused(console: Console, proposal: Proposal, lang: Lang) -> None:
    by_file: dict[str, list[str]] = {}
    for each in proposal.unused:
        by_file.setdefault(each.file, []).append(each.header)
    for file, headers in by_file.items():
        said = message("setup-unused", lang, file=file, headers=", ".join(headers))
        console.print(escape(said))


def _value(line: Line) -> str:
    value: Any = line.value
    if isinstance(value, dict):
        return ", ".join(f"{key} → {told}" for key, told in value.items())
    if isinstance(value, list):
        return ", ".join(map(str, value))
    first, *more = str(value).splitlines() or [""]
    return f"{first} …" if more else first  # of SQL; workbench.toml has it whole
