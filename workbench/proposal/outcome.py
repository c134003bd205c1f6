"""Which deals are won, lost or open: by the columns that say so, else by the words of stages."""

from collections.abc import Iterable, Mapping

from workbench.i18n import Lang, message
from workbench.proposal.draft import Draft, Source
from workbench.proposal.ending import ending_columns, question_of
from workbench.proposal.proposal import Choice, Question
from workbench.proposal.words import EXCLUDED, LOST, OPEN, WON, known_outcome, seems_ending

ROOT = "outcome"  # of answers: outcome."Signed" = "won"


def settle_outcome(
    draft: Draft, profile: str, told: Mapping[str, str], lang: Lang
) -> list[Question]:
    """Say of each deal whether it is over and won; gives what has to be asked.

    Parameters
    ----------
    told
        Words of the export that were told: won, lost, open or excluded.
    """
    has_own = {"is_closed", "is_won"} <= draft.columns.keys()
    if has_own and draft.columns["is_won"].header != draft.columns["is_closed"].header:
        return []
    stage = draft.columns.get("is_won") or draft.columns.get("stage")
    others = ending_columns(draft, stage, profile, told)
    stage = others[0] if others else stage
    if stage is None:
        _orders(draft)
        return []
    words = draft.export.values(stage.header)
    _write(draft, stage, {word: told.get(word) or _meant(word, profile) for word in words})
    if len(others) > 1:
        return [question_of(draft, others, lang)]
    return [_question(word, lang) for word in _doubtful(words, profile, told)]


def _meant(word: str, profile: str) -> str:
    """Give what a word says; "" where it seems an ending and no profile knows it."""
    return known_outcome(word, profile) or ("" if seems_ending(word) else OPEN)


def _doubtful(words: Iterable[str], profile: str, told: Mapping[str, str]) -> list[str]:
    """List the words to ask about: of a language nobody lists, every word that is not told."""
    known = {word: known_outcome(word, profile) for word in words}
    is_listed = WON in known.values()
    return [
        word
        for word, means in known.items()
        if not means and word not in told and (seems_ending(word) or not is_listed)
    ]


def _write(draft: Draft, stage: Source, meaning: dict[str, str]) -> None:
    won = [word for word, means in meaning.items() if means == WON]
    lost = [word for word, means in meaning.items() if means == LOST]
    excluded = [word for word, means in meaning.items() if means == EXCLUDED]
    draft.columns["is_closed"] = Source(stage.header, stage.how)
    draft.columns["is_won"] = Source(stage.header, stage.how)
    draft.values["is_closed"] = {**_all(won + lost + excluded), "else": False}
    draft.values["is_won"] = {**_all(won), "else": False}
    if excluded:
        draft.columns["is_excluded"] = Source(stage.header, stage.how)
        draft.values["is_excluded"] = {**_all(excluded), "else": False}


def _all(words: Iterable[str]) -> dict[str, bool]:
    return dict.fromkeys(words, True)


def _orders(draft: Draft) -> None:
    """Nothing says how it ended: every row is something sold."""
    draft.constants |= {"is_closed": True, "is_won": True}
    draft.is_orders = True


def _question(word: str, lang: Lang) -> Question:
    choices = tuple(
        Choice(means, message(f"proposal-outcome-{means}", lang)) for means in (WON, LOST, OPEN)
    )
    return Question((ROOT, word), message("proposal-ask-outcome", lang, word=word), choices)
