"""A number of a workbook as a person sees it typed: with its zeros, its percent, its currency."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from babel.numbers import list_currencies

Value = int | float | str | bool | time | date | datetime | timedelta | None

_BRACKET = re.compile(r"\[\$([^\]-]*)(?:-[^\]]*)?\]")
_OTHER_BRACKET = re.compile(r"\[[^\]$][^\]]*\]")
_PADDING = re.compile(r"[_*].")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_SIGN = re.compile(r"[$€£¥￥₩₹₽₺₫฿₴₦]|元")
_CODE = re.compile(r"\b[A-Z]{3}\b")
_MASK = re.compile(r"[0\-() /]*")
_WHOLE = 10**16  # from here on a float's last digits are made up


@dataclass(frozen=True)
class Format:
    """What a number format adds to a number."""

    kind: Literal["", "digits", "percent", "currency"]
    sign: str = ""  # of the currency
    mask: str = ""  # of digits


@lru_cache(maxsize=4096)
def format_of(code: str) -> Format:
    """Read a number format of Excel, such as `00000`, `0.0%` or `[$USD] #,##0.00`.

    Returns
    -------
    Format
        An empty kind where the number alone says all.
    """
    positive = _sections(_PADDING.sub("", _OTHER_BRACKET.sub("", code)))
    sign = _currency(positive)
    bare = _LITERAL.sub("", _BRACKET.sub("", positive))
    if "%" in bare:
        return Format("percent")
    if sign:
        return Format("currency", sign)
    mask = _LITERAL.sub(lambda found: found[1] or found[2] or "", positive)
    if bare.count("0") > 1 and _MASK.fullmatch(bare):
        return Format("digits", mask=mask)
    return Format("")


def _sections(code: str) -> str:
    """Take the part for numbers above zero."""
    return re.sub(r'^((?:"[^"]*"|\\.|[^;"\\])*);.*$', r"\1", code, flags=re.DOTALL)


def _currency(section: str) -> str:
    known = list_currencies()
    bracket = _BRACKET.search(section)
    if bracket and bracket[1].strip():
        return bracket[1].strip()
    sign = _SIGN.search(section)
    if sign:
        return sign[0]
    literals = " ".join(found[1] or found[2] or "" for found in _LITERAL.finditer(section))
    return next((code for code in _CODE.findall(literals) if code in known), "")


def typed(value: Value, code: str = "") -> str:
    """Write a cell as a person would type it.

    Parameters
    ----------
    value
        What the workbook holds; None is an empty cell.
    code
        Its number format; "" and `General` add nothing.

    Returns
    -------
    str
        Days in ISO, without a time of day where it is midnight; truths as true and false; whole
        numbers without a point, others in their shortest form; "" for an empty cell.
    """
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return _number(value, format_of(code)) if code else _plain(value)
    if isinstance(value, datetime):
        return _instant(value)
    if isinstance(value, timedelta):
        return _duration(value)
    return value.isoformat() if value is not None else ""


def _number(value: float, form: Format) -> str:
    plain = _plain(value)
    if form.kind == "percent":
        return format((Decimal(repr(value)) * 100).normalize(), "f") + "%"
    if form.kind == "digits" and plain.isdigit():
        return _masked(plain, form.mask)
    if form.kind == "currency":
        minus, digits = ("-", plain[1:]) if plain.startswith("-") else ("", plain)
        if form.sign == "元":
            return f"{plain}元"
        return f"{minus}{form.sign}{' ' if form.sign[-1].isalpha() else ''}{digits}"
    return plain


def _plain(value: float) -> str:
    is_whole = isinstance(value, int) or (value.is_integer() and abs(value) < _WHOLE)
    return str(int(value)) if is_whole else repr(value)


def _masked(digits: str, mask: str) -> str:
    """Fill a mask from the right; what is left over stands in front of its first digit."""
    places = mask.count("0")
    digits = digits.zfill(places)
    rest = list(digits[len(digits) - places :])
    first = digits[: len(digits) - places]
    out = []
    for sign in mask:
        out.append(first + rest.pop(0) if sign == "0" else sign)
        first = "" if sign == "0" else first
    return "".join(out).strip()


def _instant(value: datetime) -> str:
    # Excel counts days as a float: a second may come out a little short
    near = (value + timedelta(milliseconds=500)).replace(microsecond=0)
    value = near if abs(near - value) < timedelta(milliseconds=2) else value
    return value.isoformat().removesuffix("T00:00:00")


def _duration(value: timedelta) -> str:
    seconds = round(value.total_seconds())
    minutes, second = divmod(abs(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{'-' if seconds < 0 else ''}{hours}:{minute:02}:{second:02}"
