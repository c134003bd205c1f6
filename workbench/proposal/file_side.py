"""The deals as their file has them, read row by row in plain Python.

It is a second opinion: the words, values and units of workbench.toml are applied here once more,
by other code than the SQL that fills snapshots.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from workbench.metrics.basis import AMOUNT_COLUMNS
from workbench.model.tables import TABLES
from workbench.proposal.counted import State
from workbench.proposal.decimal_of import decimal_of
from workbench.proposal.plain_amount import plain_amount
from workbench.proposal.unowned import with_unowned
from workbench.sources.columns.truth import words_of
from workbench.sources.named_columns import sources_of
from workbench.sources.origin import Origin
from workbench.sources.raw_table import RawTable
from workbench.sources.read import read_source
from workbench.sources.scratch import Scratch
from workbench.sources.table_source import TableSource

if TYPE_CHECKING:
    from workbench.sources.workspace import Workspace

_DEALS = TABLES["deals"]
_DEFAULTS = {column.name: column.default for column in _DEALS.columns}
_BATCH = 10_000


@dataclass(frozen=True)
class FileDeal:
    """One row of the file."""

    row: tuple[str, int]  # file, and row as a person counts it there
    deal_id: str | None
    state: State  # as its words say; a won one may not be closed
    is_closed: bool
    amount: Decimal | None
    currency: str  # "" where none is told
    unread: str  # the amount as it stands, where it is no number; else ""
    is_unowned: bool = False  # nobody owns it, and workbench.toml leaves such deals out


def file_deals(scratch: Scratch, workspace: "Workspace") -> tuple[RawTable, Iterator[FileDeal]]:
    """Read the deals of a workspace; gives the raw table, and each row of it.

    Raises
    ------
    SourceError
        When the file or a column cannot be read.
    """
    source = with_unowned(workspace.tables["deals"])
    raw = read_source(scratch, workspace, "deals", source)
    sources = sources_of("deals", source, raw, _DEALS)
    columns = {name: raw.columns[found] for name, found in sources.items()}
    amount = AMOUNT_COLUMNS[workspace.rules.money.basis]
    decimal = decimal_of(scratch, workspace, raw, amount)
    leaves = source.sql != workspace.tables["deals"].sql
    reading = _Reading(source, columns, amount, decimal, workspace.currency, raw.origin, leaves)
    needed = {reading.columns[name] for name in reading.needed if name in reading.columns}
    return raw, (reading.deal(row) for row in _rows(scratch, raw, needed))


@dataclass(frozen=True)
class _Reading:
    source: TableSource
    columns: Mapping[str, str]  # of the contract: of the raw view
    amount: str  # the column that is the amount here
    decimal: str
    reporting: str
    origin: Origin
    leaves_unowned: bool

    @property
    def needed(self) -> tuple[str, ...]:
        own = ("rep_id",) if self.leaves_unowned else ()
        return ("deal_id", "is_closed", "is_won", "currency", self.amount, *own)

    def deal(self, row: Mapping[str, Any]) -> FileDeal:
        is_closed, is_won = self._truth(row, "is_closed"), self._truth(row, "is_won")
        amount, named, unread = self._amount(row)
        is_told = "currency" in self.columns or "currency" in self.source.constants
        currency = self._said(row, "currency") or named or ("" if is_told else self.reporting)
        deal_id, state = self._said(row, "deal_id"), _state(is_closed, is_won)
        closed = is_closed is True
        unowned = self.leaves_unowned and self._said(row, "rep_id") is None
        return FileDeal(
            self.origin.place(row["row"]), deal_id, state, closed, amount, currency, unread, unowned
        )

    def _said(self, row: Mapping[str, Any], column: str) -> str | None:
        """Give what a cell says after null_values and values; a constant where nothing gives it."""
        default = _DEFAULTS[column]
        if column not in self.columns:
            return _text(self.source.constants.get(column, default))
        text = row[self.columns[column]]
        meant = self.source.values.get(column, {})
        if text is None or text in self.source.null_values:
            return _text(default)
        by_text = {str(key): value for key, value in meant.items()}
        said = _text(
            by_text[text] if text in by_text and text != "else" else meant.get("else", text)
        )
        return _text(default) if said is None else said

    def _truth(self, row: Mapping[str, Any], column: str) -> bool | None:
        said = self._said(row, column)
        return None if said is None else _meant(said, column)

    def _amount(self, row: Mapping[str, Any]) -> tuple[Decimal | None, str, str]:
        said = self._said(row, self.amount)
        if said is None:
            return None, "", ""
        found = plain_amount(said, self.decimal, self.reporting)
        if found is None:
            return None, "", said
        unit = self.source.units.get(self.amount, Decimal(1))
        return found.value * unit, found.currency, ""


def _rows(scratch: Scratch, raw: RawTable, columns: set[str]) -> Iterator[dict[str, Any]]:
    names = ("row", *sorted(columns))
    found = scratch.connection.execute(f"SELECT {', '.join(names)} FROM {raw.name} ORDER BY row")
    while rows := found.fetchmany(_BATCH):
        yield from (dict(zip(names, row, strict=True)) for row in rows)


@lru_cache(1024)  # columns of words have few
def _meant(said: str, column: str) -> bool | None:
    word = unicodedata.normalize("NFKC", said).lower()
    return next((truth for truth, words in words_of(column).items() if word in words), None)


def _state(is_closed: bool | None, is_won: bool | None) -> State:  # noqa: FBT001 (three values each)
    if is_closed is None or is_won is None:
        return "unclear"
    return "won" if is_won else "lost" if is_closed else "open"


def _text(value: object) -> str | None:
    """Write a value of workbench.toml as a cell would; None for nothing."""
    if value is None or value == "":
        return None
    return str(value).lower() if isinstance(value, bool) else str(value)
