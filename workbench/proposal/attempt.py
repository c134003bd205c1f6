"""One step of setting up a workspace by hand: what was told, what follows, what would be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from workbench.i18n import Lang
from workbench.proposal.preview import Preview, preview
from workbench.proposal.proposal import Line, Place, Proposal, Question
from workbench.proposal.propose import propose
from workbench.proposal.told_columns import NOT_USED
from workbench.sources.sql import named


@dataclass(frozen=True)
class Attempt:
    """A proposal for a folder, with all that a person has answered so far."""

    exports: Path
    to: Path
    lang: Lang
    answers: Mapping[Place, Any]
    proposal: Proposal
    asked: tuple[Question, ...]  # those open, and those answered, which may be answered anew
    preview: Preview | None  # None while questions are open without which nothing can be read
    first: Mapping[Place, Any] = field(default_factory=dict)  # what was proposed before any answer

    @property
    def is_ready(self) -> bool:
        """Whether nothing is open and everything can be read."""
        return not self.proposal.questions and self.preview is not None

    def line(self, path: Place) -> Line | None:
        """Give the line of workbench.toml at a place; None where there is none."""
        return next((line for line in self.proposal.lines if line.path == path), None)

    def headers(self, table: str) -> tuple[str, ...]:
        """List what may give a column of a table; what nothing gives stands first."""
        firsts = (self.first.get((*_columns(table), name)) for name in _told(self, table))
        there = (*self.proposal.headers.get(table, ()), *(header for header in firsts if header))
        return tuple(dict.fromkeys((NOT_USED, *there)))

    def made(self, table: str) -> set[str]:
        """List which of them several columns of the file give together."""
        sql = self.line(("tables", table, "sql"))
        return {h for h in self.headers(table) if sql and f" AS {named(h)}" in sql.value}


def begun(exports: Path, to: Path, lang: Lang) -> Attempt:
    """Look at a folder for the first time.

    Raises
    ------
    SourceError
        When no file holds deals, or a file cannot be read and no answer would help.
    """
    return _attempted(Attempt(exports, to, lang, {}, Proposal(exports, "", ()), (), None))


def answered(attempt: Attempt, path: Place, value: Any) -> Attempt:  # noqa: ANN401 (as TOML holds it)
    """Answer a question or choose another column; what was proposed at first takes it back.

    Parameters
    ----------
    value
        None takes an answer back, so that its question is open again.

    Raises
    ------
    WorkbenchError
        When nothing can be read so; the attempt before still stands.
    """
    answers = {key: told for key, told in attempt.answers.items() if key != path}
    is_column = path[:1] == ("tables",)
    if value is not None and not (is_column and value == attempt.first.get(path, NOT_USED)):
        answers[path] = value
    return _attempted(replace(attempt, answers=answers))


def _attempted(attempt: Attempt) -> Attempt:
    seen: list[Preview] = []  # none while questions are open without which nothing can be read
    proposal = propose(
        attempt.exports, attempt.to, attempt.lang, attempt.answers,
        lambda place, tables: seen.append(preview(place, tables)),
    )  # fmt: skip
    fresh = {line.path: line.value for line in proposal.lines if line.how != "told"}
    return replace(
        attempt, proposal=proposal, asked=_asked(attempt, proposal),
        preview=seen[0] if seen else None, first={**attempt.first, **fresh},
    )  # fmt: skip


def _asked(attempt: Attempt, proposal: Proposal) -> tuple[Question, ...]:
    known = {question.path: question for question in (*attempt.asked, *proposal.questions)}
    open_now = {question.path for question in proposal.questions}
    return tuple(each for path, each in known.items() if path in {*open_now, *attempt.answers})


def _columns(table: str) -> Place:
    return ("tables", table, "columns")


def _told(attempt: Attempt, table: str) -> list[str]:
    return [path[-1] for path in attempt.answers if path[:-1] == _columns(table)]
