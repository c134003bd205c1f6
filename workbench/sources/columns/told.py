"""What a column is, what was told of it, and what was decided."""

from dataclasses import dataclass
from decimal import Decimal

import duckdb
import pyarrow as pa

from workbench.sources.columns.sql import folded, needs_folding
from workbench.sources.origin import Origin
from workbench.sources.reading.reading import Decision


@dataclass(frozen=True)
class Told:
    """What workbench.toml says of one column."""

    decimal: str = ""  # "." or ","; "" decides
    dates: str = ""  # strptime form, "dmy", "mdy", "ymd", "epoch_ms", "epoch_s", "excel"
    unit: Decimal | None = None  # what to multiply by; None was not told: a share then decides
    reporting: str = ""  # the workspace's currency, for signs that several currencies share
    currency: str = ""  # told elsewhere (a code, or the column that gives it): no sign is asked


@dataclass(frozen=True)
class Place:
    """Where a column stands, for sentences and lines to paste."""

    table: str  # of the contract: deals
    column: str  # of the contract: amount
    source: str  # what the file calls it
    origin: Origin  # the file or files


@dataclass(frozen=True)
class ColumnReading:
    """How one column is read, as SQL."""

    value: str  # over the column's text: typed; NULL where it is missing or cannot be read
    type: pa.DataType  # what `value` gives
    currency: str = ""  # over the text: the ISO code the cell names, else NULL; "" when none does
    decisions: tuple[Decision, ...] = ()  # what was not told and is not the plain form


@dataclass(frozen=True)
class Cells:
    """The cells of one column in a connection."""

    connection: duckdb.DuckDBPyConnection
    relation: str
    text: str  # SQL: the cell's text, stripped; NULL when it is missing
    place: Place

    def rows(self, select: str, rest: str = "") -> list[tuple[object, ...]]:
        """Give `select` over the cells, called `t`, that are not missing."""
        source = f"(SELECT {self.text} AS t FROM {self.relation}) WHERE t IS NOT NULL"
        return self.connection.execute(f"SELECT {select} FROM {source} {rest}").fetchall()

    def first(self, condition: str) -> str | None:
        """Give one text for which a condition on `t` holds; None when there is none."""
        found = self.rows("t", f"AND ({condition}) LIMIT 1")
        return str(found[0][0]) if found else None

    @property
    def plain(self) -> str:
        """SQL of the text in plain figures, signs and blanks."""
        return folded(self.text) if self.first(needs_folding("t")) else self.text
