"""How likely a text in an old encoding reads as it was meant.

GB18030, Big5, Shift-JIS and the Windows code pages decode nearly anything, so that decoding
proves nothing. What tells them apart is what comes out: common characters in words, or rare ones
between Latin letters. A share of 1 means that every character outside of ASCII is as expected.
"""

import re
from collections.abc import Callable

_WESTERN_SIGNS = frozenset("€£¥©®°–—‘’“”„…«»·•™§¡¿½¼¾²³ªº±×µ\u00a0")
_BEFORE_WORDS = frozenset("³²¿¼½¾£±¹")  # at the end of a word they are letters of other pages
_CYRILLIC_SIGNS = frozenset("«»№–—“”„…\u00a0©®°€")
_Score = Callable[[str, int], float]  # of the character at a place in a text
_VOWELS = frozenset("аеёиоуыэюяіїє")
_LONG_RUN = 4  # letters with marks that follow one another in no Western word
_FEW = 6  # letters that say nothing about a language
_KOREAN_FEW = 12  # signs; fewer read as Chinese as well
_KOREAN_PURE = 0.95
# Bytes that are a letter in both pages and a different one: Søren or Dvořák
_CENTRAL = re.compile(rb"[\xec\xf5\xf8\xf9\xfb]")


def share(sample: bytes, encoding: str) -> float:
    """Say how plausibly a sample reads in an encoding.

    Parameters
    ----------
    sample
        Whole lines with bytes outside of ASCII.
    encoding
        One of `ENCODINGS`.

    Returns
    -------
    float
        0 where it cannot be decoded, else up to 1.
    """
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    high = [n for n, sign in enumerate(text) if not sign.isascii()]
    if not high:
        return 0.0
    # A name that comes again is no more evidence
    values = {(*_around(text, n), text[n]): _SCORES[encoding](text, n) for n in high}
    worth = sum(values.values()) / len(values)
    return worth if _is_possible(encoding, text, sample, worth) else 0.0


def _is_possible(encoding: str, text: str, sample: bytes, worth: float) -> bool:
    """Refuse a reading that lacks what its language always has."""
    if encoding == "cp1251":
        return _has_vowels(text)
    if encoding == "euc_kr":
        signs = {sign for sign in text if not sign.isascii()}
        return len(signs) >= _KOREAN_FEW and worth >= _KOREAN_PURE
    if encoding == "euc_jp":
        kana = sum("\u3040" <= sign <= "\u30ff" for sign in text)
        return 5 * kana >= sum(not sign.isascii() for sign in text)
    if encoding == "cp1250":
        return bool(_CENTRAL.search(sample)) or share(sample, "cp1252") < 1
    return True


def _has_vowels(text: str) -> bool:
    letters = [sign for sign in text.lower() if "а" <= sign <= "џ"]
    vowels = sum(sign in _VOWELS for sign in letters)
    return len(letters) >= _FEW and 0.3 < vowels / len(letters) < 0.6  # noqa: PLR2004 (of Slavic words)


def _around(text: str, n: int) -> tuple[str, str]:
    return text[max(0, n - 1) : n], text[n + 1 : n + 2]


def _is_glued(text: str, n: int) -> bool:
    before, after = _around(text, n)
    return (before + after).isascii() and before.isalpha() and after.isalpha()


def _western(text: str, n: int) -> float:
    sign = text[n]
    before, after = _around(text, n)
    if _is_in_run(text, n):
        return 0.0
    if not sign.isalpha() or sign in "ªº":
        between = before.isalpha() and (after.isalpha() or sign in _BEFORE_WORDS)
        return float(sign in _WESTERN_SIGNS and (not between or sign in "’·" or before == "m"))
    return float(not (before.islower() and sign.isupper()))


def _is_in_run(text: str, n: int) -> bool:
    """Tell whether so many characters with marks follow one another as in no Western word."""
    start = n
    while start and n - start < _LONG_RUN and not text[start - 1].isascii():
        start -= 1
    end = start + _LONG_RUN
    return len(text) >= end and not any(sign.isascii() for sign in text[start:end])


def _cyrillic(text: str, n: int) -> float:
    sign = text[n]
    before, after = _around(text, n)
    beside = before.isalpha() or after.isalpha()
    if sign in _CYRILLIC_SIGNS:
        return float(not beside or sign not in "©®°€–—")
    glued = any(other.isascii() and other.isalpha() for other in (before, after))
    if glued or (before.islower() and sign.isupper()):
        return 0.0
    return 1.0 if "а" <= sign.lower() <= "я" or sign in "Ёё" else 0.5 * ("Ѐ" <= sign <= "џ")


def _lead(sign: str, encoding: str) -> int:
    try:
        written = sign.encode(encoding)
    except UnicodeEncodeError:
        return -1
    return written[0] if len(written) > 1 else -1


def _banded(encoding: str, bands: tuple[tuple[int, int, float], ...]) -> _Score:
    """Score by the first byte: these sets were laid out by how common a character is."""

    def score(text: str, n: int) -> float:
        if _is_glued(text, n):
            return 0.0
        lead = _lead(text[n], encoding)
        return next((worth for low, high, worth in bands if low <= lead <= high), 0.0)

    return score


_SCORES: dict[str, _Score] = {
    "gb18030": _banded("gb2312", ((0xA1, 0xA3, 1), (0xB0, 0xD7, 1), (0xD8, 0xF7, 0.3))),
    "big5": _banded(
        "big5", ((0xA1, 0xB4, 1), (0xB5, 0xBF, 0.8), (0xC0, 0xC6, 0.4), (0xC9, 0xF9, 0.2))
    ),
    "cp932": _banded("cp932", ((0x81, 0x83, 1), (0x88, 0x97, 0.9), (0x98, 0xEF, 0.2))),
    "euc_jp": _banded("euc_jp", ((0xA1, 0xA5, 1), (0xB0, 0xCF, 1), (0xD0, 0xF4, 0.3))),
    "euc_kr": _banded("euc_kr", ((0xA1, 0xA3, 1), (0xB0, 0xC8, 1), (0xCA, 0xFD, 0.1))),
    "cp1252": _western,
    "cp1250": _western,
    "cp1251": _cyrillic,
}
ENCODINGS = tuple(_SCORES)
