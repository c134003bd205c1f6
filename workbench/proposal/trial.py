"""Read the tables as they are proposed; what is in doubt is asked, or settled by what fits."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from workbench.errors import Doubt, SourceError, WorkspaceError
from workbench.model.tables import TABLES
from workbench.proposal.dates import order_of
from workbench.proposal.draft import Draft
from workbench.proposal.proposal import Choice, Question
from workbench.snapshots.checking.check import Checked
from workbench.snapshots.checking.tables import checked_tables
from workbench.sources.scratch import Scratch, scratch
from workbench.sources.workspace import Workspace
from workbench.sources.workspace_file import WorkspaceFile, fault_sentence

_TURNS = 12  # settling one doubt may uncover the next
T = TypeVar("T")


def workspace_of(folder: Path, document: Mapping[str, Any]) -> Workspace:
    """Make a workspace of what workbench.toml would say; nothing is written.

    Raises
    ------
    WorkspaceError
        When an answer is no value of its option.
    """
    try:
        return Workspace(folder, WorkspaceFile(**document))
    except ValidationError as reason:
        raise WorkspaceError(fault_sentence(folder / "workbench.toml", reason)) from reason


def tried(
    drafts: dict[str, Draft],
    workspace: Callable[[], Workspace],
    look: Callable[[Scratch, Mapping[str, Checked]], T],
    given_up: dict[str, str],
) -> tuple[T | None, list[Question]]:
    """Read all tables, settling what only one reading fits, until nothing is in doubt.

    Parameters
    ----------
    drafts
        Of each table; options that settle a doubt are added to them.
    workspace
        Makes the workspace of the drafts as they are.
    look
        Takes what is wanted of the tables, once they are read.
    given_up
        Gets what cannot be read and a review can do without: a file, or a column of one, and why.

    Returns
    -------
    tuple
        What `look` gave, None where questions remain; and these questions.

    Raises
    ------
    SourceError
        When a table cannot be read and nothing that is known would help.
    """
    for _turn in range(_TURNS):
        try:
            with scratch() as place:
                return look(place, checked_tables(place, workspace())), []
        except SourceError as reason:
            if not reason.doubts:
                raise
            settled = [
                _settled(drafts, doubt, given_up) for doubt in reason.doubts
            ]  # each, not the first
            if not any(settled):
                asked = [_question(doubt) for doubt in reason.doubts if doubt.lines]
                if not asked:
                    raise
                return None, asked
    raise SourceError("These files leave too much open; write workbench.toml with workbench init.")


def _settled(drafts: dict[str, Draft], doubt: Doubt, given_up: dict[str, str]) -> bool:
    """Settle a doubt where one reading alone fits; says whether it did."""
    draft = drafts.get(doubt.place.rpartition(".")[2])
    if draft is None:
        return False
    if not doubt.lines:
        return _dropped(drafts, draft, doubt, given_up)
    line = doubt.lines[0] if len(doubt.lines) == 1 else _of_order(draft, doubt)
    if not line:
        return False
    key, value = told_by(line)
    is_new = bool(draft.options.get(key) != value)
    draft.options[key] = value
    return is_new


def _dropped(
    drafts: dict[str, Draft], draft: Draft, doubt: Doubt, given_up: dict[str, str]
) -> bool:
    """Leave out a column that cannot be read; without one it needs the table goes, too."""
    is_needed = TABLES[draft.table].column(doubt.column).is_required
    if doubt.column not in draft.columns or (is_needed and draft.table in ("deals", "reps")):
        return False
    header = draft.columns.pop(doubt.column).header
    draft.values.pop(doubt.column, None)
    draft.derived.pop(doubt.column, None)
    if is_needed:
        drafts.pop(draft.table)
    given_up[draft.export.file if is_needed else f"{draft.export.file}: {header}"] = doubt.says
    return True


def _of_order(draft: Draft, doubt: Doubt) -> str:
    """Give the line of the order in which the other days of the file are written."""
    days = [texts for part in draft.parts or (draft,) for texts in _days_of(part)]
    order = order_of(days)
    return next((line for line in doubt.lines if order and line.endswith(f'"{order}"')), "")


def _days_of(draft: Draft) -> Iterator[list[str]]:
    """Give the texts of each column of the file that days are read from."""
    contract = TABLES[draft.table]
    for name, source in draft.columns.items():
        if contract.column(name).kind in ("date", "timestamp"):
            made = draft.derived.get(name)
            headers = made[1].values() if made else (source.header,)
            yield from (draft.export.values(h) for h in headers if h in draft.export.headers)


def told_by(line: str) -> tuple[str, Any]:
    """Read a line of workbench.toml: its dotted key, and its value."""
    value: Any = tomllib.loads(line)
    keys = []
    while isinstance(value, dict):
        ((key, value),) = value.items()
        keys.append(key)
    return ".".join(keys), value


def _question(doubt: Doubt) -> Question:
    answers = [told_by(line) for line in doubt.lines]
    path = (*doubt.place.split("."), *answers[0][0].split("."))
    choices = tuple(Choice(value, "") for _key, value in answers)
    return Question(path, doubt.says, choices)
