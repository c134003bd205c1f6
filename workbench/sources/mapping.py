"""Map a raw table to its contract: which column is which, what values mean, in which unit."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from workbench.errors import SourceError, hint
from workbench.model.table_contract import Column, TableContract
from workbench.model.tables import TABLES
from workbench.sources import parse
from workbench.sources.read import RawTable
from workbench.sources.table_source import TableSource

if TYPE_CHECKING:
    from workbench.sources.workspace import Workspace


@dataclass(frozen=True)
class Unreadable:
    """Cells of one column that cannot be read as its kind."""

    column: str
    source: str  # what the file calls the column
    rows: pd.Series  # the texts, by row number


@dataclass(frozen=True)
class MappedTable:
    """A table in the contract's columns and kinds, before its contract is checked."""

    contract: TableContract
    table: pa.Table  # only the columns given; one row per source row
    rows: pd.Index  # the row each was read from, as a person counts them
    origin: str
    unreadable: tuple[Unreadable, ...]
    unmapped: tuple[str, ...]  # columns of the source that nothing uses
    sources: dict[str, str]  # contract column: what the file calls it


def mapped(workspace: "Workspace", name: str, source: TableSource, raw: RawTable) -> MappedTable:
    """Map one raw table.

    Raises
    ------
    SourceError
        When the mapping names a column that the file or the contract does not have, or the file
        lacks a required column.
    """
    contract = TABLES[name]
    sources = _sources(name, source, raw, contract)
    columns: dict[str, pa.Array] = {}
    unreadable = []
    for column in contract.columns:
        text = _text(column, source, raw, sources)
        if text is None:
            continue
        values = _typed(column, text, source, workspace)
        bad = text.notna() & pd.Series(pc.is_null(values).to_pandas().to_numpy(), text.index)
        if bad.any():
            found = sources.get(column.name, column.name)
            unreadable.append(Unreadable(column.name, found, text[bad]))
        columns[column.name] = values
    _fill_currency(contract, columns, workspace, len(raw.frame))
    unmapped = tuple(sorted(set(raw.frame.columns) - set(sources.values())))
    return MappedTable(
        contract,
        pa.table(columns),
        raw.frame.index,
        raw.origin,
        tuple(unreadable),
        unmapped,
        sources,
    )


def _sources(
    name: str, source: TableSource, raw: RawTable, contract: TableContract
) -> dict[str, str]:
    place = f"workbench.toml, [tables.{name}]"
    known = contract.column_names
    for key in ("columns", "values", "constants", "units", "dates"):
        for target in getattr(source, key):
            if target not in known:
                raise SourceError(
                    f"{place} {key} names {target!r}, which is no column of {name}. "
                    f"{hint(target, known)}"
                )
    for target, found in source.columns.items():
        if found not in raw.frame.columns:
            raise SourceError(
                f"{place} maps {target} to {found!r}, which is no column of {raw.origin}. "
                f"{hint(found, raw.frame.columns)}"
            )
    sources = source.columns or {column: column for column in known if column in raw.frame.columns}
    for column in contract.columns:
        is_given = column.name in sources or column.name in source.constants
        if column.is_required and not is_given and column.default is None:
            raise SourceError(
                f"{raw.origin} gives no column for {name}.{column.name}, which is required. "
                f"Map it in {place} columns, or set it in constants."
            )
    return dict(sources)


def _text(
    column: Column, source: TableSource, raw: RawTable, sources: dict[str, str]
) -> pd.Series | None:
    """Give a column's texts after the value map; None when nothing gives it."""
    if column.name in sources:
        text = raw.frame[sources[column.name]].astype("str").str.strip()
        text = text.mask(text.isin(["", *source.null_values]))
        meant = source.values.get(column.name)  # noqa: PD011 (a mapping of ours, no frame)
        if meant is not None:
            written = {str(key): None if v == "" else str(v) for key, v in meant.items()}
            text = text.where(~text.isin(list(written)), text.map(written)).astype("str")
    elif column.name in source.constants:
        return _constant(source.constants[column.name], raw)
    elif column.default is not None:
        return _constant(column.default, raw)
    else:
        return None
    if column.default is not None:
        text = text.fillna(str(column.default))
    return text


def _constant(value: object, raw: RawTable) -> pd.Series:
    return pd.Series(str(value), index=raw.frame.index, dtype="str")


def _typed(
    column: Column, text: pd.Series, source: TableSource, workspace: "Workspace"
) -> pa.Array:
    factor = source.units.get(column.name, Decimal(1))
    form, zone = source.dates.get(column.name, ""), workspace.time_zone
    match column.kind:
        case "money" | "share" | "rate":
            return parse.decimals(text, column.kind, factor)
        case "number" | "integer":
            return parse.numbers(text, factor)
        case "boolean":
            return parse.booleans(text)
        case "date":
            return parse.dates(text, zone, form)
        case "timestamp":
            return parse.timestamps(text, zone, form)
        case _:
            return pa.array(text, pa.string(), from_pandas=True)


def _fill_currency(
    contract: TableContract, columns: dict[str, pa.Array], workspace: "Workspace", n: int
) -> None:
    """Take the reporting currency for a table of money that names none."""
    names = contract.column_names
    if "currency" in names and "currency" not in columns and contract.name != "fx_rates":
        columns["currency"] = pa.array([workspace.currency] * n, pa.string())
