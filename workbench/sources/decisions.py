"""What was decided about files and columns without being told, as workbench.toml would say it."""

from collections.abc import Iterator

from workbench.sources.mapping import MappedTable
from workbench.sources.reading.reading import Reading


def decisions_of(table: MappedTable) -> tuple[str, ...]:
    """List what was decided without being told, what holds of all files first.

    What holds of some of several files alone names them behind a #.
    """
    of_columns = (
        f"{each.key} = {each.value}"
        for column in table.columns.values()
        for each in column.reading.decisions
        if not each.is_told
    )
    return (*_of_files(table.raw.readings), *of_columns)


def _of_files(readings: tuple[Reading, ...]) -> Iterator[str]:
    found: dict[str, list[str]] = {}
    for reading in readings:
        for each in reading.decisions:
            if not each.is_told:
                found.setdefault(f"{each.key} = {each.value}", []).append(reading.file)
    for line, files in found.items():
        yield line if len(files) == len(readings) else f"{line}  # {', '.join(files)}"
