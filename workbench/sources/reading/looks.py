"""What the text of a cell looks like: a label, or a value of some kind."""

import re

_NUMBER = re.compile(
    r"[(+\-−]?\s*(?:[A-Z]{3}|[^\w\s.,+\-()]|[A-Z]{1,2}\$)?\s*[+\-−]?\d[\d.,'’\s\u00a0\u202f]*"
    r"(?:[eE][+-]?\d+)?\s*(?:%|元|[A-Z]{3}|[€$¥£])?\)?"
)
_DAY = re.compile(r"\d{1,4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,4}日?(?:[T ].*)?")
_TRUTH = frozenset(("true", "false", "yes", "no", "是", "否"))


def is_value(cell: str) -> bool:
    """Tell whether a text is a number, an amount, a day or a truth: what no column is named."""
    return bool(_NUMBER.fullmatch(cell) or _DAY.fullmatch(cell) or cell.casefold() in _TRUTH)


def shape(cell: str) -> str:
    """Write a text's outline: letters as A, digits as 0, runs of either once."""
    return re.sub(r"0+", "0", re.sub(r"[^\W\d_]+", "A", re.sub(r"\d", "0", cell)))
