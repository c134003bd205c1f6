"""The column that says how deals ended, where the stage says only how far they came."""

from collections.abc import Mapping, Sequence

from workbench.i18n import Lang, message
from workbench.proposal.draft import Draft, Source
from workbench.proposal.proposal import Choice, Question
from workbench.proposal.words import FEW, LOST, WON, known_outcome
from workbench.snapshots.checking.broken import BROKEN_REQUIRED


def ending_columns(
    draft: Draft, stage: Source | None, profile: str, told: Mapping[str, str]
) -> list[Source]:
    """List the columns beside the stage whose words say won and lost, row by row.

    None where the stage itself says what is won, by a word that is known or told, and where a
    person chose it.
    """
    if stage is not None and _says(draft, stage, profile, told):
        return []
    return [
        Source(header, "content")
        for header in draft.export.headers
        if {WON, LOST} <= _said(draft.export.values(header), profile) and _is_filled(draft, header)
    ]


def question_of(draft: Draft, found: Sequence[Source], lang: Lang) -> Question:
    """Ask which of several columns says how deals ended."""
    asks = message("proposal-ask-is-won", lang, file=draft.export.file)
    choices = tuple(Choice(each.header, _words(draft, each.header)) for each in found)
    return Question(("tables", draft.table, "columns", "is_won"), asks, choices)


def _is_filled(draft: Draft, header: str) -> bool:
    """Whether it speaks of nearly every deal: what a blank says of one is nowhere told."""
    rows = draft.export.raw.rows
    return rows - draft.filled(header) <= BROKEN_REQUIRED * rows


def _says(draft: Draft, stage: Source, profile: str, told: Mapping[str, str]) -> bool:
    words = draft.texts(stage.header)
    is_told = stage.how == "told" or any(word in told for word in words)
    return is_told or WON in _said(words, profile)


def _said(words: Sequence[str], profile: str) -> set[str]:
    """Tell what the words of a column say of deals; a column of many words is no state."""
    return {known_outcome(word, profile) for word in words} if len(words) <= FEW else set()


def _words(draft: Draft, header: str) -> str:
    return ", ".join(draft.export.values(header)[:3])
