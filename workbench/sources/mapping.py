"""Map a raw table to its contract: which column is which, what values mean, in which unit."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.errors import SourceError, together
from workbench.model.table_contract import Column, TableContract
from workbench.model.tables import TABLES
from workbench.sources.columns.decide import decide
from workbench.sources.columns.told import ColumnReading, Place, Told
from workbench.sources.ends import day_after, is_moved
from workbench.sources.named_columns import sources_of
from workbench.sources.origin import Origin
from workbench.sources.raw_table import RawTable
from workbench.sources.scratch import Scratch
from workbench.sources.sql import named, quoted
from workbench.sources.stack import notes_of, refuse_strangers
from workbench.sources.table_source import TableSource
from workbench.sources.taken import taken
from workbench.sources.texts import filled, text_of
from workbench.sources.typed import exact, given_of

if TYPE_CHECKING:
    from workbench.sources.workspace import Workspace

DIFFERS = "currency_differs"  # a column of the typed table, where cells name currencies


@dataclass(frozen=True)
class MappedColumn:
    """One column of the contract, as the source gives it."""

    column: Column
    source: str  # what the file calls it; the contract's name where nothing of the file gives it
    text: str  # SQL over the raw view: what the cell says, after the value map
    reading: ColumnReading
    given: str  # SQL over the raw view: missing where the cell is, quicker than the text to tell


@dataclass(frozen=True)
class MappedTable:
    """A table in the contract's columns and kinds, before its contract is checked.

    `typed` is a table of the scratch database: `row`, then the columns given, one row per row of
    the source. A cell that cannot be read is missing there; `raw` still has its text.
    """

    contract: TableContract
    raw: RawTable
    typed: str
    columns: Mapping[str, MappedColumn]
    used: tuple[str, ...]  # columns of the source that it is made of
    source: TableSource  # how workbench.toml tells it
    notes: tuple[str, ...] = ()  # what its files cannot tell

    @property
    def is_currency_filled(self) -> bool:
        """Whether no column gives the currency: cells name it, else it is the reporting one."""
        return self.contract.is_money and "currency" not in self.columns

    @property
    def names_currencies(self) -> bool:
        """Whether cells of money name a currency themselves, as $1,000 does."""
        return self.contract.is_money and bool(_named_currencies(self.columns))

    @property
    def origin(self) -> Origin:
        """The file, the files or the SQL it was read from, for messages."""
        return self.raw.origin


def mapped(
    scratch: Scratch, workspace: "Workspace", name: str, source: TableSource, raw: RawTable
) -> MappedTable:
    """Map one raw table.

    Raises
    ------
    SourceError
        With every fault of the mapping: a column that the file or the contract does not have, a
        required one that is not given, one that can be read in two ways.
    """
    if source.taken_from:
        source, raw = taken(scratch, workspace, source, raw)
    contract = TABLES[name]
    sources = sources_of(name, source, raw, contract)
    refuse_strangers(raw, contract, sources, f"workbench.toml, [tables.{name}]")
    texts = {
        column.name: text
        for column in contract.columns
        if (text := text_of(column, source, raw, sources)) is not None
    }
    columns: dict[str, MappedColumn] = {}
    faults: list[SourceError] = []
    for column_name, text in texts.items():
        column = contract.column(column_name)
        try:
            given = (column, text, sources)
            columns[column_name] = _column(scratch, workspace, source, raw, given)
        except SourceError as reason:
            faults.append(reason)
    if faults:
        raise together(faults)
    typed = _typed(scratch, workspace, (contract, source), raw, columns)
    used = tuple(header for header in raw.columns if header in sources.values())
    return MappedTable(
        contract, raw, typed, columns, used, source, tuple(notes_of(raw, used, source))
    )


def _column(
    scratch: Scratch,
    workspace: "Workspace",
    source: TableSource,
    raw: RawTable,
    given: tuple[Column, str, Mapping[str, str]],
) -> MappedColumn:
    column, text, sources = given
    found = sources.get(column.name, column.name)
    kind = raw.kinds.get(found, "")
    if kind and text == filled(raw.columns[found], column) and column.name not in source.units:
        value = filled(raw.columns[found].replace("c", "v", 1), column)
        own = exact(column.kind, kind, value)
        if own is not None:
            return MappedColumn(column, found, text, own, given_of(kind, value))
    place = Place(raw.name.removeprefix("raw_"), column.name, found, raw.origin)
    told = Told(
        decimal=source.decimal,
        dates=source.dates.get(column.name, ""),
        unit=source.units.get(column.name),
        reporting=workspace.currency,
        currency=str(source.constants.get("currency", sources.get("currency", ""))),
    )
    zone = workspace.time_zone
    reading = decide(scratch.connection, raw.name, text, column.kind, place, told, zone)
    return MappedColumn(column, found, text, reading, text)


def _typed(
    scratch: Scratch,
    workspace: "Workspace",
    told: tuple[TableContract, TableSource],
    raw: RawTable,
    columns: Mapping[str, MappedColumn],
) -> str:
    """Read every cell by its column's form, once."""
    contract, source = told
    values = {name: each.reading.value for name, each in columns.items()}
    values |= {name: day_after(told) for name, told in values.items() if is_moved(name, source)}
    if contract.is_money:
        values |= _currency(columns, workspace.currency)
    listed = ", ".join(f"{value} AS {named(name)}" for name, value in values.items())
    name = f"typed_{contract.name}"
    sql = f"CREATE OR REPLACE TABLE {name} AS SELECT row, {listed} FROM {raw.name}"
    scratch.connection.execute(sql)
    return name


def _named_currencies(columns: Mapping[str, MappedColumn]) -> list[str]:
    return [each.reading.currency for each in columns.values() if each.reading.currency]


def _currency(columns: Mapping[str, MappedColumn], reporting: str) -> dict[str, str]:
    """Write a row's currency, and whether its cells and its column name different ones."""
    in_cells = _named_currencies(columns)
    given = columns["currency"].reading.value if "currency" in columns else ""
    every = [f"({each})" for each in (*([given] if given else []), *in_cells)]
    last = [] if given else [quoted(reporting)]
    found = {"currency": f"coalesce({', '.join([*every, *last])})"}
    if in_cells:
        pairs = [f"{one} <> {other}" for n, one in enumerate(every) for other in every[n + 1 :]]
        differs = " OR ".join(f"coalesce({pair}, false)" for pair in pairs) or "false"
        found[DIFFERS] = differs
    return found
