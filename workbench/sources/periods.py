"""A company's own periods, from the table workbench.toml names under [calendar]."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from workbench.errors import PeriodError
from workbench.model.named_periods import Row, named_periods
from workbench.model.period import Period
from workbench.model.table_contract import Column, TableContract, required
from workbench.sources.columns.decide import decide
from workbench.sources.columns.told import Place, Told
from workbench.sources.ends import day_after, is_moved
from workbench.sources.named_columns import sources_of
from workbench.sources.raw_table import RawTable
from workbench.sources.read import read_source
from workbench.sources.scratch import Scratch, scratch
from workbench.sources.table_source import TableSource
from workbench.sources.texts import text_of

if TYPE_CHECKING:
    from workbench.sources.source_folder import SourceFolder

_TABLE = "calendar.periods"
_CONTRACT = TableContract(
    "periods",
    ("name",),
    (
        required("name"),
        required("start_on", "date"),
        required("end_on", "date"),
        Column("kind"),
        Column("parent"),
    ),
)


def read_periods(workspace: "SourceFolder", source: TableSource) -> tuple[Period, ...]:
    """Read a company's own periods, earliest first.

    Raises
    ------
    SourceError
        When the file or a column cannot be read.
    PeriodError
        When a row lacks its name or a day, or tells too little of its kind; names the row.
    """
    with scratch() as place:
        raw = read_source(place, workspace, _TABLE, source)
        found = sources_of(_TABLE, source, raw, _CONTRACT)
        names = _CONTRACT.column_names
        values = [_value(place, workspace, source, raw, (name, found)) for name in names]
        sql = f"SELECT row, {', '.join(values)} FROM {raw.name} ORDER BY row"
        rows = place.connection.sql(sql).fetchall()
    told = [_row(raw.origin.at(row), values) for row, *values in rows]
    return named_periods(told, is_end_told=bool(source.ends))


def _row(place: str, values: list[Any]) -> Row:
    name, start, end, kind, parent = values
    if None in (name, start, end):
        raise PeriodError(
            f"{place}, lacks the name, the first day or the end of a period, "
            "or holds a day that is no date. Write days as 2026-09-30."
        )
    return Row(place, name, start, end, kind or "", parent or "")


def _value(
    place: Scratch,
    workspace: "SourceFolder",
    source: TableSource,
    raw: RawTable,
    named: tuple[str, Mapping[str, str]],
) -> str:
    name, found = named
    column = _CONTRACT.column(name)
    text = text_of(column, source, raw, found)
    if text is None:
        return "NULL"
    told = Told(dates=source.dates.get(name, ""))
    where = Place(_TABLE, name, found.get(name, name), raw.origin)
    zone = workspace.time_zone
    reading = decide(place.connection, raw.name, text, column.kind, where, told, zone)
    return day_after(reading.value) if is_moved(name, source) else reading.value
