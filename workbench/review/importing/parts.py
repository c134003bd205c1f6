"""The parts of an import: what was recognised, how rows will be read, the lines nobody chose."""

from typing import Any

from workbench import i18n
from workbench.i18n import Lang, message
from workbench.model.tables import TABLES
from workbench.page.cells import Cell, Short
from workbench.page.parts import Block, Bullets, Fold, Note
from workbench.page.table import Column, Table, figures
from workbench.page.table import words as text
from workbench.proposal.attempt import Attempt
from workbench.proposal.preview import Sample
from workbench.proposal.proposal import Line
from workbench.proposal.trial import workspace_of
from workbench.review.importing.words import cell, column_name, rests
from workbench.review.words import table_name

_LONGEST = 28  # characters of a cell; the whole text stands in its title
_FIGURES = ("integer", "number", "money", "share", "rate")


def recognised(attempt: Attempt) -> list[Block]:
    """Show which file is which table, what is not used, and what such exports leave out."""
    lang, proposal = attempt.lang, attempt.proposal
    heads = [text(message(f"import-head-{key}", lang)) for key in ("table", "file")]
    heads += [figures(message(f"import-head-{key}", lang)) for key in ("rows", "aside")]
    rows = [_row(attempt, name) for name in proposal.document.get("tables", {})]
    shown = [Table(heads, rows)] if rows else []
    passed_over = _listed("passed-over", list(proposal.passed_over.values()), lang)
    return [*shown, *passed_over, *_listed("notes", list(proposal.notes), lang)]


def sample(attempt: Attempt, name: str) -> list[Block]:
    """Show the first rows of a table as they will be read, or that nothing can be read yet."""
    if attempt.preview is None or name not in attempt.preview.tables:
        return [Note(message("import-unread", attempt.lang), is_quiet=True)]
    lang, found = attempt.lang, attempt.preview.tables[name]
    zone = workspace_of(attempt.to, attempt.proposal.document).time_zone
    rows: list[list[Cell]] = [
        [Short(cell(name, column, value, zone, lang), _LONGEST) for column, value in pairs]
        for pairs in (zip(found.columns, row, strict=True) for row in found.rows)
    ]
    title = message("import-preview", lang, table=table_name(name, lang))
    return [Table(_heads(name, found, lang), rows, title), *_aside(found, lang)]


def others(attempt: Attempt) -> Fold:
    """Show the lines of workbench.toml that stand in no choice of a column."""
    lang = attempt.lang
    lines = [line for line in attempt.proposal.lines if "columns" not in line.path]
    heads = [text(message(f"setup-{key}", lang)) for key in ("line", "value", "rests")]
    rows = [[".".join(line.path), _value(line), rests(line, attempt)] for line in lines]
    return Fold(message("import-rest", lang, n=len(lines)), blocks=[Table(heads, rows)])


def _row(attempt: Attempt, name: str) -> list[str]:
    lang, found = attempt.lang, attempt.preview
    there = found.tables.get(name) if found else None
    counts = [i18n.number(n, lang) for n in (there.total, there.aside)] if there else ["—", "—"]
    return [table_name(name, lang), _file(attempt, name), *counts]


def _file(attempt: Attempt, name: str) -> str:
    for place in (("tables", name), ("files", name)):
        line = attempt.line((*place, "file"))
        if line is not None:
            return str(line.value).rpartition("/")[2]
    return message("import-taken-from-deals", attempt.lang)


def _heads(name: str, found: Sample, lang: Lang) -> list[Column]:
    kinds = {column.name: column.kind for column in TABLES[name].columns}
    return [
        Column(column_name(name, each, lang), kinds.get(each, "text") in _FIGURES)
        for each in found.columns
    ]


def _aside(found: Sample, lang: Lang) -> list[Block]:
    if not found.aside:
        return []
    return [Note(message("import-aside-told", lang, n=found.aside), is_quiet=True)]


def _listed(key: str, sentences: list[str], lang: Lang) -> list[Block]:
    if not sentences:
        return []
    summary = message(f"import-{key}", lang, n=len(sentences))
    return [Fold(summary, blocks=[Bullets(sentences)])]


def _value(line: Line) -> str:
    value: Any = line.value
    if isinstance(value, dict):
        return ", ".join(f"{key} → {told}" for key, told in value.items())
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
