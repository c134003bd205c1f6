"""Vague language: words of a comment that judge a person and name nothing anybody could check.

The lists are short and open: a company adds its own. A flag asks for evidence; it forbids nothing.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

VAGUE = {
    "en": (
        "always", "never", "attitude", "aggressive", "abrasive", "emotional", "bossy", "not a fit",
        "culture fit", "good job", "great work", "team player", "hard worker", "needs improvement",
        "lacks confidence", "has potential", "natural", "difficult", "negative", "lazy",
        "more proactive", "not strategic", "nice",
    ),
    "zh": (
        "总是", "从来不", "从不", "态度", "情绪化", "强势", "不合群", "不适合", "性格", "表现不错",
        "还可以", "不错", "有潜力", "继续努力", "再接再厉", "不够积极", "缺乏自信", "懒",
        "需要提高", "有待提高", "加强沟通", "不够成熟", "吃苦耐劳",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Flag:
    """A vague word and where it stands."""

    word: str
    start: int
    end: int


def vague_words(text: str, more: Iterable[str] = ()) -> list[Flag]:
    """Find the vague words of a comment, in either language.

    Parameters
    ----------
    text
        A comment as written.
    more
        The company's own words.

    Returns
    -------
    list of Flag
        In order of place; of words within each other only the longest.
    """
    words = (*VAGUE["en"], *VAGUE["zh"], *more)
    found = [
        Flag(word, match.start(), match.end())
        for word in words
        for match in re.finditer(_pattern(word), text, re.IGNORECASE)
    ]
    found.sort(key=lambda flag: (flag.start, -flag.end))
    kept: list[Flag] = []
    for flag in found:
        if not kept or flag.start >= kept[-1].end:
            kept.append(flag)
    return kept


def _pattern(word: str) -> str:
    """Match whole words of a spaced script, and anywhere in one that has no spaces."""
    escaped = re.escape(word)
    return rf"\b{escaped}\b" if word.isascii() else escaped
