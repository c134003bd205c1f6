"""Which deals are won, lost or open: by the columns that say so, else by the words of stages."""

from collections.abc import Iterable, Mapping

from workbench.i18n import Lang, message
from workbench.proposal.draft import Draft, Source
from workbench.proposal.profile import ANY, profiles
from workbench.proposal.proposal import Choice, Question
from workbench.sources.likeliest import plain

ROOT = "outcome"  # of answers: outcome."Signed" = "won"
_ENDINGS = (
    "close", "won", "lost", "lose", "cancel", "abandon", "disqualif", "dead", "reject", "declin",
    "赢", "输", "丢", "失", "成交", "取消", "关闭", "终止", "结束", "作废", "无效", "放弃", "签约",
    "gewonn", "verlor", "abgeschl", "storn", "gagn", "perd", "annul", "受注", "失注", "成約",
    "ganad", "cerrad",
)  # fmt: skip
WON, LOST, OPEN, EXCLUDED = "won", "lost", "open", "excluded"


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
    if stage is None:
        _orders(draft)
        return []
    words = draft.export.values(stage.header)
    meaning = {word: told.get(word) or _meant(word, profile) for word in words}
    doubtful = [word for word, means in meaning.items() if means == ""]
    if WON not in meaning.values() and not doubtful:
        doubtful = words
    _write(draft, stage, meaning)
    return [_question(word, lang) for word in doubtful]


def known_outcome(word: str) -> str:
    """Give what a word says of a deal in any system; "" where none knows it."""
    found = (_said(word, name) for name in profiles())
    return next((means for means in found if means), "")


def _meant(word: str, profile: str) -> str:
    """Give what a word says; "" where it seems an ending and no profile knows it."""
    systems = dict.fromkeys((profile, ANY)) if profile else profiles()
    known = next((means for name in systems if (means := _said(word, name))), "")
    return known or ("" if any(part in word.casefold() for part in _ENDINGS) else OPEN)


def _said(word: str, profile: str) -> str:
    known = profiles().get(profile)
    if known is None:
        return ""
    ways = ((WON, known.won), (LOST, known.lost), (EXCLUDED, known.excluded))
    return next((means for means, listed in ways if plain(word) in map(plain, listed)), "")


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
