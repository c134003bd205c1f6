"""The deals of a file, read cell by cell, as a person would go through it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from workbench.model.tables import TABLES
from workbench.proposal.figures import amount, decimal_sign
from workbench.proposal.outcome import LOST, WON, known_outcome
from workbench.proposal.settings import code_of
from workbench.sources.raw_table import RawTable
from workbench.sources.read import read_source
from workbench.sources.scratch import Scratch, scratch
from workbench.sources.sql import named
from workbench.sources.table_source import TableSource
from workbench.sources.workspace import Workspace

_YES = ("true", "1", "yes", "y", "t", "是", "ja", "oui", "真")


@dataclass(frozen=True)
class FileDeal:
    """One row of the file of deals."""

    file: str
    row: int
    deal_id: str
    is_won: bool
    amount: Decimal | None
    currency: str


def file_deals(workspace: Workspace) -> Iterator[FileDeal]:
    """Read the deals of the workspace's source, row by row; nothing is judged or left out."""
    source = workspace.tables["deals"]
    with scratch() as place:
        raw = read_source(place, workspace, "deals", source)
        columns = dict(source.columns) or {
            name: name for name in TABLES["deals"].column_names if name in raw.columns
        }
        rows = list(_rows(place, raw, columns))
    money = [row["amount"] for row in rows if row.get("amount")]
    sign = decimal_sign(money, source.decimal)
    for row in rows:
        yield _deal(workspace, source, row, sign)


def _rows(place: Scratch, raw: RawTable, columns: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    wanted = {name: columns[name] for name in columns if name in _WANTED}
    texts = [named(raw.columns[header]) for header in wanted.values()]
    query = f"SELECT {', '.join(['row', *texts])} FROM {raw.name} ORDER BY 1"
    for number, *cells in place.connection.execute(query).fetchall():
        file, row = raw.origin.place(number)
        yield {"file": file, "row": row, **dict(zip(wanted, cells, strict=True))}


_WANTED = ("deal_id", "is_closed", "is_won", "is_excluded", "amount", "currency")


def _deal(workspace: Workspace, source: TableSource, row: Mapping[str, Any], sign: str) -> FileDeal:
    nothing = set(source.null_values)
    told = {name: None if value in nothing else value for name, value in row.items()}
    text = told.get("amount")
    value = amount(str(text), sign) if text else None
    unit = source.units.get("amount")
    constant = str(source.constants.get("currency", ""))
    code = told.get("currency") or code_of(str(text or "")) or constant
    is_won = _holds(source, "is_closed", told) and _holds(source, "is_won", told)
    return FileDeal(
        str(row["file"]), int(row["row"]), str(told.get("deal_id") or ""), is_won,
        value * unit if value is not None and unit else value, code or workspace.currency,
    )  # fmt: skip


def _holds(source: TableSource, column: str, told: Mapping[str, Any]) -> bool:
    """Tell whether a row says yes, by the values of workbench.toml, else by words."""
    if column in source.constants:
        return bool(source.constants[column])
    text = told.get(column)
    if text is None:
        return False
    values = source.values.get(column, {})
    meant = values.get(str(text), values.get("else", text))
    if isinstance(meant, bool):
        return meant
    word = str(meant).strip().casefold()
    ends = (WON,) if column == "is_won" else (WON, LOST)
    return word in _YES or known_outcome(str(meant)) in ends
