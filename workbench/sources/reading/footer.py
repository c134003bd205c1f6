"""Rows at the end of a file that are no data: totals, notices, who made the report and when."""

import re

from workbench.sources.reading.looks import is_value, shape
from workbench.sources.reading.records import filled

Row = tuple[int, list[str]]  # as a person counts it, and its cells

_TOTAL = re.compile(
    r"(?:grand|sub|overall)?[\s-]*totals?|sum|合\s*计|总\s*计|总\s*和|小\s*计|gesamt(?:summe)?|summe|"
    r"total (?:general|général)|итого",
    re.IGNORECASE,
)
_SURE_TOTAL = re.compile(r"grand[\s-]*totals?|合\s*计|总\s*计|gesamtsumme|итого", re.IGNORECASE)
_COUNTED = re.compile(r"\s*[:：]?\s*(?:[(（].*[)）])?\s*[:：]?\s*")
_NOTICE = re.compile(
    r"confidential\b|copyright\b|©|\(c\)\s|(?:report |file )?(?:generated|exported|printed|created)"
    r" (?:by|on|at)\b|grand totals?\b|page \d+|\d+ (?:records?|rows?)\b|导出(?:时间|人|日期)|"
    r"(?:制表|打印|生成)(?:人|时间|日期)|共\s*\d+\s*[条行]|版权所有|机密",
    re.IGNORECASE,
)
_THIN = 2  # cells a line below a table fills at most
_LONGEST = 64  # rows of a footer
_PROSE_OF = 3  # columns a table has at least where one cell alone is no data


def footer_of(rows: list[Row]) -> int:
    """Count the rows at the end that are no data.

    Parameters
    ----------
    rows
        The last filled rows of a file; those before a footer show what data look like.

    Returns
    -------
    int
        0 unless form and place leave no doubt: a row that could be data stays.
    """
    counts = [filled(cells) for _, cells in rows]
    start = len(rows)
    while start and len(rows) - start < _LONGEST and _is_thin(rows, counts, start - 1):
        start -= 1
    if start == 0:  # nothing above shows what data look like
        return 0
    data = rows[:start]
    keys = {shape(cells[0]) for _, cells in data if cells[0]}
    for n in range(start, len(rows)):
        if _begins(rows, n, keys, data):
            return len(rows) - n
    return 0


def _usual(counts: list[int]) -> int:
    """Say how many cells most rows fill; lines of a footer are no rows where others fill more."""
    wide = sorted(n for n in counts if n > _THIN) or sorted(counts)
    return wide[len(wide) // 2] if wide else 0


def _is_thin(rows: list[Row], counts: list[int], n: int) -> bool:
    """Tell whether a row fills too little to be data here, or is a total."""
    cells, usual = rows[n][1], _usual(counts[:n])
    if _is_total(cells, usual) or (counts[n] < usual and _is_notice(cells)):
        return True
    return counts[n] <= _THIN and 2 * counts[n] <= usual


def _is_total(cells: list[str], usual: int) -> bool:
    first = next((cell for cell in cells if cell), "")
    rest = [cell for cell in cells if cell][1:]
    if not all(is_value(cell) for cell in rest):
        return False
    word = _SURE_TOTAL.match(first) or _TOTAL.match(first)
    if word is None or not _COUNTED.fullmatch(first[word.end() :]):
        return False
    return filled(cells) < usual or bool(_SURE_TOTAL.match(first))


def _is_notice(cells: list[str]) -> bool:
    first = next((cell for cell in cells if cell), "")
    return bool(_NOTICE.match(first))


def _begins(rows: list[Row], n: int, keys: set[str], data: list[Row]) -> bool:
    """Tell whether a footer begins at a row, given that all from here on are thin."""
    cells, usual = rows[n][1], _usual([filled(cells) for _, cells in data])
    if _is_total(cells, usual) or _is_notice(cells):
        return True
    rest = [cells for _, cells in rows[n:]]
    is_key = any(shape(cells[0]) in keys for cells in rest)
    if rows[n][0] > rows[n - 1][0] + 1:  # a blank row stands between
        return not is_key or any(_is_total(cells, usual) or _is_notice(cells) for cells in rest)
    least = min(filled(cells) for _, cells in data)
    is_single = all(filled(cells) == 1 and cells[0] for cells in rest)
    return is_single and not is_key and least >= _PROSE_OF and " " in cells[0]
