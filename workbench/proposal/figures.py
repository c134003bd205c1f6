"""Money as a person reads it: an independent look at the texts of a file, cell by cell.

The reader decides whole columns in SQL; what is reconciled with it must not come from it.
"""

import re
from collections.abc import Iterable
from decimal import Decimal

_BIG = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
_KEPT = re.compile(r"[^\d.,]")
_PLACES = 3  # figures of a group


def decimal_sign(texts: Iterable[str], told: str = "") -> str:
    """Give the sign before decimals of a column: told, else what some text leaves no doubt of."""
    if told:
        return told
    bare = [_KEPT.sub("", text) for text in texts]
    for text in bare:
        if "." in text and "," in text:
            return max(".,", key=text.rfind)
        for sign, other in ((".", ","), (",", ".")):
            if text.count(sign) > 1:
                return other
            before, _sign, after = text.rpartition(sign)
            if _sign and len(after) != _PLACES and before:
                return sign
    return "."


def amount(text: str, sign: str) -> Decimal | None:
    """Read an amount; None where it holds no figure."""
    bare = _KEPT.sub("", text)
    grouped = bare.replace("," if sign == "." else ".", "").replace(sign, ".")
    if not any(c.isdigit() for c in grouped) or grouped.count(".") > 1:
        return None
    factor = next((n for word, n in _BIG.items() if word in text), 1)
    is_negative = re.search(r"[-−–]\s*\d|\d\s*[-−–]\s*$|\(.*\d.*\)", text) is not None
    value = Decimal(grouped) * factor
    return -value if is_negative else value
