"""An amount as a person reads it, in plain Python: nothing here is shared with the reader's SQL.

What words and signs mean is one list for both; how a text is taken apart is not.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from workbench.sources.columns.affixes import POWERS
from workbench.sources.columns.currencies import code_of, is_currency

_MINUS = str.maketrans(dict.fromkeys("−–‒﹣", "-") | dict.fromkeys("’‘", "'"))
_UNSEEN = re.compile("[\ufeff\u200b-\u200f\u2060]")
_TEXT = re.compile(
    r"(?P<before>[^\d.,]*)(?P<body>[.,]?\d(?:[\d.,' ]*\d)?[.,]?)"
    r"(?P<power>[eE][+-]?\d{1,4})?(?P<after>\D*)"
)
_GROUPS = r"\d{{1,4}}(?:[{signs}]\d{{2,4}})*[{signs}]\d{{3,4}}|\d*"  # Indian and Chinese ones too


@dataclass(frozen=True)
class Amount:
    """What a text says."""

    value: Decimal
    currency: str = ""  # the ISO code it names; "" for none


def plain_amount(text: str, decimal: str, reporting: str) -> Amount | None:
    """Read an amount; None where it is no number.

    Parameters
    ----------
    decimal
        The sign before decimals, "." or ",".
    reporting
        The workspace's currency, which settles signs of several.
    """
    plain = _UNSEEN.sub("", unicodedata.normalize("NFKC", text)).translate(_MINUS)
    found = _TEXT.fullmatch(" ".join(plain.split()))
    if found is None:
        return None
    figures, meant = _figures(found["body"], decimal), _around(found["before"], found["after"])
    if figures is None or meant is None:
        return None
    is_negative, power, word = meant
    value = Decimal(figures + (found["power"] or "")).scaleb(power)
    return Amount(-value if is_negative else value, code_of(word, reporting) if word else "")


def _figures(body: str, decimal: str) -> str | None:
    """Write a number without groups, with a point before decimals."""
    whole, sign, rest = body.partition(decimal)
    groups = {".": ",' ", ",": ".' "}[decimal]
    is_number = re.fullmatch(_GROUPS.format(signs=groups), whole)
    if not is_number or not re.fullmatch(r"\d*", rest) or not (whole or rest):
        return None
    return re.sub(r"\D", "", whole or "0") + (f".{rest}" if sign and rest else "")


@lru_cache(1024)  # columns have few
def _around(before: str, after: str) -> tuple[bool, int, str] | None:
    """Tell minus, power of ten and currency word of what stands around a number."""
    signs = re.findall(r"[-+()]", before + after)
    if signs not in ([], ["-"], ["+"], ["(", ")"]):
        return None
    first, last = (re.sub(r"[-+()]", " ", part).strip() for part in (before, after))
    scale = _scale(last)
    word = last[len(scale) :].strip(". ")
    words = [each for each in (first, word) if each]
    if not all(map(is_currency, words)):
        return None
    return signs in (["-"], ["(", ")"]), POWERS.get(scale, 0), words[0] if words else ""


def _scale(last: str) -> str:
    """Give the 万 or k a text begins with; "" where what follows is no currency either."""
    for scale in sorted(POWERS, key=len, reverse=True):
        head, rest = last[: len(scale)], last[len(scale) :].strip(". ")
        is_there = head == scale if len(scale) == 1 else head.casefold() == scale  # m is no M
        if is_there and (not rest or is_currency(rest)):
            return scale
    return ""
