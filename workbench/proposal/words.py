"""What the words of stages and states say of a deal, in any language a profile lists."""

from workbench.proposal.profile import ANY, profiles
from workbench.sources.likeliest import plain

WON, LOST, OPEN, EXCLUDED = "won", "lost", "open", "excluded"
FEW = 25  # different texts of a column of stages, at most
_ENDINGS = (
    "close", "won", "lost", "lose", "cancel", "abandon", "disqualif", "dead", "reject", "declin",
    "赢", "输", "丢", "失", "成交", "取消", "关闭", "终止", "结束", "作废", "无效", "放弃", "签约",
    "gewonn", "verlor", "abgeschl", "storn", "gagn", "perd", "annul", "受注", "失注", "成約",
    "ganad", "cerrad",
)  # fmt: skip


def known_outcome(word: str, profile: str = "") -> str:
    """Give what a word says of a deal in a system, or in any; "" where none lists it."""
    systems = dict.fromkeys((profile, ANY)) if profile else profiles()
    return next((means for name in systems if (means := _said(word, name))), "")


def seems_ending(word: str) -> bool:
    """Whether a word nobody lists sounds as if a deal were over."""
    return any(part in word.casefold() for part in _ENDINGS)


def _said(word: str, profile: str) -> str:
    known = profiles().get(profile)
    if known is None:
        return ""
    ways = ((WON, known.won), (LOST, known.lost), (EXCLUDED, known.excluded))
    return next((means for means, listed in ways if plain(word) in map(plain, listed)), "")
