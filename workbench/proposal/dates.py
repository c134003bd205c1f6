"""In which order an export writes days: columns of one file are written alike."""

import re
from collections.abc import Iterable

_DAY = re.compile(r"^(\d{1,2})[/.\-](\d{1,2})[/.\-](?:\d{4}|\d{2})(?:\D|$)")
_MONTHS = 12


def order_of(columns: Iterable[Iterable[str]]) -> str:
    """Give the order that days of several columns settle together: dmy or mdy; "" where none does.

    Parameters
    ----------
    columns
        The texts of each column of days of one file.
    """
    found = {order for texts in columns for order in _orders(texts)}
    return found.pop() if len(found) == 1 else ""


def _orders(texts: Iterable[str]) -> set[str]:
    pairs = [(int(m[1]), int(m[2])) for text in texts if (m := _DAY.match(text))]
    is_day_first = any(first > _MONTHS for first, _second in pairs)
    is_month_first = any(second > _MONTHS for _first, second in pairs)
    told = (("dmy", is_day_first), ("mdy", is_month_first))
    return {order for order, holds in told if holds}
