"""A table: columns, and rows of cells."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.page.cells import Cell


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    label: str
    is_figure: bool = False  # figures stand right, words left
    is_detail: bool = False  # for who looks closer: not taken into a talk


def words(label: str) -> Column:
    """Head a column of words."""
    return Column(label)


def figures(label: str) -> Column:
    """Head a column of figures."""
    return Column(label, is_figure=True)


@dataclass(frozen=True)
class Table:
    """Rows under columns; each row has a cell per column."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    title: str = ""
    has_total: bool = False  # whether the last row is a sum, set off by a rule
    is_plain: bool = False  # whether it stays a table on a phone too
