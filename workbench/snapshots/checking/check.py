"""Hold one mapped table against its contract."""

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa

from workbench.errors import SourceError
from workbench.snapshots.checking.broken import broken_columns
from workbench.snapshots.checking.faults import (
    blanked,
    columns_of,
    find_faults,
    set_aside,
)
from workbench.snapshots.checking.latest import latest_of
from workbench.snapshots.checking.rules import rules_of, warnings_of
from workbench.snapshots.checking.splits import add_orphans, settle_splits
from workbench.snapshots.checking.tally import tally_of
from workbench.sources.decisions import decisions_of
from workbench.sources.mapping import MappedTable
from workbench.sources.scratch import Scratch
from workbench.sources.sql import named, quoted


@dataclass(frozen=True)
class Checked:
    """A table after its contract: what counts, what does not, what a reader should know."""

    kept: str  # table of the scratch database: the rows that count
    columns: tuple[str, ...]  # of the contract, in its order
    order: tuple[str, ...]  # columns to sort by, so that the order of the file tells nothing
    set_aside: pa.Table  # rows that count nowhere: FIELDS, one row per row of the source
    blanked: pa.Table  # cells that are missing in rows that count: FIELDS, one row per cell
    warnings: Mapping[str, int]  # rows that count whole, by what is odd about them
    mapped: MappedTable  # what it was made of
    decisions: tuple[str, ...]  # what was decided without being told
    notes: tuple[str, ...]  # what the files cannot tell


def check(scratch: Scratch, mapped: MappedTable, known: set[str]) -> Checked:
    """Check one table.

    Parameters
    ----------
    known
        The tables checked before; their keys stand in `keys_<table>` of the scratch database. Gets
        this one, when it has one column as its key.

    Raises
    ------
    SourceError
        When columns are broken as a whole; one sentence each.
    """
    mapped, n_superseded = latest_of(scratch, mapped)
    contract, columns = mapped.contract, tuple(columns_of(mapped))
    tally = tally_of(scratch, mapped, list(rules_of(contract, _given(mapped), known)))
    broken = list(broken_columns(scratch, mapped, tally))
    if broken:
        raise SourceError("\n".join(doubt.says for doubt in broken), broken)
    faults = find_faults(scratch, mapped, tally)
    if contract.name == "deal_splits":
        settle_splits(scratch, mapped.typed, faults)
    aside, blank = set_aside(scratch, mapped, faults), blanked(scratch, mapped, faults)
    kept = _kept(scratch, mapped, faults, blank)
    warnings = _counted(scratch, kept, warnings_of(contract, columns, known))
    warnings |= {"superseded": n_superseded} if n_superseded else {}
    if contract.name == "deal_splits" and "deals" in known:
        add_orphans(scratch, kept)
    _tell_keys(scratch, mapped, kept, known)
    order = tuple(name for name in contract.key or columns if name in columns)
    return Checked(
        kept, columns, order, aside, blank, warnings, mapped, decisions_of(mapped), mapped.notes
    )


def _given(mapped: MappedTable) -> list[str]:
    extra = ["currency_differs"] if mapped.names_currencies else []
    return [*columns_of(mapped), *extra]


def _kept(scratch: Scratch, mapped: MappedTable, faults: str, blank: pa.Table) -> str:
    """Take out the rows that were set aside, and blank the cells that spoil nothing else."""
    run = scratch.connection.execute
    for column in sorted(set(blank["column"].to_pylist())):
        run(
            f"UPDATE {mapped.typed} SET {named(column)} = NULL WHERE row IN"
            f" (SELECT row FROM {faults} WHERE spoils = 'cell' AND \"column\" = {quoted(column)})"
        )
    run(f"DELETE FROM {mapped.typed} WHERE row IN (SELECT row FROM {faults} WHERE spoils = 'row')")
    return mapped.typed


def _counted(scratch: Scratch, kept: str, conditions: Mapping[str, str]) -> dict[str, int]:
    if not conditions:
        return {}
    counts = ", ".join(f"count(*) FILTER (WHERE {where})" for where in conditions.values())
    found = scratch.connection.sql(f"SELECT {counts} FROM {kept}").fetchone() or ()
    return {reason: n for reason, n in zip(conditions, found, strict=True) if n}


def _tell_keys(scratch: Scratch, mapped: MappedTable, kept: str, known: set[str]) -> None:
    contract = mapped.contract
    if len(contract.key) != 1:
        return
    owner = ", rep_id" if contract.name == "deals" else ""
    scratch.connection.execute(
        f"CREATE OR REPLACE TABLE keys_{contract.name} AS"
        f" SELECT {contract.key[0]} AS key{owner} FROM {kept}"
    )
    known.add(contract.name)
