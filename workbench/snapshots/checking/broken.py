"""Columns that are wrong as a whole: one odd row must not stop a review, a wrong column must."""

from collections.abc import Iterator

from workbench.sources.mapping import MappedColumn, MappedTable
from workbench.sources.scratch import Scratch
from workbench.sources.sql import named, quoted

BROKEN_REQUIRED = 0.05  # share of blank or unreadable values that makes a required column broken
BROKEN_OPTIONAL = 0.5  # share of unreadable values that makes an optional column broken


def broken_columns(scratch: Scratch, mapped: MappedTable, faults: str) -> Iterator[str]:
    """Say which columns cannot be used, each in a sentence with its first value and row."""
    if not mapped.raw.rows:
        return
    for each in mapped.columns.values():
        said = _said(scratch, mapped, each, faults)
        if said:
            yield said


def _said(scratch: Scratch, mapped: MappedTable, each: MappedColumn, faults: str) -> str:
    column = each.column
    blank, filled = _counted(scratch, mapped, column.name)
    n_bad, row, value = _unreadable(scratch, faults, column.name)
    is_broken = column.is_required and blank > BROKEN_REQUIRED * mapped.raw.rows
    if not is_broken and n_bad <= BROKEN_OPTIONAL * (n_bad + filled):
        return ""
    n = n_bad or blank
    holds = f"holds {value!r}, which is no {column.kind}" if n_bad else "is blank"
    row = row if n_bad else _first_blank(scratch, mapped, column.name)
    return (
        f"{mapped.origin}, column {each.source!r}, row {row}, {holds}; so do {n} of "
        f"{mapped.raw.rows} rows. {mapped.contract.name}.{column.name} needs it: mend the file or "
        "map another column in workbench.toml."
    )


def _counted(scratch: Scratch, mapped: MappedTable, column: str) -> tuple[int, int]:
    sql = f"SELECT count(*) - count({named(column)}), count({named(column)}) FROM {mapped.typed}"
    blank, filled = scratch.connection.sql(sql).fetchone() or (0, 0)
    return blank, filled


def _unreadable(scratch: Scratch, faults: str, column: str) -> tuple[int, int, str]:
    sql = (
        f"SELECT count(*), min(row), arg_min(value, row) FROM {faults}"
        f" WHERE \"column\" = {quoted(column)} AND starts_with(reason, 'unreadable_')"
    )
    n, row, value = scratch.connection.sql(sql).fetchone() or (0, 0, "")
    return n, row, value


def _first_blank(scratch: Scratch, mapped: MappedTable, column: str) -> int:
    found = scratch.connection.sql(
        f"SELECT min(row) FROM {mapped.typed} WHERE {named(column)} IS NULL"
    )
    return int((found.fetchone() or (0,))[0])
