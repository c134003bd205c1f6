"""The lines of workbench.toml that tables as they are proposed come to."""

import os
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from workbench.i18n import Lang, message
from workbench.proposal.draft import Draft
from workbench.proposal.export import Export
from workbench.proposal.outcome import ROOT as OUTCOME
from workbench.proposal.people import NAMING
from workbench.proposal.people import ROOT as PEOPLE
from workbench.proposal.proposal import Line, Place, Unused
from workbench.proposal.span import last_whole_quarter
from workbench.proposal.told_columns import without_unused
from workbench.proposal.unlisted import ROOT as UNLISTED
from workbench.proposal.unowned import ROOT as UNOWNED

FILE = "file"  # root of answers about a file: file."deals.csv".encoding = "gb18030"


def days_of(span: tuple[date, date], lang: Lang) -> list[Line]:
    """Propose the last day that is known, and the period of the first documents."""
    first, last = span
    why = message("proposal-why-days", lang, first=f"{first}", last=f"{last}")
    return [
        Line(("workspace", "default_period"), last_whole_quarter(first, last), "content", why),
        Line(("workspace", "as_of"), last, "content", why),
    ]


def table_lines(drafts: Mapping[str, Draft], to: Path, lang: Lang) -> list[Line]:
    """Write where the tables come from, and which of their columns are which."""
    found: list[Line] = []
    if "reps" not in drafts:
        why = message("proposal-why-from", lang)
        found.append(Line(("tables", "reps", "from"), "deals", "only", why))
    for draft in drafts.values():
        found += draft.lines(_relative(draft.export, to))
        for part in draft.parts[1:]:
            found += part.file_lines(_relative(part.export, to))
    if "reps" in drafts and (drafts["reps"].where or drafts["reps"].more):  # names other tables
        named = (d for d in drafts.values() if not d.select() and d.table in NAMING)
        found += [line for draft in named for line in draft.file_lines(_relative(draft.export, to))]
    return found


def overlaid(lines: Iterable[Line], answers: Mapping[Place, Any]) -> tuple[Line, ...]:
    """Put what was told in the place of what was proposed, and beside it."""
    told = {
        path: value
        for path, value in answers.items()
        if path[0] not in (FILE, OUTCOME, PEOPLE, UNLISTED, UNOWNED)
    }
    kept = [line for line in lines if line.path not in told]
    every = [*kept, *(Line(path, value, "told") for path, value in told.items())]
    return tuple(without_unused(every, answers))


def unused_of(drafts: Mapping[str, Draft], to: Path) -> tuple[Unused, ...]:
    """List the columns of the files that nothing uses."""
    return tuple(
        Unused(_relative(part.export, to), header)
        for draft in drafts.values()
        for part in draft.parts or (draft,)
        for header in _unused(part)
    )


def _relative(export: Export, to: Path) -> str:
    """Write where a file lies, from the workspace; a pattern stands for several files."""
    folder = export.paths[0].parent.resolve()
    return Path(os.path.relpath(folder / export.file, to.resolve())).as_posix()


def _unused(draft: Draft) -> list[str]:
    if draft.sql and draft.table == "quotas":
        return []
    return [header for header in draft.export.headers if header not in draft.used]
