"""Days and instants written as one number: seconds or milliseconds since 1970, or Excel's days."""

from dataclasses import dataclass

from workbench.sources.columns.day_sql import Days
from workbench.sources.columns.sql import bound
from workbench.sources.columns.told import Cells

_NUMBER = r"\d{1,18}(\.\d{1,30})?"
_SECOND = 1_000_000
_EXCEL_END = 2_958_466  # the day after 9999-12-31


@dataclass(frozen=True)
class Serial:
    """One way to count time; `first` and `last` are 1990-01-01 and 2100-01-01 in it."""

    name: str
    first: int
    last: int


SERIALS = (
    Serial("excel", 32_874, 73_051),
    Serial("epoch_s", 631_152_000, 4_102_444_800),
    Serial("epoch_ms", 631_152_000_000, 4_102_444_800_000),
)


def serial_of(cells: Cells) -> str:
    """Name the count that every cell of a column is written in; "" when they are no such numbers.

    Only years 1990 to 2100 are likely enough to be found untold.
    """
    if cells.first(f"NOT regexp_full_match(t, '{_NUMBER}')"):
        return ""
    ((low, high),) = cells.rows("min(t::DOUBLE), max(t::DOUBLE)")
    for serial in SERIALS:
        if low is not None and serial.first <= float(str(low)) <= float(str(high)) <= serial.last:
            return serial.name
    return ""


def read_serial(name: str, plain: str, days: Days) -> str:
    """Give SQL that reads a count of `SERIALS`; NULL where a cell is no number."""
    number = f"CASE WHEN regexp_full_match({plain}, '-?{_NUMBER}') THEN {plain} END"
    if name == "excel":
        return days.in_reach(bound(f"TRY_CAST({number} AS DOUBLE)", "n", _excel(days)))
    scale = _SECOND if name == "epoch_s" else _SECOND // 1000
    micros = f"TRY_CAST(TRY_CAST({number} AS DECIMAL(38, 9)) * {scale} AS BIGINT)"
    return days.in_reach(bound(micros, "n", days.of_instant(_stamp())))


def _stamp() -> str:
    # Year 1 to 9999 and a day on each side, which no zone leaves
    return (
        "CASE WHEN n BETWEEN -62135683200000000 AND 253402387200000000 THEN make_timestamptz(n) END"
    )


def _excel(days: Days) -> str:
    """Count from 1899-12-30; before 1900-03-01 Excel has a day too many, 1900-02-29."""
    shift = "CASE WHEN n < 60 THEN 1 ELSE 0 END"
    millis = f"round((n + {shift}) * 86400000)::BIGINT"
    wall = f"TIMESTAMP '1899-12-30' + to_milliseconds({millis})"
    inside = f"n >= 1 AND n < {_EXCEL_END} AND NOT (n >= 60 AND n < 61)"
    return f"CASE WHEN {inside} THEN {days.of_wall(wall)} END"
