"""The rows of an opened figure as a table: what each is, how it counts, and what it adds."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from workbench import i18n
from workbench.i18n import MISSING, Lang, message
from workbench.page.parts import Block
from workbench.page.table import Column, Table, figures
from workbench.page.table import words as text

if TYPE_CHECKING:
    from workbench.review.rep_period import RepPeriod

_IN = ("in_numerator", "in_denominator", "in_n")
_ADDS = ("to_numerator", "to_denominator", "middle")
_HIDDEN = ("rep_id", "part", *_IN, *_ADDS)
_ONE = Decimal(1)
Row = Mapping[str, Any]


def opened_table(opened: pa.Table, review: "RepPeriod") -> list[Block]:
    """List all rows, those that count first, and add them up in a last line.

    Parameters
    ----------
    opened
        As `rows_behind` gives them.
    """
    rows, lang = sorted(opened.to_pylist(), key=_order), review.lang
    if not rows:
        return []
    added = [name for name in _ADDS if any(_is_more(row.get(name)) for row in rows)]
    heads, cells = _deals(rows, lang) if is_of_deals(opened) else _plain(opened, rows)
    has_amount = is_of_deals(opened) and not added
    last = ["amount"] if has_amount else added
    is_divided = any(row["in_denominator"] for row in rows)
    columns = [
        text(message("opened-counts", lang)),
        *heads,
        *(_head(name, lang, is_divided=is_divided) for name in last),
    ]
    lines: list[list[str]] = [
        [
            counted(row, lang, is_divided=is_divided),
            *cell,
            *(_figure(row.get(name), lang) for name in last),
        ]
        for row, cell in zip(rows, cells, strict=True)
    ]
    lines.append([_summed(rows, lang), *[""] * len(heads), *(_sum(rows, n, lang) for n in last)])
    return [Table(columns, lines, has_total=True)]


def is_of_deals(opened: pa.Table) -> bool:
    """Whether rows are shown as deals are: a figure of deals, or one made of several things."""
    names = set(opened.column_names)
    return "part" in names or {"deal_id", "share", "amount", "is_closed"} <= names


def counted(row: Row, lang: Lang, *, is_divided: bool) -> str:
    """Say how a row counts, by a mark and a word: in both, in one of them, or not at all.

    Where nothing is divided there is no numerator: a row counts or does not.
    """
    top, bottom, n = (bool(row[name]) for name in _IN)
    if not is_divided or not (top or bottom):
        code = "alone" if top or n else "out"
    else:
        code = "bottom" if not top else "both" if bottom else "top"
    return message(f"opened-{code}", lang)


def _deals(rows: Sequence[Row], lang: Lang) -> tuple[list[Column], list[list[str]]]:
    heads = [
        text(message("opened-row", lang)),
        text(message("results-customer", lang)),
        text(message("results-closed", lang)),
        figures(message("results-share", lang)),
    ]
    return heads, [_deal(row, lang) for row in rows]


def _deal(row: Row, lang: Lang) -> list[str]:
    day, share = row.get("close_on"), row.get("share")
    return [
        _what(row, lang),
        row.get("account") or "",
        i18n.short_date(day) if day else MISSING,
        MISSING if share is None else i18n.share(share, lang, 0),
    ]


def _what(row: Row, lang: Lang) -> str:
    """Name a row: what part it is of, and its deal, or its days."""
    deal, name, start, end = (row.get(key) for key in ("deal_id", "name", "start_on", "end_on"))
    part = message(f"opened-part-{row['part']}", lang) if row.get("part") else ""
    # The end of a span is exclusive
    span = f"{start} – {end - timedelta(days=1)}" if isinstance(end, date) else ""
    named = " ".join(dict.fromkeys(str(each) for each in (deal, name) if each))
    return " · ".join(each for each in (part, named or span) if each)


def _plain(opened: pa.Table, rows: Sequence[Row]) -> tuple[list[Column], list[list[str]]]:
    """Show rows under the names the workspace's tables give their columns."""
    told = [name for name in opened.column_names if name not in _HIDDEN]
    kinds = opened.select(told).schema.types
    heads = [
        Column(name, is_figure=_is_number(kind)) for name, kind in zip(told, kinds, strict=True)
    ]
    return heads, [[_cell(row[name]) for name in told] for row in rows]


def _head(name: str, lang: Lang, *, is_divided: bool) -> Column:
    code = name.replace("_", "-") if is_divided or name != "to_numerator" else "adds"
    return figures(message(f"opened-{code}", lang))


def _is_more(value: Decimal | int | None) -> bool:
    """Whether a row adds other than itself: then what it adds is shown."""
    return value is not None and value != _ONE


def _figure(value: Decimal | int | None, lang: Lang) -> str:
    if value is None:
        return MISSING
    return i18n.number(value, lang, 0 if value == int(value) else 2)


def _sum(rows: Sequence[Row], name: str, lang: Lang) -> str:
    """Add a column up; amounts of the rows that count. Values of a median are not added."""
    if name == "middle":
        return ""
    values = [row.get(name) for row in rows if name != "amount" or any(row[each] for each in _IN)]
    return _figure(sum((Decimal(each) for each in values if each is not None), Decimal(0)), lang)


def _summed(rows: Sequence[Row], lang: Lang) -> str:
    top, bottom, n = (sum(bool(row[name]) for row in rows) for name in _IN)
    if not bottom:
        return message("opened-sum-one", lang, n=i18n.number(top or n, lang))
    counts = {"top": i18n.number(top, lang), "bottom": i18n.number(bottom, lang)}
    return message("opened-sum", lang, **counts)


def _order(row: Row) -> tuple[Any, ...]:
    amount = row.get("amount")
    marks = tuple(not row[name] for name in _IN)
    return (*marks, row.get("part") or "", -(amount or Decimal(0)), str(row.get("deal_id") or ""))


def _is_number(kind: pa.DataType) -> bool:
    tests = (pa.types.is_integer, pa.types.is_decimal, pa.types.is_floating)
    return any(test(kind) for test in tests)


def _cell(value: object) -> str:
    if value is None:
        return MISSING
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
