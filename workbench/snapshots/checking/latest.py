"""Of rows of one key in several files the row of the last, where workbench.toml says so."""

from dataclasses import replace

from workbench.errors import SourceError
from workbench.snapshots.checking.twins import NO_FAMILY, key_of
from workbench.sources.mapping import MappedTable
from workbench.sources.origin import nth_file
from workbench.sources.scratch import Scratch
from workbench.sources.sql import named


def latest_of(scratch: Scratch, mapped: MappedTable) -> tuple[MappedTable, int]:
    """Leave out the rows whose key stands in a later file too.

    They are no faults, for they were told to be replaced: a folder of monthly exports has each
    deal many times. Rows of one key in one file stay, and so do rows without a key.

    Returns
    -------
    tuple
        The table without them, and how many there were; as it is where `latest` is not told.

    Raises
    ------
    SourceError
        When rows of the table have no key, or its columns are not all given.
    """
    if not mapped.source.latest:
        return mapped, 0
    key = key_of(mapped.contract, mapped.columns)
    if not key:
        raise SourceError(_keyless(mapped))
    left = f"last_{mapped.raw.name}"
    n = _leave_out(scratch, mapped, key, left)
    return replace(mapped, raw=replace(mapped.raw, name=left, rows=mapped.raw.rows - n)), n


def _leave_out(scratch: Scratch, mapped: MappedTable, key: tuple[str, ...], left: str) -> int:
    """Take the rows out of the typed table, and make a view of the texts without them."""
    run = scratch.connection.execute
    names = ", ".join(map(named, key))
    is_keyed = " AND ".join(f"{named(name)} IS NOT NULL" for name in key if name not in NO_FAMILY)
    file = nth_file("row")
    out = f"superseded_{mapped.contract.name}"
    run(
        f"CREATE OR REPLACE TABLE {out} AS SELECT row FROM {mapped.typed} WHERE {is_keyed}"
        f" QUALIFY {file} < max({file}) OVER (PARTITION BY {names})"
    )
    run(f"DELETE FROM {mapped.typed} WHERE row IN (FROM {out})")
    run(f"CREATE OR REPLACE VIEW {left} AS FROM {mapped.raw.name} WHERE row NOT IN (FROM {out})")
    found = run(f"SELECT count(*) FROM {out}").fetchone()
    return int(found[0]) if found else 0


def _keyless(mapped: MappedTable) -> str:
    contract = mapped.contract
    key = " and ".join(name for name in contract.key if name not in NO_FAMILY)
    why = f"needs {key}, the key of its rows" if key else "cannot be: its rows have no key"
    return (
        f"workbench.toml, [tables.{contract.name}] latest = true {why}. Take the line out, or name "
        f"one file of {mapped.origin}."
    )
