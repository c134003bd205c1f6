"""What stands around a number: minus, brackets, currency, 万 and k, percent, an exponent."""

import re
from dataclasses import dataclass

from workbench.sources.columns.currencies import is_currency

POWERS = {
    "千": 3, "万": 4, "萬": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "億": 8, "十亿": 9,
    "百亿": 10, "千亿": 11, "万亿": 12, "k": 3, "K": 3, "thousand": 3, "m": 6, "M": 6, "mn": 6,
    "mio": 6, "million": 6, "millions": 6, "b": 9, "B": 9, "bn": 9, "billion": 9, "mrd": 9,
}  # fmt: skip
_MOST = 60  # digits an exponent may move the sign: no figure of a company is longer
_EXPONENT = re.compile(r"[eE]([+-]?\d{1,4})")


@dataclass(frozen=True)
class Affix:
    """What the texts before and after a number mean."""

    sign: str = ""  # "-" or ""
    words: tuple[str, ...] = ()  # of currency, as written: none, one, or two that may agree
    power: int = 0  # of ten to multiply by
    is_percent: bool = False
    is_chinese: bool = False  # a scale of Chinese: such numbers group by commas

    @property
    def is_plain(self) -> bool:
        """Whether nothing but a minus stands there."""
        return self == Affix(self.sign)


def affix(before: str, after: str) -> Affix | None:
    """Read what stands before and after a number; None when it is not to be understood."""
    exponent = _EXPONENT.fullmatch(after.strip())
    if exponent and before.strip() in ("", "-", "+"):
        power = int(exponent[1])
        return Affix(before.strip().strip("+"), power=power) if abs(power) <= _MOST else None
    left, right = re.findall(r"[-+()]", before), re.findall(r"[-+()]", after)
    marks = left + right
    first, last = _rest(before), _rest(after)
    is_bracketed = (left, right) == (["("], [")"])
    if not (is_bracketed or marks in ([], ["-"], ["+"])) or first is None or last is None:
        return None
    sign = "" if marks in ([], ["+"]) else "-"
    return _worded(sign, first, last)


def _rest(text: str) -> str | None:
    """Give the one word beside signs and brackets; None when signs tear words apart."""
    words = [word for word in re.split(r"[-+()]", text) if word.strip()]
    return words[0].strip() if len(words) == 1 else None if words else ""


def _worded(sign: str, first: str, last: str) -> Affix | None:
    if first and not is_currency(first):
        return None
    words = (first,) if first else ()
    if last in ("%", "％"):
        return None if words else Affix(sign, is_percent=True)
    for scale in ("", *sorted(POWERS, key=len, reverse=True)):
        rest = _after(last, scale)
        if rest == "" or (rest is not None and is_currency(rest)):
            found = words + ((rest,) if rest else ())
            chinese = bool(scale) and not scale.isascii()
            return Affix(sign, found, POWERS.get(scale, 0), is_chinese=chinese)
    return None


def _after(last: str, scale: str) -> str | None:
    """Give what follows a scale, whatever the case of a longer word; None when it is not there."""
    head = last[: len(scale)]
    same = head == scale if len(scale) == 1 else head.casefold() == scale
    rest = last[len(scale) :].lstrip(". " if scale else "")
    return rest if same else None
