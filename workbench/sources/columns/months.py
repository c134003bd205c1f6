"""The names of months that exports write."""

from functools import cache

from babel import Locale

_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "zh")
_WITHOUT_MARKS = str.maketrans("äéûôç", "aeuoc")


@cache
def month_words() -> dict[str, int]:
    """Give each name and short name of a month, in small letters without a dot.

    A word that means different months in different languages is left out.
    """
    found: dict[str, set[int]] = {}
    for language in _LANGUAGES:
        for context in Locale(language).months.values():
            for width in ("wide", "abbreviated"):
                for month, name in context.get(width, {}).items():
                    for word in _written(name):
                        found.setdefault(word, set()).add(month)
    found.setdefault("sept", set()).add(9)
    found.setdefault("maerz", set()).add(3)
    return {word: next(iter(months)) for word, months in found.items() if len(months) == 1}


def _written(name: str) -> set[str]:
    word = name.casefold().rstrip(".")
    return {word, word.translate(_WITHOUT_MARKS)}
