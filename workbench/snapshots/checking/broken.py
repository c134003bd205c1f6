"""Columns that are wrong as a whole: one odd row must not stop a review, a wrong column must."""

from collections.abc import Iterator

from workbench.errors import Doubt
from workbench.snapshots.checking.tally import Tally
from workbench.sources.mapping import MappedColumn, MappedTable
from workbench.sources.scratch import Scratch

BROKEN_REQUIRED = 0.05  # share of blank or unreadable values that makes a required column broken
BROKEN_OPTIONAL = 0.5  # share of unreadable values that makes an optional column broken


def broken_columns(scratch: Scratch, mapped: MappedTable, tally: Tally) -> Iterator[Doubt]:
    """Say which columns cannot be used, each in a sentence with its first value and row."""
    for name, each in mapped.columns.items():
        filled, n_bad = tally.filled[name], tally.unreadable.get(name, 0)
        blank = tally.rows - filled
        is_broken = each.column.is_required and blank > BROKEN_REQUIRED * tally.rows
        if is_broken or n_bad > BROKEN_OPTIONAL * (n_bad + filled):
            said = _said(scratch, mapped, each, n_bad or blank, is_unreadable=n_bad > 0)
            yield Doubt(f"tables.{mapped.contract.name}", said, (), name)


def _said(
    scratch: Scratch, mapped: MappedTable, each: MappedColumn, n: int, *, is_unreadable: bool
) -> str:
    column = each.column
    found, value = _first(scratch, mapped, each, is_unreadable=is_unreadable)
    file, row = mapped.origin.place(found)
    holds = f"holds {value!r}, which is no {column.kind}" if is_unreadable else "is blank"
    return (
        f"{file}, column {each.source!r}, row {row}, {holds}; so do {n} of "
        f"{mapped.raw.rows} rows. {mapped.contract.name}.{column.name} needs it: mend the file or "
        "map another column in workbench.toml."
    )


def _first(
    scratch: Scratch, mapped: MappedTable, each: MappedColumn, *, is_unreadable: bool
) -> tuple[int, str]:
    value, filled = each.reading.value, "" if is_unreadable else "NOT"
    found = scratch.connection.sql(
        f"SELECT min(row), arg_min({each.text}, row) FROM {mapped.raw.name}"
        f" WHERE ({value}) IS NULL AND {filled} (({each.text}) IS NOT NULL)"
    ).fetchone()
    return found or (0, "")
