"""A company's own periods, from the table workbench.toml names under [calendar]."""

from typing import TYPE_CHECKING

from workbench.errors import PeriodError
from workbench.model.period import Period
from workbench.model.table_contract import TableContract, required
from workbench.sources.columns.decide import decide
from workbench.sources.columns.told import Place, Told
from workbench.sources.named_columns import sources_of
from workbench.sources.raw_table import RawTable
from workbench.sources.read import read_source
from workbench.sources.scratch import Scratch, scratch
from workbench.sources.table_source import TableSource

if TYPE_CHECKING:
    from workbench.sources.workspace import Workspace

_TABLE = "calendar.periods"
_CONTRACT = TableContract(
    "periods",
    ("name",),
    (required("name"), required("start_on", "date"), required("end_on", "date")),
)


def read_periods(workspace: "Workspace", source: TableSource) -> tuple[Period, ...]:
    """Read a company's own periods, earliest first.

    Raises
    ------
    SourceError
        When the file or a column cannot be read.
    PeriodError
        When a row lacks its name or a day; names the row.
    """
    with scratch() as place:
        raw = read_source(place, workspace, _TABLE, source)
        found = sources_of(_TABLE, source, raw, _CONTRACT)
        names = _CONTRACT.column_names
        values = [_value(place, workspace, source, raw, (name, found[name])) for name in names]
        sql = f"SELECT row, {', '.join(values)} FROM {raw.name} ORDER BY row"
        rows = place.connection.sql(sql).fetchall()
    for row, *told in rows:
        if None in told:
            raise PeriodError(
                f"{raw.origin.at(row)}, lacks the name, the first day or the end of a period, "
                "or holds a day that is no date. Write days as 2026-09-30."
            )
    periods = [Period(name, start, end, "named") for _row, name, start, end in rows]
    return tuple(sorted(periods, key=lambda period: period.start))


def _value(
    place: Scratch,
    workspace: "Workspace",
    source: TableSource,
    raw: RawTable,
    named: tuple[str, str],
) -> str:
    name, found = named
    column, text = _CONTRACT.column(name), raw.columns[found]
    told = Told(dates=source.dates.get(name, ""))
    where = Place(_TABLE, name, found, raw.origin)
    zone = workspace.time_zone
    return decide(place.connection, raw.name, text, column.kind, where, told, zone).value
