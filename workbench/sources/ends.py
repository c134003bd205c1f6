"""The one rule of ends: `end_on` is the day after the last, whatever a file writes there."""

from workbench.sources.table_source import TableSource

END = "end_on"


def is_moved(column: str, source: TableSource) -> bool:
    """Whether a column of a table names last days, as `ends = "inclusive"` says."""
    return column == END and source.ends == "inclusive"


def day_after(day: str) -> str:
    """Write SQL of the day after a day; the last day there is stays as it is."""
    return f"coalesce(TRY(({day}) + 1), {day})"
