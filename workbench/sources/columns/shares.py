"""Whether a column of shares is written from 0 to 1 or from 0 to 100."""

from dataclasses import replace

from workbench.sources.columns.doubt import refusal, shown
from workbench.sources.columns.sql import bound
from workbench.sources.columns.told import Cells, ColumnReading, Told

_BARE = "NOT regexp_matches(t, '[%％]')"


def scaled(
    cells: Cells, reading: ColumnReading, wide: str, percent: str, told: Told
) -> ColumnReading:
    """Keep a column's shares to what they may be, or refuse its scale.

    Parameters
    ----------
    wide
        SQL of the same cells as doubles: a share's own type ends before 10.
    percent
        The text of one cell with a percent sign; "" when none has it.

    Raises
    ------
    SourceError
        When most cells are above 1, or numbers stand beside percents. A told unit settles both.
    """
    if told.unit is not None:
        return reading
    place = cells.place
    counts = "count(*) FILTER (abs(v) > 1), count(*) FILTER (abs(v) <= 1 AND v <> 0)"
    examples = "min(t) FILTER (abs(v) > 1), min(t) FILTER (v <> 0)"
    source = f"(SELECT {cells.text} AS t, {wide} AS v FROM {cells.relation})"
    query = f"SELECT {counts}, {examples} FROM {source} WHERE {_BARE}"
    ((above, within, large, other),) = cells.connection.execute(query).fetchall()
    hundredth = f"units.{place.column} = 0.01"
    if percent and other is not None:
        why = f"stands beside {shown(percent)}: it may be a percent or a share."
        raise refusal(cells, other, why, hundredth, f"units.{place.column} = 1")
    if above > within:
        why = f"is no share: {above} cells are above 1."
        raise refusal(cells, large, why, hundredth)
    if percent:
        return reading
    return replace(reading, value=bound(reading.value, "v", "CASE WHEN abs(v) <= 1 THEN v END"))
