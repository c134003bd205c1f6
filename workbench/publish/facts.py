"""Facts as text for people and programs: a table, CSV or JSON; exact, an absent value empty."""

import csv
import io
import json
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

import pyarrow as pa

FORMATS = ("table", "csv", "json", "parquet")
_SHOWN = ("rep_id", "metric", "by", "level", "value", "unit", "n", "reason")  # of a table on screen
# Of an opened figure on screen, as far as its rows have them
_SHOWN_OPENED = ("part", "deal_id", "activity_id", "account_id", "thing_id", "stage", "close_on",
                 "in_numerator", "in_denominator", "in_n", "to_numerator",
                 "to_denominator")  # fmt: skip
_WIDEST = 28  # characters of a cell on screen


def facts_text(facts: pa.Table, form: str) -> str:
    """Write facts, or the rows of an opened figure.

    Parameters
    ----------
    facts
        One row per rep, metric and level; or as `rows_behind` gives them.
    form
        `table` for reading, with the columns a reader needs; `csv` or `json` with all of them.

    Returns
    -------
    str
        Ends with a line feed. Decimals are written in full, without an exponent or idle zeros.
    """
    writers: dict[str, Callable[[pa.Table], str]] = {"table": _table, "csv": _csv, "json": _json}
    return writers[form](facts)


def plain(value: object) -> str:
    """Write one value: `0.3571428571`, `181000`, `win_rate`; "" when it is absent."""
    if isinstance(value, Decimal):
        text = f"{value:f}" if value else "0"  # never -0
        return text.rstrip("0").rstrip(".") if "." in text else text
    return "" if value is None else str(value)


def _csv(facts: pa.Table) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(facts.column_names)
    for row in facts.to_pylist():
        writer.writerow([plain(value) for value in row.values()])
    return out.getvalue()


def _json(facts: pa.Table) -> str:
    """Write one object a line; a decimal is a JSON number with all its digits."""
    lines = [
        "{" + ", ".join(f"{json.dumps(name)}: {_literal(row[name])}" for name in row) + "}"
        for row in facts.to_pylist()
    ]
    return "[\n" + ",\n".join(lines) + "\n]\n"


def _literal(value: object) -> str:
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, date):
        value = value.isoformat()
    return json.dumps(value, ensure_ascii=False)


def _table(facts: pa.Table) -> str:
    wanted = _SHOWN if "metric" in facts.column_names else _SHOWN_OPENED
    shown = [name for name in wanted if name in facts.column_names]
    rows = [shown, *([_cut(row[name]) for name in shown] for row in facts.to_pylist())]
    widths = [max(len(row[column]) for row in rows) for column in range(len(shown))]
    is_number = [name in ("value", "n", "to_numerator", "to_denominator") for name in shown]
    return "\n".join(_line(row, widths, is_number) for row in rows) + "\n"


def _cut(value: object) -> str:
    text = plain(value)
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"


def _line(row: Sequence[str], widths: list[int], is_number: list[bool]) -> str:
    cells = (
        text.rjust(width) if number else text.ljust(width)
        for text, width, number in zip(row, widths, is_number, strict=True)
    )
    return "  ".join(cells).rstrip()
