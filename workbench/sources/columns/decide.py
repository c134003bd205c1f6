"""Decide what the texts of one column mean, over all of them."""

from zoneinfo import ZoneInfo

import duckdb
import pyarrow as pa

from workbench.model.table_contract import Kind
from workbench.sources.columns.dates import read_dates
from workbench.sources.columns.numbers import read_numbers
from workbench.sources.columns.told import Cells, ColumnReading, Place, Told
from workbench.sources.columns.truth import truth


def decide(
    connection: duckdb.DuckDBPyConnection,
    relation: str,
    text: str,
    kind: Kind,
    place: Place,
    told: Told,
    zone: ZoneInfo,
) -> ColumnReading:
    """Decide the one form of a column and give SQL that reads all its cells by it.

    Parameters
    ----------
    relation
        A table or view of the connection, one row per cell. Where it has a column `row`, refusals
        name the row.
    text
        SQL over the relation: the cell's text, stripped; NULL when it is missing.
    told
        What workbench.toml says; it wins over what the cells look like.
    zone
        Of the company: of clocks without a zone, and of the days instants fall on.

    Returns
    -------
    ColumnReading
        `value` is NULL where the cell is missing or cannot be read; the caller tells the two apart.

    Raises
    ------
    SourceError
        When two readings remain, or what was told cannot be used. Says the value, what each
        reading gives, and the line to paste.
    """
    cells = Cells(connection, relation, text, place)
    match kind:
        case "text":
            return ColumnReading(text, pa.string())
        case "boolean":
            return ColumnReading(truth(cells.plain, place.column), pa.bool_())
        case "date" | "timestamp":
            return read_dates(cells, told, zone, is_day=kind == "date")
        case _:
            return read_numbers(cells, kind, told)
