"""Decide how a column of days or instants is read, and write its SQL."""

import re
from zoneinfo import ZoneInfo

import duckdb
import pyarrow as pa

from workbench.errors import SourceError
from workbench.sources.columns.day_forms import PAIR, Form, forms_of
from workbench.sources.columns.day_order import ORDERS, decided_order, orders_of, quick_orders
from workbench.sources.columns.day_sql import Days, read_by
from workbench.sources.columns.doubt import shown
from workbench.sources.columns.months import month_words
from workbench.sources.columns.serials import SERIALS, read_serial, serial_of
from workbench.sources.columns.sql import bound, shape
from workbench.sources.columns.told import Cells, ColumnReading, Told
from workbench.sources.reading.reading import Decision
from workbench.sources.sql import quoted

_MOST_SHAPES = 5_000
_ISO_DAY = r"[12]\d{3}(?:-\d{1,2}-\d{1,2}|/\d{1,2}/\d{1,2})"
_ISO_CLOCK = r"[ T](?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?"
_ISO = rf"{_ISO_DAY}(?:{_ISO_CLOCK})?"
_ISO_ZONED = (
    rf"{_ISO_DAY}[ T](?:[01]\d|2[0-3])(?::[0-5]\d){{2}}(?:\.\d{{1,9}})?"
    r"(?:Z|[+-](?:0\d|1[0-4])(?::[0-5]\d)?)"
)


def read_dates(cells: Cells, told: Told, zone: ZoneInfo, *, is_day: bool) -> ColumnReading:
    """Decide how a column of days (`is_day`) or instants is read.

    Raises
    ------
    SourceError
        When days and months may change places, or the told form is none.
    """
    days = Days(zone, is_day)
    type_ = pa.date32() if is_day else pa.timestamp("us", "UTC")
    if told.dates in {serial.name for serial in SERIALS}:
        return ColumnReading(read_serial(told.dates, cells.plain, days), type_)
    if told.dates and told.dates not in ORDERS:
        return ColumnReading(_by_form(cells, told.dates, days), type_)
    plain = _plain(cells, days)
    if plain:
        return ColumnReading(plain, type_)
    quick = quick_orders(cells, days)
    if quick:
        order = told.dates or decided_order(cells, quick)
        decisions = () if told.dates else _decision(cells, order)
        return ColumnReading(quick[order], type_, decisions=decisions)
    found = serial_of(cells)
    if found:
        value = read_serial(found, cells.text, days)
        return ColumnReading(value, type_, decisions=_decision(cells, found))
    return _by_forms(cells, told, days, type_)


def _plain(cells: Cells, days: Days) -> str:
    """Give SQL for a column of ISO 8601, or 2026/3/1, throughout; "" when it is not."""
    text = cells.text
    # Text before 0001 is a year of another sign or length, which DuckDB reads as before Christ
    if days.is_day and cells.first("t NOT LIKE '____-__-__' OR t < '0001'") is None:
        return days.of_wall(text)
    if cells.first(f"NOT regexp_full_match(t, '{_ISO}')") is None:
        return days.of_wall(f"TRY_CAST({text} AS TIMESTAMP)")
    if cells.first(f"NOT regexp_full_match(t, '{_ISO_ZONED}')") is None:
        return days.of_instant(f"TRY_CAST({text} AS TIMESTAMPTZ)")
    return ""


def _by_form(cells: Cells, form: str, days: Days) -> str:
    """Give SQL that reads a told strptime form."""
    read = f"TRY_STRPTIME({cells.text}, {quoted(form)})"
    try:
        described = cells.connection.execute(f"SELECT typeof(TRY_STRPTIME('', {quoted(form)}))")
        ((kind,),) = described.fetchall()
    except duckdb.Error as error:
        place = cells.place
        raise SourceError(
            f"workbench.toml, [tables.{place.table}] dates.{place.column}: {shown(form)} is no "
            f'form of dates. Write one such as "%d/%m/%Y", or "dmy", "mdy", "ymd", "epoch_ms", '
            f'"epoch_s", "excel".'
        ) from error
    is_zoned = "ZONE" in str(kind)
    return days.in_reach(bound(read, "w", days.of_instant("w") if is_zoned else days.of_wall("w")))


def _by_forms(cells: Cells, told: Told, days: Days, type_: pa.DataType) -> ColumnReading:
    """Read each form the column holds; the order of day and month is decided over all rows."""
    text = f"lower({cells.plain})"
    shapes = _shapes(cells, text)
    words = sorted({word for shape in shapes for word in _words(shape)})
    forms = forms_of(shapes)
    order = told.dates
    decisions: tuple[Decision, ...] = ()
    if PAIR in forms and not order:
        order = decided_order(cells, orders_of(text, days))
        decisions = _decision(cells, order)
    values = [
        read_by(form, order if form is PAIR else form.order, text, days, _named(form, words))
        for form in forms
    ]
    if not values:
        return ColumnReading(f"CAST(NULL AS {'DATE' if days.is_day else 'TIMESTAMPTZ'})", type_)
    value = values[0] if len(values) == 1 else f"coalesce({', '.join(values)})"
    return ColumnReading(value, type_, decisions=decisions)


def _shapes(cells: Cells, text: str) -> list[str]:
    """Give the most frequent texts of a column in small letters, with 9 for each figure."""
    query = (
        f"SELECT {shape(text)} AS s FROM {cells.relation} WHERE {cells.text} IS NOT NULL "
        f"GROUP BY s ORDER BY count(*) DESC, s LIMIT {_MOST_SHAPES}"
    )
    return [str(found) for (found,) in cells.connection.execute(query).fetchall()]


def _words(shape: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]+", shape) if word in month_words()]


def _named(form: Form, words: list[str]) -> list[str]:
    return words if r"\p{L}" in form.pattern else []


def _decision(cells: Cells, form: str) -> tuple[Decision, ...]:
    return (Decision(f"dates.{cells.place.column}", f'"{form}"'),)
