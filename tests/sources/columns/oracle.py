"""Cells read one by one in plain Python, to hold against the SQL: slow and short."""

import re
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Context, Decimal

WIDE = Context(prec=200, rounding=ROUND_HALF_UP)
SIGNS = str.maketrans("−’\u00a0\u202f（）", "-'  ()")


def amount(text, decimal):
    """Read a number whose groups hold three figures; None when it is none."""
    text = text.translate(SIGNS)
    negative = 0
    if text.startswith("(") and text.endswith(")"):
        text, negative = text[1:-1], 1
    elif text.endswith("-"):
        text, negative = text[:-1], 1
    elif text[:1] in ("-", "+"):
        text, negative = text[1:], int(text[0] == "-")
    whole, point, rest = text.strip().partition(decimal)
    for group in {".", ",", " ", "'"} - {decimal}:
        parts = whole.split(group)
        fits = (
            1 <= len(parts[0]) <= 3 and parts[0][0] != "0" and all(len(p) == 3 for p in parts[1:])
        )
        if len(parts) > 1 and fits and all(p.isdigit() and p.isascii() for p in parts):
            whole = "".join(parts)
    if not re.fullmatch("[0-9]*", whole + rest) or not (whole or (point and rest)):
        return None
    exact = Decimal(f"{whole or 0}.{rest or 0}")
    rounded = (-exact if negative else exact).quantize(Decimal("0.0001"), context=WIDE)
    return rounded if abs(rounded) < 10**14 else None


def instant(text, order, zone):
    """Read figures in an order, with or without a clock; None when they are no time."""
    day, _, clock = text.partition(" ")
    parts = re.split("[-/]", day)
    if len(parts) != 3:
        return None
    named = dict(zip("ymd" if len(parts[0]) == 4 else order, parts, strict=True))
    try:
        made = date(int(named["y"]), int(named["m"]), int(named["d"]))
        hour, minute = map(int, clock.split(":")) if clock else (0, 0)
        wall = datetime(made.year, made.month, made.day, hour, minute, tzinfo=zone)
        return wall.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
